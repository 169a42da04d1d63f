#include <patio/casework/case_change.hpp>

#include <algorithm>

namespace patio {
namespace {

/// The step of the machine, on the case itself.
Result<CaseChange> stepped(CaseFile file, CaseEvent event, const CaseContext& context) {
  const auto step = case_machine().step(file.state, event, context);
  if (!step) return step.error();
  file.state = step->state;
  return CaseChange{std::move(file), step->effects};
}

/// Ended today, or gone if it had not begun before.
void end_on(std::vector<CaseMember>& members, Date today, auto concerns) {
  for (auto& member : members)
    if (concerns(member) && contains(member.period, today)) member.period.until = today;
  std::erase_if(members, [](const CaseMember& each) { return is_empty(each.period); });
}

void forget_transfer(CaseFile& file) {
  file.next_referent.reset();
  file.next_hat.reset();
  file.transfer_asked_on.reset();
}

void hand_over(CaseFile& file, Date today, const CaseworkBook& book) {
  const ReasonCode ground = referent_of(file, today) ? referent_of(file, today)->ground : ReasonCode{};
  std::vector<CaseMember> former;
  for (const auto& member : file.members)
    if (member.role == MemberRole::referent && contains(member.period, today)) former.push_back(member);
  end_on(file.members, today, [](const CaseMember& each) { return each.role == MemberRole::referent; });
  // Who comes in as referent is no longer a plain member beside it.
  end_on(file.members, today,
         [&](const CaseMember& each) { return each.professional == *file.next_referent && each.hat == *file.next_hat; });
  for (auto& member : former) {
    member.role = MemberRole::outgoing;
    member.period = {today, due(book, CaseworkTerm::handover_read, today)};
    file.members.push_back(member);
  }
  file.members.push_back({*file.next_referent, *file.next_hat, MemberRole::referent, ground, {today, {}}});
}

}  // namespace

Result<CaseChange> open_case(CaseFile file, const CaseOpening& opening) {
  CaseContext context;
  context.person_is_known = opening.person_is_known;
  context.notice_given = opening.notice_given;
  context.referent_named = referent_of(file, file.opened_on) != nullptr;
  return stepped(std::move(file), CaseEvent::open, context);
}

Result<CaseChange> plan_case(CaseFile file, const std::vector<CaseStep>& steps, const std::vector<NeedId>& needs,
                             bool person_agreed) {
  CaseContext context;
  context.person_agreed = person_agreed;
  context.plan_is_whole = !steps.empty() && std::all_of(steps.begin(), steps.end(), [&](const CaseStep& step) {
    return !step.owner.empty() && step.due_on.ok() && std::find(needs.begin(), needs.end(), step.need_id) != needs.end();
  });
  auto change = stepped(std::move(file), CaseEvent::plan, context);
  if (change) change->file.steps.insert(change->file.steps.end(), steps.begin(), steps.end());
  return change;
}

Result<CaseChange> add_member(CaseFile file, const CaseMember& member, bool person_agreed, Date today,
                              const CaseworkBook& book) {
  CaseContext context;
  context.ground_known = find(book, CaseworkList::member_ground, member.ground, today) != nullptr;
  context.person_agreed = person_agreed;
  context.is_new_member = standing_in(file, member.professional, member.hat, today) < Standing::member;
  auto change = stepped(std::move(file), CaseEvent::add_member, context);
  if (!change) return change;
  CaseMember added = member;
  added.role = MemberRole::member;
  added.period.since = std::max(added.period.since, today);
  if (is_empty(added.period)) return refusal("no_ground");
  change->file.members.push_back(added);
  return change;
}

Result<CaseChange> remove_member(CaseFile file, const ProfessionalCode& professional, const HatCode& hat, Date today) {
  CaseContext context;
  const Standing standing = standing_in(file, professional, hat, today);
  context.is_plain_member = standing == Standing::member || standing == Standing::reader;
  auto change = stepped(std::move(file), CaseEvent::remove_member, context);
  if (change)
    end_on(change->file.members, today,
           [&](const CaseMember& each) { return each.professional == professional && each.hat == hat; });
  return change;
}

Result<CaseChange> pause_case(CaseFile file, std::optional<Date> review_on, Date today) {
  CaseContext context;
  context.review_is_later = review_on && *review_on > today;
  auto change = stepped(std::move(file), CaseEvent::pause, context);
  if (change) change->file.review_on = review_on;
  return change;
}

Result<CaseChange> resume_case(CaseFile file) {
  auto change = stepped(std::move(file), CaseEvent::resume, {});
  if (change) change->file.review_on.reset();
  return change;
}

Result<CaseChange> transfer_case(CaseFile file, const NewReferent& next, bool person_agreed, Date today) {
  CaseContext context;
  context.referent_named = !next.professional.empty() && !next.hat.empty() &&
                           standing_in(file, next.professional, next.hat, today) != Standing::referent;
  context.person_agreed = person_agreed;
  auto change = stepped(std::move(file), CaseEvent::transfer, context);
  if (!change) return change;
  change->file.next_referent = next.professional;
  change->file.next_hat = next.hat;
  change->file.transfer_asked_on = today;
  return change;
}

Result<CaseChange> answer_transfer(CaseFile file, const ProfessionalCode& answering, YesNo accepts, Date today,
                                   const CaseworkBook& book) {
  CaseContext context;
  context.answers_as_asked = file.next_referent == answering;
  const auto event = accepts == YesNo::yes ? CaseEvent::accept_transfer : CaseEvent::refuse_transfer;
  auto change = stepped(std::move(file), event, context);
  if (!change) return change;
  if (accepts == YesNo::yes) hand_over(change->file, today, book);
  forget_transfer(change->file);
  return change;
}

Result<CaseChange> close_case(CaseFile file, const ClosingRequest& request, Date today, const CaseworkBook& book) {
  CaseContext context;
  context.reason_given = find(book, CaseworkList::closing_reason, request.reason, today) != nullptr;
  context.urgent_needs_settled = request.open_urgent_needs == 0 || request.justified;
  auto change = stepped(std::move(file), CaseEvent::close, context);
  if (!change) return change;
  change->file.closing_reason = request.reason;
  change->file.closing_asked_by = request.asked_by;
  change->file.review_on.reset();
  return change;
}

Result<CaseChange> approve_closure(CaseFile file, const ProfessionalCode& approving, Date today, const CaseworkBook& book) {
  CaseContext context;
  context.may_approve = value_of(book, CaseworkTerm::closing_people, today) < 2 || file.closing_asked_by != approving;
  auto change = stepped(std::move(file), CaseEvent::approve, context);
  if (change) change->file.closed_on = today;
  return change;
}

Result<CaseChange> reject_closure(CaseFile file) {
  auto change = stepped(std::move(file), CaseEvent::reject, {});
  if (!change) return change;
  change->file.closing_reason.reset();
  change->file.closing_asked_by.reset();
  return change;
}

Result<CaseChange> reopen_case(CaseFile file, bool reason_given, const NewReferent& referent, CaseId fresh, Date today,
                               const CaseworkBook& book) {
  CaseContext context;
  context.reason_given = reason_given;
  context.referent_named = !referent.professional.empty() && !referent.hat.empty();
  context.still_the_same_case = file.closed_on && today < due(book, CaseworkTerm::reopening, *file.closed_on);
  auto change = stepped(file, CaseEvent::reopen, context);
  if (!change) return change;
  const CaseMember* former = file.members.empty() ? nullptr : &file.members.front();
  const CaseMember back{
      referent.professional, referent.hat, MemberRole::referent, former ? former->ground : ReasonCode{}, {today, {}}};
  CaseFile& now = change->file;
  if (context.still_the_same_case) {
    end_on(now.members, today, [](const CaseMember& each) { return each.role == MemberRole::referent; });
    now.members.push_back(back);
    now.closing_reason.reset();
    now.closing_asked_by.reset();
    now.closed_on.reset();
    return change;
  }
  CaseFile next;
  next.id = fresh;
  next.person_id = file.person_id;
  next.organisation = file.organisation;
  next.pole = file.pole;
  next.opened_on = today;
  next.state = CaseState::assessing;
  next.members = {back};
  next.follows = file.id;
  now = std::move(next);
  return change;
}

Result<CaseChange> elapse_case(CaseFile file, std::optional<Date> last_contact, bool on_legal_hold, Date today,
                               const CaseworkBook& book) {
  CaseContext context;
  context.contact_is_old = today >= due(book, CaseworkTerm::inactivity, last_contact.value_or(file.opened_on));
  context.on_legal_hold = on_legal_hold;
  context.review_is_due = file.review_on && *file.review_on <= today;
  context.transfer_is_late =
      file.transfer_asked_on && today >= due(book, CaseworkTerm::transfer_answer, *file.transfer_asked_on);
  auto change = stepped(std::move(file), CaseEvent::elapse, context);
  if (change && change->file.state == CaseState::inactive)
    end_on(change->file.members, today, [](const CaseMember&) { return true; });
  return change;
}

Result<CaseChange> record_visa(CaseFile file, bool visa_given, bool on_legal_hold) {
  CaseContext context;
  context.visa_given = visa_given;
  context.on_legal_hold = on_legal_hold;
  return stepped(std::move(file), CaseEvent::record_visa, context);
}

}  // namespace patio
