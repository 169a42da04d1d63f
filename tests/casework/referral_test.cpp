#include <patio/casework/referral.hpp>

#include <patio/casework/referral_timing.hpp>

#include "properties.hpp"

using namespace patio;
using E = ReferralEvent;
using S = ReferralState;

namespace {

const Zone paris = *find_zone("Europe/Paris");

Instant at(const char* text) { return *parse_instant(text); }

ReferralId referral_id(std::uint8_t number) {
  ReferralId id;
  id.bytes[15] = number;
  return id;
}

Referral in_state(S state) {
  Referral referral;
  referral.id = referral_id(1);
  referral.service = {"svc:meif"};
  referral.kind = ReferralKind::formal;
  referral.shared = {{"identity"}, {"resources"}};
  referral.attachments = {{std::string(64, 'a'), {"resources"}, {}}};
  referral.state = state;
  referral.since = at("2026-03-10T08:00:00Z");
  return referral;
}

/// Whoever acts has all that the step needs.
ReferralAct act(E event, ReferralSide side, Instant when) {
  ReferralAct acting{event, {}, when, ProfessionalCode{"pro:fs1"}, {}};
  auto& c = acting.context;
  c.side = side;
  c.sends_data = c.person_alive = c.service_receives = c.route_clear = c.documents_present = c.agreement_in_force = true;
  c.ground_holds = c.nothing_withheld = c.reason_given = c.outcome_given = c.appointment_linked = c.contact_safe = true;
  c.is_new_owner = c.is_new_service = c.time_is_over = true;
  return acting;
}

ReferralAct act(E event, ReferralSide side) { return act(event, side, at("2026-03-11T08:00:00Z")); }

Consent consent_for(std::vector<CategoryCode> categories, std::vector<CategoryCode> withheld = {}) {
  Consent consent;
  consent.purpose = {"orientation"};
  consent.recipients = {{"org:meif"}};
  consent.categories = std::move(categories);
  consent.withheld = std::move(withheld);
  consent.period = {2026_y / 3 / 10, 2027_y / 3 / 10};
  consent.state = ConsentState::active;
  return consent;
}

GroundFound ground(const Referral& referral, const Consent& consent) {
  return find_ground(referral, &consent, {"org:meif"}, 2026_y / 3 / 11);
}

}  // namespace

TEST_CASE("a step is one line of the history, with who took it and when") {
  auto decline = act(E::decline, ReferralSide::receiver);
  decline.reason = ReasonCode{"waiting_list_too_long"};
  const auto taken = take(in_state(S::acknowledged), decline).value();
  CHECK(taken.referral.state == S::declined);
  CHECK(taken.referral.since == decline.at);
  CHECK(taken.referral.reason == decline.reason);
  CHECK(taken.step.state_before == S::acknowledged);
  CHECK(taken.step.state_after == S::declined);
  CHECK(taken.step.actor == decline.actor);
  CHECK(taken.step.reason == decline.reason);
}

TEST_CASE("a declined, recalled or expired referral has its attachments destroyed, and keeps their hashes") {
  for (const auto& [state, event, side] : {std::tuple{S::acknowledged, E::decline, ReferralSide::receiver},
                                           std::tuple{S::sent, E::recall, ReferralSide::sender},
                                           std::tuple{S::sent, E::expire, ReferralSide::time}}) {
    const auto taken = take(in_state(state), act(event, side)).value();
    REQUIRE(taken.referral.attachments.size() == 1);
    CHECK(taken.referral.attachments.front().destroyed_at.has_value());
    CHECK(taken.referral.attachments.front().sha256 == std::string(64, 'a'));
  }
}

TEST_CASE("what had been said before changes nothing") {
  const Referral sent = in_state(S::acknowledged);
  const auto taken = take(sent, act(E::open, ReferralSide::receiver)).value();
  CHECK(taken.no_op);
  CHECK(taken.referral == sent);
}

TEST_CASE("a referral that loses its ground is frozen, and goes back to where it was with a new one") {
  for (const S state : {S::sent, S::acknowledged, S::info_requested, S::waitlisted, S::accepted, S::scheduled,
                        S::in_progress, S::completed}) {
    auto lost = act(E::ground_lost, ReferralSide::nobody);
    lost.context.ground_holds = false;
    const auto frozen = take(in_state(state), lost).value();
    CHECK(frozen.referral.state == S::frozen);
    CHECK(frozen.referral.state_before == state);
    CHECK(frozen.effects == std::vector{ReferralEffect::tell_receiver_to_stop});
    const auto thawed = take(frozen.referral, act(E::ground_ok, ReferralSide::nobody)).value();
    CHECK(thawed.referral.state == state);
    CHECK_FALSE(thawed.referral.state_before.has_value());
  }
}

TEST_CASE("with another ground a referral goes on when its consent is withdrawn") {
  Referral sent = in_state(S::sent);
  sent.consent_id = ConsentId{{1}};
  auto other = act(E::ground_lost, ReferralSide::nobody);
  CHECK(lose_consent(sent, ConsentId{{1}}, other)->referral.state == S::sent);
  other.context.ground_holds = false;
  CHECK(lose_consent(sent, ConsentId{{1}}, other)->referral.state == S::frozen);
  CHECK_FALSE(lose_consent(sent, ConsentId{{2}}, other).has_value());
}

