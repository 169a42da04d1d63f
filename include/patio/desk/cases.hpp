#pragma once
/// \file
/// The case of a person: opened, planned, shared, handed over. How it ends is in case_ending.hpp, reading in
/// case_reading.hpp.

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

}  // namespace patio
