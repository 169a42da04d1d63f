#pragma once
/// \file
/// The record of one disclosure: who gave what kind of thing to whom, on which ground. It
/// never holds the content itself. One is written at each sharing, in the same transaction, and never changed: a record
/// that was wrong is followed by one that `supersedes` it.

#include <optional>
#include <string>
#include <vector>

#include <patio/consent/consent.hpp>
#include <patio/secrecy/decision.hpp>

namespace patio {

using DisclosureId = Id<struct DisclosureTag>;

/// Whether the person was told of the sharing beforehand.
enum class Informed { not_told, beforehand, afterwards };
BOOST_DESCRIBE_ENUM(Informed, not_told, beforehand, afterwards)

/// What was looked up before giving, and where its proof can be found again.
enum class ProofKind { consent, no_opposition, team, demand, mandate, measure, identity };
BOOST_DESCRIBE_ENUM(ProofKind, consent, no_opposition, team, demand, mandate, measure, identity)

struct ProvedCondition {
  ProofKind kind{};
  /// The consent, the register of oppositions, the team, the requisition...: its id or its number, never its words.
  Code<struct ProofTag> reference;
  std::optional<Instant> checked_at;
  bool operator==(const ProvedCondition&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProvedCondition, (), (kind, reference, checked_at))

struct Disclosure {
  DisclosureId id;
  PersonId person_id;
  Instant made_at;
  ProfessionalCode given_by;
  HatCode given_by_hat;
  /// Status of the hat under secrecy law on that day: "pub", "miss"...
  std::string given_by_status;
  /// The texts that give it.
  std::vector<std::string> given_by_texts;
  OrganisationCode receiver;
  std::optional<ProfessionalCode> received_by;
  std::optional<HatCode> received_by_hat;
  std::string receiver_status;
  std::vector<CategoryCode> categories;
  PurposeCode purpose;
  /// permit, oblige or transform; human if a named person decided part of it.
  std::string effect;
  std::vector<std::string> rules;
  /// What each gate answered, and its rules.
  std::vector<GateAnswer> bases;
  std::vector<std::string> obligations;
  std::string rulebook_version;
  std::optional<ConsentId> consent_id;
  std::vector<ProvedCondition> proved;
  Informed informed{};
  std::optional<Instant> informed_at;
  std::optional<SharingChannel> channel;
  /// Who decided what only a person may decide, and why.
  std::optional<ProfessionalCode> decided_by;
  std::optional<std::string> justification;
  std::optional<DisclosureId> supersedes;
  bool operator==(const Disclosure&) const = default;
};
BOOST_DESCRIBE_STRUCT(Disclosure, (), (id, person_id, made_at, given_by, given_by_hat, given_by_status, given_by_texts,
                                       receiver, received_by, received_by_hat, receiver_status, categories, purpose, effect,
                                       rules, bases, obligations, rulebook_version, consent_id, proved, informed,
                                       informed_at, channel, decided_by, justification, supersedes))

}  // namespace patio
