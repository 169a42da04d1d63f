#pragma once
/// \file
/// The rules of one day for Python: a whole table by its columns. One request at a time is in decider.hpp.

#include <pybind11/pybind11.h>

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

}  // namespace patio::python
