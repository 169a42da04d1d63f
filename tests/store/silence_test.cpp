#include "intruder.hpp"
#include "notebook.hpp"

#include "catch.hpp"

using namespace notebook;

namespace {

constexpr std::string_view canary = "CANARY-durand-zoe";

/// Texts of all errors provoked so far.
struct Overheard {
  int errors = 0;
  std::string texts;

  template <class Step>
  void provoke(Step&& step) {
    try {
      step();
    } catch (const Error& error) {
      ++errors;
      texts += error.message().fr + '\n' + error.message().en + '\n' + error.what() + '\n';
    }
  }
};

Visit telling(const IdSource& ids) {
  auto made = a_visit(ids, std::string(canary));
  made.lines = {{std::string(canary), 1}};
  made.labels = {{"key", std::string(canary)}};
  made.desk = *DeskCode::parse(canary);
  return made;
}

}  // namespace

TEST_CASE("no error repeats a stored value, an id, a statement or the driver's words") {
  Folder folder;
  auto patient = options();
  patient.wait = std::chrono::seconds(0);
  auto store = Store::open(folder.uri(), patient);
  const auto ids = seeded_ids(1);
  Overheard heard;
  std::vector<Visit> kept;
  for (int i = 0; i < 40; ++i) {
    auto each = telling(ids);
    each.number = static_cast<std::uint16_t>(i);
    auto tx = store.begin();
    tx.insert(each);
    tx.commit(entry(each.person_id));
    kept.push_back(each);
  }
  for (const auto& each : kept) {
    heard.provoke([&] { store.begin().insert(each); });
    heard.provoke([&] { store.begin().update(telling(ids)); });
    heard.provoke([&] { store.begin().erase<Visit>(next_id<VisitId>(ids)); });
    heard.provoke([&] {
      auto twin = telling(ids);
      twin.number = each.number;
      store.begin().insert(twin);
    });
    heard.provoke([&] {
      auto twin = kept.front();
      twin.number = each.number == 0 ? std::uint16_t{1} : *each.number;
      store.begin().update(twin);
    });
    heard.provoke([&] {
      auto spoilt = each;
      spoilt.note += '\0';
      store.begin().update(spoilt);
    });
    heard.provoke([&] {
      auto spoilt = each;
      spoilt.lines.front().word += '\xff';
      store.begin().update(spoilt);
    });
    heard.provoke([&] {
      const auto held = store.begin();
      store.begin().insert(each);
    });
    heard.provoke([&] {
      auto line = entry();
      line.detail = std::string(canary);
      store.begin().commit(line);
    });
    heard.provoke([&] { static_cast<void>(store.reader().count(in(&Visit::note, std::vector(1001, each.note)))); });
  }
  // Behind the library's back: values that no longer parse, tables that are gone.
  for (const char* column : {"mood", "day", "at", "leaves_at", "period", "lines", "labels", "id", "person_id"}) {
    Intruder(folder.file()).run("UPDATE visit SET \"" + std::string(column) + "\" = 'CANARY-durand-zoe-' || rowid");
    for (int i = 0; i < 10; ++i) heard.provoke([&] { static_cast<void>(store.reader().find(all<Visit>())); });
  }
  Intruder(folder.file()).run("CREATE UNIQUE INDEX planted ON visit (note)");
  for (const auto& each : kept) heard.provoke([&] { store.begin().insert(each); });
  Intruder(folder.file()).run("ALTER TABLE visit RENAME COLUMN note TO memo");
  for (const auto& each : kept) heard.provoke([&] { store.begin().insert(each); });
  Intruder(folder.file()).run("DROP TABLE visit");
  for (const auto& each : kept) {
    heard.provoke([&] { store.begin().insert(each); });
    heard.provoke([&] { static_cast<void>(store.reader().find(where(&Visit::note, each.note))); });
  }

  CHECK(heard.errors >= 600);
  CHECK(heard.texts.find("CANARY") == std::string::npos);
  CHECK(heard.texts.find("durand") == std::string::npos);
  CHECK(heard.texts.find("INSERT") == std::string::npos);
  CHECK(heard.texts.find("SELECT") == std::string::npos);
  CHECK(heard.texts.find("sqlite3") == std::string::npos);
  CHECK(heard.texts.find("soci") == std::string::npos);
  CHECK(heard.texts.find("constraint") == std::string::npos);
  for (const auto& each : kept) {
    CHECK(heard.texts.find(to_text(each.id)) == std::string::npos);
    CHECK(heard.texts.find(to_text(each.person_id)) == std::string::npos);
  }
}

TEST_CASE("no error of any engine repeats a stored value", "[engine]") {
  const Place place;
  auto store = place.open();
  const auto ids = seeded_ids(2);
  auto first = telling(ids);
  first.number = std::uint16_t{1};
  auto second = telling(ids);
  second.number = std::uint16_t{2};
  auto tx = store.begin();
  tx.insert(first);
  tx.insert(second);
  tx.commit(entry());
  Overheard heard;
  for (int i = 0; i < 20; ++i) {
    heard.provoke([&] { store.begin().insert(first); });
    heard.provoke([&] { store.begin().update(telling(ids)); });
    heard.provoke([&] {
      auto twin = second;
      twin.number = first.number;
      store.begin().update(twin);
    });
    heard.provoke([&] {
      auto spoilt = first;
      spoilt.note += '\0';
      store.begin().update(spoilt);
    });
    heard.provoke([&] {
      auto poisoned = store.begin();
      heard.provoke([&] { poisoned.insert(first); });
      poisoned.commit(entry());
    });
  }
  CHECK(heard.errors == 120);
  for (const char* secret : {"CANARY", "durand", "INSERT", "UPDATE", "soci", "SQL", "constraint"})
    CHECK(heard.texts.find(secret) == std::string::npos);
  CHECK(heard.texts.find(to_text(first.id)) == std::string::npos);
}
