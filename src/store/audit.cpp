#include <patio/store/audit.hpp>

#include <patio/base/json_tree.hpp>

#include <algorithm>

#include "audit_detail.hpp"
#include "audit_record.hpp"
#include "audit_subject.hpp"
#include "failure.hpp"
#include "schema.hpp"
#include "session.hpp"

namespace patio {

using detail::Fault;
using detail::insert_sql;
using detail::select_sql;
using detail::Session;
using detail::StatementWriter;

namespace {

void add_field(std::string& bytes, std::string_view field) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(field.size() >> shift & 0xff);
  bytes += field;
}

Cell number_cell(std::uint64_t number) { return static_cast<std::int64_t>(number); }

Selection equal_to(const Table& table, const std::string& column, ColumnKind kind, Cell value) {
  return {{equals({table.name, column}, kind, std::move(value))}, {}, {}};
}

std::vector<AuditRecord> records_of(Session& session, const Selection& selection) {
  std::vector<AuditRecord> records;
  for (const auto& row : session.rows(select_sql(detail::audit_leaf_table(), session.tenant(), selection)))
    records.push_back(detail::record_from(row));
  return records;
}

Hash stored_hash(const std::optional<Row>& row) {
  const auto* text = row ? std::get_if<std::string>(&row->front()) : nullptr;
  const auto hash = text == nullptr ? std::nullopt : parse_hash(*text);
  if (!hash) throw failure(Fault::corrupt);
  return *hash;
}

NodeSource stored_nodes(Session& session) {
  return [&session](NodeAddress address) {
    StatementWriter sql;
    if (address.level == 0)
      sql.add(R"(SELECT "leaf_hash" FROM "audit_leaf" WHERE "tenant_id" = )").text(session.tenant());
    else
      sql.add(R"(SELECT "hash" FROM "audit_node" WHERE "tenant_id" = )").text(session.tenant()).add(R"( AND "level" = )").number(
          address.level);
    sql.add(address.level == 0 ? R"( AND "seq" = )" : R"( AND "idx" = )").number(address.index).gives(ColumnKind::text);
    return stored_hash(session.first_row(sql.take()));
  };
}

std::optional<AuditSubject> subject_of(Session& session, const PersonId& person) {
  const auto selection = equal_to(table_of<AuditSubject>(), "person_id", ColumnKind::text, to_text(person));
  const auto row = session.first_row(select_sql(table_of<AuditSubject>(), session.tenant(), selection));
  return row ? std::optional(from_row<AuditSubject>(*row)) : std::nullopt;
}

AuditSubjectId pseudonym_of(Session& session, const PersonId& person) {
  if (const auto known = subject_of(session, person)) return known->id;
  const IdSource ids = [&] {
    Bytes16 bytes{};
    session.gate().options().random(bytes);
    return bytes;
  };
  const AuditSubject fresh{next_id<AuditSubjectId>(ids), person};
  session.insert(table_of<AuditSubject>(), row_of(fresh));
  return fresh.id;
}

Json checked_detail(const AuditEntry& entry) {
  if (entry.actor.empty()) throw failure(Fault::bad_entry, "actor");
  if (entry.action.empty()) throw failure(Fault::bad_entry, "action");
  if (entry.purpose.empty()) throw failure(Fault::bad_entry, "purpose");
  if (parse_instant(to_text(entry.at)) != entry.at) throw failure(Fault::bad_entry, "at");
  if (entry.subject && is_nil(*entry.subject)) throw failure(Fault::bad_entry, "subject");
  auto parsed = parse_json(entry.detail);
  if (!parsed || !parsed->is_object() || !detail::is_storable_text(entry.detail)) throw failure(Fault::bad_entry, "detail");
  return std::move(*parsed);
}

void add_to_tree(Session& session, const AuditRecord& record, const Hash& leaf) {
  const auto& tenant = session.tenant();
  session.run(insert_sql(detail::audit_leaf_table(), tenant, detail::row_from(record), {}));
  for (const auto& [address, hash] : append(record.leaf.seq, leaf, stored_nodes(session)))
    if (address.level > 0)
      session.run(insert_sql(detail::audit_node_table(), tenant,
                             {number_cell(address.level), number_cell(address.index), to_text(hash)}, {}));
  StatementWriter sql;
  sql.add(R"(UPDATE "audit_head" SET "size" = )").number(record.leaf.seq + 1).add(R"( WHERE "tenant_id" = )").text(tenant);
  session.run(sql.take());
}

void expect_within(Reader& reader, std::uint64_t size) {
  if (size > audit_size(reader)) throw failure(Fault::beyond_log);
}

}  // namespace

