#pragma once
/// \file
/// Conditions (lists of cubes, one of which must hold) over columns, 256 rows at a time: on which rows one is settled, and
/// on which it may hold. The same answers as cube.hpp gives row by row.

#include "literal_columns.hpp"

namespace patio::rules {

class ConditionPlan {
 public:
  ConditionPlan(const Vocabulary& vocabulary, const std::vector<std::vector<Cube>>& conditions);

  [[nodiscard]] std::size_t size() const noexcept { return conditions_.size(); }
  [[nodiscard]] const LiteralPlan& literals() const noexcept { return literals_; }

  struct Answer {
    Words settled;
    Words possible;
  };
  /// A condition without cubes never holds.
  [[nodiscard]] Answer answer(std::size_t condition, const LiteralBatch& batch) const noexcept;

 private:
  struct Part {
    std::uint32_t first;
    std::uint32_t last;
  };
  LiteralPlan literals_;
  std::vector<std::uint32_t> cube_literals_;
  /// By cube, its part of `cube_literals_`; by condition, its part of `cubes_`.
  std::vector<Part> cubes_;
  std::vector<Part> conditions_;
};

}  // namespace patio::rules
