#include "intruder.hpp"

#include <patio/base/json_tree.hpp>
#include "notebook.hpp"

#include <cmath>
#include <set>

#include "catch.hpp"

using namespace notebook;

namespace {

/// The same bytes in every run.
RandomSource seeded_random(std::uint64_t seed) {
  return [ids = seeded_ids(seed)](std::span<std::uint8_t> bytes) mutable {
    Bytes16 block{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      if (i % block.size() == 0) block = ids();
      bytes[i] = block[i % block.size()];
    }
  };
}

OpenOptions seeded(std::uint64_t seed) {
  auto made = options();
  made.random = seeded_random(seed);
  return made;
}

void write_one(Store& store, const IdSource& ids, std::optional<PersonId> subject = {}) {
  auto tx = store.begin();
  tx.insert(a_visit(ids));
  tx.commit(entry(subject));
}

}  // namespace

TEST_CASE("a line of the log says who did what, when and for what, and names nobody", "[engine]") {
  const Place place;
  auto store = place.open();
  const auto ids = seeded_ids(1);
  const auto value = a_visit(ids, "a secret note");
  auto tx = store.begin();
  tx.insert(value);
  auto line = entry(value.person_id);
  line.detail = R"({"recipient":"org:caf"})";
  tx.commit(line);

  auto reader = store.reader();
  const auto records = audit_records(reader, 0, 10);
  REQUIRE(records.size() == 1);
  const auto& leaf = records.front().leaf;
  CHECK(leaf.seq == 0);
  CHECK(leaf.at == moment());
  CHECK(leaf.actor == AuditActor{"pro:fs1"});
  CHECK(leaf.action == AuditAction{"record_visit"});
  CHECK(leaf.purpose == AuditPurpose{"reception"});
  REQUIRE(leaf.subject);
  CHECK(to_text(*leaf.subject) != to_text(value.person_id));
  const auto told = to_json(records.front());
  CHECK(told.find("secret") == std::string::npos);
  CHECK(told.find(to_text(value.person_id)) == std::string::npos);
  CHECK(records.front().detail->find(R"("entry":{"recipient":"org:caf"})") != std::string::npos);
  CHECK(records.front().detail->find(to_text(value.id)) != std::string::npos);
  CHECK(records.front().leaf_hash == to_text(leaf_hash(canonical_bytes(place.options().tenant, leaf))));
}

TEST_CASE("a person has one pseudonym in a log and another in each other log", "[engine]") {
  const Place place;
  auto store = place.open();
  auto other = Store::open(place.uri(), place.others());
  const auto ids = seeded_ids(3);
  const auto marc = next_id<PersonId>(ids);
  const auto zoe = next_id<PersonId>(ids);
  for (const auto& person : {marc, zoe, marc}) {
    write_one(store, ids, person);
    write_one(other, ids, person);
  }
  auto reader = store.reader();
  auto other_reader = other.reader();
  const auto about = audit_records_about(reader, marc);
  REQUIRE(about.size() == 2);
  CHECK(about[0].leaf.seq == 0);
  CHECK(about[1].leaf.seq == 2);
  CHECK(about[0].leaf.subject == about[1].leaf.subject);
  CHECK(audit_records_about(reader, zoe).front().leaf.subject != about[0].leaf.subject);
  CHECK(audit_records_about(other_reader, marc).front().leaf.subject != about[0].leaf.subject);
}

TEST_CASE("the bytes of a leaf are fixed for ever") {
  AuditLeaf leaf{7, moment(), {"pro:fs1"}, {"read"}, {"reception"}, {}, std::string(64, 'a'), std::string(64, 'b')};
  const auto bytes = canonical_bytes(single_tenant, leaf);
  CHECK(bytes.substr(0, 41) == std::string("\x01\0\0\0\x24", 5) + "00000000-0000-4000-8000-000000000001");
  CHECK(bytes.substr(41, 5) == std::string("\0\0\0\x01", 4) + "7");
  CHECK(to_text(leaf_hash(bytes)) == "30d09be3b588fb7c472aa1130a9ce525d2238e3917526889b3114ca9325310e6");
}

TEST_CASE("two fields never merge into the same bytes") {
  AuditLeaf one{1, moment(), {"ab"}, {"c"}, {"d"}, {}, "n", "h"};
  AuditLeaf two{1, moment(), {"a"}, {"bc"}, {"d"}, {}, "n", "h"};
  CHECK(canonical_bytes(single_tenant, one) != canonical_bytes(single_tenant, two));
}

