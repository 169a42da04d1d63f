#pragma once
/// \file
/// The rules made ready for columns: which sets of values have to be read off each column, and the cubes over them.

#include "table.hpp"

namespace patio::rules {

/// Each distinct literal is worked out once per batch, however many cubes name it.
struct ColumnPlan {
  struct Attribute {
    std::uint32_t attribute;
    std::uint32_t values;
    std::uint32_t first_literal;
    std::uint32_t last_literal;
  };
  struct Step {
    std::uint32_t first_literal;
    std::uint32_t last_literal;
    Effect effect;
  };

  std::vector<Attribute> attributes;
  /// What each literal admits, attribute by attribute.
  std::vector<Values> literals;
  /// For each literal, its attribute's place in `attributes`.
  std::vector<std::uint32_t> attribute_of;
  /// The literals of the cubes, one cube after the other.
  std::vector<std::uint32_t> cube_literals;
  /// The cubes of each gate in the order in which they decide.
  std::array<std::vector<Step>, 3> gates;
};

[[nodiscard]] ColumnPlan plan_columns(const Vocabulary& vocabulary, const Entries& gates);

}  // namespace patio::rules