std::string canonical_bytes(const TenantId& tenant, const AuditLeaf& leaf) {
  std::string bytes(1, '\x01');
  add_field(bytes, to_text(tenant));
  add_field(bytes, std::to_string(leaf.seq));
  add_field(bytes, to_text(leaf.at));
  add_field(bytes, leaf.actor.text());
  add_field(bytes, leaf.action.text());
  add_field(bytes, leaf.purpose.text());
  add_field(bytes, leaf.subject ? to_text(*leaf.subject) : "");
  add_field(bytes, leaf.nonce);
  add_field(bytes, leaf.detail_hash);
  return bytes;
}

std::uint64_t audit_size(Reader& reader) {
  auto& session = reader.session();
  const auto row = session.first_row(select_sql(detail::audit_head_table(), session.tenant(), {}));
  return row ? static_cast<std::uint64_t>(std::get<std::int64_t>(row->front())) : 0;
}

std::vector<AuditRecord> audit_records(Reader& reader, std::uint64_t first, std::uint32_t count) {
  const Condition from_first{Condition::Test::at_least, {detail::audit_leaf_table().name, "seq"}, ColumnKind::integer, {number_cell(first)}};
  const Selection selection{{from_first}, {}, count};
  return records_of(reader.session(), selection);
}

std::vector<AuditRecord> audit_records_about(Reader& reader, const PersonId& person) {
  const auto subject = subject_of(reader.session(), person);
  if (!subject) return {};
  return records_of(reader.session(), equal_to(detail::audit_leaf_table(), "subject", ColumnKind::text, to_text(subject->id)));
}

Hash audit_root(Reader& reader) { return audit_root(reader, audit_size(reader)); }

Hash audit_root(Reader& reader, std::uint64_t size) {
  expect_within(reader, size);
  return root(size, stored_nodes(reader.session()));
}

Proof prove_inclusion(Reader& reader, std::uint64_t seq, std::uint64_t size) {
  expect_within(reader, size);
  return prove_inclusion(seq, size, stored_nodes(reader.session()));
}

Proof prove_consistency(Reader& reader, std::uint64_t older, std::uint64_t newer) {
  expect_within(reader, newer);
  return prove_consistency(older, newer, stored_nodes(reader.session()));
}

namespace detail {

std::uint64_t append_leaf(Session& session, const AuditEntry& entry) {
  AuditDetail detail{checked_detail(entry), {}, session.forgotten, session.random_text(32)};
  AuditRecord record;
  record.leaf = {session.log_size, entry.at, entry.actor, entry.action, entry.purpose, {}, session.random_text(32), {}};
  if (entry.subject) record.leaf.subject = pseudonym_of(session, *entry.subject);
  for (const auto& [row, hash] : session.written) detail.rows.push_back({row.first, row.second, hash});
  record.detail = to_json(detail);
  record.leaf.detail_hash = to_text(sha256(*record.detail));
  const auto leaf = leaf_hash(canonical_bytes(session.gate().options().tenant, record.leaf));
  record.leaf_hash = to_text(leaf);
  add_to_tree(session, record, leaf);
  return record.leaf.seq;
}

bool has_leaf(Session& session, std::uint64_t seq) {
  const auto selection = equal_to(audit_leaf_table(), "seq", ColumnKind::integer, number_cell(seq));
  return session.connection().first_row(select_sql(audit_leaf_table(), session.tenant(), selection)).has_value();
}

}  // namespace detail
}  // namespace patio
