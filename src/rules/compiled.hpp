#pragma once
/// \file
/// What an engine is made of: the table of all cubes, and the plan for columns.

#include "column_plan.hpp"
#include "table.hpp"

namespace patio::rules {

class Compiled {
 public:
  Compiled(const Vocabulary& vocabulary, const std::vector<Clause>& clauses);

  [[nodiscard]] const Table& table() const noexcept { return table_; }
  [[nodiscard]] const ColumnPlan& columns() const noexcept { return columns_; }

 private:
  Compiled(const Vocabulary& vocabulary, const Entries& entries);

  Table table_;
  ColumnPlan columns_;
};

/// The cubes of one gate in the order in which they decide.
[[nodiscard]] std::vector<Entry> in_order(const std::vector<Clause>& clauses, Gate gate);

}  // namespace patio::rules
