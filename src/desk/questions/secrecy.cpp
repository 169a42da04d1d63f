#include <patio/desk/book_schemas.hpp>
#include <patio/desk/questions.hpp>

#include "../question.hpp"

namespace patio {

Decision reply(const Decide& question, const Books& books) {
  return decide(*books.rulebook->as_of(question.day, question.known_as_of), question.request);
}

HatStatus reply(const StatusOfHat& question, const Books& books) {
  return hat_status(*books.rulebook->as_of(question.day, question.known_as_of), question.hat);
}

CaseReport reply(const CheckCases& question, const Books& books) { return check_cases(*books.rulebook, question.cases); }

Matrix reply(const MatrixOf& question, const Books& books) {
  return secrecy_matrix(*books.rulebook->as_of(question.day), question.request.value_or(usual_matrix()));
}

Written reply(const WriteMatrix& question, const Books& books) {
  const auto rules = books.rulebook->as_of(question.day);
  const Matrix matrix = secrecy_matrix(*rules, question.request.value_or(usual_matrix()));
  return {question.form == PageForm::csv ? matrix_csv(matrix) : matrix_page(matrix, *rules, question.language)};
}

rules::RulebookReview reply(const ReviewRules& question, const Books& books) {
  return rules::review_rules(*books.rulebook->as_of(question.day));
}

rules::RulebookComparison reply(const CompareRules& question, const Books& books) {
  return rules::compare_rules(*books.rulebook->as_of(question.before), *books.rulebook->as_of(question.after));
}

Written reply(const WriteComparison& question, const Books& books) {
  const auto before = books.rulebook->as_of(question.before);
  const auto after = books.rulebook->as_of(question.after);
  const auto comparison = rules::compare_rules(*before, *after);
  return {question.form == PageForm::csv ? comparison_csv(comparison)
                                         : comparison_page(comparison, *before, *after, question.language)};
}

Decision reply(const Discharge& question, const Books&) { return discharge(question.decision, question.met); }

NoteFindings reply(const CheckNote& question, const Books&) { return {check_note(question.text)}; }

Written reply(const RulebookSchema& question, const Books& books) {
  auto schema = schema_of_file(books, question.kind);
  if (!schema) throw Error(ErrorCode::not_found, {"aucun fichier de ce genre", "there is no file of that kind"});
  return {*std::move(schema)};
}

CedarExport reply(const ExportCedar& question, const Books& books) {
  return to_cedar(*books.rulebook->as_of(question.day));
}

}  // namespace patio

PATIO_QUESTION_ROOM(secrecy, PATIO_SECRECY_QUESTIONS)
