#pragma once
/// \file
/// The tables of an engine: one per gate, and its cells if it is large.

#include "column_plan.hpp"
#include "table.hpp"

namespace patio::rules {

/// The cubes of one gate, whole and cut into cells by some attributes.
class GateTables {
 public:
  GateTables(const Vocabulary& vocabulary, const std::vector<Entry>& entries, Layout layout);

  /// The table that holds every cube that matters for these facts.
  [[nodiscard]] const Table& table(const Facts& facts) const noexcept {
    if (cells_.empty()) return whole_;
    std::size_t cell = 0;
    for (const auto& cut : cuts_) {
      const Facts::State state = facts.state(cut.attribute);
      if (state == Facts::partly) return whole_;
      cell = cell * (cut.values + 1) + (state <= cut.values ? state : 0);
    }
    return cells_[cell];
  }

 private:
  struct Cut {
    std::size_t attribute;
    std::size_t values;
  };

  void fill_cells(const Vocabulary& vocabulary, const std::vector<Entry>& entries, std::size_t depth,
                  std::vector<std::size_t>& known);
  static std::vector<Cut> choose_cuts(const Vocabulary& vocabulary, const std::vector<Entry>& entries);

  Table whole_;
  std::vector<Cut> cuts_;
  std::vector<Table> cells_;
};

class Compiled {
 public:
  Compiled(const Vocabulary& vocabulary, const std::vector<Clause>& clauses, Layout layout);

  [[nodiscard]] const GateTables& gate(Gate gate) const noexcept { return gates_[static_cast<std::size_t>(gate)]; }

  [[nodiscard]] const ColumnPlan& columns() const noexcept { return columns_; }

  /// The attributes that are not known, a bit each.
  [[nodiscard]] std::uint64_t open(const Facts& facts) const noexcept;

 private:
  /// By attribute; 0 beyond the last.
  std::array<std::uint8_t, max_attributes> value_counts_{};
  std::vector<GateTables> gates_;
  ColumnPlan columns_;
};

/// The cubes of one gate in the order in which they decide.
[[nodiscard]] std::vector<Entry> in_order(const std::vector<Clause>& clauses, Gate gate);

}  // namespace patio::rules
