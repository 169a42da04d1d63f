#include <patio/desk/questions.hpp>
#include <patio/schedule/holiday.hpp>

#include "../question.hpp"

namespace patio {

IdentifyingFindings reply(const FindIdentifying& question, const Books&) {
  return {find_identifying(question.text, question.known)};
}

NoteReading reply(const ReadNoteAs& question, const Books& books) {
  if (Issues faults = check(question.note); !faults.list.empty()) throw InvalidInput(std::move(faults));
  return read_note(*books.rulebook->as_of(question.day), question.note, question.reader);
}

GroupCompleted reply(const CompleteGroup& question, const Books& books) {
  const auto group = completed(question.people, *books.house.casework, question.day);
  if (!group) return {{}, group.error().list};
  return {*group, {}};
}

NeutralWording reply(const NeutralTextOf& question, const Books& books) {
  const auto text = neutral_text(*books.house.neutral_texts, question.kind, question.facts, question.day);
  if (!text) return {{}, text.error()};
  return {*text, {}};
}

LastDay reply(const AppealUntil& question, const Books& books) {
  std::vector<Date> days;
  for (int year = 0; year <= 1; ++year)
    for (const auto& holiday : public_holidays(static_cast<int>(question.notified_on.year()) + year, HolidayZone::metropole))
      days.push_back(holiday.day);
  return {appeal_until(question.notified_on, days, *books.house.casework)};
}

}  // namespace patio

PATIO_QUESTION_ROOM(casework, PATIO_CASEWORK_QUESTIONS)
