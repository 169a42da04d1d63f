#pragma once
/// \file
/// What professionals write about a person, and where they meet around them.

#include <patio/casework/note.hpp>
#include <patio/desk/command.hpp>
#include <patio/directory/service.hpp>

namespace patio {

struct NoteWritten {
  CaseNoteId note_id;
  NoteLevel level{};
  bool operator==(const NoteWritten&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteWritten, (), (note_id, level))

/// Writes a note, once and for all: one that was wrong is followed by another that corrects it.
struct WriteNote {
  using Answer = NoteWritten;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  std::optional<CaseId> case_id;
  NoteLevel level{};
  /// What it speaks of.
  std::vector<CategoryCode> categories;
  std::string text;
  std::vector<ThirdPartySpan> third_parties;
  /// Of a sealed note, besides its author.
  std::vector<NoteHolder> holders;
  /// Makes it the common note of that interview, read by its attendees and the referent.
  std::optional<JointInterviewId> shared_in;
  std::optional<CaseNoteId> corrects;
  bool operator==(const WriteNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(WriteNote, (),
                      (command_id, person_id, case_id, level, categories, text, third_parties, holders, shared_in, corrects))

/// Puts a note under seal for its holders, or changes them.
struct SealNote {
  using Answer = NoteWritten;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  CaseNoteId note_id;
  /// Its author always among them.
  std::vector<NoteHolder> holders;
  bool operator==(const SealNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(SealNote, (), (command_id, person_id, note_id, holders))

struct NoteShown {
  CaseNoteId note_id;
  std::optional<CaseId> case_id;
  ProfessionalCode author;
  Instant written_at;
  NoteLevel level{};
  std::vector<DataCategory> categories;
  std::string text;
  bool operator==(const NoteShown&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteShown, (), (note_id, case_id, author, written_at, level, categories, text))

struct NotesShown {
  std::vector<NoteShown> notes;
  bool operator==(const NotesShown&) const = default;
};
BOOST_DESCRIBE_STRUCT(NotesShown, (), (notes))

/// Every note about a person that the rules let this hat read, in order of time; of the others, not even how many there are.
struct ReadNotes {
  using Answer = NotesShown;
  static constexpr std::string_view purpose = "follow_up";
  static constexpr bool hides_who_is_known = true;
  PersonId person_id;
  std::optional<CaseId> case_id;
  bool operator==(const ReadNotes&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadNotes, (), (person_id, case_id))

/// One appointment, whoever attends.
struct JointInterviewPlanned {
  JointInterviewId joint_interview_id;
  AppointmentId appointment_id;
  SpaceCode space;
  Instant starts_at;
  std::vector<OrganisationCode> organisations;
  bool operator==(const JointInterviewPlanned&) const = default;
};
BOOST_DESCRIBE_STRUCT(JointInterviewPlanned, (), (joint_interview_id, appointment_id, space, starts_at, organisations))

/// Several organisations receive the person together, at one of their common slots. The person's consent covers each
/// attendee and each theme, or it is refused.
struct PlanJointInterview {
  using Answer = JointInterviewPlanned;
  static constexpr std::string_view purpose = "joint_interview";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  NeedId need_id;
  std::vector<ProfessionalCode> attendees;
  std::vector<CategoryCode> themes;
  Instant starts_at;
  int minutes = 0;
  bool operator==(const PlanJointInterview&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanJointInterview, (), (command_id, person_id, need_id, attendees, themes, starts_at, minutes))

struct JointInterviewHeld {
  JointInterviewId joint_interview_id;
  /// One for each other organisation, written in the same transaction.
  std::vector<Id<struct DisclosureTag>> disclosures;
  bool operator==(const JointInterviewHeld&) const = default;
};
BOOST_DESCRIBE_STRUCT(JointInterviewHeld, (), (joint_interview_id, disclosures))

/// It took place: what was put on the table was disclosed to each.
struct HoldJointInterview {
  using Answer = JointInterviewHeld;
  static constexpr std::string_view purpose = "joint_interview";
  CommandId command_id;
  PersonId person_id;
  JointInterviewId joint_interview_id;
  bool operator==(const HoldJointInterview&) const = default;
};
BOOST_DESCRIBE_STRUCT(HoldJointInterview, (), (command_id, person_id, joint_interview_id))

/// It does not take place: the slot is free again.
struct CancelJointInterview {
  using Answer = JointInterviewHeld;
  static constexpr std::string_view purpose = "joint_interview";
  CommandId command_id;
  PersonId person_id;
  JointInterviewId joint_interview_id;
  bool operator==(const CancelJointInterview&) const = default;
};
BOOST_DESCRIBE_STRUCT(CancelJointInterview, (), (command_id, person_id, joint_interview_id))

struct CommonSlots {
  std::vector<CommonSlot> slots;
  bool operator==(const CommonSlots&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommonSlots, (), (slots))

/// When several professionals and a room are free together. Says nothing about who took the others.
struct FindCommonSlots {
  using Answer = CommonSlots;
  static constexpr std::string_view purpose = "appointment";
  std::vector<ProfessionalCode> professionals;
  int minutes = 45;
  /// How many days to look ahead, today included.
  int days = 28;
  bool operator==(const FindCommonSlots&) const = default;
};
BOOST_DESCRIBE_STRUCT(FindCommonSlots, (), (professionals, minutes, days))

}  // namespace patio
