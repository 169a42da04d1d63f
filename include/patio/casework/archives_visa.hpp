#pragma once
/// \file
/// The visa of the archives on an elimination list: without it nothing of a public body's files is destroyed
/// (Code du patrimoine L212-2 and L214-3).
///
///     Result<CaseChange> done = record_visa(file, shows_visa(visa), on_legal_hold(holds, today));

#include <patio/casework/case_file.hpp>

namespace patio {

using ArchivesVisaId = Id<struct ArchivesVisaTag>;

struct ArchivesVisa {
  ArchivesVisaId id;
  PersonId person_id;
  CaseId case_id;
  /// Of the elimination list, as the archives number it.
  std::string reference;
  /// SHA-256 of the signed list.
  std::string document_sha256;
  Date given_on{};
  ProfessionalCode recorded_by;
  Instant recorded_at;
  bool operator==(const ArchivesVisa&) const = default;
};
BOOST_DESCRIBE_STRUCT(ArchivesVisa, (), (id, person_id, case_id, reference, document_sha256, given_on, recorded_by,
                                    recorded_at))

/// The signed list was seen.
[[nodiscard]] bool shows_visa(const ArchivesVisa& visa);

}  // namespace patio
