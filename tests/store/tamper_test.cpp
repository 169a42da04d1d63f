#include "intruder.hpp"
#include "notebook.hpp"

#include <fstream>
#include <iterator>

#include "catch.hpp"

using namespace notebook;

namespace {

/// Inserts, updates, an erasure, a forgotten person and a second type, in eight lines of the log.
std::vector<Visit> live(Store& store) {
  const auto ids = seeded_ids(1);
  std::vector<Visit> visits;
  for (int i = 0; i < 4; ++i) {
    auto tx = store.begin();
    visits.push_back(a_visit(ids));
    if (i == 2) visits.back().leaves_at.reset();
    tx.insert(visits.back());
    if (i == 0) tx.insert(Order{{"desk:1"}, "front"});
    tx.commit(entry(visits.back().person_id));
  }
  auto tx = store.begin();
  visits[0].note = "came back";
  tx.update(visits[0]);
  tx.commit(entry(visits[0].person_id));
  tx = store.begin();
  tx.erase<Visit>(visits[1].id);
  tx.commit(entry());
  tx = store.begin();
  tx.forget(visits[1].person_id);
  tx.commit(entry());
  tx = store.begin();
  tx.commit(entry(visits[2].person_id));
  return visits;
}

AuditReport verify(Store& store, const std::optional<Checkpoint>& older = {}) {
  auto reader = store.reader();
  return verify_audit(reader, older);
}

/// The first finding, as text: "row_changed 4".
std::string first(const AuditReport& report) {
  if (report.findings.empty()) return "nothing";
  const auto& found = report.findings.front();
  return std::string(name_of(found.fault)) + (found.seq ? " " + std::to_string(*found.seq) : "");
}

std::string tell(Store& store, const std::optional<Checkpoint>& older = {}) {
  try {
    return first(verify(store, older));
  } catch (const Error& error) {
    return std::string(name_of(error.code()));
  }
}

/// The number of the leaf that a row of a table belongs to.
std::optional<std::uint64_t> leaf_of(const std::string& table, const std::vector<std::string>& columns,
                                     const std::vector<std::string>& row, const std::vector<Visit>& visits) {
  const auto cell = [&](const std::string& name) {
    return row[static_cast<std::size_t>(std::ranges::find(columns, name) - columns.begin())];
  };
  if (table == "audit_leaf") return std::stoull(cell("seq"));
  if (table == "audit_node") return ((std::stoull(cell("idx")) + 1) << std::stoull(cell("level"))) - 1;
  if (table == "order") return 0;
  if (table == "visit") {
    if (cell("id") == to_text(visits[0].id)) return 4;
    return cell("id") == to_text(visits[2].id) ? 2 : 3;
  }
  if (table == "audit_subject") {
    for (std::uint64_t i = 0; i < visits.size(); ++i)
      if (cell("person_id") == to_text(visits[i].person_id)) return i;
  }
  return std::nullopt;
}

std::string where_row(const std::string& rowid) { return " WHERE rowid = " + rowid; }

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("an untouched database has nothing to find") {
  Folder folder;
  auto store = Store::open(folder.uri(), options());
  live(store);
  const auto report = verify(store);
  CHECK(report.findings.empty());
  CHECK(report.size == 8);
  CHECK(report.rows == 3 + 1 + 3);
}

TEST_CASE("one byte changed anywhere in a stored value is found, and the leaf concerned is named") {
  Folder folder;
  auto store = Store::open(folder.uri(), options());
  const auto visits = live(store);
  Intruder intruder(folder.file());
  int changed = 0;
  int missed = 0;
  int misnamed = 0;
  std::string examples;
  const auto judge = [&](const std::string& what, std::optional<std::uint64_t> leaf) {
    ++changed;
    const auto report = verify(store);
    const bool named = !report.findings.empty() && (!leaf || report.findings.front().seq == leaf);
    missed += report.findings.empty();
    misnamed += !report.findings.empty() && !named;
    if (!named && examples.size() < 1000) examples += what + ": " + first(report) + '\n';
  };
  for (const auto& table : intruder.tables()) {
    if (table == "patio_meta") continue;
    const auto columns = intruder.columns(table);
    std::string list;
    for (const auto& column : columns) list += (list.empty() ? "\"" : ", \"") + column + '"';
    for (const auto& row : intruder.rows("SELECT " + list + ", rowid FROM \"" + table + '"'))
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto at = "\"" + table + "\" SET \"" + columns[i] + "\" = ";
        const auto whose = leaf_of(table, columns, row, visits);
        const auto what = table + "." + columns[i];
        const auto type =
            intruder.text("SELECT typeof(\"" + columns[i] + "\") FROM \"" + table + '"' + where_row(row.back()));
        if (type == "integer") {
          for (const char* other : {"1", "-1"})
            if (intruder.run("UPDATE " + at + '"' + columns[i] + "\" + " + other + where_row(row.back()))) {
              judge(what, whose);
              REQUIRE(intruder.run("UPDATE " + at + row[i] + where_row(row.back())));
            }
          continue;
        }
        if (type == "null") {
          if (intruder.run("UPDATE " + at + "''" + where_row(row.back()))) judge(what, whose);
          intruder.run("UPDATE " + at + "NULL" + where_row(row.back()));
          continue;
        }
        for (std::size_t byte = 0; byte < row[i].size(); ++byte) {
          auto spoilt = row[i];
          spoilt[byte] = static_cast<char>(spoilt[byte] ^ (byte % 2 == 0 ? 0x01 : 0x20));
          if (!intruder.run("UPDATE " + at + '?' + where_row(row.back()), spoilt)) continue;
          judge(what + '[' + std::to_string(byte) + ']', whose);
          REQUIRE(intruder.run("UPDATE " + at + '?' + where_row(row.back()), row[i]));
        }
        if (intruder.run("UPDATE " + at + "CAST(\"" + columns[i] + "\" AS BLOB)" + where_row(row.back()))) {
          judge(what + " as a blob", whose);
          REQUIRE(intruder.run("UPDATE " + at + '?' + where_row(row.back()), row[i]));
        }
      }
  }
  INFO(examples);
  CHECK(missed == 0);
  CHECK(misnamed == 0);
  CHECK(changed > 6'000);
  CHECK(tell(store) == "nothing");
}

TEST_CASE("rows deleted, swapped, put in or brought back are found") {
  Folder folder;
  auto store = Store::open(folder.uri(), options());
  const auto visits = live(store);
  Intruder intruder(folder.file());
  const auto id = [&](std::size_t i) { return "'" + to_text(visits[i].id) + "'"; };
  SECTION("a row is deleted") {
    intruder.run("DELETE FROM visit WHERE id = " + id(2));
    CHECK(tell(store) == "row_missing 2");
  }
  SECTION("two rows exchange their keys") {
    intruder.run("UPDATE visit SET id = 'x' WHERE id = " + id(2));
    intruder.run("UPDATE visit SET id = " + id(2) + " WHERE id = " + id(3));
    intruder.run("UPDATE visit SET id = " + id(3) + " WHERE id = 'x'");
    CHECK(tell(store) == "row_changed 2");
  }
  SECTION("a row is copied under another key") {
    intruder.run("CREATE TEMP TABLE t AS SELECT * FROM visit WHERE id = " + id(2));
    intruder.run("UPDATE t SET id = '" + to_text(next_id<VisitId>(seeded_ids(99))) + "'");
    intruder.run("INSERT INTO visit SELECT * FROM t");
    CHECK(tell(store) == "row_unrecorded");
  }
  SECTION("an erased row is put back") {
    intruder.run("CREATE TEMP TABLE t AS SELECT * FROM visit WHERE id = " + id(2));
    intruder.run("UPDATE t SET id = " + id(1));
    intruder.run("INSERT INTO visit SELECT * FROM t");
    CHECK(tell(store) == "row_unrecorded 5");
  }
  SECTION("a table is emptied") {
    intruder.run("DELETE FROM \"order\"");
    CHECK(tell(store) == "row_missing 0");
  }
  SECTION("a table is dropped") {
    intruder.run("DROP TABLE \"order\"");
    CHECK(tell(store) == "row_missing 0");
  }
  SECTION("a detail is dropped though nobody was forgotten") {
    intruder.run("UPDATE audit_leaf SET detail = NULL WHERE seq = 3");
    CHECK(tell(store) == "detail_missing 3");
  }
  SECTION("a person is given the pseudonym of another") {
    intruder.run("UPDATE audit_subject SET person_id = 'x' WHERE person_id = '" + to_text(visits[0].person_id) + "'");
    CHECK(tell(store) == "row_changed 0");
  }
}

TEST_CASE("leaves and nodes deleted, swapped or put in are found") {
  Folder folder;
  auto store = Store::open(folder.uri(), options());
  live(store);
  Intruder intruder(folder.file());
  SECTION("a leaf is deleted") {
    intruder.run("DELETE FROM audit_leaf WHERE seq = 3");
    CHECK(tell(store) == "leaf_missing 3");
  }
  SECTION("two leaves exchange their places") {
    intruder.run("UPDATE audit_leaf SET seq = 100 WHERE seq = 2");
    intruder.run("UPDATE audit_leaf SET seq = 2 WHERE seq = 4");
    intruder.run("UPDATE audit_leaf SET seq = 4 WHERE seq = 100");
    CHECK(tell(store) == "leaf_changed 2");
  }
  SECTION("a leaf is put in at the end") {
    intruder.run("CREATE TEMP TABLE t AS SELECT * FROM audit_leaf WHERE seq = 0");
    intruder.run("UPDATE t SET seq = 8");
    intruder.run("INSERT INTO audit_leaf SELECT * FROM t");
    CHECK(tell(store) == "leaf_changed 8");
  }
  SECTION("a leaf is put in far beyond the end") {
    intruder.run("CREATE TEMP TABLE t AS SELECT * FROM audit_leaf WHERE seq = 0");
    intruder.run("UPDATE t SET seq = 9223372036854775807");
    intruder.run("INSERT INTO audit_leaf SELECT * FROM t");
    CHECK(tell(store) == "leaf_missing 8");
  }
  SECTION("a node is deleted") {
    intruder.run("DELETE FROM audit_node WHERE level = 1 AND idx = 1");
    CHECK(tell(store) == "node_missing 3");
  }
  SECTION("a node is put in") {
    intruder.run("INSERT INTO audit_node SELECT tenant_id, 9, idx, hash FROM audit_node WHERE level = 1 AND idx = 0");
    CHECK(tell(store) == "node_changed");
  }
  SECTION("the head says less") {
    intruder.run("UPDATE audit_head SET size = 7");
    CHECK(tell(store) == "head_changed");
  }
  SECTION("the head says more") {
    intruder.run("UPDATE audit_head SET size = 9");
    CHECK(tell(store) == "leaf_missing 8");
  }
  SECTION("everything is deleted") {
    for (const char* table : {"audit_leaf", "audit_node", "audit_head"}) intruder.run(std::string("DELETE FROM ") + table);
    CHECK(tell(store) == "row_unrecorded");
  }
}

TEST_CASE("a tail cut without a trace in the data, or a log made anew, is found with an old checkpoint") {
  Folder folder;
  auto store = Store::open(folder.uri(), options());
  live(store);
  const auto kept_elsewhere = [&] {
    auto reader = store.reader();
    return checkpoint(reader);
  }();
  CHECK(tell(store, kept_elsewhere) == "nothing");
  Intruder intruder(folder.file());
  SECTION("the tail is cut") {
    intruder.run("DELETE FROM audit_leaf WHERE seq = 7");
    intruder.run("DELETE FROM audit_node WHERE level = 3 OR (level = 2 AND idx = 1) OR (level = 1 AND idx = 3)");
    intruder.run("UPDATE audit_head SET size = 7");
    CHECK(tell(store) == "nothing");
    CHECK(tell(store, kept_elsewhere) == "other_past");
  }
  SECTION("the log is made anew") {
    Folder other;
    auto rebuilt = Store::open(other.uri(), options());
    live(rebuilt);
    auto tx = rebuilt.begin();
    tx.commit(entry());
    CHECK(tell(rebuilt) == "nothing");
    CHECK(tell(rebuilt, kept_elsewhere) == "other_past");
  }
  SECTION("the log goes on") {
    for (int i = 0; i < 9; ++i) store.begin().commit(entry());
    CHECK(tell(store, kept_elsewhere) == "nothing");
  }
  SECTION("it is the checkpoint of another log") {
    auto other = kept_elsewhere;
    other.origin = "libpatio/other";
    CHECK(tell(store, other) == "other_past");
  }
}

namespace {

/// Flips one bit of each `step`th byte of the file. Each change must be found, or make the file refused, or lie where no
/// value is (free space, counters).
void sweep_file(std::size_t step) {
  Folder folder;
  {
    auto store = Store::open(folder.uri(), options());
    live(store);
  }
  {
    // Small pages, so that the whole file is soon swept.
    Intruder intruder(folder.file());
    REQUIRE(intruder.run("PRAGMA journal_mode = DELETE"));
    REQUIRE(intruder.run("PRAGMA page_size = 512"));
    REQUIRE(intruder.run("VACUUM"));
  }
  const auto whole = bytes_of(folder.file());
  const auto truth = Intruder(folder.file()).dump();
  CHECK(truth.size() > 8'000);
  Folder copies;
  int found = 0;
  int refused = 0;
  int idle = 0;
  std::string missed;
  for (std::size_t at = 0; at < whole.size(); at += step) {
    auto spoilt = whole;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 1 << at / step % 8);
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(copies.file() + suffix);
    std::ofstream(copies.file(), std::ios::binary) << spoilt;
    const bool same = Intruder(copies.file()).dump() == truth;
    const auto verdict = [&] {
      try {
        auto store = Store::open(copies.uri(), options());
        return first(verify(store));
      } catch (const Error& error) {
        return std::string(name_of(error.code()));
      }
    }();
    if (verdict == "nothing") same ? ++idle : (missed += std::to_string(at) + ' ', 0);
    else verdict.find("_file") != std::string::npos ? ++refused : ++found;
    if (verdict == "storage" || verdict == "internal") missed += std::to_string(at) + verdict + ' ' + spoilt.substr(at - 20, 40) + '\n';
  }
  INFO(missed);
  CHECK(missed.empty());
  INFO(found << " found, " << refused << " refused, " << idle << " idle");
  CHECK(found + refused > idle);
}

}  // namespace

TEST_CASE("one bit flipped anywhere in the file is found, or the file refused, or no value is concerned") { sweep_file(13); }

TEST_CASE("one bit flipped in every byte of the file", "[.][sweep]") { sweep_file(1); }
