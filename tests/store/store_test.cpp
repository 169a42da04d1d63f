#include "notebook.hpp"

#include <sys/wait.h>
#include <thread>

#include "catch.hpp"

using namespace notebook;

template <class T>
concept CommitsWithoutEntry = requires(T& tx) { tx.commit(); };

TEST_CASE("what is stored comes back as it was, in this store and the next", "[engine]") {
  const Place place;
  const auto ids = seeded_ids(1);
  const auto first = a_visit(ids);
  const Order order{{"desk:1"}, "front"};
  {
    auto store = place.open();
    auto tx = store.begin();
    tx.insert(first);
    tx.insert(order);
    CHECK(tx.get<Visit>(first.id) == first);
    CHECK(tx.commit(entry(first.person_id)) == 0);
  }
  auto store = place.open();
  store.read([&](Reader& reader) {
    CHECK(reader.get<Visit>(first.id) == first);
    CHECK(reader.get<Order>({"desk:1"}) == order);
    CHECK_FALSE(reader.get<Order>({"desk:2"}));
  });
}

TEST_CASE("one field of a row is read without the rest, and of no row there is none", "[engine]") {
  const Place place;
  auto store = place.open();
  const auto ids = seeded_ids(4);
  const Visit visit = a_visit(ids);
  auto tx = store.begin();
  tx.insert(visit);
  tx.commit(entry());

  auto reader = store.reader();
  CHECK(reader.get(&Visit::person_id, visit.id) == visit.person_id);
  CHECK(reader.get(&Visit::weight, visit.id) == visit.weight);
  CHECK(reader.get(&Visit::day, visit.id) == visit.day);
  CHECK_FALSE(reader.get(&Visit::person_id, next_id<VisitId>(ids)));
}

TEST_CASE("a transaction that writes cannot be committed without a line of the log", "[engine]") {
  STATIC_REQUIRE_FALSE(CommitsWithoutEntry<Transaction>);
  const Place place;
  auto store = place.open();
  const auto incomplete = [&](auto change) {
    auto tx = store.begin();
    tx.insert(Order{{"desk:1"}, "front"});
    auto line = entry();
    change(line);
    const auto code = code_of([&] { tx.commit(line); });
    CHECK(code_of([&] { tx.commit(entry()); }) == ErrorCode::misuse);
    return code == ErrorCode::misuse;
  };
  CHECK(incomplete([](AuditEntry& line) { line.actor = {}; }));
  CHECK(incomplete([](AuditEntry& line) { line.action = {}; }));
  CHECK(incomplete([](AuditEntry& line) { line.purpose = {}; }));
  CHECK(incomplete([](AuditEntry& line) { line.at = Instant::max(); }));
  CHECK(incomplete([](AuditEntry& line) { line.subject = PersonId{}; }));
  CHECK(incomplete([](AuditEntry& line) { line.detail = "no json"; }));
  CHECK(incomplete([](AuditEntry& line) { line.detail = "[1]"; }));
  auto reader = store.reader();
  CHECK(audit_size(reader) == 0);
  CHECK(reader.count(all<Order>()) == 0);
}

TEST_CASE("without commit nothing stays, and the next transaction is not held up", "[engine]") {
  const Place place;
  auto store = place.open();
  const auto value = a_visit(seeded_ids(2));
  {
    auto tx = store.begin();
    tx.insert(value);
  }
  {
    auto tx = store.begin();
    CHECK_FALSE(tx.get<Visit>(value.id));
    tx.insert(value);
    tx.rollback();
    CHECK(code_of([&] { tx.commit(entry()); }) == ErrorCode::misuse);
  }
  auto reader = store.reader();
  CHECK(reader.count(all<Visit>()) == 0);
  CHECK(audit_size(reader) == 0);
}

TEST_CASE("the first error poisons a transaction, even if it is swallowed", "[engine]") {
  const Place place;
  auto store = place.open();
  const auto ids = seeded_ids(3);
  const auto value = a_visit(ids);
  const auto poisons = [&](auto step, ErrorCode expected) {
    auto tx = store.begin();
    tx.insert(value);
    CHECK(code_of([&] { step(tx); }) == expected);
    CHECK(code_of([&] { static_cast<void>(tx.get<Visit>(value.id)); }) == ErrorCode::misuse);
    CHECK(code_of([&] { tx.insert(a_visit(ids)); }) == ErrorCode::misuse);
    CHECK(code_of([&] { tx.commit(entry()); }) == ErrorCode::misuse);
  };
  poisons([&](Transaction& tx) { tx.insert(value); }, ErrorCode::conflict);
  poisons([&](Transaction& tx) { tx.update(a_visit(ids)); }, ErrorCode::not_found);
  poisons([&](Transaction& tx) { tx.erase<Visit>(next_id<VisitId>(ids)); }, ErrorCode::not_found);
  poisons([&](Transaction& tx) { tx.insert(Visit{}); }, ErrorCode::misuse);
  auto reader = store.reader();
  CHECK(reader.count(all<Visit>()) == 0);
  CHECK(audit_size(reader) == 0);
}

TEST_CASE("a key that is taken is a conflict, whether primary or unique", "[engine]") {
  const Place place;
  auto store = place.open();
  const auto ids = seeded_ids(4);
  auto first = a_visit(ids);
  first.number = std::uint16_t{7};
  auto second = a_visit(ids);
  second.number = std::uint16_t{8};
  auto tx = store.begin();
  tx.insert(first);
  tx.insert(second);
  tx.commit(entry());
  CHECK(code_of([&] { store.begin().insert(first); }) == ErrorCode::conflict);
  auto twin = a_visit(ids);
  twin.number = first.number;
  CHECK(code_of([&] { store.begin().insert(twin); }) == ErrorCode::conflict);
  second.number = first.number;
  CHECK(code_of([&] { store.begin().update(second); }) == ErrorCode::conflict);
}

