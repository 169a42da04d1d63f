#pragma once
/// \file
/// What the person allows, and takes back.

#include <patio/desk/command.hpp>
#include <patio/casework/referral.hpp>

namespace patio {

struct ConsentGiven {
  ConsentId consent_id;
  ConsentState state{};
  bool operator==(const ConsentGiven&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentGiven, (), (consent_id, state))

/// Notes the person's consent. Oral and noted suffices to orient; anything else waits for its proof.
struct GiveConsent {
  using Answer = ConsentGiven;
  static constexpr std::string_view purpose = "orientation";
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
  bool operator==(const GiveConsent&) const = default;
};
BOOST_DESCRIBE_STRUCT(GiveConsent, (), (command_id, person_id, given_by, means, for_purpose, recipients, categories,
                                        withheld, text_version, until))

struct ConsentWithdrawn {
  ConsentId consent_id;
  /// Referrals that lost their ground and were recalled.
  std::vector<ReferralId> recalled;
  bool operator==(const ConsentWithdrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentWithdrawn, (), (consent_id, recalled))

/// The person takes a consent back: at once, for the future. What was shared before stays in the register.
struct WithdrawConsent {
  using Answer = ConsentWithdrawn;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  PersonId person_id;
  ConsentId consent_id;
  bool operator==(const WithdrawConsent&) const = default;
};
BOOST_DESCRIBE_STRUCT(WithdrawConsent, (), (command_id, person_id, consent_id))

}  // namespace patio
