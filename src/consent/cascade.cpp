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
  return holds(consent.recipients, receiver) && holds(consent.categories, category) && !withholds(consent, receiver, category);
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

/// What the objection keeps from that receiver, among these categories. To a receiver that is one of several people it
/// means those whom it may be.
std::vector<CategoryCode> opposed(const Objection& objection, ConsentQuestion question,
                                  const std::vector<ProfessionalCode>& receivers,
                                  const std::vector<CategoryCode>& categories) {
  if (objection.professional && !receivers.empty() && !holds(receivers, *objection.professional)) return {};
  std::vector<CategoryCode> kept;
  for (const auto& category : categories) {
    question.category = category;
    if (opposes(objection, question, objection.professional)) kept.push_back(category);
  }
  return kept;
}

void put_in_order(ConsentCascade& effects, const std::map<OrganisationCode, std::set<CategoryCode>>& stops) {
  for (const auto& [receiver, categories] : stops)
    effects.stops.push_back({receiver, {categories.begin(), categories.end()}});
}

}  // namespace

ConsentCascade cascade(const Objection& objection, Date day, const std::vector<RestingReferral>& referrals,
                       const std::vector<PastSharing>& disclosures) {
  const PurposeCode orientation{"orientation"};
  ConsentCascade effects;
  for (const auto& referral : referrals) {
    if (referral.stage == SharingStage::over) continue;
    auto gone = opposed(objection, {referral.receiver, {}, orientation, day}, referral.received_by, referral.categories);
    if (gone.empty()) continue;
    const auto fate = referral.is_duty                              ? ReferralFate::move_ground
                      : referral.stage == SharingStage::in_flight ? ReferralFate::freeze
                                                                  : ReferralFate::cancel;
    effects.referrals.push_back({referral.id, fate, std::move(gone)});
  }
  std::map<OrganisationCode, std::set<CategoryCode>> stops;
  for (const auto& disclosure : disclosures) {
    std::vector<ProfessionalCode> receiver;
    if (disclosure.received_by) receiver.push_back(*disclosure.received_by);
    const auto gone = opposed(objection, {disclosure.receiver, {}, disclosure.purpose, day}, receiver, disclosure.categories);
    if (gone.empty()) continue;
    effects.kept.push_back(disclosure.id);
    if (!disclosure.is_duty) stops[disclosure.receiver].insert(gone.begin(), gone.end());
  }
  put_in_order(effects, stops);
  return effects;
}

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
  put_in_order(effects, stops);
  return effects;
}

}  // namespace patio
