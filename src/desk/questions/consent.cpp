#include <patio/desk/questions.hpp>

#include "../question.hpp"

namespace patio {

Covered reply(const ConsentCovers& question, const Books&) {
  const Coverage coverage =
      covers(question.consent, {question.recipient, question.category, question.purpose, question.day});
  return {coverage.yes, coverage.reason};
}

}  // namespace patio

PATIO_QUESTION_ROOM(consent, PATIO_CONSENT_QUESTIONS)
