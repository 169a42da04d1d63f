#include "screening_plan.hpp"

#include <algorithm>

namespace patio {

using rules::Words;

std::vector<DestinationCode> primaries_of(const Need& need) {
  std::vector<DestinationCode> codes;
  for (const auto& rule : need.destinations)
    if (rule.role == DestinationRole::primary && std::find(codes.begin(), codes.end(), rule.destination) == codes.end())
      codes.push_back(rule.destination);
  return codes;
}

std::vector<std::vector<rules::Cube>> ScreeningPlan::conditions_of(const std::vector<const Need*>& needs) {
  std::vector<std::vector<rules::Cube>> conditions;
  for (const Need* need : needs) {
    for (const auto& rule : need->destinations) {
      if (rule.role != DestinationRole::primary) continue;
      if (!rule.when.empty()) conditions.push_back(rule.when);
      if (!rule.unless.empty()) conditions.push_back(rule.unless);
    }
  }
  return conditions;
}

ScreeningPlan::ScreeningPlan(const std::vector<const Need*>& needs)
    : conditions_(orientation_vocabulary(), conditions_of(needs)) {
  std::size_t next = 0;
  for (const Need* need : needs) {
    const auto destinations = primaries_of(*need);
    const std::size_t first = rules_.size();
    for (const auto& rule : need->destinations) {
      if (rule.role != DestinationRole::primary) continue;
      const auto place = std::find(destinations.begin(), destinations.end(), rule.destination) - destinations.begin();
      Rule made{{}, {}, static_cast<std::size_t>(place) + 1};
      if (!rule.when.empty()) made.when = next++;
      if (!rule.unless.empty()) made.unless = next++;
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
    answers.rows[rule.destination] |= undecided & settled;
    undecided &= ~settled;
    may |= possible;
  }
  answers.fact_missing = undecided & may;
  answers.rows[0] = undecided & ~may;
}

}  // namespace patio
