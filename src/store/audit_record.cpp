#include "audit_record.hpp"

#include "schema.hpp"

namespace patio::detail {
namespace {

template <class F>
void read(const Row& row, std::size_t at, F& field) {
  if (!read_cell(row[at], &field, shape_of<F>())) fail_unreadable(audit_leaf_table().name, audit_leaf_table().columns[at].name);
}

template <class F>
void read(const Row& row, std::size_t at, std::optional<F>& field) {
  if (row[at] != Cell()) read(row, at, field.emplace());
}

}  // namespace

Row row_from(const AuditRecord& record) {
  const auto& leaf = record.leaf;
  return {static_cast<std::int64_t>(leaf.seq),
          to_text(leaf.at),
          leaf.actor.text(),
          leaf.action.text(),
          leaf.purpose.text(),
          leaf.subject ? Cell(to_text(*leaf.subject)) : Cell(),
          leaf.nonce,
          leaf.detail_hash,
          record.leaf_hash,
          record.detail ? Cell(*record.detail) : Cell()};
}

AuditRecord record_from(const Row& row) {
  AuditRecord record;
  auto& leaf = record.leaf;
  read(row, 0, leaf.seq);
  read(row, 1, leaf.at);
  read(row, 2, leaf.actor);
  read(row, 3, leaf.action);
  read(row, 4, leaf.purpose);
  read(row, 5, leaf.subject);
  read(row, 6, leaf.nonce);
  read(row, 7, leaf.detail_hash);
  read(row, 8, record.leaf_hash);
  read(row, 9, record.detail);
  return record;
}

std::optional<AuditRecord> record_as_written(const Row& row) {
  try {
    auto record = record_from(row);
    const auto again = row_from(record);
    if (std::equal(again.begin(), again.end(), row.begin())) return record;
  } catch (const Error&) {
    // The same answer: nobody wrote this.
  }
  return std::nullopt;
}

}  // namespace patio::detail