TEST_CASE("what has not left yet is cancelled when its consent is withdrawn, and what has ended stays as it is") {
  for (const auto& state : enumerators<S>()) {
    Referral referral = in_state(state.value);
    referral.consent_id = ConsentId{{1}};
    const auto taken = lose_consent(referral, ConsentId{{1}}, {});
    INFO(state.name);
    if (is_unsent(state.value)) CHECK(taken->referral.state == S::cancelled);
    if (is_final(state.value)) CHECK_FALSE(taken.has_value());
  }
}

TEST_CASE("a referral passed on inherits no ground, no consent and nothing shared") {
  Referral referral = in_state(S::acknowledged);
  referral.ground = ReferralGround::consent;
  referral.consent_id = ConsentId{{1}};
  referral.appointment_id = AppointmentId{{1}};
  for (const auto& child : {rerouted(referral, referral_id(2), {"svc:cidff"}, at("2026-03-12T08:00:00Z")),
                            proposed_again(referral, referral_id(2), {"svc:cidff"}, at("2026-03-12T08:00:00Z"))}) {
    CHECK(child.state == S::draft);
    CHECK(child.service == ServiceCode{"svc:cidff"});
    CHECK(child.need_id == referral.need_id);
    CHECK_FALSE(child.ground.has_value());
    CHECK_FALSE(child.consent_id.has_value());
    CHECK_FALSE(child.appointment_id.has_value());
    CHECK(child.shared.empty());
    CHECK(child.attachments.empty());
  }
  CHECK(rerouted(referral, referral_id(2), {"svc:cidff"}, {}).rerouted_from == referral.id);
  CHECK(proposed_again(referral, referral_id(2), {"svc:cidff"}, {}).retry_of == referral.id);
}

TEST_CASE("consent grounds a referral if it covers all that is shared and attached, and withholds none of it") {
  CHECK(ground(in_state(S::draft), consent_for({{"identity"}, {"resources"}})).holds);
  CHECK(ground(in_state(S::draft), consent_for({{"identity"}})).uncovered == std::vector{CategoryCode{"resources"}});

  Referral with_health = in_state(S::draft);
  with_health.attachments.push_back({std::string(64, 'b'), {"health"}, {}});
  const auto withheld = ground(with_health, consent_for({{"identity"}, {"resources"}}, {{"health"}}));
  CHECK(withheld.withheld);
  CHECK_FALSE(withheld.holds);
  with_health.attachments.back().destroyed_at = at("2026-03-10T09:00:00Z");
  CHECK(ground(with_health, consent_for({{"identity"}, {"resources"}}, {{"health"}})).holds);
}

TEST_CASE("without a consent, or with one that waits for its proof, there is no ground") {
  CHECK_FALSE(find_ground(in_state(S::draft), nullptr, {"org:meif"}, 2026_y / 3 / 11).holds);
  Consent pending = consent_for({{"identity"}, {"resources"}});
  pending.state = ConsentState::pending_proof;
  CHECK(ground(in_state(S::draft), pending).proof_pending);
  CHECK_FALSE(ground(in_state(S::draft), pending).holds);
}

TEST_CASE("consent for one service is none for another, nor after its last day") {
  const auto consent = consent_for({{"identity"}, {"resources"}});
  CHECK_FALSE(find_ground(in_state(S::draft), &consent, {"org:cidff"}, 2026_y / 3 / 11).holds);
  CHECK(find_ground(in_state(S::draft), &consent, {"org:meif"}, 2027_y / 3 / 9).holds);
  CHECK_FALSE(find_ground(in_state(S::draft), &consent, {"org:meif"}, 2027_y / 3 / 10).holds);
}

TEST_CASE("the history of any sequence of steps replays to the same referral, and loses none") {
  prop("for any steps by anybody", [] {
    Referral referral = in_state(S::draft);
    S told = S::draft;
    Instant now = at("2026-03-10T08:00:00Z");
    const auto steps = *rc::gen::inRange(1, 60);
    for (int i = 0; i < steps; ++i) {
      const auto event = static_cast<E>(*rc::gen::inRange(0, static_cast<int>(enumerators<E>().size())));
      now += std::chrono::hours(*rc::gen::inRange(1, 200));
      auto acting = act(event, static_cast<ReferralSide>(*rc::gen::inRange(0, 4)), now);
      acting.context.ground_holds = *rc::gen::arbitrary<bool>();
      acting.context.attempts_enough = *rc::gen::arbitrary<bool>();
      const auto taken = take(referral, acting);
      if (!taken || taken->no_op) continue;
      RC_ASSERT(taken->step.state_before == told);
      RC_ASSERT(taken->step.state_after == taken->referral.state);
      RC_ASSERT((taken->referral.state == S::frozen) == taken->referral.state_before.has_value());
      if (is_final(referral.state)) RC_ASSERT(taken->referral.state == referral.state);
      const bool writes = std::find(taken->effects.begin(), taken->effects.end(), ReferralEffect::write_disclosure) != taken->effects.end();
      if (writes) RC_ASSERT(acting.context.ground_holds);
      if (is_unsent(referral.state) && is_with_receiver(taken->referral.state)) RC_ASSERT(writes);
      told = taken->step.state_after;
      referral = taken->referral;
    }
    RC_ASSERT(told == referral.state);
  });
}
