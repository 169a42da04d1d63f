#include "wording.hpp"

#include <algorithm>

namespace patio {

DeterminingRule determining_rule(const rules::Rule& rule) {
  return {rule.id, rule.title, rule.texts, rule.confidence, rule.disputed};
}

UnsettledRule unsettled_rule(const rules::Rule& rule, const std::vector<rules::Cube>& when, bool lifts,
                             const rules::Vocabulary& vocabulary, const std::vector<rules::FactLabel>& labels,
                             const rules::Facts& facts) {
  std::vector<std::size_t> missing;
  bool first = true;
  for (const auto& cube : when) {
    if (!is_possible(cube, vocabulary, facts)) continue;
    std::vector<std::size_t> lacking;
    for (const auto& literal : cube.literals)
      if (!is_settled(literal, vocabulary, facts)) lacking.push_back(literal.attribute);
    if (!lifts) missing.insert(missing.end(), lacking.begin(), lacking.end());
    else if (first || lacking.size() < missing.size()) missing = lacking;
    first = false;
  }
  std::sort(missing.begin(), missing.end());
  missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
  UnsettledRule unsettled{rule.id, rule.title, {}};
  for (const auto attribute : missing) unsettled.missing.push_back({labels[attribute].name, labels[attribute].question});
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
