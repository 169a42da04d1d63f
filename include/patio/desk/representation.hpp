#pragma once
/// \file
/// Who stands for a person: a title begins, a title ends, and what follows for consents and mandates.
///
///     Result<RepresentationAdded> added = desk.run(AddRepresentation{.command_id = id, .person_id = rene, ...});

#include <patio/consent/mandate.hpp>
#include <patio/desk/command.hpp>

namespace patio {

struct RepresentationAdded {
  RepresentationId representation_id;
  /// Mandates that end because a protection measure begins.
  std::vector<MandateId> ended_mandates;
  bool operator==(const RepresentationAdded&) const = default;
};
BOOST_DESCRIBE_STRUCT(RepresentationAdded, (), (representation_id, ended_mandates))

/// Notes a title on which somebody stands for the person, as the judgment or the deed says.
struct AddRepresentation {
  using Answer = RepresentationAdded;
  static constexpr std::string_view purpose = "reception";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  RepresentationKind kind{};
  RepresentationScope scope{};
  std::vector<ActCode> acts;
  std::optional<PersonId> holder_person_id;
  std::optional<OrganisationCode> holder_organisation;
  Period period;
  /// SHA-256 of the judgment or deed, once it has been seen.
  std::optional<std::string> document_sha256;
  /// Absent: no.
  std::optional<YesNo> conflict;
  std::optional<YesNo> restricted;
  bool operator==(const AddRepresentation&) const = default;
};
BOOST_DESCRIBE_STRUCT(AddRepresentation, (), (command_id, person_id, kind, scope, acts, holder_person_id,
                                              holder_organisation, period, document_sha256, conflict, restricted))

struct RepresentationEnded {
  RepresentationId representation_id;
  /// Consents given on that title: they wait for a new giver, or lapse if they were not proved.
  std::vector<ConsentId> suspended;
  bool operator==(const RepresentationEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(RepresentationEnded, (), (representation_id, suspended))

/// The title ends today.
struct EndRepresentation {
  using Answer = RepresentationEnded;
  static constexpr std::string_view purpose = "reception";
  CommandId command_id;
  PersonId person_id;
  RepresentationId representation_id;
  bool operator==(const EndRepresentation&) const = default;
};
BOOST_DESCRIBE_STRUCT(EndRepresentation, (), (command_id, person_id, representation_id))

}  // namespace patio
