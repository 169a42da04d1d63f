#pragma once
/// \file
/// A leaf as a row of `audit_leaf`, and back.

#include <patio/store/audit.hpp>
#include <patio/store/row.hpp>

namespace patio::detail {

[[nodiscard]] Row row_from(const AuditRecord& record);
/// Throws Error(corrupt_file) on what was never written.
[[nodiscard]] AuditRecord record_from(const Row& row);
/// Nothing unless the row is, to the byte, what row_from() gives for some record.
[[nodiscard]] std::optional<AuditRecord> record_as_written(const Row& row);

}  // namespace patio::detail
