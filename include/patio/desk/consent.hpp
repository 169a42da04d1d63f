#pragma once
/// \file
/// What a person was told, allows and takes back. Reading it is in consent_reading.hpp.
///
///     Result<ConsentGiven> given = desk.run(GiveConsent{.command_id = id, .person_id = marc, ...});

#include <patio/casework/referral.hpp>
#include <patio/consent/cascade.hpp>
#include <patio/consent/objection.hpp>
#include <patio/consent/receipt.hpp>
#include <patio/desk/command.hpp>

namespace patio {

struct NoticeGiven {
  NoticeId notice_id;
  bool operator==(const NoticeGiven&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoticeGiven, (), (notice_id))

/// Notes that the person was told, by that version of that text. It counts for thirty days.
struct GiveNotice {
  using Answer = NoticeGiven;
  static constexpr std::string_view purpose = "reception";
  CommandId command_id;
  PersonId person_id;
  std::string text_version;
  std::string language;
  NoticeMeans means{};
  bool interpreted = false;
  bool operator==(const GiveNotice&) const = default;
};
BOOST_DESCRIBE_STRUCT(GiveNotice, (), (command_id, person_id, text_version, language, means, interpreted))

/// A document that was seen: the desk adds when and by whom.
struct SeenEvidence {
  EvidenceKind kind{};
  /// SHA-256 of the document, in hexadecimal.
  std::string sha256;
  bool operator==(const SeenEvidence&) const = default;
};
BOOST_DESCRIBE_STRUCT(SeenEvidence, (), (kind, sha256))

struct ConsentGiven {
  ConsentId consent_id;
  ConsentState state{};
  ReceiptId receipt_id;
  bool operator==(const ConsentGiven&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentGiven, (), (consent_id, state, receipt_id))

/// Notes a consent, of the person or of whoever represents them. Aloud suffices to orient with a name, a theme and a slot;
/// anything else said aloud waits fifteen days for its proof. A text version of which no notice was given counts as told
/// at this moment.
struct GiveConsent {
  using Answer = ConsentGiven;
  static constexpr std::string_view purpose = "orientation";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  ConsentGiver given_by{};
  ConsentMeans means{};
  PurposeCode for_purpose;
  std::vector<OrganisationCode> recipients;
  std::vector<CategoryCode> categories;
  std::vector<CategoryCode> withheld;
  std::string text_version;
  /// Until when; by default and at most a year.
  std::optional<Date> until;
  /// The title on which a representative gives it.
  std::optional<RepresentationId> representation_id = {};
  /// Whether the person can understand and express their will about it, as the professional sees today.
  std::optional<YesNo> person_able = {};
  std::vector<SeenEvidence> evidence = {};
  bool operator==(const GiveConsent&) const = default;
};
BOOST_DESCRIBE_STRUCT(GiveConsent, (), (command_id, person_id, given_by, means, for_purpose, recipients, categories,
                                        withheld, text_version, until, representation_id, person_able, evidence))

/// The proof of what was said aloud: the consent is active from then on.
struct ConfirmProof {
  using Answer = ConsentGiven;
  static constexpr std::string_view purpose = "orientation";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  ConsentId consent_id;
  std::vector<SeenEvidence> evidence;
  bool operator==(const ConfirmProof&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConfirmProof, (), (command_id, person_id, consent_id, evidence))

struct ConsentRefused {
  ConsentId consent_id;
  ConsentState state{};
  bool operator==(const ConsentRefused&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentRefused, (), (consent_id, state))

/// The person says no to what they were asked: kept, so that nobody asks again as if they had not.
struct RefuseConsent {
  using Answer = ConsentRefused;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  PersonId person_id;
  PurposeCode for_purpose;
  std::vector<OrganisationCode> recipients;
  std::vector<CategoryCode> categories;
  std::string text_version;
  bool operator==(const RefuseConsent&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefuseConsent, (), (command_id, person_id, for_purpose, recipients, categories, text_version))

struct ConsentWithdrawn {
  ConsentId consent_id;
  ConsentState state{};
  /// Referrals that lost their ground and were recalled.
  std::vector<ReferralId> recalled;
  /// Receivers to be told to stop, and what.
  std::vector<StopNotice> stops;
  bool operator==(const ConsentWithdrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentWithdrawn, (), (consent_id, state, recalled, stops))

/// The person takes a consent back, or the part of it that is named: at once, for the future. What was shared before stays
/// in the register.
struct WithdrawConsent {
  using Answer = ConsentWithdrawn;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  PersonId person_id;
  ConsentId consent_id;
  std::optional<WithdrawnPart> part = {};
  bool operator==(const WithdrawConsent&) const = default;
};
BOOST_DESCRIBE_STRUCT(WithdrawConsent, (), (command_id, person_id, consent_id, part))

/// The same consent for another year at most, freshly given: the old one is superseded, and what rested on it goes on.
struct RenewConsent {
  using Answer = ConsentGiven;
  static constexpr std::string_view purpose = "orientation";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  ConsentId consent_id;
  ConsentGiver given_by{};
  ConsentMeans means{};
  std::string text_version;
  std::optional<Date> until;
  std::optional<RepresentationId> representation_id;
  std::optional<YesNo> person_able;
  std::vector<SeenEvidence> evidence;
  bool operator==(const RenewConsent&) const = default;
};
BOOST_DESCRIBE_STRUCT(RenewConsent, (), (command_id, person_id, consent_id, given_by, means, text_version, until,
                                         representation_id, person_able, evidence))

}  // namespace patio
