#pragma once
/// \file
/// What a person opposes, and no longer opposes.
///
///     Result<ObjectionRecorded> noted = desk.run(RecordObjection{.command_id = id, .person_id = marc, ...});

#include <patio/casework/referral.hpp>
#include <patio/consent/cascade.hpp>
#include <patio/desk/command.hpp>

namespace patio {

struct ObjectionRecorded {
  ObjectionId objection_id;
  ObjectionState state{};
  /// Referrals that it stopped: cancelled before they left, frozen on their way.
  std::vector<ReferralId> stopped;
  /// Receivers to be told to stop, and what.
  std::vector<StopNotice> stops;
  bool operator==(const ObjectionRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(ObjectionRecorded, (), (objection_id, state, stopped, stops))

/// The person opposes: to a recipient, a professional, a purpose or some categories; to every sharing if none is named.
/// From that moment nothing of it leaves, and what is under way stops, unless the law makes it a duty.
struct RecordObjection {
  using Answer = ObjectionRecorded;
  static constexpr std::string_view purpose = "reception";
  CommandId command_id;
  PersonId person_id;
  std::optional<OrganisationCode> against_organisation;
  std::optional<ProfessionalCode> against_professional;
  std::optional<PurposeCode> against_purpose;
  std::vector<CategoryCode> categories;
  ConsentGiver made_by{};
  bool operator==(const RecordObjection&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordObjection, (), (command_id, person_id, against_organisation, against_professional,
                                            against_purpose, categories, made_by))

/// The person takes their no back, from today.
struct LiftObjection {
  using Answer = ObjectionRecorded;
  static constexpr std::string_view purpose = "reception";
  CommandId command_id;
  PersonId person_id;
  ObjectionId objection_id;
  bool asked_by_person = false;
  bool operator==(const LiftObjection&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiftObjection, (), (command_id, person_id, objection_id, asked_by_person))

}  // namespace patio
