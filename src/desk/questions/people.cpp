#include <patio/desk/questions.hpp>

#include "../question.hpp"

namespace patio {

Capacity reply(const CapacityOf& question, const Books&) { return capacity(question.request); }

}  // namespace patio

PATIO_QUESTION_ROOM(people, PATIO_PEOPLE_QUESTIONS)
