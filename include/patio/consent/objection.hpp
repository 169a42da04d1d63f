#pragma once
/// \file
/// A person's no (opposition): dated, and scoped to a recipient, a professional, a purpose or some categories. Rules that
/// the law makes a duty pass over it; every other rule stops at it.
///
///     if (opposes(objection, {.recipient = org, .category = category, .purpose = purpose, .day = today})) ...

#include <patio/consent/consent.hpp>

namespace patio {

using ObjectionId = Id<struct ObjectionTag>;

enum class ObjectionState { standing, lifted, void_ };
BOOST_DESCRIBE_ENUM(ObjectionState, standing, lifted, void_)

/// What it names, it is limited to; what it leaves out, it means all of. One that names nothing opposes every sharing.
struct Objection {
  ObjectionId id;
  PersonId person_id;
  std::optional<OrganisationCode> recipient;
  std::optional<ProfessionalCode> professional;
  std::optional<PurposeCode> purpose;
  std::vector<CategoryCode> categories;
  ConsentGiver made_by{};
  Instant made_at;
  ProfessionalCode noted_by;
  /// Ends on the day on which it is lifted.
  Period period;
  ObjectionState state{};
  std::optional<ConsentReason> reason;
  bool operator==(const Objection&) const = default;
};
BOOST_DESCRIBE_STRUCT(Objection, (), (id, person_id, recipient, professional, purpose, categories, made_by, made_at,
                                      noted_by, period, state, reason))

/// Whether it stands against that sharing on that day, by that professional if one is named.
[[nodiscard]] bool opposes(const Objection& objection, const ConsentQuestion& question,
                           const std::optional<ProfessionalCode>& receiver = {});

enum class ObjectionEvent { object, lift, void_ };
BOOST_DESCRIBE_ENUM(ObjectionEvent, object, lift, void_)

struct ObjectionContext {
  /// Only the person or whoever represents them takes back their no.
  bool asked_by_person = false;
  bool reason_given = false;
};

[[nodiscard]] const Machine<ObjectionState, ObjectionEvent, ObjectionContext>& objection_machine();

}  // namespace patio
