#include <algorithm>

#include <patio/casework/last_contact.hpp>
#include <patio/desk/case_ending.hpp>
#include <patio/desk/case_reading.hpp>

#include "../casework.hpp"
#include "../sight.hpp"

namespace patio {
namespace {

constexpr auto record = RequestAction::record;
constexpr int most_cases = 1'000;

/// Steps of urgency U0 to U2 that are not met yet.
int open_urgent_needs(const Dossier& dossier) {
  const auto& needs = dossier.of<NeedRecord>();
  return static_cast<int>(std::count_if(needs.begin(), needs.end(), [](const NeedRecord& each) {
    return each.status == NeedStatus::open && each.urgency <= NeedUrgency::u2;
  }));
}

std::vector<CaseState> open_states() {
  std::vector<CaseState> states;
  for (const auto& each : enumerators<CaseState>()) {
    CaseFile file;
    file.state = each.value;
    if (is_open(file)) states.push_back(each.value);
  }
  return states;
}

/// The change as rows, effects and answer.
template <class C>
Handled<C> done(const CaseChange& change, const Dossier& dossier, const Moment& moment, WriteKind kind) {
  return {{change.file.id, change.file.state},
          rows_of(change.file, dossier, moment, kind),
          about(to_text(change.file.id), change.effects),
          {}};
}

/// One step of a case by somebody who stands high enough in it.
template <class C>
Result<Handled<C>> stepped(const C& command, const Dossier& dossier, const Moment& moment, Standing needed, auto step) {
  const CaseFile* file = find_by_id(dossier.of<CaseFile>(), command.case_id);
  if (!file) return refusal("case_unknown");
  const Standing standing = standing_in(*file, moment.professional.code, moment.hat.code, moment.today);
  if (standing < needed) return stands_too_low(standing, needed);
  const Result<CaseChange> change = step(*file);
  if (!change) return change.error();
  return done<C>(*change, dossier, moment, WriteKind::change);
}

template <class C>
std::vector<Access> to_record(const C& command, const Dossier& dossier, const Moment& moment) {
  return {{record,
           DataCategory::rights,
           nullptr,
           {},
           facts_of_case(find_by_id(dossier.of<CaseFile>(), command.case_id), moment)}};
}

Issues known_hat(const ProfessionalCode& professional, const HatCode& hat, const Moment& moment) {
  Checker checker;
  const Professional* found = find_by_code(moment.plan.professionals, professional);
  checker.known(found, "/professional");
  checker.known(!found || worn(*found, hat, moment.today), "/hat");
  return std::move(checker).issues();
}

}  // namespace

Issues check(const OpenCase& command, const Moment& moment) {
  Checker checker;
  checker.of_a_pole(moment.hat);
  checker.known(find(moment.casework(), CaseworkList::member_ground, command.ground, moment.today), "/ground");
  return std::move(checker).issues();
}

std::vector<Access> accesses(const OpenCase&, const Dossier&, const Moment&) {
  return {{record, DataCategory::rights, nullptr, {}}};
}

Result<Handled<OpenCase>> handle(const OpenCase& command, const Dossier& dossier, const Clearance&, const Moment& moment) {
  if (!conflicts_here(moment.professional.code, command.person_id, dossier, moment).empty())
    return refusal("conflict_of_interest");
  CaseFile file;
  file.id = next_id<CaseId>(moment.ids);
  file.person_id = command.person_id;
  file.organisation = moment.hat.organisation;
  file.pole = *moment.hat.pole;
  file.opened_on = moment.today;
  file.members = {{moment.professional.code, moment.hat.code, MemberRole::referent, command.ground, {moment.today, {}}}};
  const auto opened = open_case(file, {dossier.person->kind != PersonKind::anonymous, command.notice_given});
  if (!opened) return opened.error();
  return done<OpenCase>(*opened, dossier, moment, WriteKind::add);
}

Issues check(const PlanCase& command, const Moment& moment) {
  Checker checker;
  for (std::size_t i = 0; i < command.steps.size(); ++i)
    checker.known(find_by_code(moment.plan.professionals, command.steps[i].owner), "/steps/" + std::to_string(i) + "/owner");
  return std::move(checker).issues();
}
std::vector<Access> accesses(const PlanCase& command, const Dossier& dossier, const Moment& moment) {
  return to_record(command, dossier, moment);
}
Result<Handled<PlanCase>> handle(const PlanCase& command, const Dossier& dossier, const Clearance&, const Moment& moment) {
  std::vector<CaseStep> steps;
  for (const auto& each : command.steps)
    steps.push_back({next_id<CaseStepId>(moment.ids), each.need_id, each.owner, each.due_on, false});
  std::vector<NeedId> needs;
  for (const auto& need : dossier.of<NeedRecord>()) needs.push_back(need.id);
  return stepped(command, dossier, moment, Standing::member,
                 [&](const CaseFile& file) { return plan_case(file, steps, needs, command.person_agreed); });
}

Issues check(const AddCaseMember& command, const Moment& moment) {
  return known_hat(command.professional, command.hat, moment);
}
std::vector<Access> accesses(const AddCaseMember& command, const Dossier& dossier, const Moment& moment) {
  return to_record(command, dossier, moment);
}
Result<Handled<AddCaseMember>> handle(const AddCaseMember& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  if (!conflicts_here(command.professional, command.person_id, dossier, moment).empty())
    return refusal("conflict_of_interest");
  const CaseMember member{
      command.professional, command.hat, MemberRole::member, command.ground, {moment.today, command.until}};
  return stepped(command, dossier, moment, Standing::referent, [&](const CaseFile& file) {
    return add_member(file, member, command.person_agreed, moment.today, moment.casework());
  });
}

Issues check(const RemoveCaseMember&, const Moment&) { return {}; }
std::vector<Access> accesses(const RemoveCaseMember& command, const Dossier& dossier, const Moment& moment) {
  return to_record(command, dossier, moment);
}
Result<Handled<RemoveCaseMember>> handle(const RemoveCaseMember& command, const Dossier& dossier, const Clearance&,
                                         const Moment& moment) {
  return stepped(command, dossier, moment, Standing::referent,
                 [&](const CaseFile& file) { return remove_member(file, command.professional, command.hat, moment.today); });
}

Issues check(const PauseCase&, const Moment&) { return {}; }
std::vector<Access> accesses(const PauseCase& command, const Dossier& dossier, const Moment& moment) {
  return to_record(command, dossier, moment);
}
Result<Handled<PauseCase>> handle(const PauseCase& command, const Dossier& dossier, const Clearance&, const Moment& moment) {
  return stepped(command, dossier, moment, Standing::referent,
                 [&](const CaseFile& file) { return pause_case(file, command.review_on, moment.today); });
}

Issues check(const ResumeCase&, const Moment&) { return {}; }
std::vector<Access> accesses(const ResumeCase& command, const Dossier& dossier, const Moment& moment) {
  return to_record(command, dossier, moment);
}
Result<Handled<ResumeCase>> handle(const ResumeCase& command, const Dossier& dossier, const Clearance&,
                                   const Moment& moment) {
  return stepped(command, dossier, moment, Standing::referent, [](const CaseFile& file) { return resume_case(file); });
}

Issues check(const TransferCase& command, const Moment& moment) {
  return known_hat(command.professional, command.hat, moment);
}
std::vector<Access> accesses(const TransferCase& command, const Dossier& dossier, const Moment& moment) {
  return to_record(command, dossier, moment);
}
Result<Handled<TransferCase>> handle(const TransferCase& command, const Dossier& dossier, const Clearance&,
                                     const Moment& moment) {
  if (!conflicts_here(command.professional, command.person_id, dossier, moment).empty())
    return refusal("conflict_of_interest");
  return stepped(command, dossier, moment, Standing::referent, [&](const CaseFile& file) {
    return transfer_case(file, {command.professional, command.hat}, command.person_agreed, moment.today);
  });
}

Issues check(const AnswerTransfer&, const Moment&) { return {}; }
std::vector<Access> accesses(const AnswerTransfer& command, const Dossier& dossier, const Moment& moment) {
  return to_record(command, dossier, moment);
}
Result<Handled<AnswerTransfer>> handle(const AnswerTransfer& command, const Dossier& dossier, const Clearance&,
                                       const Moment& moment) {
  return stepped(command, dossier, moment, Standing::none, [&](const CaseFile& file) -> Result<CaseChange> {
    if (file.next_hat && *file.next_hat != moment.hat.code) return refusal("not_the_new_referent");
    return answer_transfer(file, moment.professional.code, command.accepts, moment.today, moment.casework());
  });
}

Issues check(const CloseCase& command, const Moment& moment) {
  Checker checker;
  checker.known(find(moment.casework(), CaseworkList::closing_reason, command.reason, moment.today), "/reason");
  return std::move(checker).issues();
}
std::vector<Access> accesses(const CloseCase& command, const Dossier& dossier, const Moment& moment) {
  return to_record(command, dossier, moment);
}
Result<Handled<CloseCase>> handle(const CloseCase& command, const Dossier& dossier, const Clearance&, const Moment& moment) {
  const ClosingRequest request{command.reason, moment.professional.code, open_urgent_needs(dossier), command.justified};
  return stepped(command, dossier, moment, Standing::referent,
                 [&](const CaseFile& file) { return close_case(file, request, moment.today, moment.casework()); });
}

Issues check(const ApproveClosure&, const Moment&) { return {}; }
std::vector<Access> accesses(const ApproveClosure& command, const Dossier& dossier, const Moment& moment) {
  return is_direction(moment) ? std::vector{to_approve()} : to_record(command, dossier, moment);
}
Result<Handled<ApproveClosure>> handle(const ApproveClosure& command, const Dossier& dossier, const Clearance&,
                                       const Moment& moment) {
  return stepped(
      command, dossier, moment, is_direction(moment) ? Standing::none : Standing::referent,
      [&](const CaseFile& file) { return approve_closure(file, moment.professional.code, moment.today, moment.casework()); });
}

Issues check(const RejectClosure&, const Moment&) { return {}; }
std::vector<Access> accesses(const RejectClosure& command, const Dossier& dossier, const Moment& moment) {
  return is_direction(moment) ? std::vector{to_approve()} : to_record(command, dossier, moment);
}
Result<Handled<RejectClosure>> handle(const RejectClosure& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  return stepped(command, dossier, moment, is_direction(moment) ? Standing::none : Standing::referent,
                 [](const CaseFile& file) { return reject_closure(file); });
}

Issues check(const ReopenCase&, const Moment&) { return {}; }
std::vector<Access> accesses(const ReopenCase& command, const Dossier& dossier, const Moment& moment) {
  return to_record(command, dossier, moment);
}
Result<Handled<ReopenCase>> handle(const ReopenCase& command, const Dossier& dossier, const Clearance&,
                                   const Moment& moment) {
  const CaseFile* file = find_by_id(dossier.of<CaseFile>(), command.case_id);
  if (!file) return refusal("case_unknown");
  if (!conflicts_here(moment.professional.code, command.person_id, dossier, moment).empty())
    return refusal("conflict_of_interest");
  const auto change = reopen_case(*file, !command.reason.empty(), {moment.professional.code, moment.hat.code},
                                  next_id<CaseId>(moment.ids), moment.today, moment.casework());
  if (!change) return change.error();
  return done<ReopenCase>(*change, dossier, moment, change->file.id == file->id ? WriteKind::change : WriteKind::add);
}

Issues check(const MergeCases&, const Moment&) { return {}; }
std::vector<Access> accesses(const MergeCases& command, const Dossier& dossier, const Moment& moment) {
  return {
      {record, DataCategory::rights, nullptr, {}, facts_of_case(find_by_id(dossier.of<CaseFile>(), command.kept), moment)}};
}
Result<Handled<MergeCases>> handle(const MergeCases& command, const Dossier& dossier, const Clearance&,
                                   const Moment& moment) {
  const CaseFile* kept = find_by_id(dossier.of<CaseFile>(), command.kept);
  const CaseFile* absorbed = find_by_id(dossier.of<CaseFile>(), command.absorbed);
  if (!kept || !absorbed) return refusal("case_unknown");
  const Standing standing = standing_in(*kept, moment.professional.code, moment.hat.code, moment.today);
  if (standing < Standing::referent) return stands_too_low(standing, Standing::referent);
  const auto merged = merge_cases(*kept, *absorbed, command.agreed, next_id<CaseMergeId>(moment.ids), moment.today);
  if (!merged) return merged.error();
  Handled<MergeCases> handled{{merged->record.id, kept->id},
                              rows_of(merged->kept, dossier, moment, WriteKind::change),
                              {{"tell_members", to_text(kept->id)}},
                              {}};
  handled.writes.push_back(changed(merged->absorbed));
  handled.writes.push_back(added(merged->record));
  return handled;
}

Issues check(const UndoMerge&, const Moment&) { return {}; }
std::vector<Access> accesses(const UndoMerge& command, const Dossier& dossier, const Moment& moment) {
  const CaseMerge* merge = find_by_id(dossier.of<CaseMerge>(), command.merge_id);
  return {{record,
           DataCategory::rights,
           nullptr,
           {},
           facts_of_case(merge ? find_by_id(dossier.of<CaseFile>(), merge->kept) : nullptr, moment)}};
}
Result<Handled<UndoMerge>> handle(const UndoMerge& command, const Dossier& dossier, const Clearance&, const Moment& moment) {
  const CaseMerge* merge = find_by_id(dossier.of<CaseMerge>(), command.merge_id);
  const CaseFile* kept = merge ? find_by_id(dossier.of<CaseFile>(), merge->kept) : nullptr;
  const CaseFile* absorbed = merge ? find_by_id(dossier.of<CaseFile>(), merge->absorbed) : nullptr;
  if (!kept || !absorbed) return refusal("case_unknown");
  const Standing standing = standing_in(*kept, moment.professional.code, moment.hat.code, moment.today);
  if (standing < Standing::member) return stands_too_low(standing, Standing::member);
  const auto parted = undo_merge(*merge, *kept, *absorbed, moment.today, moment.casework());
  if (!parted) return parted.error();
  Handled<UndoMerge> handled{{merge->id, absorbed->id},
                             rows_of(parted->kept, dossier, moment, WriteKind::change),
                             {{"tell_members", to_text(absorbed->id)}},
                             {}};
  handled.writes.push_back(changed(parted->absorbed));
  handled.writes.push_back(changed(parted->record));
  return handled;
}

Issues check(const MyCases& query, const Moment&) {
  Checker checker;
  const int most = query.at_most.value_or(most_cases);
  checker.require(most >= 1 && most <= most_cases, "/at_most", "out_of_range", {"attendu : de 1 à 1000", "expected 1 to 1000"});
  return std::move(checker).issues();
}

/// Judged case by case, in the query itself.
std::vector<Access> accesses(const MyCases&, const Dossier&, const Moment&) { return {}; }

Result<CaseList> answer(const MyCases& query, const Asked& asked) {
  const Moment& moment = asked.moment;
  const Access seen{RequestAction::view, DataCategory::attendance, nullptr, {}};
  auto files = all<CaseFile>().absent(&CaseFile::merged_into).also(
      visible(seen, MyCases::purpose, facts_of_cases(moment), moment, asked.rules));
  if (query.whose.value_or(CaseScope::mine) == CaseScope::mine) files.also(stands_in_case(moment));
  if (!query.also_closed) files.in(&CaseFile::state, open_states());
  CaseList list{{}, asked.dossier.count(files)};
  for (const auto& file : asked.dossier.find(files.limit(static_cast<std::uint32_t>(query.at_most.value_or(most_cases))))) {
    const Standing standing = standing_in(file, moment.professional.code, moment.hat.code, moment.today);
    CaseSummary summary{file.id, file.person_id, file.state, standing, {}};
    for (const auto& step : file.steps)
      if (!step.done && step.owner == moment.professional.code) summary.steps.push_back(step);
    list.cases.push_back(std::move(summary));
  }
  return list;
}

Issues check(const ReadCase&, const Moment&) { return {}; }
std::vector<Access> accesses(const ReadCase& query, const Dossier& dossier, const Moment& moment) {
  return {
      {RequestAction::view, DataCategory::rights, nullptr, {}, facts_of_case(living_case(dossier, query.case_id), moment)}};
}

Result<CaseRead> answer(const ReadCase& query, const Asked& asked) {
  const CaseFile* file = find_by_id(asked.dossier.of<CaseFile>(), query.case_id);
  if (!file) return refusal("case_unknown");
  return CaseRead{*file, last_contact(asked.dossier.of<Encounter>(), asked.dossier.of<Appointment>(), asked.moment.zone,
                                      asked.dossier.of<HomeVisit>())};
}

}  // namespace patio
