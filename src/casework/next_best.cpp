#include <patio/casework/next_best.hpp>

#include <algorithm>

namespace patio {
namespace {

bool receives(const Candidate& candidate) {
  return candidate.openness != Openness::full && candidate.openness != Openness::suspended &&
         candidate.openness != Openness::not_yet_open;
}

}  // namespace

NextBest next_best(const Orientation& orientation, const std::vector<ServiceCode>& asked) {
  NextBest next;
  const auto was_asked = [&](const Candidate& candidate) {
    return candidate.service && std::find(asked.begin(), asked.end(), *candidate.service) != asked.end();
  };
  for (const auto* list : {&orientation.primaries, &orientation.secondaries, &orientation.conditional})
    for (const auto& candidate : *list)
      if (receives(candidate) && !was_asked(candidate)) next.candidates.push_back(candidate);
  next.see_person_again = next.candidates.empty();
  return next;
}

std::vector<ServiceCode> services_asked(const std::vector<Referral>& referrals, const NeedId& need) {
  std::vector<ServiceCode> asked;
  for (const auto& each : referrals)
    if (each.need_id == need && each.state != ReferralState::draft) asked.push_back(each.service);
  return asked;
}

}  // namespace patio
