#include <patio/desk/questions.hpp>

#include "../question.hpp"

namespace patio {

Orientation reply(const Orient& question, const Books& books) {
  if (Issues faults = check(question.plan); !faults.list.empty()) throw InvalidInput(std::move(faults));
  return orient(*books.needs, question.plan, question.request);
}

Suggestions reply(const Suggest& question, const Books& books) { return {suggest(*books.needs, question.request)}; }

}  // namespace patio

PATIO_QUESTION_ROOM(orientation, PATIO_ORIENTATION_QUESTIONS)
