#pragma once
/// \file
/// Conditions of the needs book: read from their notation, and tried on facts with three values.

#include <string>
#include <vector>

#include <patio/base/json_tree.hpp>
#include <patio/orientation/need.hpp>

namespace patio {

enum class Truth { no, unknown, yes };

/// The outcome of a condition, and on what it rests.
struct Trial {
  Truth truth = Truth::no;
  /// What makes it true or false.
  std::vector<rules::Literal> decisive;
  /// What would settle it.
  std::vector<rules::Literal> missing;
};

/// Cubes from their notation: {"scheme": "agricultural", "age_band": ["from_18", "from_25"], "housing": {"not": "street"}}.
/// Every fault goes to the issues, with the path of what it is about.
[[nodiscard]] std::vector<rules::Cube> read_condition(const std::vector<AnyJson>& cubes, const std::string& path,
                                                      Issues& issues);

/// True if one of the cubes holds.
[[nodiscard]] Trial try_any(const std::vector<rules::Cube>& cubes, const rules::Facts& facts);

/// False if the exception is settled, unknown if it is possible.
[[nodiscard]] Trial try_rule(const DestinationRule& rule, const rules::Facts& facts);

/// The same truth without its grounds, and without allocating.
[[nodiscard]] Truth truth_of(const std::vector<rules::Cube>& cubes, const rules::Facts& facts) noexcept;
[[nodiscard]] Truth truth_of(const DestinationRule& rule, const rules::Facts& facts) noexcept;

[[nodiscard]] Issue book_issue(std::string path, std::string_view code);

}  // namespace patio
