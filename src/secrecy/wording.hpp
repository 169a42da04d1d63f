#pragma once
/// \file
/// From numbers of the engine to what people read.

#include <patio/secrecy/decision.hpp>

namespace patio {

[[nodiscard]] DeterminingRule determining_rule(const rules::Rule& rule);

/// The facts that keep the rule from being settled. For a rule that lifts, those of the case that lacks least: it is
/// enough. For one that blocks, those of every case: each has to be ruled out.
[[nodiscard]] UnsettledRule unsettled_rule(const rules::Rule& rule, const std::vector<rules::Cube>& when, bool lifts,
                                           const rules::Vocabulary& vocabulary,
                                           const std::vector<rules::FactLabel>& labels, const rules::Facts& facts);

/// The texts that the rules cite, each once, in their order.
[[nodiscard]] std::vector<CitedText> cited_texts(const rules::Catalogue& catalogue,
                                                 const std::vector<DeterminingRule>& determining);

}  // namespace patio
