#include <patio/casework/referral_machine.hpp>

#include <set>

#include "catch.hpp"

using namespace patio;
using E = ReferralEvent;
using S = ReferralState;

namespace {

ReferralContext all_in_order(ReferralSide side) {
  ReferralContext context;
  context.side = side;
  context.sends_data = true;
  for (bool ReferralContext::*yes :
       {&ReferralContext::person_alive, &ReferralContext::service_receives, &ReferralContext::route_clear,
        &ReferralContext::documents_present, &ReferralContext::agreement_in_force, &ReferralContext::ground_holds,
        &ReferralContext::nothing_withheld, &ReferralContext::reason_given, &ReferralContext::outcome_given,
        &ReferralContext::appointment_linked, &ReferralContext::contact_safe, &ReferralContext::is_new_owner,
        &ReferralContext::is_new_service, &ReferralContext::time_is_over})
    context.*yes = true;
  return context;
}

ReferralContext sender() { return all_in_order(ReferralSide::sender); }
ReferralContext receiver() { return all_in_order(ReferralSide::receiver); }

S after(S state, E event, const ReferralContext& context) {
  const auto step = referral_machine().step(state, event, context);
  INFO(name_of(state) << " " << name_of(event));
  REQUIRE(step.has_value());
  return step->state;
}

std::string refused(S state, E event, const ReferralContext& context) {
  const auto step = referral_machine().step(state, event, context);
  return step ? "not refused" : step.error().code;
}

/// The closed loop as it was asked for: state, event and every state that may follow.
using Path = std::tuple<S, E, S>;
std::set<Path> asked_for() {
  std::set<Path> paths{
      {S::draft, E::submit, S::awaiting_ground}, {S::draft, E::submit, S::ready}, {S::draft, E::submit, S::given},
      {S::awaiting_ground, E::ground_ok, S::ready}, {S::awaiting_ground, E::ground_refused, S::cancelled},
      {S::awaiting_ground, E::lapse, S::lapsed},
      {S::ready, E::send, S::sent}, {S::ready, E::ground_lost, S::awaiting_ground},
      {S::sent, E::open, S::acknowledged}, {S::sent, E::escalate, S::sent}, {S::sent, E::remind, S::sent},
      {S::acknowledged, E::ask_info, S::info_requested}, {S::acknowledged, E::accept, S::accepted},
      {S::acknowledged, E::waitlist, S::waitlisted}, {S::acknowledged, E::decline, S::declined},
      {S::acknowledged, E::reroute, S::rerouted},
      {S::info_requested, E::answer_info, S::acknowledged},
      {S::waitlisted, E::slot_found, S::accepted}, {S::waitlisted, E::person_leaves, S::cancelled},
      {S::waitlisted, E::review, S::waitlisted},
      {S::accepted, E::schedule, S::scheduled}, {S::accepted, E::start, S::in_progress},
      {S::accepted, E::no_contact, S::unreachable}, {S::accepted, E::no_contact, S::accepted},
      {S::accepted, E::transfer, S::accepted}, {S::accepted, E::take_over, S::accepted},
      {S::scheduled, E::seen, S::in_progress}, {S::scheduled, E::no_show, S::accepted},
      {S::scheduled, E::no_show, S::unreachable}, {S::scheduled, E::cancel_appointment, S::accepted},
      {S::in_progress, E::report, S::completed}, {S::in_progress, E::stop, S::stopped},
      {S::completed, E::confirm, S::closed}, {S::completed, E::close_unanswered, S::closed},
      {S::completed, E::dispute, S::in_progress},
      {S::frozen, E::lapse, S::cancelled}, {S::frozen, E::die, S::cancelled}, {S::frozen, E::void_, S::void_},
  };
  for (const S state : {S::sent, S::acknowledged, S::info_requested}) paths.insert({state, E::expire, S::expired});
  // Before it is accepted, the sender may take it back.
  for (const S state : {S::awaiting_ground, S::ready, S::sent, S::acknowledged, S::info_requested, S::waitlisted})
    paths.insert({state, E::recall, S::recalled});
  for (const S state : {S::sent, S::acknowledged, S::info_requested, S::waitlisted, S::accepted, S::scheduled,
                        S::in_progress, S::completed}) {
    paths.insert({state, E::ground_lost, S::frozen});
    paths.insert({state, E::ground_lost, state});  // another ground holds
    paths.insert({S::frozen, E::ground_ok, state});
    paths.insert({state, E::die, S::cancelled});
    paths.insert({state, E::void_, S::void_});
  }
  for (const S state : {S::draft, S::awaiting_ground, S::ready}) {
    paths.insert({state, E::ground_refused, S::cancelled});
    paths.insert({state, E::die, S::cancelled});
    paths.insert({state, E::void_, S::void_});
  }
  for (const S state : {S::declined, S::expired, S::unreachable, S::stopped}) paths.insert({state, E::propose_again, state});
  return paths;
}

}  // namespace

