#pragma once
/// \file
/// What stands beside a leaf. The leaf holds the SHA-256 of its canonical JSON.

#include <patio/base/json.hpp>

namespace patio {

/// A row that the transaction wrote; without hash, one that it erased.
struct AuditedRow {
  std::string table;
  std::string key;
  std::optional<std::string> hash;
};
BOOST_DESCRIBE_STRUCT(AuditedRow, (), (table, key, hash))

struct AuditDetail {
  /// What the host gave.
  AnyJson entry;
  std::vector<AuditedRow> rows;
  /// Leaves whose details this transaction dropped, because the person was forgotten.
  std::vector<std::uint64_t> forgotten;
  /// Random: a dropped detail can't be guessed back from its hash.
  std::string salt;
};
BOOST_DESCRIBE_STRUCT(AuditDetail, (), (entry, rows, forgotten, salt))

}  // namespace patio
