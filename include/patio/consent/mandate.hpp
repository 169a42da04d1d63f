#pragma once
/// \file
/// A mandate (CC 1984): the power that a person gives a structure to do named procedures in their name. It belongs to the
/// structure, not to the professional who had it signed: any aidant of the structure may use it. Its state is never typed:
/// it follows from its authorisations and its dates.
///
///     MandateState state = state_of(mandate, today);
///     if (covers(mandate, {.organisation = org, .procedure = ProcedureCode{"social"}, .day = today}).yes) ...

#include <patio/consent/consent.hpp>
#include <patio/consent/mandate_terms.hpp>

namespace patio {

using MandateId = Id<struct MandateTag>;
/// "person_asked", "person_died", "protection_started"...
using MandateReason = Code<struct MandateReasonTag>;

/// Aidants Connect, the state's service, with its own rules; or a written mandate that lists its procedures (CNS-08).
enum class MandateKind { aidants_connect, written };
BOOST_DESCRIBE_ENUM(MandateKind, aidants_connect, written)

enum class MandateState { draft, active, partially_revoked, expired, revoked, superseded, abandoned };
BOOST_DESCRIBE_ENUM(MandateState, draft, active, partially_revoked, expired, revoked, superseded, abandoned)

/// How far a conclusion at a distance has come: the person was asked, has answered yes, has handed over the signed paper.
/// Without an answer or after a no the mandate is abandoned.
enum class RemoteStage { asked, answered, attested };
BOOST_DESCRIBE_ENUM(RemoteStage, asked, answered, attested)

/// One procedure that the mandate covers until it is revoked alone, or with all others.
struct MandateAuthorisation {
  ProcedureCode procedure;
  std::optional<Instant> revoked_at;
  std::optional<MandateReason> reason;
  bool operator==(const MandateAuthorisation&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateAuthorisation, (), (procedure, revoked_at, reason))

struct Mandate {
  MandateId id;
  PersonId person_id;
  MandateKind kind{};
  /// The structure that holds it.
  OrganisationCode organisation;
  /// Who had it signed.
  ProfessionalCode aidant;
  std::vector<MandateAuthorisation> authorisations;
  DurationCode duration;
  /// From the day of signature (of the draft, before it) to the day from which it is over.
  Period period;
  MandateMethod method{};
  /// Of the message sent and answered, for a mandate concluded at a distance.
  std::string request_id;
  std::optional<Instant> asked_at;
  std::string template_version;
  /// See attestation_hash(); empty while it is a draft.
  std::string attestation;
  std::vector<Evidence> evidence;
  Date identity_checked_on{};
  std::optional<Instant> signed_at;
  std::optional<Instant> abandoned_at;
  std::optional<MandateId> superseded_by;
  bool operator==(const Mandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mandate, (), (id, person_id, kind, organisation, aidant, authorisations, duration, period, method,
                                    request_id, asked_at, template_version, attestation, evidence, identity_checked_on, signed_at,
                                    abandoned_at, superseded_by))

[[nodiscard]] MandateState state_of(const Mandate& mandate, Date day, const MandateTerms& terms);

/// Nothing for a mandate concluded in person.
[[nodiscard]] std::optional<RemoteStage> remote_stage(const Mandate& mandate);

/// The next day to ask for the signed paper again; nothing unless it is what is missing.
[[nodiscard]] std::optional<Date> paper_asked_on(const Mandate& mandate, Date day, const Zone& zone, const MandateTerms& terms);

/// The first day on which a draft that nobody has signed is abandoned; nothing for any other mandate.
[[nodiscard]] std::optional<Date> draft_ends_on(const Mandate& mandate, const MandateTerms& terms);

/// Half-open: a mandate of one day signed on the 10th is over on the 11th.
[[nodiscard]] Period mandate_period(Date signed_on, const MandateDuration& duration);
/// The day to speak of the renewal of one that lasts so long; nothing for short ones.
[[nodiscard]] std::optional<Date> reminder_on(Date signed_on, const MandateDuration& duration, const MandateTerms& terms);
/// The same for this mandate; nothing if it is over or not signed.
[[nodiscard]] std::optional<Date> reminder_on(const Mandate& mandate, Date day, const MandateTerms& terms);
/// The day on which it ended or will: the last revocation, or the end of its time. Days are those of the zone.
[[nodiscard]] Date end_of(const Mandate& mandate, const Zone& zone);
/// Until when everything that proves it is kept.
[[nodiscard]] Date evidence_until(const Mandate& mandate, const Zone& zone, const MandateTerms& terms);

struct MandateQuestion {
  OrganisationCode organisation;
  ProcedureCode procedure;
  Date day{};
};

/// Yes, or the code of the refusal: `not_signed`, `closed`, `revoked`, `expired`, `not_holder_org`,
/// `procedure_not_covered`, `procedure_revoked`. The one answer on the validity of a mandate.
[[nodiscard]] Coverage covers(const Mandate& mandate, const MandateQuestion& question, const MandateTerms& terms);

/// Its procedures not yet revoked, or only that one; those already revoked keep their first date. A draft is abandoned.
[[nodiscard]] Mandate revoke(Mandate mandate, const std::optional<ProcedureCode>& procedure, Instant now,
                             const MandateReason& reason);

/// SHA-256 over aidant, person, structure, procedures, dates and template, as canonical JSON: the attestation that is
/// printed on the mandate.
[[nodiscard]] std::string attestation_hash(const Mandate& mandate);

/// One use: append-only, and never any password.
struct MandateUse {
  Id<struct MandateUseTag> id;
  MandateId mandate_id;
  PersonId person_id;
  ProcedureCode procedure;
  ProfessionalCode professional;
  OrganisationCode organisation;
  Instant used_at;
  bool operator==(const MandateUse&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateUse, (), (id, mandate_id, person_id, procedure, professional, organisation, used_at))

/// `ask`, `deny` and `attest` are of a conclusion at a distance: the message, the no, the signed paper.
enum class MandateEvent { ask, deny, sign, attest, use, revoke, revoke_all, elapse, renew, transfer, person_ends };
BOOST_DESCRIBE_ENUM(MandateEvent, ask, deny, sign, attest, use, revoke, revoke_all, elapse, renew, transfer, person_ends)

/// One line of the journal: append-only.
struct MandateEntry {
  Id<struct MandateEntryTag> id;
  MandateId mandate_id;
  PersonId person_id;
  Instant at;
  MandateEvent event{};
  ProfessionalCode noted_by;
  OrganisationCode organisation;
  std::optional<ProcedureCode> procedure;
  std::optional<MandateReason> reason;
  std::string attestation;
  bool operator==(const MandateEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateEntry, (), (id, mandate_id, person_id, at, event, noted_by, organisation, procedure, reason,
                                         attestation))

/// What the guards of the machine need to know. Unknown is no.
struct MandateContext {
  bool identity_checked = false;
  bool person_adult = false;
  bool person_unprotected = false;
  bool duration_known = false;
  bool names_procedure = false;
  bool template_known = false;
  bool aidant_eligible = false;
  bool aidant_habilitated = false;
  bool free_of_charge = false;
  /// In person, or answered at a distance.
  bool concluded = false;
  /// The person was asked at a distance, and can be reached there safely.
  bool asked = false;
  bool reachable = false;
  /// The signed paper was seen.
  bool paper_seen = false;
  bool same_organisation = false;
  bool procedure_covered = false;
  bool procedure_revoked = false;
  bool last_procedure = false;
  bool person_informed = false;
  bool time_is_over = false;
  bool renewal_in_time = false;
};

[[nodiscard]] const Machine<MandateState, MandateEvent, MandateContext>& mandate_machine();

}  // namespace patio