TEST_CASE("a referral goes from each state to those that were asked for, and to no other") {
  std::set<Path> drawn;
  for (const auto& line : referral_machine().table().lines)
    if (line.kind == "to") drawn.insert({*enum_from<S>(line.state), *enum_from<E>(line.event), *enum_from<S>(line.target)});
  CHECK(drawn == asked_for());
}

TEST_CASE("the table has no dead line, no state out of reach, and words for each refusal") {
  for (const auto& issue : check(referral_machine().table()).list) FAIL_CHECK(issue.path + " " + issue.code);
}

TEST_CASE("each effect of the table is one that a referral knows") {
  std::set<std::string> named;
  for (const auto& line : referral_machine().table().lines) named.insert(line.effects.begin(), line.effects.end());
  for (const auto& effect : named) CHECK(enum_from<ReferralEffect>(effect).has_value());
  for (const auto& effect : enumerators<ReferralEffect>()) CHECK(named.count(std::string(effect.name)) == 1);
}

TEST_CASE("every event in every state has an answer, whoever takes the step and whatever is known") {
  for (const auto& state : enumerators<S>())
    for (const auto& event : enumerators<E>())
      for (const auto& context : {ReferralContext{}, sender(), receiver(), all_in_order(ReferralSide::time)}) {
        const auto step = referral_machine().step(state.value, event.value, context);
        INFO(state.name << " " << event.name);
        if (!step) {
          CHECK_FALSE(step.error().message.fr.empty());
          CHECK_FALSE(step.error().code.empty());
        }
      }
}

TEST_CASE("nothing follows a final state, except that it may be proposed again") {
  for (const auto& state : enumerators<S>()) {
    if (!is_final(state.value)) continue;
    for (const auto& event : enumerators<E>())
      for (const auto& context : {sender(), receiver(), all_in_order(ReferralSide::time)}) {
        const auto step = referral_machine().step(state.value, event.value, context);
        INFO(state.name << " " << event.name);
        if (step) CHECK(step->state == state.value);
        if (step) CHECK(event.value == E::propose_again);
      }
  }
}

TEST_CASE("each state is unsent, with the receiver, frozen or final") {
  for (const auto& state : enumerators<S>())
    CHECK(is_unsent(state.value) + is_with_receiver(state.value) + is_final(state.value) + (state.value == S::frozen) == 1);
}

TEST_CASE("a referral that sends data needs its ground from draft to sending") {
  auto context = sender();
  context.ground_holds = false;
  CHECK(after(S::draft, E::submit, context) == S::awaiting_ground);
  CHECK(refused(S::awaiting_ground, E::send, context) == "no_ground");
  CHECK(refused(S::ready, E::send, context) == "no_ground");
  CHECK(after(S::ready, E::send, sender()) == S::sent);
  context.proof_pending = true;
  CHECK(refused(S::awaiting_ground, E::send, context) == "proof_pending");
}

TEST_CASE("what the person withheld stops a referral at each door through which it could leave") {
  auto context = sender();
  context.nothing_withheld = false;
  CHECK(refused(S::draft, E::submit, context) == "category_withheld");
  CHECK(refused(S::ready, E::send, context) == "category_withheld");
  CHECK(refused(S::info_requested, E::answer_info, context) == "category_withheld");
  context.before = S::sent;
  CHECK(refused(S::frozen, E::ground_ok, context) == "category_withheld");
}

