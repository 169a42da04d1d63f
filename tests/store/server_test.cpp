#include "notebook.hpp"

#include <cstdio>

#include "catch.hpp"

using namespace notebook;

// What only a server can do. Run by postgresql_test.py, which makes one.

namespace {

/// Somebody at the server's own console.
std::string console(const std::string& sql) {
  const auto command = std::string("psql \"$PATIO_TEST_POSTGRESQL\" -qAtc \"") + sql + '"';
  auto* out = ::popen(command.c_str(), "r");
  REQUIRE(out != nullptr);
  std::string told;
  for (int c = std::fgetc(out); c != EOF; c = std::fgetc(out)) told += static_cast<char>(c);
  CHECK(::pclose(out) == 0);
  return told;
}

void end_all_connections() {
  console("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = 'patio'");
}

std::string tenant_of(const Place& place) { return "tenant_id = '" + to_text(place.options().tenant) + "'"; }

}  // namespace

TEST_CASE("a connection that the server ended is replaced before anything is done", "[.][server]") {
  const Place place;
  auto store = place.open();
  store.begin().commit(entry());
  end_all_connections();
  CHECK(store.begin().commit(entry()) == 1);
  end_all_connections();
  auto reader = store.reader();
  CHECK(audit_size(reader) == 2);
}

TEST_CASE("a transaction whose connection broke says so and leaves nothing", "[.][server]") {
  const Place place;
  auto store = place.open();
  const auto value = a_visit(seeded_ids(1));
  {
    auto tx = store.begin();
    tx.insert(value);
    end_all_connections();
    CHECK(code_of([&] { tx.commit(entry()); }) == ErrorCode::unavailable);
    CHECK(code_of([&] { tx.commit(entry()); }) == ErrorCode::misuse);
  }
  auto reader = store.reader();
  CHECK(audit_size(reader) == 0);
  CHECK(reader.count(all<Visit>()) == 0);
}

TEST_CASE("what is changed at the server's console is found", "[.][server]") {
  const Place place;
  auto store = place.open();
  const auto ids = seeded_ids(2);
  const auto first = a_visit(ids);
  for (const auto& each : {first, a_visit(ids)}) {
    auto tx = store.begin();
    tx.insert(each);
    tx.commit(entry(each.person_id));
  }
  const auto verdict = [&] {
    auto reader = store.reader();
    const auto report = verify_audit(reader);
    if (report.findings.empty()) return std::string("nothing");
    const auto& found = report.findings.front();
    return std::string(name_of(found.fault)) + (found.seq ? " " + std::to_string(*found.seq) : "");
  };
  CHECK(verdict() == "nothing");
  const auto ours = " WHERE " + tenant_of(place);
  SECTION("a row") {
    console("UPDATE visit SET note = 'other'" + ours + " AND id = '" + to_text(first.id) + "'");
    CHECK(verdict() == "row_changed 0");
  }
  SECTION("a row that is gone") {
    console("DELETE FROM visit" + ours + " AND id <> '" + to_text(first.id) + "'");
    CHECK(verdict() == "row_missing 1");
  }
  SECTION("a leaf") {
    console("UPDATE audit_leaf SET actor = 'pro:other'" + ours + " AND seq = 1");
    CHECK(verdict() == "leaf_changed 1");
  }
  SECTION("a detail") {
    console("UPDATE audit_leaf SET detail = replace(detail, 'visit', 'visiu')" + ours + " AND seq = 1");
    CHECK(verdict() == "detail_changed 1");
  }
  SECTION("a node") {
    console("UPDATE audit_node SET hash = repeat('0', 64)" + ours);
    CHECK(verdict() == "node_changed 1");
  }
  SECTION("the head") {
    console("UPDATE audit_head SET size = 1" + ours);
    CHECK(verdict() == "head_changed");
  }
}

TEST_CASE("a server that is not there, or that does not know us, is unavailable", "[.][server]") {
  for (const char* uri : {"postgresql://patio@/postgres?host=/no/such/folder", "postgresql://patio@/nodatabase?host=/tmp"})
    CHECK(code_of([&] { static_cast<void>(Store::open(uri, options())); }) == ErrorCode::unavailable);
}

TEST_CASE("every key of every table begins with the tenant", "[.][server]") {
  { const auto founded = Place().open(); }
  CHECK(console("SELECT count(*) FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = "
                "t.relnamespace JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0] WHERE n.nspname = "
                "'public' AND t.relname <> 'patio_meta' AND a.attname <> 'tenant_id'") == "0\n");
}
