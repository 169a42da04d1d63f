#pragma once
/// \file
/// A mandate concluded at a distance: asked for by a message, answered, attested on paper.

#include <patio/desk/mandate.hpp>

namespace patio {

struct MandateAsked {
  MandateId mandate_id;
  MandateState state{};
  RemoteStage stage{};
  /// Of the message that the person answers.
  std::string request_id;
  /// The first day on which an answer comes too late.
  Date answer_until{};
  bool operator==(const MandateAsked&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateAsked, (), (mandate_id, state, stage, request_id, answer_until))

/// Asks the person at a distance, by a message that the host sends: nothing is done in their name before they answer yes.
struct AskMandate {
  using Answer = MandateAsked;
  static constexpr std::string_view purpose = "this_procedure";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  MandateKind kind{};
  DurationCode duration;
  std::vector<ProcedureCode> procedures;
  MandateMethod method{};
  /// Of the host's message; one is made if none is said.
  std::optional<std::string> request_id;
  std::string template_version;
  bool identity_checked = false;
  std::optional<YesNo> person_able;
  bool operator==(const AskMandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(AskMandate, (), (command_id, person_id, kind, duration, procedures, method, request_id,
                                       template_version, identity_checked, person_able))

/// What the person answered. A yes makes the mandate run from today, with the message for its evidence until the paper is
/// there; a no abandons it.
struct AnswerMandate {
  using Answer = MandateSigned;
  static constexpr std::string_view purpose = "this_procedure";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  MandateId mandate_id;
  YesNo accepts{};
  std::optional<YesNo> person_able;
  std::vector<SeenEvidence> evidence;
  bool operator==(const AnswerMandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(AnswerMandate, (), (command_id, person_id, mandate_id, accepts, person_able, evidence))

struct MandateAttested {
  MandateId mandate_id;
  MandateState state{};
  RemoteStage stage{};
  bool operator==(const MandateAttested&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateAttested, (), (mandate_id, state, stage))

/// The signed paper of a mandate concluded at a distance was handed over.
struct AttestMandate {
  using Answer = MandateAttested;
  static constexpr std::string_view purpose = "this_procedure";
  CommandId command_id;
  PersonId person_id;
  MandateId mandate_id;
  std::vector<SeenEvidence> evidence;
  bool operator==(const AttestMandate&) const = default;
};
BOOST_DESCRIBE_STRUCT(AttestMandate, (), (command_id, person_id, mandate_id, evidence))

}  // namespace patio