TEST_CASE("information alone is given without any ground or agreement, but not to somebody who has died") {
  ReferralContext context;
  context.side = ReferralSide::sender;
  context.person_alive = context.service_receives = context.route_clear = true;
  CHECK(after(S::draft, E::submit, context) == S::given);
  context.person_alive = false;
  CHECK(refused(S::draft, E::submit, context) == "person_deceased");
}

TEST_CASE("a draft is not submitted to a closed service, against the person's wish, without its papers or an agreement") {
  const auto without = [](bool ReferralContext::*part) {
    auto context = sender();
    context.*part = false;
    return refused(S::draft, E::submit, context);
  };
  CHECK(without(&ReferralContext::service_receives) == "service_not_open");
  CHECK(without(&ReferralContext::route_clear) == "do_not_route");
  CHECK(without(&ReferralContext::documents_present) == "document_missing");
  CHECK(without(&ReferralContext::agreement_in_force) == "agreement_missing");
}

TEST_CASE("only the receiver opens, answers and reports; only the sender sends, recalls, confirms and disputes") {
  CHECK(refused(S::sent, E::open, sender()) == "not_receiver_org");
  CHECK(refused(S::acknowledged, E::accept, sender()) == "not_receiver_org");
  CHECK(refused(S::in_progress, E::report, sender()) == "not_receiver_org");
  CHECK(refused(S::ready, E::send, receiver()) == "not_the_sender");
  CHECK(refused(S::sent, E::recall, receiver()) == "not_the_sender");
  CHECK(refused(S::completed, E::confirm, receiver()) == "not_the_sender");
  CHECK(refused(S::completed, E::dispute, receiver()) == "not_the_sender");
}

TEST_CASE("a receiver asks, declines and stops with a reason or not at all, and ends with an outcome") {
  auto context = receiver();
  context.reason_given = context.outcome_given = false;
  CHECK(refused(S::acknowledged, E::ask_info, context) == "reason_required");
  CHECK(refused(S::acknowledged, E::decline, context) == "reason_required");
  CHECK(refused(S::in_progress, E::stop, context) == "reason_required");
  CHECK(refused(S::in_progress, E::report, context) == "outcome_required");
}

TEST_CASE("a service that has accepted is not recalled, and one already asked is not asked again by another") {
  CHECK(refused(S::accepted, E::recall, sender()) == "already_accepted");
  auto context = receiver();
  context.is_new_service = false;
  CHECK(refused(S::acknowledged, E::reroute, context) == "loop_detected");
}

TEST_CASE("a declined referral refuses everything with what may still be done") {
  for (const E event : {E::accept, E::decline, E::recall}) {
    const auto step = referral_machine().step(S::declined, event, receiver());
    CHECK(step.error().code == "illegal_transition");
    CHECK(step.error().allowed_events == std::vector<std::string>{"propose_again"});
  }
}

TEST_CASE("whoever answers an expired referral is told that it expired") {
  CHECK(refused(S::expired, E::accept, receiver()) == "expired");
  CHECK(referral_machine().allowed_events(S::expired) == std::vector<std::string>{"propose_again"});
}

TEST_CASE("time ends nothing before its time") {
  auto early = all_in_order(ReferralSide::time);
  early.time_is_over = false;
  for (const auto& [state, event] : {std::pair{S::sent, E::expire}, std::pair{S::sent, E::escalate},
                                     std::pair{S::frozen, E::lapse}, std::pair{S::completed, E::close_unanswered}})
    CHECK(refused(state, event, early) == "not_yet_due");
}

TEST_CASE("nothing leaves without a document that is asked for, nor where the person does not want to be known") {
  ReferralContext context = sender();
  context.documents_present = false;
  CHECK(refused(S::draft, E::submit, context) == "document_missing");
  CHECK(refused(S::ready, E::send, context) == "document_missing");
  context = sender();
  context.route_clear = false;
  CHECK(refused(S::draft, E::submit, context) == "do_not_route");
  CHECK(refused(S::awaiting_ground, E::ground_ok, context) == "do_not_route");
  CHECK(refused(S::ready, E::send, context) == "do_not_route");
  CHECK(refused(S::info_requested, E::answer_info, context) == "do_not_route");
  context.before = S::sent;
  CHECK(refused(S::frozen, E::ground_ok, context) == "do_not_route");
}
