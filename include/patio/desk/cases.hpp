#pragma once
/// \file
/// The case of a person: opened, planned, shared, handed over, closed, merged.

#include <patio/base/yes_no.hpp>
#include <patio/casework/case_merge.hpp>
#include <patio/desk/command.hpp>

namespace patio {

/// Where a case stands after a step.
struct CaseChanged {
  CaseId case_id;
  CaseState state{};
  bool operator==(const CaseChanged&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseChanged, (), (case_id, state))

/// Opens the case of a person at the professional's service, with them as its referent. Refused in a conflict of interest.
struct OpenCase {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  /// An entry of `member_ground`: why the professional, who becomes its referent, follows the person.
  ReasonCode ground;
  /// The person was told what is kept, why, for how long and whom to ask.
  bool notice_given = false;
  bool operator==(const OpenCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpenCase, (), (command_id, person_id, ground, notice_given))

/// One step of a plan: for a need of the person, by somebody, by a day.
struct NextStep {
  NeedId need_id;
  ProfessionalCode owner;
  Date due_on{};
  bool operator==(const NextStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(NextStep, (), (need_id, owner, due_on))

/// What is done for which need, by whom and by when, with the person's agreement.
struct PlanCase {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  std::vector<NextStep> steps;
  bool person_agreed = false;
  bool operator==(const PlanCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanCase, (), (command_id, person_id, case_id, steps, person_agreed))

/// Another professional follows the case, on a ground of the list. A ground is not yet a right to read: each reading is judged.
struct AddCaseMember {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  ProfessionalCode professional;
  HatCode hat;
  ReasonCode ground;
  bool person_agreed = false;
  std::optional<Date> until;
  bool operator==(const AddCaseMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(AddCaseMember, (), (command_id, person_id, case_id, professional, hat, ground, person_agreed, until))

/// A member follows the case no longer, from today on.
struct RemoveCaseMember {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  ProfessionalCode professional;
  HatCode hat;
  bool operator==(const RemoveCaseMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(RemoveCaseMember, (), (command_id, person_id, case_id, professional, hat))

/// On hold until it is looked at again on that day.
struct PauseCase {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  std::optional<Date> review_on;
  bool operator==(const PauseCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(PauseCase, (), (command_id, person_id, case_id, review_on))

/// Takes a case off hold.
struct ResumeCase {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  bool operator==(const ResumeCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(ResumeCase, (), (command_id, person_id, case_id))

/// The referent asks another to take the case. Nothing changes until they accept.
struct TransferCase {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  ProfessionalCode professional;
  HatCode hat;
  bool person_agreed = false;
  bool operator==(const TransferCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(TransferCase, (), (command_id, person_id, case_id, professional, hat, person_agreed))

/// The one who was asked answers. After a yes the former referent reads for the time of the hand-over, and writes no longer.
struct AnswerTransfer {
  using Answer = CaseChanged;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseId case_id;
  YesNo accepts{};
  bool operator==(const AnswerTransfer&) const = default;
};
BOOST_DESCRIBE_STRUCT(AnswerTransfer, (), (command_id, person_id, case_id, accepts))

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

/// One case, as far as its list shows it: no name, no content.
struct CaseSummary {
  CaseId case_id;
  PersonId person_id;
  CaseState state{};
  Standing standing{};
  /// Still to do, those of the asking professional only.
  std::vector<CaseStep> steps;
  bool operator==(const CaseSummary&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseSummary, (), (case_id, person_id, state, standing, steps))

struct CaseList {
  std::vector<CaseSummary> cases;
  /// How many there are, listed or not. Those that this hat may not know are not counted.
  std::uint64_t total = 0;
  bool operator==(const CaseList&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseList, (), (cases, total))

/// `mine`: in which the hat stands today; `known`: of which it may know that they are there, whoever works on them.
enum class CaseScope { mine, known };
BOOST_DESCRIBE_ENUM(CaseScope, mine, known)

/// The cases in which the hat stands today, of anybody, or all that it may know of.
struct MyCases {
  using Answer = CaseList;
  static constexpr std::string_view purpose = "follow_up";
  bool also_closed = false;
  /// Absent: `mine`.
  std::optional<CaseScope> whose;
  /// 1 to 1,000. Absent: 1,000.
  std::optional<int> at_most;
  bool operator==(const MyCases&) const = default;
};
BOOST_DESCRIBE_STRUCT(MyCases, (), (also_closed, whose, at_most))

struct CaseRead {
  CaseFile case_file;
  /// The last contact that came from the person's side.
  std::optional<Date> last_contact;
  bool operator==(const CaseRead&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseRead, (), (case_file, last_contact))

/// A whole case, for whoever stands in it.
struct ReadCase {
  using Answer = CaseRead;
  static constexpr std::string_view purpose = "follow_up";
  PersonId person_id;
  CaseId case_id;
  bool operator==(const ReadCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadCase, (), (person_id, case_id))

}  // namespace patio
