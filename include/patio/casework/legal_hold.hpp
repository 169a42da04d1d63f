#pragma once
/// \file
/// A legal hold: what keeps the whole file of a person from leaving the active base, from being anonymised or erased, as
/// long as it stands.
///
///     if (on_legal_hold(holds, today)) ...
///
/// Its reasons are data (`hold_reason` of the casework book): litigation, a request for access that is not answered, a
/// refusal of the archives.

#include <vector>

#include <patio/casework/casework_book.hpp>
#include <patio/people/person.hpp>
#include <patio/people/professional.hpp>

namespace patio {

using LegalHoldId = Id<struct LegalHoldTag>;

struct LegalHold {
  LegalHoldId id;
  PersonId person_id;
  /// An entry of `hold_reason` in the book.
  ReasonCode reason;
  ProfessionalCode placed_by;
  Instant placed_at;
  /// Ends on the day on which it is lifted.
  Period period;
  std::optional<ProfessionalCode> lifted_by;
  bool operator==(const LegalHold&) const = default;
};
BOOST_DESCRIBE_STRUCT(LegalHold, (), (id, person_id, reason, placed_by, placed_at, period, lifted_by))

[[nodiscard]] bool on_legal_hold(const std::vector<LegalHold>& holds, Date day);

}  // namespace patio
