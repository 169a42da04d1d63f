#pragma once
/// \file
/// The closed loop of a referral as a machine: from the draft to the outcome that its sender confirms, and every other way
/// it can end. referral.hpp takes a step with a whole referral; this is the table alone.
///
///     auto step = referral_machine().step(ReferralState::acknowledged, ReferralEvent::decline, context);
///
/// Unsent: draft, awaiting_ground, ready. With the receiver: sent to completed. Frozen: the ground was lost on the way.
/// Final: given, recalled, declined, rerouted, expired, lapsed, unreachable, stopped, cancelled, closed, void_.

#include <patio/base/machine.hpp>

namespace patio {

enum class ReferralState {
  draft, awaiting_ground, ready, given, sent, acknowledged, info_requested, waitlisted, accepted, scheduled,
  in_progress, completed, frozen, closed, recalled, declined, rerouted, expired, lapsed, unreachable, stopped, cancelled,
  void_
};
BOOST_DESCRIBE_ENUM(ReferralState, draft, awaiting_ground, ready, given, sent, acknowledged, info_requested, waitlisted,
                    accepted, scheduled, in_progress, completed, frozen, closed, recalled, declined, rerouted, expired,
                    lapsed, unreachable, stopped, cancelled, void_)

/// `escalate`, `remind`, `review`, `expire`, `lapse` and `close_unanswered` are what time does (referral_timing.hpp).
/// `ground_lost` and `ground_ok` are what the person's consent, or the rules, do.
enum class ReferralEvent {
  submit, ground_ok, ground_refused, ground_lost, send, recall, open, ask_info, answer_info, accept, waitlist,
  slot_found, person_leaves, decline, reroute, schedule, start, no_contact, transfer, take_over, seen, no_show,
  cancel_appointment, report, stop, confirm, dispute, propose_again, die, void_, escalate, remind, review, expire, lapse,
  close_unanswered
};
BOOST_DESCRIBE_ENUM(ReferralEvent, submit, ground_ok, ground_refused, ground_lost, send, recall, open, ask_info,
                    answer_info, accept, waitlist, slot_found, person_leaves, decline, reroute, schedule, start,
                    no_contact, transfer, take_over, seen, no_show, cancel_appointment, report, stop, confirm, dispute,
                    propose_again, die, void_, escalate, remind, review, expire, lapse, close_unanswered)

/// What a step asks of whoever carries it out. `tell_...` and `remind_...` say that something waits, and nothing of what.
enum class ReferralEffect {
  count_orientation, decline_need, write_disclosure, tell_receiver, tell_sender, tell_receiver_to_stop,
  tell_receiver_to_resume, remind_receiver, alert_sender, alert_service_manager, end_links, destroy_attachments,
  propose_others, open_child, open_retry, offer_rebooking, ask_new_owner, review_waiting, settle_need, reopen_need,
  ask_satisfaction, flag_disclosures
};
BOOST_DESCRIBE_ENUM(ReferralEffect, count_orientation, decline_need, write_disclosure, tell_receiver, tell_sender,
                    tell_receiver_to_stop, tell_receiver_to_resume, remind_receiver, alert_sender,
                    alert_service_manager, end_links, destroy_attachments, propose_others, open_child, open_retry,
                    offer_rebooking, ask_new_owner, review_waiting, settle_need, reopen_need, ask_satisfaction,
                    flag_disclosures)

/// Who takes a step.
enum class ReferralSide { nobody, sender, receiver, time };
BOOST_DESCRIBE_ENUM(ReferralSide, nobody, sender, receiver, time)

/// What the guards need to know; computed by whoever asks for the step. What is not said is no.
struct ReferralContext {
  ReferralSide side{};
  /// Anything that names a person leaves with it.
  bool sends_data = false;
  bool person_alive = false;
  bool service_receives = false;
  /// The person has not asked that nothing goes to that organisation.
  bool route_clear = false;
  bool documents_present = false;
  bool agreement_in_force = false;
  /// A ground holds now for all that is shared.
  bool ground_holds = false;
  /// The consent waits for its proof.
  bool proof_pending = false;
  /// Nothing of what is shared was withheld by the person.
  bool nothing_withheld = false;
  bool reason_given = false;
  bool outcome_given = false;
  bool appointment_linked = false;
  /// Only contacts that are safe for the person were used.
  bool contact_safe = false;
  /// With this attempt, or this absence, there are as many as it takes.
  bool attempts_enough = false;
  bool absences_enough = false;
  /// Whoever takes over was asked to.
  bool is_new_owner = false;
  /// It has not been to that service before.
  bool is_new_service = false;
  bool time_is_over = false;
  /// The state in which it was frozen; a draft never is.
  ReferralState before{};
};

[[nodiscard]] const Machine<ReferralState, ReferralEvent, ReferralContext>& referral_machine();

/// Nothing more happens to it, except that it may be proposed again.
[[nodiscard]] bool is_final(ReferralState state);
/// The receiver has it, and a ground for knowing what was shared: sent to completed, not frozen.
[[nodiscard]] bool is_with_receiver(ReferralState state);
/// The receiver still needs what was shared: sent to in_progress. Reading ends with the outcome.
[[nodiscard]] bool is_open_to_receiver(ReferralState state);
/// Nothing of it has left yet.
[[nodiscard]] bool is_unsent(ReferralState state);

}  // namespace patio
