#pragma once
/// \file
/// The record of one disclosure: who gave what kind of thing to whom, on which ground. It
/// never holds the content itself. One is written at each sharing, in the same transaction, and never changed.

#include <string>
#include <vector>

#include <patio/consent/consent.hpp>

namespace patio {

using DisclosureId = Id<struct DisclosureTag>;

/// Whether the person was told of the sharing beforehand.
enum class Informed { not_told, beforehand, afterwards };
BOOST_DESCRIBE_ENUM(Informed, not_told, beforehand, afterwards)

struct Disclosure {
  DisclosureId id;
  PersonId person_id;
  Instant made_at;
  ProfessionalCode given_by;
  HatCode given_by_hat;
  /// Status of the hat under secrecy law on that day: "pub", "miss"...
  std::string given_by_status;
  OrganisationCode receiver;
  std::optional<ProfessionalCode> received_by;
  std::string receiver_status;
  std::vector<CategoryCode> categories;
  PurposeCode purpose;
  /// permit, oblige or transform.
  std::string effect;
  std::vector<std::string> rules;
  std::vector<std::string> obligations;
  std::string rulebook_version;
  std::optional<ConsentId> consent_id;
  Informed informed{};
  bool operator==(const Disclosure&) const = default;
};
BOOST_DESCRIBE_STRUCT(Disclosure, (), (id, person_id, made_at, given_by, given_by_hat, given_by_status, receiver,
                                       received_by, receiver_status, categories, purpose, effect, rules, obligations,
                                       rulebook_version, consent_id, informed))

}  // namespace patio
