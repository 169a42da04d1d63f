#pragma once
/// \file
/// A case closed, opened again, made one with another of the same person.

#include <patio/desk/cases.hpp>

namespace patio {

/// Asks for the closing, for a reason of the list.
struct CloseCase {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  ReasonCode reason;
  /// An urgent need is still open, and closing is right all the same.
  bool justified = false;
  bool operator==(const CloseCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(CloseCase, (), (command_id, person_id, case_id, reason, justified))

/// Closes it; where the book asks for two people, by another than who asked.
struct ApproveClosure {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  bool operator==(const ApproveClosure&) const = default;
};
BOOST_DESCRIBE_STRUCT(ApproveClosure, (), (command_id, person_id, case_id))

/// The case goes on.
struct RejectClosure {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  bool operator==(const RejectClosure&) const = default;
};
BOOST_DESCRIBE_STRUCT(RejectClosure, (), (command_id, person_id, case_id))

/// The same case within the time that the book gives; later a new one that follows it, and whose id is answered.
struct ReopenCase {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  std::string reason;
  bool operator==(const ReopenCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReopenCase, (), (command_id, person_id, case_id, reason))

struct CasesMerged {
  CaseMergeId merge_id;
  CaseId case_id;
  bool operator==(const CasesMerged&) const = default;
};
BOOST_DESCRIBE_STRUCT(CasesMerged, (), (merge_id, case_id))

/// Makes two cases of one person one. Notes stay where they were written, and keep their levels.
struct MergeCases {
  using Answer = CasesMerged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseId kept;
  CaseId absorbed;
  /// Both referents.
  std::vector<ProfessionalCode> agreed;
  bool operator==(const MergeCases&) const = default;
};
BOOST_DESCRIBE_STRUCT(MergeCases, (), (command_id, person_id, kept, absorbed, agreed))

/// Parts them again within the time that the book gives.
struct UndoMerge {
  using Answer = CasesMerged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseMergeId merge_id;
  bool operator==(const UndoMerge&) const = default;
};
BOOST_DESCRIBE_STRUCT(UndoMerge, (), (command_id, person_id, merge_id))

}  // namespace patio
