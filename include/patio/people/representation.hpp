#pragma once
/// \file
/// Who may stand for a person, on which title, for which acts and how long: parental authority, protection measures,
/// habilitation, mandate of future protection. A title that is over, unknown or outside its scope gives no power.
///
///     if (in_force(title, today) && reaches(title, act)) ...
///
/// Sources: Code civil 371-1 to 388-1-1 (minors), 425 to 494-12 (adults).

#include <optional>
#include <string>
#include <vector>

#include <patio/base/code.hpp>
#include <patio/base/yes_no.hpp>
#include <patio/people/person.hpp>
#include <patio/people/professional.hpp>

namespace patio {

using RepresentationId = Id<struct RepresentationTag>;
/// "share_information", "sign_contract"...: an act of capacity.json.
using ActCode = Code<struct ActTag>;

/// `child_welfare`: the department to which a minor is entrusted (ASE). `judicial_safeguard` names no representative;
/// `special_agency` is the agent a judge may name under it. In `habilitation_assistance` a relative assists, in
/// `family_habilitation` they represent.
enum class RepresentationKind {
  parental_authority, minor_guardianship, child_welfare, judicial_safeguard, special_agency, curatorship,
  reinforced_curatorship, guardianship, habilitation_assistance, family_habilitation, future_mandate, benefit_management
};
BOOST_DESCRIBE_ENUM(RepresentationKind, parental_authority, minor_guardianship, child_welfare, judicial_safeguard,
                    special_agency, curatorship, reinforced_curatorship, guardianship, habilitation_assistance,
                    family_habilitation, future_mandate, benefit_management)

/// What the title is about: the person (health, housing, relations, information) or their property.
enum class RepresentationScope { person, property, both };
BOOST_DESCRIBE_ENUM(RepresentationScope, person, property, both)

struct Representation {
  RepresentationId id;
  PersonId person_id;
  RepresentationKind kind{};
  RepresentationScope scope{};
  /// Only these acts; empty: all that the kind gives.
  std::vector<ActCode> acts;
  /// Whoever holds it: somebody known here, an organisation, or neither if it is only known to exist.
  std::optional<PersonId> holder_person_id;
  std::optional<OrganisationCode> holder_organisation;
  /// From the judgment, or from the registry's visa for a mandate of future protection. Protection measures always have
  /// an end.
  Period period;
  /// SHA-256 of the judgment or deed, in hexadecimal; empty while it has not been seen.
  std::string document_sha256;
  /// A conflict of interest bars the holder (CC 494-6).
  YesNo conflict{};
  /// A court has limited or withdrawn what this parent exercises (CC 373-2-1, 378).
  YesNo restricted{};
  bool operator==(const Representation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Representation, (), (id, person_id, kind, scope, acts, holder_person_id, holder_organisation, period,
                                           document_sha256, conflict, restricted))

/// Whether the title protects an adult; the others are about minors or benefits.
[[nodiscard]] bool is_protection(RepresentationKind kind);

[[nodiscard]] bool in_force(const Representation& title, Date day);

/// What is wrong with a title as recorded: an end before its beginning, a protection measure without an end or longer than
/// the law lets it be (`longest_years` of capacity.json), a hash that is none.
[[nodiscard]] Issues check(const Representation& title);

}  // namespace patio
