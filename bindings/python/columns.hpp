#pragma once
/// \file
/// The rules of one day for Python: one request at a time, or a whole table by its columns.

#include <pybind11/pybind11.h>

#include <memory>
#include <vector>

#include <patio/rules/rule_set.hpp>

namespace patio::python {

/// The values of one fact, row by row, numbered from 1; 0 is unknown.
struct GivenColumn {
  std::size_t attribute;
  std::vector<std::uint8_t> values;
};

/// Columns over any vocabulary, given as for decide_columns. Throws InvalidInput with the first hundred faults.
[[nodiscard]] std::vector<GivenColumn> read_given_columns(const rules::Vocabulary& vocabulary, const pybind11::object& columns);

/// `columns`: name of a fact -> its values, row by row. A column is a sequence of texts (None or nan is unknown), or a buffer of
/// bytes that number the values from 1 (0 is unknown). Gives a dict with the wanted columns: "effect", "effect_code",
/// "secrecy", "data_protection", "mandate", "rules", "unsettled", "obligations", "mandatory".
///
/// Throws InvalidInput with the first hundred faults. Other threads run while it decides.
[[nodiscard]] pybind11::dict decide_columns(const rules::RuleSet& rules, const pybind11::object& columns,
                                            const pybind11::object& wanted);

/// Decides requests one at a time for their effect alone. Immutable; it is called with the GIL held.
class QuickDecider {
 public:
  explicit QuickDecider(std::shared_ptr<const rules::RuleSet> rules);

  /// `facts`: name of a fact -> its value; None is unknown. Throws InvalidInput with the first hundred faults.
  [[nodiscard]] pybind11::object effect(const pybind11::dict& facts) const;

 private:
  struct Names;
  std::shared_ptr<const rules::RuleSet> rules_;
  std::shared_ptr<Names> names_;
};

}  // namespace patio::python
