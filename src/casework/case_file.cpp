#include <patio/casework/case_file.hpp>

#include <algorithm>

namespace patio {
namespace {

using S = CaseState;
using E = CaseEvent;
using Context = CaseContext;
using Line = MachineWords<S, E, Context>;

template <bool Context::* fact>
bool holds(const Context& c) {
  return c.*fact;
}
template <S state>
bool was(const Context& c) {
  return c.before_merge == state;
}

bool inactive_for_good(const Context& c) { return c.contact_is_old && !c.on_legal_hold; }
bool no_hold(const Context& c) { return !c.on_legal_hold; }

/// What any case that is worked on may meet, whatever its state.
void while_open(std::vector<Line::Rule>& lines, S state) {
  lines.push_back(Line::go(state, E::merge, S::merged)
                      .guard("not_same_person", holds<&Context::same_person>)
                      .guard("referents_disagree", holds<&Context::referents_agree>)
                      .then({"tell_members"}));
}

void members_change(std::vector<Line::Rule>& lines, S state) {
  lines.push_back(Line::go(state, E::add_member, state)
                      .guard("no_ground", holds<&Context::ground_known>)
                      .guard("person_not_agreed", holds<&Context::person_agreed>)
                      .guard("already_done", holds<&Context::is_new_member>)
                      .then({"tell_member"}));
  lines.push_back(Line::go(state, E::remove_member, state)
                      .guard("not_a_member", holds<&Context::is_plain_member>)
                      .then({"tell_member"}));
}

void closes(std::vector<Line::Rule>& lines, S state) {
  lines.push_back(Line::go(state, E::close, S::closing)
                      .guard("reason_required", holds<&Context::reason_given>)
                      .guard("need_still_open", holds<&Context::urgent_needs_settled>));
}

std::vector<Line::Rule> table() {
  std::vector<Line::Rule> lines{
      Line::go(S::contact, E::open, S::assessing)
          .guard("person_anonymous", holds<&Context::person_is_known>)
          .guard("no_referent", holds<&Context::referent_named>)
          .guard("not_informed", holds<&Context::notice_given>),
      Line::stay(S::contact, E::elapse),

      Line::stay(S::assessing, E::open),
      Line::go(S::assessing, E::plan, S::active)
          .guard("plan_empty", holds<&Context::plan_is_whole>)
          .guard("person_not_agreed", holds<&Context::person_agreed>)
          .then({"plan_tasks"}),

      Line::go(S::active, E::plan, S::active)
          .guard("plan_empty", holds<&Context::plan_is_whole>)
          .guard("person_not_agreed", holds<&Context::person_agreed>)
          .then({"plan_tasks"}),
      Line::go(S::active, E::pause, S::on_hold).guard("review_date_required", holds<&Context::review_is_later>),
      Line::go(S::active, E::transfer, S::transfer_pending)
          .guard("no_referent", holds<&Context::referent_named>)
          .guard("person_not_agreed", holds<&Context::person_agreed>)
          .then({"tell_new_referent"}),

      Line::go(S::transfer_pending, E::accept_transfer, S::active)
          .guard("not_the_new_referent", holds<&Context::answers_as_asked>)
          .then({"open_handover", "tell_person"}),
      Line::go(S::transfer_pending, E::refuse_transfer, S::active)
          .guard("not_the_new_referent", holds<&Context::answers_as_asked>)
          .then({"tell_former_referent"}),
      Line::go(S::transfer_pending, E::elapse, S::transfer_pending)
          .when("transfer_is_late", holds<&Context::transfer_is_late>)
          .then({"alert_transfer"}),
      Line::stay(S::transfer_pending, E::elapse),

      Line::go(S::on_hold, E::resume, S::active),
      Line::go(S::on_hold, E::pause, S::on_hold).guard("review_date_required", holds<&Context::review_is_later>),

      Line::go(S::closing, E::approve, S::closed)
          .guard("approval_required", holds<&Context::may_approve>)
          .then({"write_summary"}),
      Line::go(S::closing, E::reject, S::active),
      Line::stay(S::closing, E::elapse),

      Line::go(S::closed, E::reopen, S::active)
          .when("still_the_same_case", holds<&Context::still_the_same_case>)
          .guard("reason_required", holds<&Context::reason_given>)
          .guard("no_referent", holds<&Context::referent_named>),
      Line::go(S::closed, E::reopen, S::closed)
          .guard("reason_required", holds<&Context::reason_given>)
          .guard("no_referent", holds<&Context::referent_named>)
          .then({"open_new_case"}),
      Line::go(S::closed, E::elapse, S::inactive)
          .when("inactive_for_good", inactive_for_good)
          .then({"end_memberships", "leave_active_base"}),
      Line::stay(S::closed, E::elapse),

      Line::go(S::inactive, E::record_visa, S::anonymised)
          .guard("legal_hold", no_hold)
          .guard("visa_missing", holds<&Context::visa_given>)
          .then({"anonymise"}),
      Line::stay(S::inactive, E::elapse),
      Line::refuse(S::inactive, E::reopen, "closed"),
      Line::stay(S::anonymised, E::elapse),
      Line::stay(S::merged, E::elapse),
      Line::stay(S::merged, E::merge),
  };
  for (const S state : {S::assessing, S::active, S::on_hold}) {
    members_change(lines, state);
    closes(lines, state);
    while_open(lines, state);
    lines.push_back(Line::go(state, E::elapse, S::inactive)
                        .when("inactive_for_good", inactive_for_good)
                        .then({"end_memberships", "leave_active_base"}));
    if (state == S::on_hold)
      lines.push_back(
          Line::go(state, E::elapse, state).when("review_is_due", holds<&Context::review_is_due>).then({"alert_review"}));
    lines.push_back(Line::stay(state, E::elapse));
  }
  while_open(lines, S::closed);
  const auto undo = [&](S before, const char* name, bool (*applies)(const Context&)) {
    lines.push_back(Line::go(S::merged, E::undo_merge, before)
                        .when(name, applies)
                        .guard("undo_too_late", holds<&Context::undo_in_time>)
                        .then({"tell_members"}));
  };
  undo(S::assessing, "was_assessing", was<S::assessing>);
  undo(S::active, "was_active", was<S::active>);
  undo(S::on_hold, "was_on_hold", was<S::on_hold>);
  undo(S::closed, "was_closed", was<S::closed>);
  return lines;
}

}  // namespace

Standing standing_in(const CaseFile& file, const ProfessionalCode& professional, const HatCode& hat, Date day) {
  Standing best = Standing::none;
  for (const auto& member : file.members) {
    if (member.professional != professional || member.hat != hat || !contains(member.period, day)) continue;
    const Standing standing = member.role == MemberRole::referent ? Standing::referent
                              : member.role == MemberRole::member ? Standing::member
                                                                  : Standing::reader;
    best = std::max(best, standing);
  }
  return best;
}

const CaseMember* referent_of(const CaseFile& file, Date day) {
  for (const auto& member : file.members)
    if (member.role == MemberRole::referent && contains(member.period, day)) return &member;
  return nullptr;
}

bool is_open(const CaseFile& file) {
  return file.state != S::closed && file.state != S::inactive && file.state != S::anonymised && file.state != S::merged;
}

const Machine<CaseState, CaseEvent, CaseContext>& case_machine() {
  static const Machine<S, E, Context> machine{"case", S::contact, table()};
  return machine;
}

}  // namespace patio
