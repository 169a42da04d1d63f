#include <iostream>

#include <patio/secrecy/french_rulebook.hpp>
#include <patio/secrecy/decision.hpp>

int main() {
  using namespace patio;
  const auto rules = french_rulebook()->as_of(2026_y / 3 / 10);
  AccessRequest request;  // what is not said is unknown, and unknown is never yes
  request.action = RequestAction::disclose;
  request.actor = Actor::ccas_agent;
  request.actor_status = SecrecyStatus::miss;
  request.recipient = Recipient::mayor;
  request.category = DataCategory::rights;
  request.purpose = Purpose::recruiting_or_mailing;

  const Decision decision = decide(*rules, request);
  std::cout << name_of(decision.effect) << '\n';
  for (const auto& rule : decision.determining) std::cout << rule.id << ": " << rule.title.en << '\n';
}
