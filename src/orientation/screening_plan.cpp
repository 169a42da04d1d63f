#include "screening_plan.hpp"

#include <algorithm>

namespace patio {

using rules::Words;

Primaries primaries_of(const StandingRules& standing) {
  Primaries primaries;
  for (const auto& each : standing.rules)
    if (each.rule->role == DestinationRole::primary && each.here != Truth::no) primaries.push_back(each);
  return primaries;
}

std::vector<DestinationCode> destinations_of(const Primaries& primaries) {
  std::vector<DestinationCode> codes;
  for (const auto& each : primaries)
    if (std::find(codes.begin(), codes.end(), each.rule->destination) == codes.end()) codes.push_back(each.rule->destination);
  return codes;
}

std::vector<std::vector<rules::Cube>> ScreeningPlan::conditions_of(const std::vector<Primaries>& needs) {
  std::vector<std::vector<rules::Cube>> conditions;
  for (const auto& primaries : needs) {
    for (const auto& each : primaries) {
      if (!each.rule->when.empty()) conditions.push_back(each.rule->when);
      if (!each.rule->unless.empty()) conditions.push_back(each.rule->unless);
    }
  }
  return conditions;
}

ScreeningPlan::ScreeningPlan(const std::vector<Primaries>& needs)
    : conditions_(orientation_vocabulary(), conditions_of(needs)) {
  std::size_t next = 0;
  for (const auto& primaries : needs) {
    const auto destinations = destinations_of(primaries);
    const std::size_t first = rules_.size();
    for (const auto& each : primaries) {
      const auto place = std::find(destinations.begin(), destinations.end(), each.rule->destination) - destinations.begin();
      Rule made{{}, {}, static_cast<std::size_t>(place) + 1, each.here == Truth::yes};
      if (!each.rule->when.empty()) made.when = next++;
      if (!each.rule->unless.empty()) made.unless = next++;
      rules_.push_back(made);
    }
    needs_.push_back({first, rules_.size(), destinations.size()});
  }
}

void ScreeningPlan::answer(std::size_t need, const rules::LiteralBatch& batch, Answers& answers) const {
  const Part& part = needs_[need];
  answers.rows.assign(part.destinations + 1, Words::none());
  Words undecided = Words::all(), may = Words::none();
  for (std::size_t i = part.first; i < part.last; ++i) {
    const Rule& rule = rules_[i];
    Words settled = Words::all(), possible = Words::all();
    if (rule.when) {
      const auto when = conditions_.answer(*rule.when, batch);
      settled = when.settled;
      possible = when.possible;
    }
    if (rule.unless) {
      const auto unless = conditions_.answer(*rule.unless, batch);
      settled &= ~unless.possible;
      possible &= ~unless.settled;
    }
    if (!rule.certain) settled = Words::none();
    answers.rows[rule.destination] |= undecided & settled;
    undecided &= ~settled;
    may |= possible;
  }
  answers.fact_missing = undecided & may;
  answers.rows[0] = undecided & ~may;
}

}  // namespace patio
