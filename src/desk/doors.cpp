#include <patio/desk/doors.hpp>

#include <boost/mp11/algorithm.hpp>

#include <patio/base/schema.hpp>
#include <patio/casework/referral.hpp>
#include <patio/desk/questions.hpp>
#include <patio/secrecy/french_rulebook.hpp>

namespace patio {
namespace {

Decision reply(const Decide& question, const Books& books) {
  return decide(*books.rulebook->as_of(question.day, question.known_as_of), question.request);
}

HatStatus reply(const StatusOfHat& question, const Books& books) {
  return hat_status(*books.rulebook->as_of(question.day), question.hat);
}

Orientation reply(const Orient& question, const Books& books) {
  if (Issues faults = check(question.plan); !faults.list.empty()) throw InvalidInput(std::move(faults));
  return orient(*books.needs, question.plan, question.request);
}

Suggestions reply(const Suggest& question, const Books& books) { return {suggest(*books.needs, question.request)}; }

Covered reply(const ConsentCovers& question, const Books&) {
  const Coverage coverage =
      covers(question.consent, {question.recipient, question.category, question.purpose, question.day});
  return {coverage.yes, coverage.reason};
}

Holidays reply(const HolidaysOf& question, const Books&) {
  if (question.year < 1 || question.year > 9999)
    throw InvalidInput(Issues{{{"/year", "out_of_range", {"attendu : de 1 à 9999", "expected 1 to 9999"}}}});
  return {public_holidays(question.year, question.zone)};
}

MachineTable reply(const MachineOf& question, const Books&) {
  if (question.name == "consent") return consent_machine().table();
  if (question.name == "referral") return referral_machine().table();
  if (question.name == "appointment") return appointment_machine().table();
  throw Error(ErrorCode::not_found, {"aucune machine de ce nom", "there is no machine of that name"});
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

Refusal reply(const RefusalOf& question, const Books&) { return refusal(question.code); }

CedarExport reply(const ExportCedar& question, const Books& books) {
  return to_cedar(*books.rulebook->as_of(question.day));
}

template <class T>
Door door(DoorKind kind) {
  return {snake_name<T>(), kind, schema_of<T>().dump(), schema_of<typename T::Answer>().dump()};
}

std::vector<Door> all_doors() {
  std::vector<Door> all;
#define PATIO_COMMAND(Name) all.push_back(door<Name>(DoorKind::command));
  PATIO_COMMANDS(PATIO_COMMAND)
#undef PATIO_COMMAND
#define PATIO_QUERY(Name) all.push_back(door<Name>(DoorKind::query));
  PATIO_QUERIES(PATIO_QUERY)
#undef PATIO_QUERY
#define PATIO_QUESTION(Name) all.push_back(door<Name>(DoorKind::question));
  PATIO_QUESTIONS(PATIO_QUESTION)
#undef PATIO_QUESTION
  return all;
}

[[noreturn]] void no_such_door() {
  throw Error(ErrorCode::not_found, {"aucune commande ni question de ce nom", "there is no command or question of that name"});
}

template <class C>
std::string run_one(Desk& desk, std::string_view json) {
  return to_json(desk.run(from_json<C>(json).value()).value());
}

template <class Q>
std::string ask_one(Desk& desk, std::string_view json) {
  return to_json(desk.ask(from_json<Q>(json).value()).value());
}

template <class Q>
std::string reply_one(const Books& books, std::string_view json) {
  return to_json(reply(from_json<Q>(json).value(), books));
}

}  // namespace

Books default_books() {
  static const Books books{french_rulebook(),
                           std::shared_ptr<const NeedsBook>(std::shared_ptr<void>(), &default_needs_book())};
  return books;
}

const std::vector<Door>& doors() {
  static const std::vector<Door> all = all_doors();
  return all;
}

std::string run_door(Desk& desk, std::string_view name, std::string_view json) {
#define PATIO_COMMAND(Name) \
  if (name == snake_name<Name>()) return run_one<Name>(desk, json);
  PATIO_COMMANDS(PATIO_COMMAND)
#undef PATIO_COMMAND
#define PATIO_QUERY(Name) \
  if (name == snake_name<Name>()) return ask_one<Name>(desk, json);
  PATIO_QUERIES(PATIO_QUERY)
#undef PATIO_QUERY
  no_such_door();
}

std::string ask_door(const Books& books, std::string_view name, std::string_view json) {
#define PATIO_QUESTION(Name) \
  if (name == snake_name<Name>()) return reply_one<Name>(books, json);
  PATIO_QUESTIONS(PATIO_QUESTION)
#undef PATIO_QUESTION
  no_such_door();
}

}  // namespace patio
