#pragma once
/// \file
/// Two cases of one person made one, and parted again within the time that the book gives.
///
///     Result<MergedCases> merged = merge_cases(kept, absorbed, agreed, id, today);
///     Result<PartedCases> parted = undo_merge(merged->record, merged->kept, merged->absorbed, today, book);
///     // parted->kept == kept and parted->absorbed == absorbed, if nothing else happened meanwhile
///
/// Notes stay where they were written and keep their levels: a case that absorbed another answers for both. What happened
/// to the kept case after the merge stays in it when the merge is undone.

#include <patio/casework/case_change.hpp>

namespace patio {

using CaseMergeId = Id<struct CaseMergeTag>;

/// What a merge moved, so that it can be taken back.
struct CaseMerge {
  CaseMergeId id;
  PersonId person_id;
  CaseId kept;
  CaseId absorbed;
  Date merged_on{};
  /// Both referents.
  std::vector<ProfessionalCode> agreed_by;
  CaseState absorbed_state{};
  std::vector<CaseMember> moved_members;
  std::vector<CaseStepId> moved_steps;
  std::optional<Date> undone_on;
  bool operator==(const CaseMerge&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseMerge, (),
                      (id, person_id, kept, absorbed, merged_on, agreed_by, absorbed_state, moved_members, moved_steps,
                       undone_on))

struct MergedCases {
  CaseFile kept;
  CaseFile absorbed;
  CaseMerge record;
};

/// The members of the absorbed case become members of the kept one on their own grounds, its referent among them. Both
/// referents must be among `agreed`.
[[nodiscard]] Result<MergedCases> merge_cases(const CaseFile& kept, const CaseFile& absorbed,
                                              const std::vector<ProfessionalCode>& agreed, CaseMergeId id, Date today);

struct PartedCases {
  CaseFile kept;
  CaseFile absorbed;
  CaseMerge record;
};

/// Steps go back as they are by then. Refused (`undo_too_late`) after `merge_undo`.
[[nodiscard]] Result<PartedCases> undo_merge(const CaseMerge& record, const CaseFile& kept, const CaseFile& absorbed,
                                             Date today, const CaseworkBook& book);

}  // namespace patio
