#include <algorithm>

#include <patio/desk/notes.hpp>

#include "../casework.hpp"

namespace patio {
namespace {

NoteHolder acting(const Moment& moment) { return {moment.professional.code, moment.hat.code}; }

bool holds(const std::vector<NoteHolder>& holders, const NoteHolder& who) {
  return std::find(holders.begin(), holders.end(), who) != holders.end();
}

std::vector<DataCategory> named(const std::vector<CategoryCode>& codes) {
  std::vector<DataCategory> all;
  for (const auto& code : codes) all.push_back(*enum_from<DataCategory>(code.text()));
  return all;
}

/// Attendees and the referent of an interview: who reads its common note.
std::vector<NoteHolder> table_of(const JointInterview& interview) {
  std::vector<NoteHolder> all{{interview.referent, interview.referent_hat}};
  for (const auto& each : interview.attendees)
    if (!holds(all, {each.professional, each.hat})) all.push_back({each.professional, each.hat});
  return all;
}

/// One writes in one's own file; under seal if the note is.
std::vector<Access> to_write(NoteLevel level, const std::vector<DataCategory>& categories) {
  AccessRequest known;
  known.compartment = level == NoteLevel::l5 ? Compartment::sealed_held : Compartment::own_creation;
  known.involvement = Involvement::both;
  std::vector<Access> all{{RequestAction::record, DataCategory::note, nullptr, {}, known}};
  for (const auto category : categories) all.push_back({RequestAction::record, category, nullptr, {}, known});
  return all;
}

CaseNote note_of(const WriteNote& command, const Moment& moment) {
  CaseNote note;
  note.person_id = command.person_id;
  note.case_id = command.case_id;
  note.author = moment.professional.code;
  note.hat = moment.hat.code;
  note.organisation = moment.hat.organisation;
  note.pole = *moment.hat.pole;
  note.written_at = moment.now;
  note.level = command.level;
  note.categories = named(command.categories);
  note.text = command.text;
  note.third_parties = command.third_parties;
  note.holders = command.holders;
  note.shared_in = command.shared_in;
  note.corrects = command.corrects;
  return note;
}

}  // namespace

Issues check(const WriteNote& command, const Moment& moment) {
  Checker checker;
  checker.of_a_pole(moment.hat);
  checker.each_named<DataCategory>(command.categories, "/categories");
  for (std::size_t i = 0; i < command.holders.size(); ++i) {
    const Professional* found = find_by_code(moment.plan.professionals, command.holders[i].professional);
    checker.known(found && worn(*found, command.holders[i].hat, moment.today), "/holders/" + std::to_string(i));
  }
  Issues issues = std::move(checker).issues();
  if (!issues.list.empty()) return issues;
  return check(note_of(command, moment));
}

std::vector<Access> accesses(const WriteNote& command, const Dossier&, const Moment&) {
  return to_write(command.level, named(command.categories));
}

Result<Handled<WriteNote>> handle(const WriteNote& command, const Dossier& dossier, const Clearance&, const Moment& moment) {
  CaseNote note = note_of(command, moment);
  note.id = next_id<CaseNoteId>(moment.ids);
  if (command.case_id) {
    const Standing standing = standing_of(dossier, moment, command.case_id);
    if (!living_case(dossier, *command.case_id)) return refusal("case_unknown");
    if (standing < Standing::member) return stands_too_low(standing, Standing::member);
  }
  if (command.corrects && !find_by_id(dossier.of<CaseNote>(), *command.corrects)) return refusal("note_unknown");
  if (command.shared_in) {
    const JointInterview* interview = find_by_id(dossier.of<JointInterview>(), *command.shared_in);
    if (!interview) return refusal("joint_interview_unknown");
    note.holders = table_of(*interview);
    if (!holds(note.holders, acting(moment))) return refusal("not_at_the_table");
    if (interview->state != JointInterviewState::held) return refusal("not_ended_yet");
  } else if (note.level == NoteLevel::l5 && !holds(note.holders, acting(moment))) {
    note.holders.push_back(acting(moment));
  }
  const auto written = may_write(note, moment.today, moment.casework());
  if (!written) return written.error();
  return Handled<WriteNote>{{note.id, note.level}, {added(note)}, {}, {}};
}

Issues check(const SealNote& command, const Moment& moment) {
  Checker checker;
  for (std::size_t i = 0; i < command.holders.size(); ++i) {
    const Professional* found = find_by_code(moment.plan.professionals, command.holders[i].professional);
    checker.known(found && worn(*found, command.holders[i].hat, moment.today), "/holders/" + std::to_string(i));
  }
  return std::move(checker).issues();
}

std::vector<Access> accesses(const SealNote& command, const Dossier& dossier, const Moment&) {
  const CaseNote* note = find_by_id(dossier.of<CaseNote>(), command.note_id);
  return to_write(NoteLevel::l5, note ? note->categories : std::vector<DataCategory>{});
}

Result<Handled<SealNote>> handle(const SealNote& command, const Dossier& dossier, const Clearance&, const Moment& moment) {
  const CaseNote* note = find_by_id(dossier.of<CaseNote>(), command.note_id);
  // Whoever may not seal it learns nothing of its being there.
  if (!note || (NoteHolder{note->author, note->hat} != acting(moment) && !holds(note->holders, acting(moment))))
    return refusal("note_unknown");
  const auto sealed = seal(*note, acting(moment), command.holders);
  if (!sealed) return sealed.error();
  return Handled<SealNote>{{note->id, sealed->level}, {changed(*sealed)}, {}, {}};
}

}  // namespace patio