TEST_CASE("with the same randomness the same writes give the same log") {
  Folder folder;
  std::set<Hash> roots;
  for (const char* name : {"a.db", "b.db"}) {
    auto store = Store::open(folder.uri(name), seeded(5));
    const auto ids = seeded_ids(6);
    for (int i = 0; i < 5; ++i) write_one(store, ids, next_id<PersonId>(ids));
    auto reader = store.reader();
    roots.insert(audit_root(reader));
  }
  CHECK(roots.size() == 1);
}

TEST_CASE("every line is proved to be in the log, and every state to be the beginning of the next", "[engine]") {
  const Place place;
  auto store = place.open();
  const auto ids = seeded_ids(7);
  std::vector<Hash> roots;
  for (int i = 0; i < 40; ++i) {
    auto reader = store.reader();
    roots.push_back(audit_root(reader));
    reader = store.reader();
    write_one(store, ids);
  }
  auto reader = store.reader();
  roots.push_back(audit_root(reader));
  for (std::uint64_t size = 1; size <= 40; ++size) {
    CHECK(audit_root(reader, size) == roots[size]);
    for (std::uint64_t seq = 0; seq < size; ++seq) {
      const auto leaf = *parse_hash(audit_records(reader, seq, 1).front().leaf_hash);
      CHECK(verify_inclusion(leaf, seq, size, prove_inclusion(reader, seq, size), roots[size]));
    }
    for (std::uint64_t older = 1; older <= size; ++older)
      CHECK(verify_consistency(older, size, roots[older], roots[size], prove_consistency(reader, older, size)));
  }
  CHECK(code_of([&] { static_cast<void>(audit_root(reader, 41)); }) == ErrorCode::misuse);
  CHECK(code_of([&] { static_cast<void>(prove_inclusion(reader, 0, 41)); }) == ErrorCode::misuse);
  CHECK(code_of([&] { static_cast<void>(prove_consistency(reader, 0, 40)); }) == ErrorCode::misuse);
  CHECK(verify_audit(reader).findings.empty());
}

TEST_CASE("a checkpoint reads back, and nothing else does") {
  const Checkpoint made{"libpatio/x", 40, sha256("root")};
  const auto text = to_text(made);
  CHECK(text.substr(0, 14) == "libpatio/x\n40\n");
  CHECK(parse_checkpoint(text) == made);
  CHECK(parse_checkpoint(text + "extension\n\n— signature\n") == made);
  CHECK_FALSE(parse_checkpoint(""));
  CHECK_FALSE(parse_checkpoint("libpatio/x\n40\n"));
  CHECK_FALSE(parse_checkpoint("\n40\n" + text.substr(14)));
  CHECK_FALSE(parse_checkpoint("libpatio/x\n040\n" + text.substr(14)));
  CHECK_FALSE(parse_checkpoint("libpatio/x\n-1\n" + text.substr(14)));
  CHECK_FALSE(parse_checkpoint("libpatio/x\n40\nAAAA\n"));
  CHECK_FALSE(parse_checkpoint(text.substr(0, text.size() - 1)));
}

TEST_CASE("the checkpoint of a log has its origin, size and root", "[engine]") {
  const Place place;
  auto named = place.options();
  named.origin = "patio.ville.example/journal";
  auto store = Store::open(place.uri(), named);
  write_one(store, seeded_ids(8));
  auto reader = store.reader();
  CHECK(checkpoint(reader) == Checkpoint{"patio.ville.example/journal", 1, audit_root(reader)});
  auto plain = place.open();
  auto plain_reader = plain.reader();
  CHECK(checkpoint(plain_reader).origin == "libpatio/" + to_text(place.options().tenant));
}

TEST_CASE("forgetting a tenth of a thousand people leaves every proof and checkpoint valid", "[engine]") {
  const Place place;
  auto store = place.open();
  const auto ids = seeded_ids(9);
  std::vector<Visit> visits;
  std::vector<Checkpoint> checkpoints;
  for (int batch = 0; batch < 1000; ++batch) {
    auto tx = store.begin();
    auto each = a_visit(ids);
    visits.push_back(each);
    tx.insert(each);
    tx.commit(entry(each.person_id));
    if (batch % 100 == 0) {
      auto reader = store.reader();
      checkpoints.push_back(checkpoint(reader));
    }
  }
  std::set<std::string> pseudonyms;
  for (std::size_t i = 0; i < visits.size(); i += 10) {
    auto tx = store.begin();
    pseudonyms.insert(to_text(*audit_records_about(tx, visits[i].person_id).front().leaf.subject));
    tx.erase<Visit>(visits[i].id);
    tx.forget(visits[i].person_id);
    tx.commit(entry());
  }
  CHECK(pseudonyms.size() == 100);
  auto reader = store.reader();
  for (const auto& each : checkpoints) CHECK(verify_audit(reader, each).findings.empty());
  const auto size = audit_size(reader);
  REQUIRE(size == 1100);
  const auto top = audit_root(reader);
  const auto records = audit_records(reader, 0, 2000);
  REQUIRE(records.size() == size);
  for (const auto& record : records) {
    const auto leaf = leaf_hash(canonical_bytes(place.options().tenant, record.leaf));
    CHECK(verify_inclusion(leaf, record.leaf.seq, size, prove_inclusion(reader, record.leaf.seq, size), top));
  }
  for (std::size_t i = 0; i < visits.size(); i += 10) {
    CHECK(audit_records_about(reader, visits[i].person_id).empty());
    CHECK_FALSE(records[i].detail);
  }
}

