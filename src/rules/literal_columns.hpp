#pragma once
/// \file
/// Literals over columns: for 256 rows at a time, on which rows a literal is settled and on which it may hold. Each distinct
/// literal is worked out once per batch, however many cubes name it.

#include <span>

#include <patio/rules/columns.hpp>

#include "words.hpp"

namespace patio::rules {

struct LiteralPlan {
  struct Attribute {
    std::uint32_t attribute;
    std::uint32_t values;
    std::uint32_t first_literal;
    std::uint32_t last_literal;
  };

  std::vector<Attribute> attributes;
  /// What each literal admits, attribute by attribute; within one in rising order.
  std::vector<Values> literals;
  /// For each literal, its attribute's place in `attributes`.
  std::vector<std::uint32_t> attribute_of;

  /// The number of a literal that the plan holds.
  [[nodiscard]] std::uint32_t number_of(const Literal& literal) const;
};

[[nodiscard]] LiteralPlan plan_literals(const Vocabulary& vocabulary, std::span<const Cube* const> cubes);

/// One batch of rows against one plan.
class LiteralBatch {
 public:
  explicit LiteralBatch(const LiteralPlan& plan)
      : plan_(plan), settled_(plan.literals.size(), Words::none()), unknown_(plan.attributes.size(), Words::none()) {}

  /// Rows beyond `rows`, at most 256, are unknown.
  void read(std::span<const Column> columns, std::size_t first_row, std::size_t rows);

  [[nodiscard]] const Words& settled(std::uint32_t literal) const noexcept { return settled_[literal]; }
  [[nodiscard]] Words possible(std::uint32_t literal) const noexcept {
    return settled_[literal] | unknown_[plan_.attribute_of[literal]];
  }

 private:
  void read_attribute(const LiteralPlan::Attribute& attribute, const std::uint8_t* bytes, Words& unknown);

  const LiteralPlan& plan_;
  std::vector<Words> settled_;
  std::vector<Words> unknown_;
};

}  // namespace patio::rules
