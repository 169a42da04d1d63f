#include <patio/casework/referral_machine.hpp>

#include <algorithm>
#include <utility>

namespace patio {
namespace {

using S = ReferralState;
using E = ReferralEvent;
using Context = ReferralContext;
using Line = MachineWords<S, E, Context>;
using Rule = Line::Rule;

bool by_sender(const Context& c) { return c.side == ReferralSide::sender; }
bool by_receiver(const Context& c) { return c.side == ReferralSide::receiver; }
bool sends_nothing(const Context& c) { return !c.sends_data; }
bool person_alive(const Context& c) { return c.person_alive; }
bool service_receives(const Context& c) { return c.service_receives; }
bool route_clear(const Context& c) { return c.route_clear; }
bool documents_present(const Context& c) { return c.documents_present; }
bool agreement_in_force(const Context& c) { return c.agreement_in_force; }
bool ground_holds(const Context& c) { return c.ground_holds; }
bool proof_pending(const Context& c) { return c.proof_pending; }
bool nothing_withheld(const Context& c) { return c.nothing_withheld; }
bool reason_given(const Context& c) { return c.reason_given; }
bool outcome_given(const Context& c) { return c.outcome_given; }
bool appointment_linked(const Context& c) { return c.appointment_linked; }
bool contact_safe(const Context& c) { return c.contact_safe; }
bool attempts_enough(const Context& c) { return c.attempts_enough; }
bool absences_enough(const Context& c) { return c.absences_enough; }
bool is_new_service(const Context& c) { return c.is_new_service; }
bool is_new_owner(const Context& c) { return c.is_new_owner; }
bool time_is_over(const Context& c) { return c.time_is_over; }
template <S state>
bool was(const Context& c) {
  return c.before == state;
}

Rule sender(S from, E event, S next) { return Line::go(from, event, next).guard("not_the_sender", by_sender); }
Rule receiver(S from, E event, S next) { return Line::go(from, event, next).guard("not_receiver_org", by_receiver); }
Rule time(S from, E event, S next) { return Line::go(from, event, next).guard("not_yet_due", time_is_over); }

Rule submit(S next) {
  return sender(S::draft, E::submit, next)
      .guard("person_deceased", person_alive)
      .guard("service_not_open", service_receives)
      .guard("do_not_route", route_clear);
}

Rule submit_with_data(S next) {
  return submit(next)
      .guard("document_missing", documents_present)
      .guard("agreement_missing", agreement_in_force)
      .guard("category_withheld", nothing_withheld);
}

Rule recall(S from) {
  return sender(from, E::recall, S::recalled).then({"tell_receiver_to_stop", "end_links", "destroy_attachments"});
}

Rule expire(S from) {
  return time(from, E::expire, S::expired).then({"end_links", "destroy_attachments", "propose_others"});
}

Rule thaw(S state, std::string_view name, Rule::Predicate was_it) {
  return Line::go(S::frozen, E::ground_ok, state)
      .when(name, was_it)
      .guard("no_ground", ground_holds)
      .guard("category_withheld", nothing_withheld)
      .guard("do_not_route", route_clear)
      .then({"tell_receiver_to_resume"});
}

constexpr S unsent[] = {S::draft, S::awaiting_ground, S::ready};
constexpr S with_receiver[] = {S::sent,     S::acknowledged, S::info_requested, S::waitlisted,
                               S::accepted, S::scheduled,    S::in_progress,    S::completed};
constexpr S told_to_try_again[] = {S::declined, S::expired, S::unreachable, S::stopped};

/// What can happen to every referral that is not at its end.
void add_common(std::vector<Rule>& all) {
  for (const S state : unsent) {
    // Whoever refuses when asked declines the need; whoever withdraws a consent only stops the sending.
    auto refused = Line::go(state, E::ground_refused, S::cancelled);
    all.push_back(state == S::awaiting_ground ? std::move(refused).then({"decline_need"}) : std::move(refused));
    all.push_back(Line::go(state, E::die, S::cancelled));
    all.push_back(Line::go(state, E::void_, S::void_).guard("reason_required", reason_given));
  }
  for (const S state : with_receiver) {
    // Another ground carries it on; without one the receiver must stop at once.
    all.push_back(Line::go(state, E::ground_lost, state).when("another_ground", ground_holds));
    all.push_back(Line::go(state, E::ground_lost, S::frozen).then({"tell_receiver_to_stop"}));
    all.push_back(Line::stay(state, E::ground_ok));
  }
  for (const S state : {S::sent, S::acknowledged, S::info_requested, S::waitlisted, S::accepted, S::scheduled,
                        S::in_progress, S::completed, S::frozen}) {
    all.push_back(Line::go(state, E::die, S::cancelled).then({"tell_receiver_to_stop", "end_links", "destroy_attachments"}));
    all.push_back(Line::go(state, E::void_, S::void_)
                      .guard("reason_required", reason_given)
                      .then({"tell_receiver_to_stop", "end_links", "destroy_attachments", "flag_disclosures"}));
  }
  for (const S state : told_to_try_again)
    all.push_back(sender(state, E::propose_again, state).then({"open_retry"}));
  for (const S state : {S::accepted, S::scheduled, S::in_progress})
    all.push_back(Line::refuse(state, E::recall, "already_accepted"));
  for (const E event : {E::open, E::ask_info, E::accept, E::waitlist, E::decline, E::reroute})
    all.push_back(Line::refuse(S::expired, event, "expired"));
}

std::vector<Rule> lines() {
  std::vector<Rule> all{
      submit(S::given).when("sends_nothing", sends_nothing).then({"count_orientation"}),
      submit_with_data(S::ready).when("ground_holds", ground_holds),
      submit_with_data(S::awaiting_ground),
      Line::refuse(S::draft, E::send, "no_ground"),

      Line::go(S::awaiting_ground, E::ground_ok, S::ready)
          .guard("no_ground", ground_holds)
          .guard("category_withheld", nothing_withheld)
          .guard("do_not_route", route_clear),
      Line::refuse(S::awaiting_ground, E::send, "proof_pending").when("proof_pending", proof_pending),
      Line::refuse(S::awaiting_ground, E::send, "no_ground"),
      Line::stay(S::awaiting_ground, E::ground_lost),
      sender(S::awaiting_ground, E::recall, S::recalled),
      time(S::awaiting_ground, E::lapse, S::lapsed),

      sender(S::ready, E::send, S::sent)
          .guard("no_ground", ground_holds)
          .guard("category_withheld", nothing_withheld)
          .guard("do_not_route", route_clear)
          .guard("document_missing", documents_present)
          .then({"write_disclosure", "tell_receiver"}),
      Line::stay(S::ready, E::ground_ok),
      Line::go(S::ready, E::ground_lost, S::awaiting_ground),
      sender(S::ready, E::recall, S::recalled),

      Line::stay(S::sent, E::send),
      receiver(S::sent, E::open, S::acknowledged),
      time(S::sent, E::escalate, S::sent).then({"alert_sender", "alert_service_manager"}),
      time(S::sent, E::remind, S::sent).then({"remind_receiver"}),
      recall(S::sent),
      expire(S::sent),

      Line::stay(S::acknowledged, E::open),
      receiver(S::acknowledged, E::ask_info, S::info_requested)
          .guard("reason_required", reason_given)
          .then({"tell_sender"}),
      receiver(S::acknowledged, E::accept, S::accepted).then({"tell_sender"}),
      receiver(S::acknowledged, E::waitlist, S::waitlisted).then({"tell_sender"}),
      receiver(S::acknowledged, E::decline, S::declined)
          .guard("reason_required", reason_given)
          .then({"end_links", "destroy_attachments", "tell_sender", "propose_others"}),
      receiver(S::acknowledged, E::reroute, S::rerouted)
          .guard("service_not_open", service_receives)
          .guard("loop_detected", is_new_service)
          .then({"end_links", "destroy_attachments", "tell_sender", "open_child"}),
      recall(S::acknowledged),
      expire(S::acknowledged),

      Line::stay(S::info_requested, E::open),
      sender(S::info_requested, E::answer_info, S::acknowledged)
          .guard("no_ground", ground_holds)
          .guard("category_withheld", nothing_withheld)
          .guard("do_not_route", route_clear)
          .then({"write_disclosure", "tell_receiver"}),
      recall(S::info_requested),
      expire(S::info_requested),

      Line::stay(S::waitlisted, E::waitlist),
      receiver(S::waitlisted, E::slot_found, S::accepted).then({"tell_sender"}),
      Line::go(S::waitlisted, E::person_leaves, S::cancelled)
          .guard("reason_required", reason_given)
          .then({"tell_receiver_to_stop", "end_links", "destroy_attachments"}),
      time(S::waitlisted, E::review, S::waitlisted).then({"review_waiting"}),
      recall(S::waitlisted),

      Line::stay(S::accepted, E::accept),
      receiver(S::accepted, E::schedule, S::scheduled).guard("appointment_required", appointment_linked),
      receiver(S::accepted, E::start, S::in_progress),
      receiver(S::accepted, E::no_contact, S::unreachable)
          .when("attempts_enough", attempts_enough)
          .guard("contact_unsafe", contact_safe)
          .then({"end_links", "tell_sender", "propose_others"}),
      receiver(S::accepted, E::no_contact, S::accepted).guard("contact_unsafe", contact_safe),
      receiver(S::accepted, E::transfer, S::accepted).then({"ask_new_owner"}),
      receiver(S::accepted, E::take_over, S::accepted).guard("not_asked", is_new_owner),

      Line::stay(S::scheduled, E::schedule),
      receiver(S::scheduled, E::seen, S::in_progress),
      receiver(S::scheduled, E::no_show, S::unreachable)
          .when("absences_enough", absences_enough)
          .then({"end_links", "tell_sender", "propose_others"}),
      receiver(S::scheduled, E::no_show, S::accepted).then({"offer_rebooking"}),
      Line::go(S::scheduled, E::cancel_appointment, S::accepted).then({"offer_rebooking"}),

      Line::stay(S::in_progress, E::start),
      Line::stay(S::in_progress, E::seen),
      receiver(S::in_progress, E::report, S::completed)
          .guard("outcome_required", outcome_given)
          .then({"settle_need", "tell_sender", "ask_satisfaction"}),
      receiver(S::in_progress, E::stop, S::stopped)
          .guard("reason_required", reason_given)
          .then({"end_links", "reopen_need", "tell_sender", "propose_others"}),

      sender(S::completed, E::confirm, S::closed).then({"end_links"}),
      time(S::completed, E::close_unanswered, S::closed).then({"end_links"}),
      sender(S::completed, E::dispute, S::in_progress)
          .guard("reason_required", reason_given)
          .then({"reopen_need", "tell_receiver"}),

      thaw(S::sent, "was_sent", was<S::sent>),
      thaw(S::acknowledged, "was_acknowledged", was<S::acknowledged>),
      thaw(S::info_requested, "was_info_requested", was<S::info_requested>),
      thaw(S::waitlisted, "was_waitlisted", was<S::waitlisted>),
      thaw(S::accepted, "was_accepted", was<S::accepted>),
      thaw(S::scheduled, "was_scheduled", was<S::scheduled>),
      thaw(S::in_progress, "was_in_progress", was<S::in_progress>),
      thaw(S::completed, "was_completed", was<S::completed>),
      Line::stay(S::frozen, E::ground_lost),
      time(S::frozen, E::lapse, S::cancelled).then({"end_links", "destroy_attachments"}),
  };
  add_common(all);
  return all;
}

}  // namespace

const Machine<ReferralState, ReferralEvent, ReferralContext>& referral_machine() {
  static const Machine<S, E, Context> machine{"referral", S::draft, lines()};
  return machine;
}

bool is_unsent(ReferralState state) { return state == S::draft || state == S::awaiting_ground || state == S::ready; }

bool is_with_receiver(ReferralState state) {
  return std::find(std::begin(with_receiver), std::end(with_receiver), state) != std::end(with_receiver);
}

bool is_open_to_receiver(ReferralState state) { return is_with_receiver(state) && state != S::completed; }

bool is_final(ReferralState state) { return !is_unsent(state) && !is_with_receiver(state) && state != S::frozen; }

}  // namespace patio
