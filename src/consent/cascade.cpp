#include <patio/consent/cascade.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace patio {
namespace {

template <class List, class Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool is_open(ConsentState state) { return state == ConsentState::active || state == ConsentState::pending_proof; }

bool in_scope(const Consent& consent, const OrganisationCode& receiver, const CategoryCode& category) {
  return holds(consent.recipients, receiver) && holds(consent.categories, category) && !holds(consent.withheld, category);
}

/// What this receiver may no longer have, among these categories.
std::vector<CategoryCode> lost(const Consent& before, const Consent& after, const OrganisationCode& receiver,
                               const std::vector<CategoryCode>& categories) {
  std::vector<CategoryCode> gone;
  for (const auto& category : categories)
    if (in_scope(before, receiver, category) && !(is_open(after.state) && in_scope(after, receiver, category)))
      gone.push_back(category);
  return gone;
}

/// Expired or suspended, the same consent may come back; withdrawn, it does not.
bool may_come_back(ConsentState state) { return state == ConsentState::expired || state == ConsentState::suspended; }

ReferralFate fate_of(const RestingReferral& referral, ConsentState after) {
  if (referral.has_other_ground) return ReferralFate::move_ground;
  if (referral.stage == SharingStage::in_flight) return ReferralFate::freeze;
  return may_come_back(after) ? ReferralFate::wait : ReferralFate::cancel;
}

}  // namespace

ConsentCascade cascade(const Consent& before, const Consent& after, const std::vector<RestingReferral>& referrals,
                       const std::vector<PastSharing>& disclosures) {
  ConsentCascade effects;
  // A renewed consent carries what rested on the old one.
  if (after.state == ConsentState::superseded) return effects;
  std::map<OrganisationCode, std::set<CategoryCode>> stops;
  for (const auto& referral : referrals) {
    if (referral.consent_id != before.id || referral.stage == SharingStage::over) continue;
    auto gone = lost(before, after, referral.receiver, referral.categories);
    if (!gone.empty()) effects.referrals.push_back({referral.id, fate_of(referral, after.state), std::move(gone)});
  }
  for (const auto& disclosure : disclosures) {
    if (disclosure.consent_id != before.id) continue;
    effects.kept.push_back(disclosure.id);
    if (after.state == ConsentState::lapsed || after.state == ConsentState::void_) effects.flagged.push_back(disclosure.id);
    const auto carried = std::any_of(referrals.begin(), referrals.end(), [&](const RestingReferral& each) {
      return each.consent_id == before.id && each.receiver == disclosure.receiver && each.has_other_ground &&
             each.stage == SharingStage::in_flight;
    });
    if (carried) continue;
    for (const auto& category : lost(before, after, disclosure.receiver, disclosure.categories))
      stops[disclosure.receiver].insert(category);
  }
  for (const auto& [receiver, categories] : stops)
    effects.stops.push_back({receiver, {categories.begin(), categories.end()}});
  return effects;
}

}  // namespace patio
