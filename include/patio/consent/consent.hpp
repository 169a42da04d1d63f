#pragma once
/// \file
/// A person's permission to share named data with named recipients, for one purpose and one time. In social action
/// it mostly lifts professional secrecy (CP 226-13); it is rarely the basis of the processing itself (RGPD 6).
///
///     if (covers(consent, {.recipient = org, .category = category, .purpose = purpose, .day = today}).yes) ...
///
/// covers() is the only question that other rooms may ask. A consent is narrowed by what it withholds, never widened.

#include <string>
#include <vector>

#include <patio/base/machine.hpp>
#include <patio/people/person.hpp>
#include <patio/people/professional.hpp>

namespace patio {

using ConsentId = Id<struct ConsentTag>;
/// "health", "budget"...: a data category of the secrecy rules.
using CategoryCode = Code<struct CategoryTag>;
/// "orientation", "joint_interview"...: a purpose of the secrecy rules.
using PurposeCode = Code<struct PurposeTag>;

enum class ConsentGiver { person, representative };
BOOST_DESCRIBE_ENUM(ConsentGiver, person, representative)

/// How it was given. Oral and noted by the professional suffices to orient someone to a colleague next door
/// (law: CNS-05); for anything else it waits for a proof.
enum class ConsentMeans { written, electronic, oral_traced };
BOOST_DESCRIBE_ENUM(ConsentMeans, written, electronic, oral_traced)

enum class ConsentState {
  informed, pending_proof, active, suspended, refused, withdrawn, expired, lapsed, superseded, void_
};
BOOST_DESCRIBE_ENUM(ConsentState, informed, pending_proof, active, suspended, refused, withdrawn, expired, lapsed,
                    superseded, void_)

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
  /// Version of the text that was read or read out.
  std::string text_version;
  Instant given_at;
  /// Who noted it.
  ProfessionalCode noted_by;
  Period period;
  ConsentState state{};
  bool operator==(const Consent&) const = default;
};
BOOST_DESCRIBE_STRUCT(Consent, (), (id, person_id, given_by, means, purpose, recipients, categories, withheld,
                                    text_version, given_at, noted_by, period, state))

/// One sharing that somebody asks about.
struct ConsentQuestion {
  OrganisationCode recipient;
  CategoryCode category;
  PurposeCode purpose;
  Date day{};
};

/// Yes, or the first reason why not: `not_active`, `not_in_period`, `other_recipient`, `withheld`, `other_category`,
/// `other_purpose`.
struct Coverage {
  bool yes = false;
  std::string reason;
};

[[nodiscard]] Coverage covers(const Consent& consent, const ConsentQuestion& question);

enum class ConsentEvent {
  inform, give, confirm_proof, refuse, withdraw, withdraw_part, elapse, representative_ends, supersede, void_
};
BOOST_DESCRIBE_ENUM(ConsentEvent, inform, give, confirm_proof, refuse, withdraw, withdraw_part, elapse,
                    representative_ends, supersede, void_)

/// What the guards of the machine need to know; computed by whoever asks for the step.
struct ConsentContext {
  bool giver_may_consent = false;
  bool names_recipients = false;
  bool names_categories = false;
  bool has_proof = false;
  /// Something is left in the scope after a partial withdrawal.
  bool scope_left = true;
  /// The state's own time is over: 30 days after the information, 15 days without the proof, the end of the consent,
  /// 60 days of suspension.
  bool time_is_over = false;
  bool reason_given = false;
};

[[nodiscard]] const Machine<ConsentState, ConsentEvent, ConsentContext>& consent_machine();

}  // namespace patio
