#include <patio/casework/referral.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

constexpr ReferralContext all_in_order{
    .sends_data = true, .ground_holds = true, .service_receives = true, .agreement_in_force = true, .reason_given = true};

}  // namespace

TEST_CASE("a referral that sends data needs its ground from draft to sending") {
  ReferralContext context = all_in_order;
  context.ground_holds = false;
  const auto& machine = referral_machine();
  CHECK(machine.step(ReferralState::draft, ReferralEvent::submit, context)->state == ReferralState::awaiting_ground);
  CHECK(machine.step(ReferralState::awaiting_ground, ReferralEvent::send, context).error().code == "no_ground");
  CHECK(machine.step(ReferralState::ready, ReferralEvent::send, context).error().code == "no_ground");
  CHECK(machine.step(ReferralState::ready, ReferralEvent::send, all_in_order)->state == ReferralState::sent);
}

TEST_CASE("information alone is given without any ground or agreement") {
  const ReferralContext context{.service_receives = true};
  CHECK(referral_machine().step(ReferralState::draft, ReferralEvent::submit, context)->state == ReferralState::given);
}

TEST_CASE("nothing that names a person goes to a partner without an agreement in force, or to a closed service") {
  ReferralContext context = all_in_order;
  context.agreement_in_force = false;
  CHECK(referral_machine().step(ReferralState::draft, ReferralEvent::submit, context).error().code ==
        "agreement_missing");
  context = all_in_order;
  context.service_receives = false;
  CHECK(referral_machine().step(ReferralState::draft, ReferralEvent::submit, context).error().code ==
        "service_not_open");
}

TEST_CASE("a receiver declines with a reason or not at all") {
  ReferralContext context = all_in_order;
  context.reason_given = false;
  CHECK(referral_machine().step(ReferralState::acknowledged, ReferralEvent::decline, context).error().code ==
        "reason_required");
  CHECK(referral_machine().step(ReferralState::acknowledged, ReferralEvent::decline, all_in_order)->state ==
        ReferralState::declined);
}

TEST_CASE("every event in every state of a referral has an answer") {
  for (const auto& state : enumerators<ReferralState>())
    for (const auto& event : enumerators<ReferralEvent>()) {
      const auto step = referral_machine().step(state.value, event.value, all_in_order);
      INFO(state.name << " " << event.name);
      if (!step) CHECK_FALSE(step.error().code.empty());
    }
  CHECK(referral_machine().step(ReferralState::declined, ReferralEvent::send, all_in_order).error().code ==
        "illegal_transition");
}
