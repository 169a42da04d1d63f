#pragma once
/// \file
/// Everything that can go wrong in this room, each with its code and its two sentences. No other text leaves it.

#include <string_view>

#include <patio/base/error.hpp>

namespace patio::detail {

enum class Fault {
  unstorable,            // table, column
  unreadable,            // table, column
  duplicate,             // table
  missing_row,           // table
  undeclared_table,      // table
  other_shape,           // table
  too_many_values,
  poisoned,
  finished,
  bad_entry,             // field
  beyond_log,
  bad_uri,
  no_backend,
  foreign_file,
  empty_file,
  not_there,
  newer_version,         // version
  corrupt,
  busy,
  unavailable,
  unknown_outcome,
  refused_by_database,
};

/// `first` and `second` are names of tables, columns or fields: never a value.
[[nodiscard]] Error failure(Fault fault, std::string_view first = {}, std::string_view second = {});

}  // namespace patio::detail
