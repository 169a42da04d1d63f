#pragma once
/// \file
/// The cheapest way from a refusal to an answer that flows: the smallest set of changes among facts that can be obtained.
///
///     if (const auto way = cheapest_way(set, facts)) for (const Step& step : way->steps) propose(step.obtainable->how);

#include <optional>
#include <vector>

#include <patio/rules/rule_set.hpp>

namespace patio::rules {

/// One fact brought to a value. Points into the catalogue of the rule set.
struct Step {
  std::size_t attribute = 0;
  std::size_t value = 0;
  const FactLabel* fact = nullptr;
  const Obtainable* obtainable = nullptr;
};

struct Way {
  std::vector<Step> steps;
  int cost = 0;
  Facts facts;
};

/// More changes than this are no advice.
inline constexpr std::size_t most_steps = 4;

/// Of all sets of at most four changes, one value per fact, after which the answer flows: the one of least cost, then of
/// fewest changes, then the first in the order of the catalogue. Exact: every cheaper set has been tried. Nothing if there
/// is none, or if the answer flows as it is.
[[nodiscard]] std::optional<Way> cheapest_way(const RuleSet& set, const Facts& facts);

}  // namespace patio::rules
