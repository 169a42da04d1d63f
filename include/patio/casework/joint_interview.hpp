#pragma once
/// \file
/// A joint interview: the person receives two organisations or more at one table, on themes agreed beforehand. One
/// appointment, one common note that the attendees and the referent read, and each their own notes besides.
///
///     auto slots = common_slots({attendees, 45}, plan, search, holidays, paris);
///     if (auto gap = uncovered(interview, consents, today)) return *gap;   // who is not covered, or for which theme
///
/// Nothing that was in a file before is opened by the meeting: each attendee learns what is said there, and what the person
/// agreed to put on the table (rule SEC-026).

#include <patio/casework/appointment.hpp>
#include <patio/consent/consent.hpp>
#include <patio/schedule/centre_plan.hpp>

namespace patio {

using JointInterviewId = Id<struct JointInterviewTag>;

/// Who attends, by name, for which organisation and in which capacity: what the person is told.
struct Attendee {
  ProfessionalCode professional;
  HatCode hat;
  OrganisationCode organisation;
  bool operator==(const Attendee&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attendee, (), (professional, hat, organisation))

enum class JointInterviewState { planned, held, cancelled };
BOOST_DESCRIBE_ENUM(JointInterviewState, planned, held, cancelled)

struct JointInterview {
  JointInterviewId id;
  PersonId person_id;
  /// Who asked for it, and follows the person.
  ProfessionalCode referent;
  HatCode referent_hat;
  std::vector<Attendee> attendees;
  /// What will be spoken of.
  std::vector<CategoryCode> themes;
  std::vector<ConsentId> consents;
  AppointmentId appointment_id;
  SpaceCode space;
  Instant starts_at;
  int minutes = 0;
  JointInterviewState state{};
  bool operator==(const JointInterview&) const = default;
};
BOOST_DESCRIBE_STRUCT(JointInterview, (),
                      (id, person_id, referent, referent_hat, attendees, themes, consents, appointment_id, space, starts_at,
                       minutes, state))

/// Everything that makes it no joint interview: fewer than two attendees or organisations, one twice, no theme.
[[nodiscard]] Issues check(const JointInterview& interview);

/// The first attendee and theme that no active consent of the person covers for the purpose `joint_interview` on that day,
/// as a refusal (`attendee_not_covered`); nothing if every pair is covered. Another consent may cover each.
[[nodiscard]] std::optional<Refusal> uncovered(const JointInterview& interview, const std::vector<Consent>& consents,
                                               Date day);

enum class JointInterviewEvent { hold, cancel };
BOOST_DESCRIBE_ENUM(JointInterviewEvent, hold, cancel)

struct JointInterviewContext {
  bool has_begun = false;
  bool consent_covers = false;
};

[[nodiscard]] const Machine<JointInterviewState, JointInterviewEvent, JointInterviewContext>& joint_interview_machine();

struct CommonSlot {
  SpaceCode space;
  Instant starts_at;
  int minutes = 0;
  bool operator==(const CommonSlot&) const = default;
};
BOOST_DESCRIBE_STRUCT(CommonSlot, (), (space, starts_at, minutes))

struct CommonSlotSearch {
  std::vector<ProfessionalCode> professionals;
  int minutes = 45;
};

/// When all of them are free at once, in a confidential space with a seat for each and for the person. Whoever holds
/// permanences at the centre is there during those only, and begins on one of their slots; whoever holds none is free when
/// the diary says nothing. In order of time; without any permanence among them there is nothing to search in.
[[nodiscard]] std::vector<CommonSlot> common_slots(const CommonSlotSearch& wanted, const CentrePlan& plan,
                                                   const SlotSearch& search, const std::vector<Date>& holidays,
                                                   const Zone& zone);

}  // namespace patio
