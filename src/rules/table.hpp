#pragma once
/// \file
/// The cubes of all gates, which stand in the order in which they decide.
///
/// A small table is matched in one pass over all attributes, a large one cell by cell.

#include <variant>

#include "cells.hpp"

namespace patio::rules {

class Table {
 public:
  Table(const Vocabulary& vocabulary, const Entries& entries);

  struct alignas(16) Place {
    std::uint32_t rule = 0;
    std::uint32_t group = 0;
    Duties duties;
  };

  static constexpr std::size_t small_pairs = 4;
  template <std::size_t Pairs>
  using Rows = std::vector<Row<Pairs>>;
  using Body = std::variant<Rows<1>, Rows<2>, Rows<3>, Rows<small_pairs>, Cells>;

  /// The cubes of a small table, a bit each.
  using Bits = std::array<WordPair, small_pairs>;

  /// Cubes of one gate, tier and effect, which stand together.
  struct Group {
    Effect effect = Effect::deny;
    std::uint32_t first = 0;
    /// Where the cubes that decide together with these end.
    std::uint32_t kind_end = 0;
    /// In a small table: what decides with the first settled cube if that one is in this group, and what could still change
    /// its answer.
    Bits deciding{};
    Bits before{};
  };

  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  [[nodiscard]] const RowPlan& plan() const noexcept { return plan_; }
  [[nodiscard]] const Body& body() const noexcept { return body_; }
  [[nodiscard]] bool is_large() const noexcept { return std::holds_alternative<Cells>(body_); }
  /// Of a large table: true if the gates after the first have so few cubes that they stand first in all cells.
  [[nodiscard]] bool few_come_first() const noexcept { return few_come_first_; }

  /// The cubes of one gate.
  [[nodiscard]] const Range& gate(std::size_t gate) const noexcept { return gates_[gate]; }
  [[nodiscard]] const Place& place(std::size_t cube) const noexcept { return places_[cube]; }
  [[nodiscard]] const Group& group(std::size_t cube) const noexcept { return groups_[places_[cube].group]; }

  /// Of a small table: the words of one gate. The word after the last has a single bit, for the place that stands for no cube
  /// and decides when none is settled.
  [[nodiscard]] const std::array<std::uint64_t, 2 * small_pairs + 1>& own(std::size_t gate) const noexcept { return own_[gate]; }
  /// Of a small table: the cubes that lift nothing.
  [[nodiscard]] const Bits& blocking() const noexcept { return blocking_; }

 private:
  void add(const std::vector<Entry>& entries, std::size_t first);
  [[nodiscard]] Body body_of(const Vocabulary& vocabulary, std::span<const Cube* const> cubes);
  void set_bits(const Entries& entries, std::size_t pairs);

  RowPlan plan_;
  Body body_;
  bool few_come_first_ = false;
  std::array<Range, deciding_gates.size()> gates_;
  std::vector<Place> places_;
  std::vector<Group> groups_;
  std::array<std::array<std::uint64_t, 2 * small_pairs + 1>, deciding_gates.size()> own_{};
  Bits blocking_{};
};

}  // namespace patio::rules
