#include "wording.hpp"

#include <algorithm>

namespace patio {

UnsettledRule unsettled_rule(const rules::Rule& rule, const std::vector<rules::Cube>& when, bool lifts,
                             const rules::Vocabulary& vocabulary, const std::vector<rules::FactLabel>& labels,
                             const rules::Facts& facts) {
  UnsettledRule unsettled{rule.id, rule.title, {}};
  const rules::Attributes missing = rules::missing_facts(when, lifts, vocabulary, facts);
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (missing >> i & 1U) unsettled.missing.push_back({labels[i].name, labels[i].question});
  return unsettled;
}

std::vector<CitedText> cited_texts(const rules::Catalogue& catalogue, const std::vector<DeterminingRule>& determining) {
  std::vector<CitedText> cited;
  for (const auto& rule : determining) {
    for (const auto& ref : rule.texts) {
      if (std::any_of(cited.begin(), cited.end(), [&](const auto& each) { return each.ref == ref; })) continue;
      const auto text =
          std::find_if(catalogue.texts.begin(), catalogue.texts.end(), [&](const auto& each) { return each.ref == ref; });
      cited.push_back({ref, text->title});
    }
  }
  return cited;
}

}  // namespace patio
