#include <patio/secrecy/hat_status.hpp>

#include "wording.hpp"

namespace patio {

HatStatus hat_status(const rules::RuleSet& set, const HatFacts& hat) {
  const rules::Facts facts = rules::facts_of(hat);
  const rules::Rank found = rules::strongest(set.statuses, facts);
  HatStatus status;
  if (!found.determining.empty())
    status.status = *enum_from<SecrecyStatus>(set.status_rules[found.determining.front()].effect);
  for (const auto row : found.determining) status.determining.push_back(determining_rule(set.status_rules[row]));
  for (const auto row : found.unsettled)
    status.unsettled.push_back(unsettled_rule(set.status_rules[row], set.statuses.rows[row].when, true,
                                              set.statuses.vocabulary, set.catalogue->hat_facts, facts));
  status.texts = cited_texts(*set.catalogue, status.determining);
  status.version = set.version;
  return status;
}

}  // namespace patio
