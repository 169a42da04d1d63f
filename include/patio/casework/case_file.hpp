#pragma once
/// \file
/// The case of one person at one service (accompagnement): who follows it, on which ground and until when, what is
/// planned, and its life from the first contact to its end.
///
///     Result<CaseChange> opened = open_case(file, {.person_is_known = true, .notice_given = true});
///     standing_in(file, professional, hat, today);      // Standing::referent, member, reader or none
///
/// Each step is a pure function: it gives the changed case and what has to be done about it, or the refusal of the machine.
/// When the person was last in contact stands nowhere in it: that is drawn from visits (last_contact.hpp).

#include <patio/base/machine.hpp>
#include <patio/casework/casework_book.hpp>
#include <patio/casework/encounter.hpp>

namespace patio {

using CaseId = Id<struct CaseTag>;
using CaseStepId = Id<struct CaseStepTag>;

enum class CaseState {
  contact, assessing, active, transfer_pending, on_hold, closing, closed, inactive, anonymised, merged
};
BOOST_DESCRIBE_ENUM(CaseState, contact, assessing, active, transfer_pending, on_hold, closing, closed, inactive, anonymised,
                    merged)

/// `outgoing` is the former referent: reads until the end of the hand-over, and writes no longer.
enum class MemberRole { referent, member, outgoing };
BOOST_DESCRIBE_ENUM(MemberRole, referent, member, outgoing)

/// Somebody who follows the case, under one hat, on one ground, for a time.
struct CaseMember {
  ProfessionalCode professional;
  HatCode hat;
  MemberRole role{};
  /// An entry of `member_ground` in the book.
  ReasonCode ground;
  Period period;
  bool operator==(const CaseMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseMember, (), (professional, hat, role, ground, period))

/// One thing to do for a need, by somebody, by a day.
struct CaseStep {
  CaseStepId id;
  NeedId need_id;
  ProfessionalCode owner;
  Date due_on{};
  bool done = false;
  bool operator==(const CaseStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseStep, (), (id, need_id, owner, due_on, done))

struct CaseFile {
  CaseId id;
  PersonId person_id;
  OrganisationCode organisation;
  PoleCode pole;
  Date opened_on{};
  CaseState state{};
  std::vector<CaseMember> members;
  std::vector<CaseStep> steps;
  /// While on hold: when it is looked at again.
  std::optional<Date> review_on;
  /// While a transfer waits for its answer.
  std::optional<ProfessionalCode> next_referent;
  std::optional<HatCode> next_hat;
  std::optional<Date> transfer_asked_on;
  std::optional<ReasonCode> closing_reason;
  std::optional<ProfessionalCode> closing_asked_by;
  std::optional<Date> closed_on;
  std::optional<CaseId> merged_into;
  /// The case that it takes up, when too much time had passed to reopen that one.
  std::optional<CaseId> follows;
  bool operator==(const CaseFile&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseFile, (),
                      (id, person_id, organisation, pole, opened_on, state, members, steps, review_on, next_referent,
                       next_hat, transfer_asked_on, closing_reason, closing_asked_by, closed_on, merged_into, follows))

/// What a hat is to a case on one day. From nothing to everything.
enum class Standing { none, reader, member, referent };
BOOST_DESCRIBE_ENUM(Standing, none, reader, member, referent)

[[nodiscard]] Standing standing_in(const CaseFile& file, const ProfessionalCode& professional, const HatCode& hat, Date day);

/// The referent of that day, or null.
[[nodiscard]] const CaseMember* referent_of(const CaseFile& file, Date day);

using CaseSeatId = Id<struct CaseSeatTag>;

/// One member of one case, by which somebody finds the cases in which they stand without opening those of others.
struct CaseSeat {
  CaseSeatId id;
  PersonId person_id;
  CaseId case_id;
  ProfessionalCode professional;
  HatCode hat;
  Date since{};
  /// The first day on which they no longer stand in it.
  std::optional<Date> until;
  bool operator==(const CaseSeat&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseSeat, (), (id, person_id, case_id, professional, hat, since, until))

/// True while it is worked on: none of closed, inactive, anonymised, merged.
[[nodiscard]] bool is_open(const CaseFile& file);

enum class CaseEvent {
  open, plan, add_member, remove_member, pause, resume, transfer, accept_transfer, refuse_transfer, close, approve,
  reject, reopen, merge, undo_merge, elapse, record_visa
};
BOOST_DESCRIBE_ENUM(CaseEvent, open, plan, add_member, remove_member, pause, resume, transfer, accept_transfer,
                    refuse_transfer, close, approve, reject, reopen, merge, undo_merge, elapse, record_visa)

/// What the guards need to know; the functions of the room compute it.
struct CaseContext {
  bool person_is_known = false;
  bool notice_given = false;
  bool referent_named = false;
  bool plan_is_whole = false;
  bool person_agreed = false;
  bool ground_known = false;
  bool is_new_member = false;
  bool is_plain_member = false;
  bool review_is_later = false;
  bool reason_given = false;
  bool answers_as_asked = false;
  bool urgent_needs_settled = false;
  bool may_approve = false;
  bool still_the_same_case = false;
  bool same_person = false;
  bool referents_agree = false;
  bool undo_in_time = false;
  bool contact_is_old = false;
  bool on_legal_hold = false;
  bool review_is_due = false;
  bool transfer_is_late = false;
  bool visa_given = false;
  CaseState before_merge{};
};

[[nodiscard]] const Machine<CaseState, CaseEvent, CaseContext>& case_machine();

}  // namespace patio
