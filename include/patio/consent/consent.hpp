#pragma once
/// \file
/// A person's permission to share named data with named recipients, for one purpose and one time. In social action
/// it mostly lifts professional secrecy (CP 226-13); it is rarely the basis of the processing itself (RGPD 6).
///
///     if (covers(consent, {.recipient = org, .category = category, .purpose = purpose, .day = today}).yes) ...
///
/// covers() is the only question that other rooms may ask. A consent is narrowed by what it withholds and by partial
/// withdrawal, never widened: more is a new consent.

#include <string>
#include <vector>

#include <patio/base/machine.hpp>
#include <patio/consent/evidence.hpp>
#include <patio/consent/notice.hpp>
#include <patio/people/representation.hpp>

namespace patio {

using ConsentId = Id<struct ConsentTag>;
/// "person_asked", "signed_in_error"...: why a consent changed.
using ConsentReason = Code<struct ConsentReasonTag>;

enum class ConsentGiver { person, representative };
BOOST_DESCRIBE_ENUM(ConsentGiver, person, representative)

/// How it was given. Aloud and noted by the professional suffices to orient someone to a colleague next door
/// (law: CNS-05); for anything else it waits for a proof.
enum class ConsentMeans { written, electronic, oral_traced };
BOOST_DESCRIBE_ENUM(ConsentMeans, written, electronic, oral_traced)

enum class ConsentState {
  informed, pending_proof, active, suspended, refused, withdrawn, expired, lapsed, superseded, void_
};
BOOST_DESCRIBE_ENUM(ConsentState, informed, pending_proof, active, suspended, refused, withdrawn, expired, lapsed,
                    superseded, void_)

enum class ConsentEvent {
  inform, give, confirm_proof, refuse, withdraw, withdraw_part, elapse, representative_ends, supersede, void_, person_dies
};
BOOST_DESCRIBE_ENUM(ConsentEvent, inform, give, confirm_proof, refuse, withdraw, withdraw_part, elapse,
                    representative_ends, supersede, void_, person_dies)

/// One thing that happened to a consent. Entries are added, never changed.
struct ConsentEntry {
  Instant at;
  ConsentEvent event{};
  ConsentState state{};
  ConsentGiver by_whom{};
  ProfessionalCode noted_by;
  std::optional<ConsentReason> reason;
  bool operator==(const ConsentEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentEntry, (), (at, event, state, by_whom, noted_by, reason))

/// One category for one recipient.
struct ConsentScope {
  OrganisationCode recipient;
  CategoryCode category;
  bool operator==(const ConsentScope&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentScope, (), (recipient, category))

struct Consent {
  ConsentId id;
  PersonId person_id;
  ConsentGiver given_by{};
  ConsentMeans means{};
  PurposeCode purpose;
  std::vector<OrganisationCode> recipients;
  std::vector<CategoryCode> categories;
  /// Categories that stay closed even if a recipient's other grounds cover them.
  std::vector<CategoryCode> withheld;
  /// The same, from one recipient alone.
  std::vector<ConsentScope> withheld_from;
  /// Version of the text that was read or read out.
  std::string text_version;
  Instant given_at;
  /// Who noted it.
  ProfessionalCode noted_by;
  Period period;
  ConsentState state{};
  /// The day on which the present state began: delays run from it.
  Date state_since{};
  /// The title on which a representative gave it.
  std::optional<RepresentationId> representation_id;
  std::optional<NoticeId> notice_id;
  std::vector<Evidence> evidence;
  /// The consent that this one renews.
  std::optional<ConsentId> renews;
  std::vector<ConsentEntry> history;
  bool operator==(const Consent&) const = default;
};
BOOST_DESCRIBE_STRUCT(Consent, (), (id, person_id, given_by, means, purpose, recipients, categories, withheld,
                                    withheld_from, text_version, given_at, noted_by, period, state, state_since, representation_id,
                                    notice_id, evidence, renews, history))

/// One sharing that somebody asks about.
struct ConsentQuestion {
  OrganisationCode recipient;
  CategoryCode category;
  PurposeCode purpose;
  Date day{};
};

/// Yes, or the first reason why not: `not_active`, `not_in_period`, `other_purpose`, `other_recipient`, `withheld`,
/// `other_category`.
struct Coverage {
  bool yes = false;
  std::string reason;
};

[[nodiscard]] Coverage covers(const Consent& consent, const ConsentQuestion& question);

/// The person keeps that category from everybody, or from that recipient.
[[nodiscard]] bool withholds(const Consent& consent, const OrganisationCode& recipient, const CategoryCode& category);

/// The part of a consent that a partial withdrawal takes away: each named recipient altogether, each named category for
/// every recipient, each named scope for its recipient alone.
struct WithdrawnPart {
  std::vector<OrganisationCode> recipients;
  std::vector<CategoryCode> categories;
  std::vector<ConsentScope> scopes = {};
  bool operator==(const WithdrawnPart&) const = default;
};
BOOST_DESCRIBE_STRUCT(WithdrawnPart, (), (recipients, categories, scopes))

/// The consent without that part; withdrawn categories and scopes count as withheld from then on. A recipient for whom
/// nothing is left is named no more.
[[nodiscard]] Consent narrow(Consent consent, const WithdrawnPart& part);
/// Some recipient may still receive some category.
[[nodiscard]] bool has_scope(const Consent& consent);

/// The first day on which the present state is over by itself; nothing for the states that last.
[[nodiscard]] std::optional<Date> state_ends_on(const Consent& consent, const ConsentTerms& terms);
/// The day to ask whether to renew; nothing unless active with an end.
[[nodiscard]] std::optional<Date> renewal_notice_on(const Consent& consent, const ConsentTerms& terms);

/// What the guards of the machine need to know; computed by whoever asks for the step.
struct ConsentContext {
  bool informed = false;
  bool giver_may_consent = false;
  bool names_recipients = false;
  bool names_categories = false;
  /// It names everybody or everything.
  bool too_broad = false;
  /// Given aloud: the proof may come later. Otherwise there is none of it without one.
  bool oral = false;
  bool has_proof = false;
  bool by_representative = false;
  /// Something is left in the scope after a partial withdrawal.
  bool scope_left = true;
  /// The state's own time is over: see state_ends_on().
  bool time_is_over = false;
  bool reason_given = false;
};

[[nodiscard]] const Machine<ConsentState, ConsentEvent, ConsentContext>& consent_machine();

/// The consent after a step of its machine, with one more entry in its history; a step that changes nothing adds none.
/// A new state begins on `today`.
[[nodiscard]] Consent stepped(Consent consent, const Step<ConsentState>& step, ConsentEntry entry, Date today);

}  // namespace patio
