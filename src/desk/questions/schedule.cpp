#include <patio/desk/questions.hpp>

#include "../question.hpp"

namespace patio {

Holidays reply(const HolidaysOf& question, const Books&) {
  if (question.year < 1 || question.year > 9999)
    throw InvalidInput(Issues{{{"/year", "out_of_range", {"attendu : de 1 à 9999", "expected 1 to 9999"}}}});
  return {public_holidays(question.year, question.zone)};
}

}  // namespace patio

PATIO_QUESTION_ROOM(schedule, PATIO_SCHEDULE_QUESTIONS)
