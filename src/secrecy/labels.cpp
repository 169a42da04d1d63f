#include "labels.hpp"

namespace patio {

const rules::FactLabel* fact_named(const rules::RuleSet& rules, std::string_view name) {
  for (const auto& fact : rules.catalogue->request_facts)
    if (fact.name == name) return &fact;
  return nullptr;
}

Text fact_label(const rules::RuleSet& rules, std::string_view fact) {
  if (const auto* found = fact_named(rules, fact)) return found->label;
  return {std::string(fact), std::string(fact)};
}

Text value_label(const rules::RuleSet& rules, std::string_view fact, std::string_view value) {
  if (const auto* found = fact_named(rules, fact))
    for (const auto& each : found->values)
      if (each.name == value) return each.label;
  return {std::string(value), std::string(value)};
}

Text effect_word(rules::Effect effect) {
  switch (effect) {
    case rules::Effect::permit: return {"oui", "yes"};
    case rules::Effect::oblige: return {"dû", "due"};
    case rules::Effect::transform: return {"après masquage", "once masked"};
    case rules::Effect::human: return {"quelqu'un décide", "a person decides"};
    case rules::Effect::defer: return {"plus tard", "later"};
    case rules::Effect::deny: break;
  }
  return {"non", "no"};
}

}  // namespace patio