TEST_CASE("once a person is forgotten nothing in the file leads to them") {
  Folder folder;
  auto store = Store::open(folder.uri(), options());
  const auto value = a_visit(seeded_ids(13));
  auto tx = store.begin();
  tx.insert(value);
  tx.commit(entry(value.person_id));
  Intruder intruder(folder.file());
  CHECK(intruder.dump().find(to_text(value.person_id)) != std::string::npos);
  tx = store.begin();
  tx.erase<Visit>(value.id);
  tx.forget(value.person_id);
  tx.commit(entry());
  CHECK(intruder.dump().find(to_text(value.person_id)) == std::string::npos);
}

TEST_CASE("a row that outlives the forgotten person is still watched over") {
  Folder folder;
  auto store = Store::open(folder.uri(), options());
  const auto ids = seeded_ids(10);
  const auto kept = a_visit(ids);
  auto tx = store.begin();
  tx.insert(kept);
  tx.commit(entry(kept.person_id));
  tx = store.begin();
  tx.forget(kept.person_id);
  const auto seq = tx.commit(entry());
  Intruder(folder.file()).run("UPDATE visit SET note = 'other'");
  auto reader = store.reader();
  const auto report = verify_audit(reader);
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings.front() == AuditFinding{AuditFault::row_changed, seq, "visit", to_text(kept.id)});
}

TEST_CASE("what a row held can't be guessed back from the log once it is gone") {
  Folder folder;
  auto store = Store::open(folder.uri(), options());
  const auto ids = seeded_ids(11);
  const auto value = a_visit(ids, "guess me");
  auto tx = store.begin();
  tx.insert(value);
  tx.commit(entry());
  const auto detail = [&] {
    auto reader = store.reader();
    return *audit_records(reader, 0, 1).front().detail;
  }();
  // Whoever knows the salt can recognise the row; it stands in the row itself and goes with it.
  Intruder intruder(folder.file());
  const auto salt = intruder.text("SELECT row_salt FROM visit");
  Json row = Json::object();
  const auto cells = row_of(value);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto& name = table_of<Visit>().columns[i].name;
    if (const auto* number = std::get_if<std::int64_t>(&cells[i])) row[name] = *number;
    if (const auto* text = std::get_if<std::string>(&cells[i])) row[name] = *text;
  }
  CHECK(detail.find(to_text(sha256(salt + row.dump()))) != std::string::npos);
  CHECK(detail.find(to_text(sha256(row.dump()))) == std::string::npos);
  tx = store.begin();
  tx.erase<Visit>(value.id);
  tx.commit(entry());
  CHECK(intruder.dump().find(salt) == std::string::npos);
}

TEST_CASE("no false success: what commit() acknowledged is there, what failed is not", "[engine]") {
  const Place place;
  auto store = place.open();
  const auto ids = seeded_ids(12);
  std::set<std::string> acknowledged;
  const auto taken = a_visit(ids);
  for (int i = 0; i < 300; ++i) {
    const auto value = i == 0 ? taken : a_visit(ids);
    try {
      auto tx = store.begin();
      tx.insert(value);
      if (i % 3 == 1) try {
          tx.insert(taken);
        } catch (const Error&) {
        }
      if (i % 7 == 2) tx.rollback();
      tx.commit(entry());
      acknowledged.insert(to_text(value.id));
    } catch (const Error&) {
    }
  }
  auto reader = store.reader();
  std::set<std::string> kept;
  for (const auto& each : reader.find(all<Visit>())) kept.insert(to_text(each.id));
  CHECK(kept == acknowledged);
  CHECK(audit_size(reader) == acknowledged.size());
  CHECK(acknowledged.size() > 150);
}
