#pragma once
/// \file
/// A referral: a need handed to the service that can meet it, with what the person agreed to pass on, and no more; and
/// the history of what became of it.
///
///     Result<ReferralTaken> taken = take(referral, {ReferralEvent::accept, context, now, professional, {}});
///     taken->referral;      // in its new state; taken->step is one more line of its history
///     taken->effects;       // what is to be done about it
///
/// The state machine is in referral_machine.hpp, what time does to it in referral_timing.hpp, the words for reasons and
/// outcomes in referral_reason.hpp, the link for a receiver without an account in referral_link.hpp.

#include <string>
#include <vector>

#include <patio/casework/appointment.hpp>
#include <patio/casework/referral_machine.hpp>
#include <patio/secrecy/disclosure.hpp>

namespace patio {

using ReferralId = Id<struct ReferralTag>;
/// "waiting_list_too_long": why a step was taken.
using ReasonCode = Code<struct ReasonTag>;
/// "right_opened": how it ended for the person.
using OutcomeCode = Code<struct OutcomeTag>;
/// "lease", "tax_notice": a document that the receiving service asks for.
using DocumentCode = Code<struct DocumentTag>;

/// `info` and `self_contact` send nothing; `accompanied` books for the person; `formal` sends data; `internal` stays
/// within one's own organisation; `operator_backoffice` goes to the back office of a national operator.
enum class ReferralKind { info, self_contact, accompanied, formal, internal, operator_backoffice };
BOOST_DESCRIBE_ENUM(ReferralKind, info, self_contact, accompanied, formal, internal, operator_backoffice)

[[nodiscard]] bool sends_data(ReferralKind kind);

/// Why what is shared may be shared. Whether it really may is the secrecy rules' to say, at each sending.
enum class ReferralGround {
  consent, mandate, shared_social, shared_child, shared_health, legal_duty, danger_report, vital_interest,
  inter_administration, public_task
};
BOOST_DESCRIBE_ENUM(ReferralGround, consent, mandate, shared_social, shared_child, shared_health, legal_duty,
                    danger_report, vital_interest, inter_administration, public_task)

/// A document that goes with it. The host keeps the document; here is its hash, which stays when it is destroyed.
struct ReferralAttachment {
  /// In hexadecimal.
  std::string sha256;
  CategoryCode category;
  std::optional<Instant> destroyed_at;
  bool operator==(const ReferralAttachment&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralAttachment, (), (sha256, category, destroyed_at))

/// The receiver tried to reach the person.
struct ContactAttempt {
  Instant made_at;
  ContactChannel channel{};
  bool operator==(const ContactAttempt&) const = default;
};
BOOST_DESCRIBE_STRUCT(ContactAttempt, (), (made_at, channel))

struct Referral {
  ReferralId id;
  PersonId person_id;
  NeedId need_id;
  ProfessionalCode sent_by;
  /// The organisation and the pole from which it comes: whoever works there may carry it on.
  OrganisationCode sent_from;
  std::optional<PoleCode> sent_from_pole;
  ServiceCode service;
  ReferralKind kind{};
  NeedUrgency urgency{};
  std::optional<ReferralGround> ground;
  std::optional<ConsentId> consent_id;
  std::optional<AppointmentId> appointment_id;
  /// Categories that leave with it: never more than the person agreed to.
  std::vector<CategoryCode> shared;
  std::vector<ReferralAttachment> attachments;
  /// Documents that the service asks for and that nobody has brought yet: it does not leave without them.
  std::vector<DocumentCode> missing;
  /// The records of what was given with it: the receiver sees no more than they say.
  std::vector<DisclosureId> disclosure_ids;
  ReferralState state{};
  /// While it is frozen: where it was.
  std::optional<ReferralState> state_before;
  /// Since when it is in its state.
  Instant since;
  /// Since when the receiver owes an answer: the sending, or what they did last.
  std::optional<Instant> waiting_since;
  std::optional<Instant> escalated_at;
  std::optional<Instant> reminded_at;
  std::optional<Instant> reviewed_at;
  /// Of the receiving service, once it is accepted; and whom they asked to take over.
  std::optional<ProfessionalCode> owner;
  std::optional<ProfessionalCode> new_owner;
  std::vector<ContactAttempt> attempts;
  int absences = 0;
  std::optional<ReasonCode> reason;
  std::optional<OutcomeCode> outcome;
  /// The one that failed before it, or the one that was passed on.
  std::optional<ReferralId> retry_of;
  std::optional<ReferralId> rerouted_from;
  bool operator==(const Referral&) const = default;
};
BOOST_DESCRIBE_STRUCT(Referral, (), (id, person_id, need_id, sent_by, sent_from, sent_from_pole, service, kind, urgency,
                                     ground, consent_id, appointment_id, shared, attachments, missing, disclosure_ids, state,
                                     state_before, since, waiting_since, escalated_at, reminded_at, reviewed_at, owner,
                                     new_owner, attempts, absences, reason, outcome, retry_of, rerouted_from))

/// One line of the history, never changed. Without an actor it was time.
struct ReferralStep {
  Id<struct ReferralStepTag> id;
  ReferralId referral_id;
  PersonId person_id;
  Instant taken_at;
  std::optional<ProfessionalCode> actor;
  ReferralEvent event{};
  ReferralState state_before{};
  ReferralState state_after{};
  std::optional<ReasonCode> reason;
  bool operator==(const ReferralStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralStep, (), (id, referral_id, person_id, taken_at, actor, event, state_before, state_after,
                                         reason))

/// What somebody, or time, does.
struct ReferralAct {
  ReferralEvent event{};
  ReferralContext context;
  Instant at;
  std::optional<ProfessionalCode> actor;
  std::optional<ReasonCode> reason;
};

struct ReferralTaken {
  Referral referral;
  /// Its id is still to be given. Not to be kept if `no_op`: the same had been said before.
  ReferralStep step;
  std::vector<ReferralEffect> effects;
  bool no_op = false;
};

/// Takes one step. `before` of the context is the referral's own. What a step says besides (a consent, an attempt, an
/// outcome, a new owner) is set on the referral before.
[[nodiscard]] Result<ReferralTaken> take(const Referral& referral, ReferralAct act);

/// What a consent that is withdrawn, expired or void does to a referral that rests on it: cancelled if nothing has left
/// yet; frozen if the receiver has it, unless the context says that another ground holds. Nothing for any other referral.
[[nodiscard]] std::optional<ReferralTaken> lose_consent(const Referral& referral, const ConsentId& consent, ReferralAct act);

/// A fresh draft for another service, which inherits need, urgency and sender but no ground, no consent and nothing
/// shared: another recipient needs a ground of their own.
[[nodiscard]] Referral rerouted(const Referral& referral, const ReferralId& id, const ServiceCode& service, Instant now);
[[nodiscard]] Referral proposed_again(const Referral& referral, const ReferralId& id, const ServiceCode& service, Instant now);

/// Whether consent grounds all that is shared, attachments included, with that organisation for orientation on that day.
struct GroundFound {
  bool holds = false;
  bool proof_pending = false;
  /// Shared, or attached, though the person withheld it.
  bool withheld = false;
  /// What the consent leaves without a ground.
  std::vector<CategoryCode> uncovered;
  bool operator==(const GroundFound&) const = default;
};
[[nodiscard]] GroundFound find_ground(const Referral& referral, const Consent* consent, const OrganisationCode& receiver,
                                      Date day);

}  // namespace patio
