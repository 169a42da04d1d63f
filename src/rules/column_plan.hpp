#pragma once
/// \file
/// The rules made ready for columns: which sets of values have to be read off each column, and the cubes over them.

#include "literal_columns.hpp"
#include "entry.hpp"

namespace patio::rules {

struct ColumnPlan {
  struct Part {
    std::uint32_t first;
    std::uint32_t last;
  };
  /// The cubes of one gate, tier and effect.
  struct Step {
    Part cubes;
    Effect effect;
  };

  LiteralPlan literals;
  std::vector<std::uint32_t> cube_literals;
  /// By cube, its part of `cube_literals`.
  std::vector<Part> cubes;
  /// Of each gate, in the order in which they decide.
  std::array<std::vector<Step>, 3> gates;
};

[[nodiscard]] ColumnPlan plan_columns(const Vocabulary& vocabulary, const Entries& gates);

}  // namespace patio::rules
