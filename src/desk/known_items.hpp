#pragma once
/// \file
/// What is kept of each category about a person, piece by piece, for whoever the rules let know it.

#include <patio/desk/visit.hpp>

#include "handle.hpp"

namespace patio {

/// `viewer`: of appointments only their own are shown, since another's diary is another matter.
[[nodiscard]] std::vector<KnownItem> items_of(DataCategory category, const ProfessionalCode& viewer, const Dossier& dossier,
                                              const Moment& moment);

}  // namespace patio
