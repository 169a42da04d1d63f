#include <patio/desk/visit.hpp>

#include "../handle.hpp"

namespace patio {
namespace {

constexpr auto record = RequestAction::record;

/// A new record of a need, with its deadline if the book counts one from a day that is known.
NeedRecord need_record(const NeedCode& code, NeedOrigin origin, const PersonId& person, const EncounterId& encounter,
                       std::optional<Date> event_day, const Moment& moment) {
  NeedRecord need{next_id<NeedId>(moment.ids), person, encounter, moment.now, code, origin, {}, NeedStatus::open, {}, {}, {}};
  const Need* entry = find_need(moment.needs, code, moment.today);
  if (!entry) return need;
  need.urgency = entry->urgency;
  if (entry->deadline && event_day) {
    const auto moved = add_months(*event_day, entry->deadline->months, entry->deadline->rounding);
    if (moved) need.deadline = add_days(*moved, entry->deadline->days);
  }
  return need;
}

}  // namespace

Issues check(const RegisterPerson&, const Moment&) { return {}; }

std::vector<Access> accesses(const RegisterPerson&, const Dossier&, const Moment&) {
  return {{record, DataCategory::identity, nullptr, {}}};
}

Result<Handled<RegisterPerson>> handle(const RegisterPerson& command, const Dossier&, const Clearance&,
                                       const Moment& moment) {
  const Person person{next_id<PersonId>(moment.ids), command.kind,     command.usual_name,
                      command.birth_name,            command.first_names, command.birth_date,
                      command.contacts,              command.commune,  command.safety_flags,
                      {}};
  if (Issues faults = check(person, moment.today); !faults.list.empty()) throw InvalidInput(std::move(faults));
  return Handled<RegisterPerson>{{person.id}, {added(person)}, {}, person.id};
}

Issues check(const RecordEncounter& command, const Moment& moment) {
  Checker checker;
  checker.of_a_pole(moment.hat);
  checker.known(find_by_code(moment.plan.sites, command.site), "/site");
  for (std::size_t i = 0; i < command.stated.size(); ++i)
    checker.known(find_need(moment.needs, command.stated[i], moment.today), "/stated/" + std::to_string(i));
  checker.require(!command.event_day || *command.event_day <= moment.today, "/event_day", "in_the_future",
                  {"ce jour n'est pas encore arrivé", "this day has not come yet"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const RecordEncounter&, const Dossier&, const Moment&) {
  return {{record, DataCategory::attendance, nullptr, {}}, {record, DataCategory::rights, nullptr, {}}};
}

Result<Handled<RecordEncounter>> handle(const RecordEncounter& command, const Dossier&, const Clearance&,
                                        const Moment& moment) {
  const Encounter encounter{next_id<EncounterId>(moment.ids),
                            command.person_id,
                            moment.now,
                            command.site,
                            command.channel,
                            moment.professional.code,
                            moment.hat.organisation,
                            *moment.hat.pole,
                            command.result};
  Handled<RecordEncounter> done{{encounter.id, {}}, {added(encounter)}, {}, {}};
  for (const auto& code : command.stated) {
    const auto need = need_record(code, NeedOrigin::stated, command.person_id, encounter.id, command.event_day, moment);
    done.answer.need_ids.push_back(need.id);
    done.writes.push_back(added(need));
  }
  return done;
}

Issues check(const AcceptSuggestion& command, const Moment& moment) {
  Checker checker;
  checker.known(find_need(moment.needs, command.need, moment.today), "/need");
  return std::move(checker).issues();
}

std::vector<Access> accesses(const AcceptSuggestion&, const Dossier&, const Moment&) {
  return {{record, DataCategory::rights, nullptr, {}}};
}

Result<Handled<AcceptSuggestion>> handle(const AcceptSuggestion& command, const Dossier& dossier, const Clearance&,
                                         const Moment& moment) {
  if (!find_by_id(dossier.of<Encounter>(), command.encounter_id)) return refusal("encounter_unknown");
  for (const auto& need : dossier.of<NeedRecord>())
    if (need.encounter_id == command.encounter_id && need.need == command.need) return refusal("already_done");
  const auto need =
      need_record(command.need, NeedOrigin::signal, command.person_id, command.encounter_id, std::nullopt, moment);
  return Handled<AcceptSuggestion>{{need.id}, {added(need)}, {}, {}};
}

Issues check(const CoverNeed& command, const Moment& moment) {
  Checker checker;
  if (command.handled_for) checker.known(find_by_code(moment.plan.organisations, *command.handled_for), "/handled_for");
  return std::move(checker).issues();
}

std::vector<Access> accesses(const CoverNeed&, const Dossier&, const Moment&) {
  return {{record, DataCategory::rights, nullptr, {}}};
}

Result<Handled<CoverNeed>> handle(const CoverNeed& command, const Dossier& dossier, const Clearance&, const Moment&) {
  const NeedRecord* found = find_by_id(dossier.of<NeedRecord>(), command.need_id);
  if (!found) return refusal("need_unknown");
  if (found->status != NeedStatus::open) return refusal("already_done");
  NeedRecord need = *found;
  need.status = NeedStatus::covered;
  need.mission = command.mission;
  need.handled_for = command.handled_for;
  return Handled<CoverNeed>{{need.id, need.deadline}, {changed(need)}, {}, {}};
}

}  // namespace patio
