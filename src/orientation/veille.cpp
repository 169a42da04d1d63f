#include <patio/orientation/veille.hpp>

#include <algorithm>

#include "condition.hpp"

namespace patio {
namespace {

bool holds(const std::vector<NeedCode>& needs, const NeedCode& need) {
  return std::find(needs.begin(), needs.end(), need) != needs.end();
}

bool holds(const std::vector<Suggestion>& suggestions, const NeedCode& need) {
  return std::any_of(suggestions.begin(), suggestions.end(), [&](const Suggestion& each) { return each.need == need; });
}

}  // namespace

std::vector<Suggestion> suggest(const NeedsBook& book, const SuggestionRequest& request) {
  const rules::Facts facts = rules::facts_of(request.facts);
  std::vector<Suggestion> found;
  for (const auto& code : request.present) {
    const Need* present = find_need(book, code, request.day);
    if (!present) continue;
    for (const auto& rule : present->suggests) {
      const Need* need = find_need(book, rule.need, request.day);
      const bool mentioned = holds(request.mentioned, rule.need);
      if (!need || holds(found, rule.need)) continue;
      if (holds(request.present, rule.need) || holds(request.refused, rule.need)) continue;
      if ((rule.only_if_mentioned || need->sensitive) && !mentioned) continue;
      // A suggestion is only a question to the person, so a fact that is not known does not hold it back.
      if (!rule.when.empty() && try_any(rule.when, facts).truth == Truth::no) continue;
      found.push_back({rule.need, need->title, code, mentioned});
    }
  }
  std::stable_partition(found.begin(), found.end(), [](const Suggestion& each) { return each.mentioned; });
  if (found.size() > most_suggestions) found.resize(most_suggestions);
  return found;
}

}  // namespace patio
