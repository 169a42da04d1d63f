#pragma once
/// \file
/// The mandates that a person gives the structure: signed, used, taken back, renewed, moved. Those concluded at a
/// distance are in mandate_remote.hpp, reading in mandate_reading.hpp.
///
///     Result<MandateSigned> signed_mandate = desk.run(SignMandate{.command_id = id, .person_id = marc, ...});

#include <patio/consent/mandate.hpp>
#include <patio/desk/consent.hpp>

namespace patio {

struct MandateSigned {
  MandateId mandate_id;
  MandateState state{};
  /// The day from which it is over.
  Date expires_on{};
  std::optional<Date> reminder_on;
  std::string attestation;
  bool operator==(const MandateSigned&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateSigned, (), (mandate_id, state, expires_on, reminder_on, attestation))

/// The person signs, or answers a message at a distance: from then on the structure may do these procedures for them.
struct SignMandate {
  using Answer = MandateSigned;
  static constexpr std::string_view purpose = "this_procedure";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  MandateKind kind{};
  DurationCode duration;
  std::vector<ProcedureCode> procedures;
  MandateMethod method{};
  /// At a distance, by message: the id of the request that the person answered.
  std::optional<std::string> request_id;
  std::string template_version;
  bool identity_checked = false;
  std::optional<YesNo> person_able;
  std::vector<SeenEvidence> evidence;
  bool operator==(const SignMandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(SignMandate, (), (command_id, person_id, kind, duration, procedures, method, request_id,
                                        template_version, identity_checked, person_able, evidence))

struct MandateUsed {
  MandateId mandate_id;
  Id<struct MandateUseTag> use_id;
  bool operator==(const MandateUsed&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateUsed, (), (mandate_id, use_id))

/// The professional does a procedure in the person's name. Each use is noted before it takes place.
struct UseMandate {
  using Answer = MandateUsed;
  static constexpr std::string_view purpose = "this_procedure";
  CommandId command_id;
  PersonId person_id;
  MandateId mandate_id;
  ProcedureCode procedure;
  bool operator==(const UseMandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(UseMandate, (), (command_id, person_id, mandate_id, procedure))

struct MandateChanged {
  MandateId mandate_id;
  MandateState state{};
  Date expires_on{};
  std::optional<Date> reminder_on;
  /// Until when what proves it is kept.
  Date evidence_until{};
  bool operator==(const MandateChanged&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateChanged, (), (mandate_id, state, expires_on, reminder_on, evidence_until))

/// The person takes back one procedure, or the whole mandate if none is named.
struct RevokeMandate {
  using Answer = MandateChanged;
  static constexpr std::string_view purpose = "this_procedure";
  CommandId command_id;
  PersonId person_id;
  MandateId mandate_id;
  std::optional<ProcedureCode> procedure;
  std::optional<MandateReason> reason;
  bool operator==(const RevokeMandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(RevokeMandate, (), (command_id, person_id, mandate_id, procedure, reason))

/// A new mandate in the place of one that runs or ended less than a year ago.
struct RenewMandate {
  using Answer = MandateSigned;
  static constexpr std::string_view purpose = "this_procedure";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  MandateId mandate_id;
  DurationCode duration;
  /// Empty: those that still run, or those of a mandate that has expired.
  std::vector<ProcedureCode> procedures;
  MandateMethod method{};
  std::optional<std::string> request_id;
  std::string template_version;
  bool identity_checked = false;
  std::optional<YesNo> person_able;
  std::vector<SeenEvidence> evidence;
  bool operator==(const RenewMandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(RenewMandate, (), (command_id, person_id, mandate_id, duration, procedures, method, request_id,
                                         template_version, identity_checked, person_able, evidence))

/// The mandate moves to another structure, of which an aidant is named; the person is told first.
struct TransferMandate {
  using Answer = MandateSigned;
  static constexpr std::string_view purpose = "this_procedure";
  CommandId command_id;
  PersonId person_id;
  MandateId mandate_id;
  OrganisationCode to_organisation;
  ProfessionalCode to_aidant;
  bool person_informed = false;
  bool operator==(const TransferMandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(TransferMandate, (), (command_id, person_id, mandate_id, to_organisation, to_aidant, person_informed))

}  // namespace patio
