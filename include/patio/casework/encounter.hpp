#pragma once
/// \file
/// One visit, and the needs that it brought to light.

#include <string>
#include <vector>

#include <patio/directory/site.hpp>
#include <patio/orientation/need.hpp>

namespace patio {

using EncounterId = Id<struct EncounterTag>;
using NeedId = Id<struct NeedRecordTag>;

enum class Channel { desk, phone, mail, home, outreach, remote };
BOOST_DESCRIBE_ENUM(Channel, desk, phone, mail, home, outreach, remote)

enum class EncounterResult { solved_here, guided, oriented, refused, left };
BOOST_DESCRIBE_ENUM(EncounterResult, solved_here, guided, oriented, refused, left)

/// One visit, call or letter. Several needs are possible; without a person it is an anonymous request.
struct Encounter {
  EncounterId id;
  std::optional<PersonId> person_id;
  Instant began_at;
  SiteCode site;
  Channel channel{};
  ProfessionalCode professional;
  /// The service that received the person: an organisation, and its pole if it has several.
  OrganisationCode organisation;
  PoleCode pole;
  EncounterResult result{};
  bool operator==(const Encounter&) const = default;
};
BOOST_DESCRIBE_STRUCT(Encounter, (), (id, person_id, began_at, site, channel, professional, organisation, pole,
                                      result))

/// Where a need comes from: the person said it, a professional saw it, or the veille sociale suggested it and the
/// person agreed.
enum class NeedOrigin { stated, observed, signal };
BOOST_DESCRIBE_ENUM(NeedOrigin, stated, observed, signal)

enum class NeedStatus { open, covered, declined, unmet };
BOOST_DESCRIBE_ENUM(NeedStatus, open, covered, declined, unmet)

/// A need of one person, and what became of it.
struct NeedRecord {
  NeedId id;
  PersonId person_id;
  EncounterId encounter_id;
  Instant noted_at;
  NeedCode need;
  NeedOrigin origin{};
  NeedUrgency urgency{};
  NeedStatus status{};
  std::optional<DeskMission> mission;
  /// The national operator whose procedure it was.
  std::optional<OrganisationCode> handled_for;
  std::optional<Date> deadline;
  bool operator==(const NeedRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(NeedRecord, (), (id, person_id, encounter_id, noted_at, need, origin, urgency, status, mission, handled_for,
                                       deadline))

}  // namespace patio
