#pragma once
/// \file
/// The death of a person, as it was told to the centre. The file stays, and so does its secrecy; what is under way stops.
///
///     if (has_died(deaths)) ...       // no appointment, no consent, no referral any more
///
/// A death noted in error is retracted, never erased: what it had ended stays ended until somebody takes it up again.

#include <optional>
#include <string>
#include <vector>

#include <patio/people/person.hpp>
#include <patio/people/professional.hpp>

namespace patio {

using DeathId = Id<struct DeathTag>;

struct Death {
  DeathId id;
  PersonId person_id;
  Date died_on{};
  /// SHA-256 of the certificate, once it has been seen.
  std::string document_sha256;
  Instant noted_at;
  ProfessionalCode noted_by;
  std::optional<Instant> retracted_at;
  std::optional<ProfessionalCode> retracted_by;
  bool operator==(const Death&) const = default;
};
BOOST_DESCRIBE_STRUCT(Death, (), (id, person_id, died_on, document_sha256, noted_at, noted_by, retracted_at, retracted_by))

/// The one that stands, or null.
[[nodiscard]] const Death* death_of(const std::vector<Death>& deaths);
[[nodiscard]] bool has_died(const std::vector<Death>& deaths);

/// A death in the future or before the birth, a certificate that is no SHA-256.
[[nodiscard]] Issues check(const Death& death, const Person& person, Date today);

}  // namespace patio
