#include <patio/casework/case_merge.hpp>

#include <algorithm>

namespace patio {
namespace {

bool has(const auto& list, const auto& value) { return std::find(list.begin(), list.end(), value) != list.end(); }

bool referents_agree(const CaseFile& kept, const CaseFile& absorbed, const std::vector<ProfessionalCode>& agreed,
                     Date today) {
  // A closed case may have no referent any more: then the other's word suffices.
  const auto agrees = [&](const CaseFile& file) {
    const CaseMember* referent = referent_of(file, today);
    return !referent || has(agreed, referent->professional);
  };
  return (referent_of(kept, today) || referent_of(absorbed, today)) && agrees(kept) && agrees(absorbed);
}

/// The absorbed case's member, in the kept one. The kept case has its referent already.
std::optional<CaseMember> moved(const CaseMember& member, const CaseFile& kept, Date today) {
  if (!contains(member.period, today)) return std::nullopt;
  CaseMember here = member;
  if (here.role == MemberRole::referent) here.role = MemberRole::member;
  here.period.since = today;
  const Standing there = standing_in(kept, member.professional, member.hat, today);
  const bool already = here.role == MemberRole::outgoing ? there != Standing::none : there >= Standing::member;
  return already ? std::nullopt : std::optional(here);
}

}  // namespace

Result<MergedCases> merge_cases(const CaseFile& kept, const CaseFile& absorbed, const std::vector<ProfessionalCode>& agreed,
                                CaseMergeId id, Date today) {
  if (!is_open(kept)) return refusal("closed");
  CaseContext context;
  context.same_person = kept.person_id == absorbed.person_id && kept.id != absorbed.id;
  context.referents_agree = referents_agree(kept, absorbed, agreed, today);
  const auto step = case_machine().step(absorbed.state, CaseEvent::merge, context);
  if (!step) return step.error();
  if (step->no_op) return refusal("already_done");

  MergedCases merged{kept, absorbed, {id, kept.person_id, kept.id, absorbed.id, today, agreed, absorbed.state, {}, {}, {}}};
  for (const auto& member : absorbed.members)
    if (const auto here = moved(member, merged.kept, today)) {
      merged.kept.members.push_back(*here);
      merged.record.moved_members.push_back(*here);
    }
  for (const auto& each : absorbed.steps) {
    merged.kept.steps.push_back(each);
    merged.record.moved_steps.push_back(each.id);
  }
  merged.absorbed.state = step->state;
  merged.absorbed.merged_into = kept.id;
  return merged;
}

Result<PartedCases> undo_merge(const CaseMerge& record, const CaseFile& kept, const CaseFile& absorbed, Date today,
                               const CaseworkBook& book) {
  if (record.undone_on || record.kept != kept.id || record.absorbed != absorbed.id || absorbed.merged_into != kept.id)
    return refusal("already_done");
  CaseContext context;
  context.before_merge = record.absorbed_state;
  context.undo_in_time = today < due(book, CaseworkTerm::merge_undo, record.merged_on);
  const auto step = case_machine().step(absorbed.state, CaseEvent::undo_merge, context);
  if (!step) return step.error();

  PartedCases parted{kept, absorbed, record};
  std::erase_if(parted.kept.members, [&](const CaseMember& member) {
    // One whose membership was ended meanwhile is still one that came with the merge.
    return std::any_of(record.moved_members.begin(), record.moved_members.end(), [&](const CaseMember& came) {
      return came.professional == member.professional && came.hat == member.hat && came.role == member.role &&
             came.period.since == member.period.since;
    });
  });
  for (auto& step_back : parted.absorbed.steps)
    for (const auto& now : kept.steps)
      if (now.id == step_back.id) step_back = now;
  std::erase_if(parted.kept.steps, [&](const CaseStep& each) { return has(record.moved_steps, each.id); });
  parted.absorbed.state = step->state;
  parted.absorbed.merged_into.reset();
  parted.record.undone_on = today;
  return parted;
}

}  // namespace patio
