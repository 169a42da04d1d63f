#include <patio/casework/referral.hpp>

namespace patio {
namespace {

using S = ReferralState;
using E = ReferralEvent;
using Context = ReferralContext;
using Line = MachineWords<S, E, Context>;

bool sends_nothing(const Context& c) { return !c.sends_data; }
bool ground_holds(const Context& c) { return c.ground_holds; }
bool service_receives(const Context& c) { return c.service_receives; }
bool agreement_in_force(const Context& c) { return c.agreement_in_force; }
bool reason_given(const Context& c) { return c.reason_given; }

}  // namespace

const Machine<ReferralState, ReferralEvent, ReferralContext>& referral_machine() {
  static const Machine<S, E, Context> machine{
      "referral",
      S::draft,
      {
          Line::go(S::draft, E::submit, S::given)
              .when("sends_nothing", sends_nothing)
              .guard("service_not_open", service_receives)
              .then({"count_orientation"}),
          Line::go(S::draft, E::submit, S::ready)
              .when("ground_holds", ground_holds)
              .guard("service_not_open", service_receives)
              .guard("agreement_missing", agreement_in_force),
          Line::go(S::draft, E::submit, S::awaiting_ground)
              .guard("service_not_open", service_receives)
              .guard("agreement_missing", agreement_in_force),
          Line::refuse(S::draft, E::send, "no_ground"),

          Line::go(S::awaiting_ground, E::ground_ok, S::ready).guard("no_ground", ground_holds),
          Line::refuse(S::awaiting_ground, E::send, "no_ground"),
          Line::go(S::awaiting_ground, E::recall, S::recalled),

          Line::go(S::ready, E::send, S::sent)
              .guard("no_ground", ground_holds)
              .then({"write_disclosure", "tell_receiver", "start_acknowledgement_timer"}),
          Line::go(S::ready, E::ground_lost, S::awaiting_ground),
          Line::go(S::ready, E::recall, S::recalled),

          Line::stay(S::sent, E::send),
          Line::go(S::sent, E::open, S::acknowledged).then({"stop_acknowledgement_timer"}),
          Line::go(S::sent, E::recall, S::recalled).then({"tell_receiver"}),
          Line::go(S::sent, E::decline, S::declined).guard("reason_required", reason_given).then({"propose_others"}),

          Line::stay(S::acknowledged, E::open),
          Line::go(S::acknowledged, E::recall, S::recalled).then({"tell_receiver"}),
          Line::go(S::acknowledged, E::decline, S::declined)
              .guard("reason_required", reason_given)
              .then({"propose_others"}),
          Line::go(S::acknowledged, E::close, S::closed),
          Line::go(S::given, E::close, S::closed),
      }};
  return machine;
}

}  // namespace patio
