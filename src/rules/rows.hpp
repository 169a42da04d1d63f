#pragma once
/// \file
/// Bitmaps over cubes: for each value of each attribute those that admit it, a bit each. The cubes that may hold are the AND of
/// the rows of what is known.

#include <span>

#include "entry.hpp"
#include "words.hpp"

namespace patio::rules {

/// The facts of one question, ready for rows.
struct Question {
  explicit Question(const Facts& asked) noexcept : facts(asked) {}

  const Facts& facts;
  /// By attribute, the row of the cubes that admit what is known of it.
  std::array<std::uint16_t, max_attributes> rows;
  /// By attribute, `Facts::unknown` if it is not wholly known, or its value's place plus one.
  std::array<Facts::State, max_attributes> states;
  /// The attributes that are not wholly known, a bit each.
  std::uint64_t open = 0;
};

/// Which row holds what. The row number 0 holds every cube.
class RowPlan {
 public:
  RowPlan(const Vocabulary& vocabulary, const Entries& entries);

  /// The rows of an attribute: the cubes that do not name it, all cubes (what is unknown excludes none), then for each value the
  /// cubes that admit it.
  static constexpr std::size_t not_naming = 0, for_unknown = 1, first_value = 2;

  [[nodiscard]] Question ready(const Facts& facts) const noexcept;

  /// How many rows there are.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] std::size_t attributes() const noexcept { return attributes_; }
  /// The attributes that some cube names, a bit each.
  [[nodiscard]] std::uint64_t names() const noexcept { return names_; }
  [[nodiscard]] std::size_t first_row(std::size_t attribute) const noexcept { return unknown_rows_[attribute] - for_unknown; }
  [[nodiscard]] Values all(std::size_t attribute) const noexcept { return first_values(value_counts_[attribute]); }

 private:
  std::size_t attributes_;
  std::size_t size_ = 1;
  std::uint64_t names_ = 0;
  /// An attribute that no cube names has the row of all cubes and no values.
  std::array<std::uint16_t, max_attributes> unknown_rows_{};
  std::array<std::uint8_t, max_attributes> value_counts_{};
};

/// One bit for each of 128 cubes or a few times as many; within a line of the processor's cache if their number allows it.
template <std::size_t Pairs>
struct alignas(std::has_single_bit(Pairs) ? Pairs * sizeof(WordPair) : sizeof(WordPair)) Row {
  static constexpr std::size_t cubes = 128 * Pairs;
  std::array<WordPair, Pairs> pairs;

  [[nodiscard]] std::uint64_t word(std::size_t w) const noexcept { return pairs[w / 2][w % 2]; }
  [[nodiscard]] bool has(std::size_t cube) const noexcept { return (word(cube / 64) >> (cube % 64) & 1) != 0; }
  void mark(std::size_t cube, bool there) noexcept {
    WordPair& pair = pairs[cube / 128];
    const std::uint64_t bit = std::uint64_t{1} << (cube % 64), word = pair[cube / 64 % 2];
    pair[cube / 64 % 2] = there ? word | bit : word & ~bit;
  }
};

/// Writes the rows of at most as many cubes as one has bits.
template <std::size_t Pairs>
void fill(const RowPlan& plan, std::span<const Cube* const> cubes, Row<Pairs>* rows) {
  rows[0] = {};
  for (std::size_t cube = 0; cube < cubes.size(); ++cube) rows[0].mark(cube, true);
  const auto each_attribute = [&](auto visit) {
    for (std::uint64_t left = plan.names(); left != 0; left &= left - 1) {
      const auto attribute = static_cast<std::size_t>(std::countr_zero(left));
      visit(rows + plan.first_row(attribute), std::popcount(plan.all(attribute)));
    }
  };
  each_attribute([&](Row<Pairs>* first, int) { first[RowPlan::not_naming] = first[RowPlan::for_unknown] = rows[0]; });
  for (std::size_t cube = 0; cube < cubes.size(); ++cube)
    for (const auto& literal : cubes[cube]->literals) rows[plan.first_row(literal.attribute) + RowPlan::not_naming].mark(cube, false);
  each_attribute([&](Row<Pairs>* first, int values) {
    std::fill_n(first + RowPlan::first_value, values, first[RowPlan::not_naming]);
  });
  for (std::size_t cube = 0; cube < cubes.size(); ++cube)
    for (const auto& [attribute, admits] : cubes[cube]->literals)
      for (Values left = admits & plan.all(attribute); left != 0; left &= left - 1)
        rows[plan.first_row(attribute) + RowPlan::first_value + static_cast<std::size_t>(std::countr_zero(left))].mark(cube, true);
}

/// Which cubes hold, and which may.
template <std::size_t Pairs>
struct Matched {
  Row<Pairs> settled;
  Row<Pairs> possible;
};

template <std::size_t Pairs>
[[nodiscard]] inline Matched<Pairs> match(const RowPlan& plan, const Question& question, const Row<Pairs>* rows) noexcept {
  std::array<WordPair, Pairs> possible = rows->pairs;
  // Four at a time: beyond the last attribute stands the row of all cubes.
  for (std::size_t i = 0; i < plan.attributes(); i += 4)
    for (std::size_t four = 0; four < 4; ++four) {
      const auto& row = rows[question.rows[i + four]].pairs;
      for (std::size_t p = 0; p < Pairs; ++p) possible[p] = possible[p] & row[p];
    }
  std::array<WordPair, Pairs> settled = possible;
  for (std::uint64_t open = question.open & plan.names(); open != 0; open &= open - 1) {
    const auto attribute = static_cast<std::size_t>(std::countr_zero(open));
    const Row<Pairs>* const first = rows + plan.first_row(attribute);
    if (question.facts.state(attribute) != Facts::partly) {
      for (std::size_t p = 0; p < Pairs; ++p) settled[p] = settled[p] & first[RowPlan::not_naming].pairs[p];
      continue;
    }
    // Settled if every value that may be true is admitted, possible if one is.
    std::array<WordPair, Pairs> some;
    some.fill(WordPair{0, 0});
    for (Values may = question.facts.may(attribute, plan.all(attribute)); may != 0; may &= may - 1) {
      const auto& row = first[RowPlan::first_value + static_cast<std::size_t>(std::countr_zero(may))].pairs;
      for (std::size_t p = 0; p < Pairs; ++p) settled[p] = settled[p] & row[p];
      for (std::size_t p = 0; p < Pairs; ++p) some[p] = some[p] | row[p];
    }
    for (std::size_t p = 0; p < Pairs; ++p) possible[p] = possible[p] & some[p];
  }
  for (std::size_t p = 0; p < Pairs; ++p) settled[p] = settled[p] & possible[p];
  return {{settled}, {possible}};
}

}  // namespace patio::rules
