#include <patio/consent/cascade.hpp>

#include "arbitrary.hpp"
#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

const OrganisationCode udaf{"org:udaf"}, mds{"org:mds"};
const CategoryCode identity{"identity"}, resources{"resources"}, health{"health"};

Consent active() {
  Consent consent;
  consent.id.bytes[0] = 1;
  consent.recipients = {udaf, mds};
  consent.categories = {identity, resources};
  consent.state = ConsentState::active;
  return consent;
}

Consent in_state(ConsentState state) {
  Consent consent = active();
  consent.state = state;
  return consent;
}

RestingReferral referral(SharingStage stage, bool other_ground = false) {
  RestingReferral one;
  one.id.bytes[0] = 9;
  one.stage = stage;
  one.consent_id = active().id;
  one.receiver = udaf;
  one.categories = {identity, resources};
  one.has_other_ground = other_ground;
  return one;
}

PastSharing disclosure(const OrganisationCode& receiver, std::uint8_t mark) {
  PastSharing one;
  one.id.bytes[0] = mark;
  one.consent_id = active().id;
  one.receiver = receiver;
  one.categories = {identity, resources};
  return one;
}

std::optional<ReferralFate> fate(ConsentState after, const RestingReferral& referral) {
  const auto effects = cascade(active(), in_state(after), {referral}, {});
  if (effects.referrals.empty()) return std::nullopt;
  return effects.referrals.front().fate;
}

}  // namespace

TEST_CASE("a withdrawal cancels what has not left and freezes what is under way, unless another ground carries it") {
  CHECK(fate(ConsentState::withdrawn, referral(SharingStage::unsent)) == ReferralFate::cancel);
  CHECK(fate(ConsentState::withdrawn, referral(SharingStage::in_flight)) == ReferralFate::freeze);
  CHECK(fate(ConsentState::withdrawn, referral(SharingStage::unsent, true)) == ReferralFate::move_ground);
  CHECK(fate(ConsentState::withdrawn, referral(SharingStage::in_flight, true)) == ReferralFate::move_ground);
  CHECK_FALSE(fate(ConsentState::withdrawn, referral(SharingStage::over)));
}

TEST_CASE("after an expiry or a suspension what has not left waits, as the consent may come back") {
  for (const auto state : {ConsentState::expired, ConsentState::suspended}) {
    CHECK(fate(state, referral(SharingStage::unsent)) == ReferralFate::wait);
    CHECK(fate(state, referral(SharingStage::in_flight)) == ReferralFate::freeze);
    CHECK(fate(state, referral(SharingStage::in_flight, true)) == ReferralFate::move_ground);
  }
}

TEST_CASE("a renewal carries what rested on the old consent") {
  const auto effects =
      cascade(active(), in_state(ConsentState::superseded), {referral(SharingStage::in_flight)}, {disclosure(udaf, 1)});
  CHECK(effects == ConsentCascade{});
}

TEST_CASE("whoever received is told to stop, each once, and every disclosure stays in the register") {
  const auto effects = cascade(active(), in_state(ConsentState::withdrawn), {},
                               {disclosure(mds, 1), disclosure(udaf, 2), disclosure(udaf, 3)});
  CHECK(effects.stops == std::vector<StopNotice>{{mds, {identity, resources}}, {udaf, {identity, resources}}});
  CHECK(effects.kept.size() == 3);
  CHECK(effects.flagged.empty());
}

TEST_CASE("nobody is told to stop what goes on under another ground") {
  const auto effects =
      cascade(active(), in_state(ConsentState::withdrawn), {referral(SharingStage::in_flight, true)}, {disclosure(udaf, 1)});
  CHECK(effects.stops.empty());
  CHECK(effects.kept.size() == 1);
}

TEST_CASE("what was shared on a consent never proved, or void, is flagged for somebody to look at") {
  CHECK(cascade(in_state(ConsentState::pending_proof), in_state(ConsentState::lapsed), {}, {disclosure(udaf, 1)})
            .flagged.size() == 1);
  CHECK(cascade(active(), in_state(ConsentState::void_), {}, {disclosure(udaf, 1)}).flagged.size() == 1);
}

TEST_CASE("a partial withdrawal touches only what it takes away") {
  const Consent narrowed = narrow(active(), {{}, {resources}});
  const auto effects = cascade(active(), narrowed, {referral(SharingStage::in_flight)}, {disclosure(udaf, 1)});
  REQUIRE(effects.referrals.size() == 1);
  CHECK(effects.referrals.front().lost == std::vector{resources});
  CHECK(effects.stops == std::vector<StopNotice>{{udaf, {resources}}});

  auto identity_only = referral(SharingStage::in_flight);
  identity_only.categories = {identity};
  CHECK(cascade(active(), narrowed, {identity_only}, {}).referrals.empty());
}

