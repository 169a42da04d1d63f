#pragma once
/// \file
/// What an engine is made of: the table of all cubes, its cells if it is large, and the plan for columns.

#include "column_plan.hpp"
#include "table.hpp"

namespace patio::rules {

class Compiled {
 public:
  Compiled(const Vocabulary& vocabulary, const std::vector<Clause>& clauses, Layout layout);

  [[nodiscard]] Question ready(const Facts& facts) const noexcept;

  /// The table that holds every cube that matters for this question.
  [[nodiscard]] const Table& table(const Question& question) const noexcept {
    if (cells_.empty() || question.facts.some_partly()) return whole_;
    std::size_t cell = 0;
    for (const auto& cut : cuts_) cell = cell * (cut.values + 1) + question.known[cut.attribute];
    return cells_[cell];
  }

  [[nodiscard]] const ColumnPlan& columns() const noexcept { return columns_; }

 private:
  struct Cut {
    std::size_t attribute;
    std::size_t values;
  };

  Compiled(const Vocabulary& vocabulary, const Entries& entries, Layout layout);
  static std::vector<Cut> choose_cuts(const Vocabulary& vocabulary, const Entries& entries);
  /// A cell for each combination of what the cuts may be: unknown, then value by value.
  void fill_cells(const Vocabulary& vocabulary, const Entries& entries, std::size_t depth, std::vector<std::size_t>& known);

  /// By attribute; 0 beyond the last.
  std::array<std::uint8_t, max_attributes> value_counts_{};
  Table whole_;
  std::vector<Cut> cuts_;
  std::vector<Table> cells_;
  ColumnPlan columns_;
};

/// The cubes of one gate in the order in which they decide.
[[nodiscard]] std::vector<Entry> in_order(const std::vector<Clause>& clauses, Gate gate);

}  // namespace patio::rules
