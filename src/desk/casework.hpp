#pragma once
/// \file
/// What the handlers of cases, notes and meetings have in common: who stands where, and what that tells the secrecy rules.

#include <patio/casework/case_change.hpp>
#include <patio/casework/safety.hpp>

#include "access.hpp"

namespace patio {

/// The case that answers for this one today: itself, or the one that absorbed it. Null if the person has none of that id.
[[nodiscard]] const CaseFile* living_case(const Dossier& dossier, const CaseId& id);

/// Standing of the acting hat in one case, or its best one in any case of the person.
[[nodiscard]] Standing standing_of(const Dossier& dossier, const Moment& moment, const std::optional<CaseId>& id);

/// Whose file the case is, and whether the hat works on it.
[[nodiscard]] AccessRequest facts_of_case(const CaseFile* file, const Moment& moment);

/// The row of the case and its seats.
[[nodiscard]] std::vector<Write> rows_of(const CaseFile& file, const Dossier& dossier, const Moment& moment, WriteKind kind);

/// Why a hat that stands so may not do what takes more.
[[nodiscard]] Refusal stands_too_low(Standing standing, Standing needed);

/// What stands between the professional and the person: what they declared, and open cases of whoever is opposed to the
/// person, in which they stand.
[[nodiscard]] std::vector<ReasonCode> conflicts_here(const ProfessionalCode& professional, const PersonId& person,
                                                     const Dossier& dossier, const Moment& moment);

/// The hat of that professional that is worn today in that organisation (any, if it is empty); null if none is.
[[nodiscard]] const Hat* hat_today(const Moment& moment, const ProfessionalCode& professional,
                                   const OrganisationCode& organisation = {});

/// True if the acting hat is one of the direction.
[[nodiscard]] bool is_direction(const Moment& moment);

/// What an approval by the direction looks at: that there is something, and when.
[[nodiscard]] Access to_approve();

}  // namespace patio
