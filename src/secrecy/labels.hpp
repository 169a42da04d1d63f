#pragma once
/// \file
/// The rulebook's words for facts, values and effects, for pages.

#include <patio/rules/rule_set.hpp>

namespace patio {

/// Null if the catalogue has no such fact of a request.
[[nodiscard]] const rules::FactLabel* fact_named(const rules::RuleSet& rules, std::string_view name);
/// The names themselves where the catalogue has no words.
[[nodiscard]] Text fact_label(const rules::RuleSet& rules, std::string_view fact);
[[nodiscard]] Text value_label(const rules::RuleSet& rules, std::string_view fact, std::string_view value);
[[nodiscard]] Text effect_word(rules::Effect effect);

}  // namespace patio
