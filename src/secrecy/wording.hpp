#pragma once
/// \file
/// From numbers of the engine to what people read.

#include <patio/secrecy/decision.hpp>

namespace patio {

/// With the facts that keep it from being settled: see missing_facts.
[[nodiscard]] UnsettledRule unsettled_rule(const rules::Rule& rule, const std::vector<rules::Cube>& when, bool lifts,
                                           const rules::Vocabulary& vocabulary,
                                           const std::vector<rules::FactLabel>& labels, const rules::Facts& facts);

/// The texts that the rules cite, each once, in their order.
[[nodiscard]] std::vector<CitedText> cited_texts(const rules::Catalogue& catalogue,
                                                 const std::vector<DeterminingRule>& determining);

}  // namespace patio