TEST_CASE("what rests on another consent is not touched") {
  auto other = referral(SharingStage::in_flight);
  other.consent_id->bytes[0] = 7;
  auto shared = disclosure(udaf, 1);
  shared.consent_id = {};
  CHECK(cascade(active(), in_state(ConsentState::withdrawn), {other}, {shared}) == ConsentCascade{});
}

TEST_CASE("what is taken back from one receiver touches no other") {
  const Consent narrowed = narrow(active(), {{}, {}, {{udaf, resources}}});
  auto there = referral(SharingStage::in_flight), elsewhere = there;
  elsewhere.receiver = mds;
  const auto effects = cascade(active(), narrowed, {there, elsewhere}, {disclosure(udaf, 1), disclosure(mds, 2)});
  REQUIRE(effects.referrals.size() == 1);
  CHECK(effects.referrals.front() == AffectedReferral{there.id, ReferralFate::freeze, {resources}});
  CHECK(effects.stops == std::vector<StopNotice>{{udaf, {resources}}});
}

namespace {

const Date met = 2026_y / 3 / 10;

Objection against(const OrganisationCode& organisation) {
  Objection objection;
  objection.recipient = organisation;
  objection.period.since = met;
  return objection;
}

}  // namespace

TEST_CASE("a no cancels what has not left and freezes what is under way, whatever carries it, but a duty") {
  const auto fate_of = [](RestingReferral one) {
    const auto effects = cascade(against(udaf), met, {one}, {});
    return effects.referrals.empty() ? std::nullopt : std::optional(effects.referrals.front().fate);
  };
  CHECK(fate_of(referral(SharingStage::unsent)) == ReferralFate::cancel);
  CHECK(fate_of(referral(SharingStage::in_flight)) == ReferralFate::freeze);
  CHECK(fate_of(referral(SharingStage::in_flight, true)) == ReferralFate::freeze);
  CHECK_FALSE(fate_of(referral(SharingStage::over)));
  auto duty = referral(SharingStage::in_flight);
  duty.is_duty = true;
  CHECK(fate_of(duty) == ReferralFate::move_ground);
  auto elsewhere = referral(SharingStage::in_flight);
  elsewhere.receiver = mds;
  CHECK_FALSE(fate_of(elsewhere));
}

TEST_CASE("a no to a professional reaches the services where they receive, and those of which nobody is known") {
  Objection objection = against(udaf);
  objection.recipient.reset();
  objection.professional = ProfessionalCode{"pro:udaf1"};
  auto one = referral(SharingStage::in_flight);
  one.received_by = {ProfessionalCode{"pro:udaf1"}, ProfessionalCode{"pro:udaf2"}};
  CHECK(cascade(objection, met, {one}, {}).referrals.size() == 1);
  one.received_by = {ProfessionalCode{"pro:udaf2"}};
  CHECK(cascade(objection, met, {one}, {}).referrals.empty());
  one.received_by.clear();
  CHECK(cascade(objection, met, {one}, {}).referrals.size() == 1);
}

TEST_CASE("whoever received what a no reaches is told to stop that, unless the law made it a duty") {
  Objection objection = against(udaf);
  objection.categories = {resources};
  auto told = disclosure(udaf, 1), obliged = disclosure(udaf, 2);
  obliged.is_duty = true;
  const auto effects = cascade(objection, met, {}, {told, obliged, disclosure(mds, 3)});
  CHECK(effects.stops == std::vector<StopNotice>{{udaf, {resources}}});
  CHECK(effects.kept.size() == 2);
  CHECK(effects.flagged.empty());
  CHECK(cascade(objection, met, {}, {obliged}).stops.empty());
  // Before the day of the no, and once it is lifted, it reaches nothing.
  CHECK(cascade(objection, 2026_y / 3 / 9, {referral(SharingStage::in_flight)}, {told}) == ConsentCascade{});
  objection.state = ObjectionState::lifted;
  CHECK(cascade(objection, met, {referral(SharingStage::in_flight)}, {told}) == ConsentCascade{});
}

TEST_CASE("cascades of every kind") {
  prop("lose no disclosure, and touch a referral only where it loses something", [](std::vector<bool> grounds) {
    std::vector<RestingReferral> referrals;
    std::vector<PastSharing> past;
    for (std::size_t i = 0; i < grounds.size(); ++i) {
      referrals.push_back(referral(*rc::gen::arbitrary<SharingStage>(), grounds[i]));
      referrals.back().receiver = *rc::gen::element(udaf, mds, OrganisationCode{"org:caf"});
      past.push_back(disclosure(referrals.back().receiver, static_cast<std::uint8_t>(i)));
    }
    const Consent after = in_state(*rc::gen::arbitrary<ConsentState>());
    const auto effects = cascade(active(), after, referrals, past);
    if (after.state != ConsentState::superseded) RC_ASSERT(effects.kept.size() == past.size());
    for (const auto& step : effects.referrals) RC_ASSERT_FALSE(step.lost.empty());
    if (after.state == ConsentState::active) RC_ASSERT((effects.referrals.empty() && effects.stops.empty()));
  });
}