TEST_CASE("an update replaces the row and an erasure removes it", "[engine]") {
  const Place place;
  auto store = place.open();
  auto value = a_visit(seeded_ids(5));
  auto tx = store.begin();
  tx.insert(value);
  tx.commit(entry());
  value.note = "came back";
  value.leaves_at.reset();
  tx = store.begin();
  tx.update(value);
  CHECK(tx.commit(entry()) == 1);
  CHECK(store.reader().get<Visit>(value.id) == value);
  tx = store.begin();
  tx.erase<Visit>(value.id);
  tx.commit(entry());
  CHECK_FALSE(store.reader().get<Visit>(value.id));
}

TEST_CASE("a reader sees one state, whatever others commit meanwhile", "[engine]") {
  const Place place;
  auto store = place.open();
  auto reader = store.reader();
  CHECK(reader.count(all<Visit>()) == 0);
  auto tx = store.begin();
  tx.insert(a_visit(seeded_ids(6)));
  tx.commit(entry());
  CHECK(reader.count(all<Visit>()) == 0);
  CHECK(store.reader().count(all<Visit>()) == 1);
}

TEST_CASE("a table that was not declared is refused by name", "[engine]") {
  const Place place;
  auto store = Store::open(place.uri(), {.tables = tables_of<Order>()});
  CHECK(code_of([&] { store.begin().insert(a_visit(seeded_ids(7))); }) == ErrorCode::misuse);
  CHECK(code_of([&] { static_cast<void>(store.reader().count(all<Visit>())); }) == ErrorCode::misuse);
}

TEST_CASE("tenants of one database see nothing of each other", "[engine]") {
  const Place place;
  auto ours_store = place.open();
  auto their_store = Store::open(place.uri(), place.others());
  auto value = a_visit(seeded_ids(9));
  value.number = std::uint16_t{1};
  auto tx = ours_store.begin();
  tx.insert(value);
  tx.commit(entry());
  auto reader = their_store.reader();
  CHECK_FALSE(reader.get<Visit>(value.id));
  CHECK(reader.count(all<Visit>()) == 0);
  CHECK(audit_size(reader) == 0);
  tx = their_store.begin();
  tx.insert(value);
  CHECK(tx.commit(entry()) == 0);
}

TEST_CASE("a database in memory lives as long as its store") {
  auto store = Store::open("sqlite::memory:", options());
  auto tx = store.begin();
  tx.insert(Order{{"desk:1"}, "front"});
  tx.commit(entry());
  CHECK(store.reader().count(all<Order>()) == 1);
  CHECK(Store::open("sqlite::memory:", options()).reader().count(all<Order>()) == 0);
}

TEST_CASE("sixteen threads that write wait for each other and none fails", "[engine]") {
  const Place place;
  auto store = place.open();
  constexpr int each = 25;
  std::atomic<int> failures{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 16; ++t)
    threads.emplace_back([&, t] {
      const auto ids = seeded_ids(100 + static_cast<std::uint64_t>(t));
      for (int i = 0; i < each; ++i) try {
          auto tx = store.begin();
          tx.insert(a_visit(ids));
          tx.commit(entry());
        } catch (const Error&) {
          ++failures;
        }
    });
  for (auto& thread : threads) thread.join();
  CHECK(failures == 0);
  auto reader = store.reader();
  CHECK(reader.count(all<Visit>()) == 16 * each);
  CHECK(audit_size(reader) == 16 * each);
  CHECK(verify_audit(reader).findings.empty());
}

TEST_CASE("processes that write wait for each other and none fails", "[engine]") {
  const Place place;
  { const auto founded = place.open(); }
  constexpr int processes = 4;
  constexpr int each = 25;
  for (int p = 0; p < processes; ++p) {
    if (::fork() != 0) continue;
    int failures = 0;
    try {
      auto store = place.open();
      const auto ids = seeded_ids(200 + static_cast<std::uint64_t>(p));
      for (int i = 0; i < each; ++i) {
        auto tx = store.begin();
        tx.insert(a_visit(ids));
        tx.commit(entry());
      }
    } catch (...) {
      failures = 1;
    }
    ::_exit(failures);
  }
  for (int p = 0; p < processes; ++p) {
    int status = 0;
    ::wait(&status);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
  }
  auto store = place.open();
  auto reader = store.reader();
  CHECK(reader.count(all<Visit>()) == processes * each);
  CHECK(verify_audit(reader).findings.empty());
}

TEST_CASE("processes that found the same database at once agree on one", "[engine]") {
  const Place place;
  constexpr int processes = 6;
  for (int p = 0; p < processes; ++p) {
    if (::fork() != 0) continue;
    int failures = 0;
    try {
      auto store = place.open();
      auto tx = store.begin();
      tx.insert(a_visit(seeded_ids(300 + static_cast<std::uint64_t>(p))));
      tx.commit(entry());
    } catch (...) {
      failures = 1;
    }
    ::_exit(failures);
  }
  for (int p = 0; p < processes; ++p) {
    int status = 0;
    ::wait(&status);
    CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 0));
  }
  CHECK(place.open().reader().count(all<Visit>()) == processes);
}

TEST_CASE("a writer that gets no turn in time is told that the database is busy", "[engine]") {
  const Place place;
  auto impatient = place.options();
  impatient.wait = std::chrono::seconds(1);
  auto store = Store::open(place.uri(), impatient);
  auto tx = store.begin();
  CHECK(code_of([&] { static_cast<void>(store.begin()); }) == ErrorCode::busy);
  tx.insert(a_visit(seeded_ids(10)));
  CHECK(tx.commit(entry()) == 0);
}
