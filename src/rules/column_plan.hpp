#pragma once
/// \file
/// The rules made ready for columns: which sets of values have to be read off each column, and the cubes over them.

#include "literal_columns.hpp"
#include "table.hpp"

namespace patio::rules {

struct ColumnPlan {
  struct Step {
    std::uint32_t first_literal;
    std::uint32_t last_literal;
    Effect effect;
  };

  LiteralPlan literals;
  /// The literals of the cubes, one cube after the other.
  std::vector<std::uint32_t> cube_literals;
  /// The cubes of each gate in the order in which they decide.
  std::array<std::vector<Step>, 3> gates;
};

[[nodiscard]] ColumnPlan plan_columns(const Vocabulary& vocabulary, const Entries& gates);

}  // namespace patio::rules
