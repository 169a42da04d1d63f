#include "consent_register.hpp"

#include <algorithm>
#include <set>

#include <patio/base/hash.hpp>

#include "../referral_course.hpp"

namespace patio {
namespace {

/// What a person may do alone even where heavier sharing would take another hand.
constexpr std::string_view light[] = {"identity", "attendance", "appointment"};
constexpr std::string_view medical[] = {"health", "disability"};

template <std::size_t N>
bool is_one_of(const CategoryCode& category, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), category.text()) != std::end(list);
}

RecordedParty party(const OrganisationCode& code, RecordedRole role, const Moment& moment) {
  const Organisation* known = find_by_code(moment.plan.organisations, code);
  return {code, known ? name_on(*known, moment.today) : code.text(), role};
}

}  // namespace

std::vector<Evidence> stamped(const std::vector<SeenEvidence>& seen, const Moment& moment) {
  std::vector<Evidence> evidence;
  for (const auto& each : seen) evidence.push_back({each.kind, each.sha256, moment.now, moment.professional.code});
  return evidence;
}

void check_evidence(Checker& checker, const std::vector<SeenEvidence>& seen) {
  for (std::size_t i = 0; i < seen.size(); ++i)
    checker.require(parse_hash(seen[i].sha256).has_value(), "/evidence/" + std::to_string(i) + "/sha256", "not_a_hash",
                    {"attendu : SHA-256 du document, 64 chiffres hexadécimaux en minuscules",
                     "expected the SHA-256 of the document, 64 lower-case hexadecimal digits"});
}

Capacity capacity_of(const Giving& giving, const Dossier& dossier, const Moment& moment) {
  CapacityRequest request;
  request.birth_date = dossier.person->birth_date;
  request.able = giving.person_able;
  request.titles = dossier.of<Representation>();
  request.act = giving.act;
  request.day = moment.today;
  return capacity(request);
}

ActCode act_of_consent(const std::vector<CategoryCode>& categories) {
  const auto all_of = [&](auto test) { return std::all_of(categories.begin(), categories.end(), test); };
  if (all_of([](const CategoryCode& each) { return is_one_of(each, light); })) return ActCode{"everyday_request"};
  const bool no_medical = all_of([](const CategoryCode& each) { return !is_one_of(each, medical); });
  return no_medical ? ActCode{"share_information"} : ActCode{"health_information"};
}

ConsentReceipt receipt_of(const Consent& consent, const Moment& moment) {
  std::vector<RecordedParty> parties{party(moment.hat.organisation, RecordedRole::controller, moment)};
  for (const auto& recipient : consent.recipients) parties.push_back(party(recipient, RecordedRole::recipient, moment));
  return make_receipt(next_id<ReceiptId>(moment.ids), consent, parties, moment.now, consent_terms(moment.today));
}

Consent noted(const Consent& consent, const Step<ConsentState>& step, ConsentEvent event, ConsentGiver by_whom,
              const Moment& moment) {
  return stepped(consent, step, {moment.now, event, {}, by_whom, moment.professional.code, {}}, moment.today);
}

namespace {

SharingStage stage_of(const Referral& referral) {
  if (is_final(referral.state)) return SharingStage::over;
  return is_unsent(referral.state) ? SharingStage::unsent : SharingStage::in_flight;
}

std::vector<RestingReferral> resting(const Dossier& dossier, const Moment& moment) {
  std::vector<RestingReferral> all;
  for (const auto& each : dossier.of<Referral>()) {
    const Service* service = find_by_code(moment.plan.services, each.service);
    RestingReferral one;
    one.id = each.id;
    one.stage = stage_of(each);
    one.consent_id = each.consent_id;
    one.categories = leaving(each);
    one.has_other_ground = each.ground && each.ground != ReferralGround::consent;
    one.is_duty = is_duty(each);
    if (service) one.receiver = service->organisation;
    if (each.owner) one.received_by = {*each.owner};
    else if (service) one.received_by = service->professionals;
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<PastSharing> shared(const Dossier& dossier) {
  std::vector<PastSharing> all;
  for (const auto& each : dossier.of<Disclosure>())
    all.push_back({each.id, each.consent_id, each.receiver, each.categories, each.purpose,
                   each.effect == name_of(rules::Effect::oblige), each.received_by});
  return all;
}

/// What has lost its ground stops, each in its way: cancelled or frozen for good, or back to waiting for a ground. The
/// receivers whom that tells to stop are added to those who were told.
void stop(const AffectedReferral& affected, const Dossier& dossier, const Moment& moment, ConsentChange& change,
          std::set<OrganisationCode>& told) {
  const Referral* referral = find_by_id(dossier.of<Referral>(), affected.referral_id);
  if (!referral || affected.fate == ReferralFate::move_ground) return;
  const Service* service = find_by_code(moment.plan.services, referral->service);
  if (service && referral->state == ReferralState::frozen) told.insert(service->organisation);
  const bool refused = is_unsent(referral->state) && affected.fate != ReferralFate::wait;
  ReferralCourse course(*referral, WriteKind::change, dossier, moment);
  if (course.take(refused ? ReferralEvent::ground_refused : ReferralEvent::ground_lost, {}) || !course.has_moved()) return;
  change.stopped.push_back(referral->id);
  for (auto& row : course.writes()) change.writes.push_back(std::move(row));
  for (auto& effect : course.effects()) {
    if (service && effect.kind == name_of(ReferralEffect::tell_receiver_to_stop)) told.insert(service->organisation);
    change.effects.push_back(std::move(effect));
  }
}

void follow(const ConsentCascade& effects, const Dossier& dossier, const Moment& moment, ConsentChange& change) {
  std::set<OrganisationCode> told;
  for (const auto& affected : effects.referrals) stop(affected, dossier, moment, change, told);
  for (const auto& each : effects.stops)
    if (!told.contains(each.receiver)) change.effects.emplace_back("tell_receiver_to_stop", each.receiver.text());
  for (const auto& each : effects.flagged) change.effects.emplace_back("review_disclosure", to_text(each));
  change.stops = effects.stops;
}

}  // namespace

ConsentChange change_of(const Consent& before, const Consent& after, const Dossier& dossier, const Moment& moment) {
  ConsentChange change{{changed(after), added(receipt_of(after, moment))}, {}, {}, {}};
  follow(cascade(before, after, resting(dossier, moment), shared(dossier)), dossier, moment, change);
  return change;
}

ConsentChange change_of(const Objection& objection, const Dossier& dossier, const Moment& moment) {
  ConsentChange change{{added(objection)}, {}, {}, {}};
  follow(cascade(objection, moment.today, resting(dossier, moment), shared(dossier)), dossier, moment, change);
  return change;
}

SuspendedConsents suspend_consents(const RepresentationId& title, const Dossier& dossier, const Moment& moment) {
  SuspendedConsents all;
  for (const auto& consent : dossier.of<Consent>()) {
    if (consent.representation_id != title) continue;
    ConsentContext context;
    context.by_representative = true;
    const auto step = consent_machine().step(consent.state, ConsentEvent::representative_ends, context);
    if (!step || step->no_op) continue;
    const Consent after = noted(consent, *step, ConsentEvent::representative_ends, ConsentGiver::representative, moment);
    ConsentChange change = change_of(consent, after, dossier, moment);
    all.ids.push_back(consent.id);
    std::move(change.writes.begin(), change.writes.end(), std::back_inserter(all.change.writes));
    std::move(change.effects.begin(), change.effects.end(), std::back_inserter(all.change.effects));
  }
  return all;
}

}  // namespace patio
