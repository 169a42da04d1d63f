#include <algorithm>

#include <patio/desk/safety.hpp>

#include "../casework.hpp"

namespace patio {
namespace {

constexpr auto record = RequestAction::record;
const SiteCode home{"site:home"};

/// The person's own record shows the flags that hold today, for whoever contacts them.
template <class C>
Handled<C> flagged(const SafetyMark& mark, WriteKind kind, std::vector<SafetyMark> marks, const Dossier& dossier,
                   const Moment& moment) {
  std::erase_if(marks, [&](const SafetyMark& each) { return each.id == mark.id; });
  marks.push_back(mark);
  Person person = *dossier.person;
  const auto before = person.safety_flags;
  person.safety_flags = flags_on(marks, moment.today);
  Handled<C> done{{mark.id, person.safety_flags}, {Write(kind, mark)}, {}, {}};
  if (person.safety_flags != before) done.writes.push_back(changed(person));
  return done;
}

/// Flags that stand on the record from before there were marks.
std::vector<SafetyMark> marks_of(const Dossier& dossier, const Moment& moment) {
  auto marks = dossier.of<SafetyMark>();
  for (const auto flag : dossier.person->safety_flags)
    if (std::none_of(marks.begin(), marks.end(), [&](const SafetyMark& each) { return each.flag == flag; }))
      marks.push_back({{}, dossier.person->id, flag, moment.professional.code, {moment.today, {}}});
  return marks;
}

DataCategory category_of(SafetyFlag flag) {
  return flag == SafetyFlag::concealed_address ? DataCategory::safe_address : DataCategory::violence;
}

/// A flag about safety lies with its holders: whoever notes it is one.
Access to_flag(SafetyFlag flag) {
  AccessRequest known;
  known.compartment = Compartment::sealed_held;
  return {record, category_of(flag), nullptr, {}, known};
}

HomeDiary home_diary(const PlanHomeVisit& command, const Dossier& dossier, const Moment& moment) {
  HomeDiary diary{moment.plan.assets, {}, dossier.diary(moment.now), 0};
  const Date day = day_in(command.starts_at, moment.zone);
  for (const auto& visit :
       dossier.find(in(&HomeVisit::state, {HomeVisitState::asked, HomeVisitState::booked, HomeVisitState::done}))) {
    const Date that_day = day_in(visit.starts_at, moment.zone);
    if (visit.professional == moment.professional.code && that_day.year() == day.year() && that_day.month() == day.month())
      ++diary.visits_this_month;
    if (takes_time(visit))
      for (const auto& asset : visit.equipment) diary.taken.push_back({asset, visit.starts_at, visit.minutes});
  }
  return diary;
}

template <class C>
Handled<C> visited(const HomeVisit& visit, WriteKind kind, const std::vector<std::string>& effects) {
  return {{visit.id, visit.state, home, visit.minutes}, {Write(kind, visit)}, about(to_text(visit.id), effects), {}};
}

}  // namespace

Issues check(const FlagSafety& command, const Moment& moment) {
  Checker checker;
  checker.require(!command.until || *command.until > moment.today, "/until", "in_the_past",
                  {"ce jour est déjà passé", "this day is already over"});
  return std::move(checker).issues();
}
std::vector<Access> accesses(const FlagSafety& command, const Dossier&, const Moment&) { return {to_flag(command.flag)}; }
Result<Handled<FlagSafety>> handle(const FlagSafety& command, const Dossier& dossier, const Clearance&,
                                   const Moment& moment) {
  const SafetyMark mark{next_id<SafetyMarkId>(moment.ids),
                        command.person_id,
                        command.flag,
                        moment.professional.code,
                        {moment.today, command.until}};
  return flagged<FlagSafety>(mark, WriteKind::add, marks_of(dossier, moment), dossier, moment);
}

Issues check(const LiftSafety&, const Moment&) { return {}; }
std::vector<Access> accesses(const LiftSafety& command, const Dossier& dossier, const Moment&) {
  const SafetyMark* mark = find_by_id(dossier.of<SafetyMark>(), command.mark_id);
  return {to_flag(mark ? mark->flag : SafetyFlag::violence_context)};
}
Result<Handled<LiftSafety>> handle(const LiftSafety& command, const Dossier& dossier, const Clearance&,
                                   const Moment& moment) {
  const SafetyMark* found = find_by_id(dossier.of<SafetyMark>(), command.mark_id);
  if (!found) return refusal("mark_unknown");
  if (!contains(found->period, moment.today)) return refusal("already_done");
  SafetyMark lifted = *found;
  lifted.period.until = moment.today;
  return flagged<LiftSafety>(lifted, WriteKind::change, marks_of(dossier, moment), dossier, moment);
}

Issues check(const NoteAdverseParty& command, const Moment&) {
  Checker checker;
  checker.require(command.person_id != command.other_id, "/other_id", "same_person",
                  {"nommer quelqu'un d'autre", "name somebody else"});
  return std::move(checker).issues();
}
std::vector<Access> accesses(const NoteAdverseParty&, const Dossier&, const Moment&) {
  return {{record, DataCategory::third_party, nullptr, {}}};
}
Result<Handled<NoteAdverseParty>> handle(const NoteAdverseParty& command, const Dossier& dossier, const Clearance&,
                                         const Moment& moment) {
  // Says nothing of whether somebody else is known here: the pair is noted, and shows only as a conflict.
  for (const auto& pair : dossier.of<AdverseParty>())
    if (pair.other_id == command.other_id && contains(pair.period, moment.today)) return refusal("already_done");
  const AdverseParty pair{next_id<AdversePartyId>(moment.ids), command.person_id, command.other_id, {moment.today, {}}};
  return Handled<NoteAdverseParty>{{pair.id}, {added(pair)}, {}, {}};
}

Issues check(const DeclareConflict& command, const Moment& moment) {
  Checker checker;
  checker.known(find(moment.casework(), CaseworkList::conflict_kind, command.kind, moment.today), "/kind");
  checker.require(!command.until || *command.until > moment.today, "/until", "in_the_past",
                  {"ce jour est déjà passé", "this day is already over"});
  return std::move(checker).issues();
}
std::vector<Access> accesses(const DeclareConflict&, const Dossier&, const Moment&) {
  return {{record, DataCategory::attendance, nullptr, {}}};
}
Result<Handled<DeclareConflict>> handle(const DeclareConflict& command, const Dossier&, const Clearance&,
                                        const Moment& moment) {
  const ConflictOfInterest conflict{next_id<ConflictId>(moment.ids),
                                    moment.professional.code,
                                    command.person_id,
                                    command.kind,
                                    {moment.today, command.until},
                                    {}};
  return Handled<DeclareConflict>{{conflict.id}, {added(conflict)}, about(to_text(conflict.id), {"tell_direction"}), {}};
}

Issues check(const LiftConflict&, const Moment&) { return {}; }
std::vector<Access> accesses(const LiftConflict&, const Dossier&, const Moment&) { return {to_approve()}; }
Result<Handled<LiftConflict>> handle(const LiftConflict& command, const Dossier& dossier, const Clearance&,
                                     const Moment& moment) {
  const ConflictOfInterest* found = find_by_id(dossier.of<ConflictOfInterest>(), command.conflict_id);
  if (!found) return refusal("conflict_unknown");
  if (!is_direction(moment) || found->professional == moment.professional.code) return refusal("approval_required");
  if (found->lifted_by) return refusal("already_done");
  ConflictOfInterest lifted = *found;
  lifted.lifted_by = moment.professional.code;
  return Handled<LiftConflict>{{lifted.id}, {changed(lifted)}, {}, {}};
}

Issues check(const FindConflicts&, const Moment&) { return {}; }
std::vector<Access> accesses(const FindConflicts&, const Dossier&, const Moment&) {
  return {{RequestAction::view, DataCategory::attendance, nullptr, {}}};
}
Result<ConflictsFound> answer(const FindConflicts& query, const Asked& asked) {
  return ConflictsFound{conflicts_here(asked.moment.professional.code, query.person_id, asked.dossier, asked.moment)};
}

Issues check(const WriteMessage&, const Moment&) { return {}; }
std::vector<Access> accesses(const WriteMessage&, const Dossier&, const Moment&) {
  return {{RequestAction::view, DataCategory::identity, nullptr, {}},
          {RequestAction::view, DataCategory::appointment, nullptr, {}}};
}
Result<MessageWritten> answer(const WriteMessage& query, const Asked& asked) {
  const Moment& moment = asked.moment;
  const Appointment* appointment = find_by_id(asked.dossier.of<Appointment>(), query.appointment_id);
  if (!appointment) return refusal("appointment_unknown");
  const Space* space = find_by_code(moment.plan.spaces, appointment->space);
  const Site* site = space ? find_by_code(moment.plan.sites, space->site) : nullptr;
  const LocalTime at = local(appointment->starts_at, moment.zone);
  const auto text =
      neutral_text(*moment.house.neutral_texts, query.kind,
                   {at.day, at.clock, site ? site->name : "", site && site->phone ? *site->phone : ""}, moment.today);
  if (!text) return text.error();
  return MessageWritten{outgoing(*asked.dossier.person, *text)};
}

Issues check(const RecordCollectiveSession& command, const Moment& moment) {
  Checker checker;
  checker.of_a_pole(moment.hat);
  checker.known(find_by_code(moment.plan.sites, command.site), "/site");
  checker.known(find_need(moment.needs, command.theme, moment.today), "/theme");
  checker.require(command.minutes >= 1 && command.minutes <= 24 * 60, "/minutes", "out_of_range",
                  {"attendu : de 1 à 1440 minutes", "expected 1 to 1440 minutes"});
  Issues issues = std::move(checker).issues();
  const auto group = completed(command.others, moment.casework(), moment.today);
  if (!group)
    for (auto issue : group.error().list) {
      issue.path = "/others" + issue.path;
      issues.list.push_back(std::move(issue));
    }
  return issues;
}
std::vector<Access> accesses(const RecordCollectiveSession&, const Dossier&, const Moment&) {
  return {{record, DataCategory::attendance, nullptr, {}}};
}
Result<Handled<RecordCollectiveSession>> handle(const RecordCollectiveSession& command, const Dossier& dossier,
                                                const Clearance&, const Moment& moment) {
  for (const auto& person : command.known)
    if (!dossier.get<Person>(person))
      throw Error(ErrorCode::not_found, {"aucune personne n'a cet identifiant ici", "nobody has that id here"});
  CollectiveSession session;
  session.id = next_id<CollectiveSessionId>(moment.ids);
  session.began_at = moment.now;
  session.minutes = command.minutes;
  session.site = command.site;
  session.professional = moment.professional.code;
  session.organisation = moment.hat.organisation;
  session.pole = *moment.hat.pole;
  session.theme = command.theme;
  session.known = command.known;
  session.others = completed(command.others, moment.casework(), moment.today).value();
  return Handled<RecordCollectiveSession>{{session.id, count(session), session.others}, {added(session)}, {}, {}};
}

Issues check(const PlanHomeVisit& command, const Moment& moment) {
  Checker checker;
  for (std::size_t i = 0; i < command.equipment.size(); ++i)
    checker.known(find_by_code(moment.plan.assets, command.equipment[i]), "/equipment/" + std::to_string(i));
  checker.require(command.starts_at > moment.now, "/starts_at", "in_the_past",
                  {"cet instant est déjà passé", "this instant is already over"});
  return std::move(checker).issues();
}
std::vector<Access> accesses(const PlanHomeVisit&, const Dossier&, const Moment&) {
  return {{record, DataCategory::appointment, nullptr, {}}};
}
Result<Handled<PlanHomeVisit>> handle(const PlanHomeVisit& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  HomeVisit visit;
  visit.id = next_id<HomeVisitId>(moment.ids);
  visit.person_id = command.person_id;
  visit.professional = moment.professional.code;
  visit.starts_at = command.starts_at;
  visit.reason = command.reason;
  visit.equipment = command.equipment;
  const auto planned = plan_home_visit(visit, home_diary(command, dossier, moment), moment.today, moment.casework());
  if (!planned) return planned.error();
  return visited<PlanHomeVisit>(*planned, WriteKind::add, {"ask_direction"});
}

Issues check(const ApproveHomeVisit&, const Moment&) { return {}; }
std::vector<Access> accesses(const ApproveHomeVisit&, const Dossier&, const Moment&) { return {to_approve()}; }
Result<Handled<ApproveHomeVisit>> handle(const ApproveHomeVisit& command, const Dossier& dossier, const Clearance&,
                                         const Moment& moment) {
  const HomeVisit* found = find_by_id(dossier.of<HomeVisit>(), command.home_visit_id);
  if (!found) return refusal("home_visit_unknown");
  if (!is_direction(moment)) return refusal("home_needs_approval");
  const auto approved = approve_home_visit(*found, moment.professional.code);
  if (!approved) return approved.error();
  return visited<ApproveHomeVisit>(*approved, WriteKind::change, {"send_neutral_confirmation", "book_equipment"});
}

Issues check(const FinishHomeVisit&, const Moment&) { return {}; }
std::vector<Access> accesses(const FinishHomeVisit&, const Dossier&, const Moment&) {
  return {{record, DataCategory::attendance, nullptr, {}}};
}
Result<Handled<FinishHomeVisit>> handle(const FinishHomeVisit& command, const Dossier& dossier, const Clearance&,
                                        const Moment& moment) {
  const HomeVisit* found = find_by_id(dossier.of<HomeVisit>(), command.home_visit_id);
  if (!found || found->professional != moment.professional.code) return refusal("home_visit_unknown");
  HomeVisitContext context;
  context.has_begun = moment.now >= found->starts_at;
  const auto step = home_visit_machine().step(found->state, HomeVisitEvent::finish, context);
  if (!step) return step.error();
  HomeVisit finished = *found;
  finished.state = step->state;
  return visited<FinishHomeVisit>(finished, WriteKind::change, step->effects);
}

}  // namespace patio
