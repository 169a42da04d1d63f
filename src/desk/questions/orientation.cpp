#include <patio/desk/questions.hpp>

#include "../question.hpp"

namespace patio {

Orientation reply(const Orient& question, const Books& books) {
  if (Issues faults = check(question.plan); !faults.list.empty()) throw InvalidInput(std::move(faults));
  return orient(*books.needs, question.plan, question.request);
}

Replayed reply(const ReplayOrientation& question, const Books& books) {
  if (Issues faults = check(question.plan); !faults.list.empty()) throw InvalidInput(std::move(faults));
  return replay(*books.needs, question.plan, question.request, question.past);
}

Suggestions reply(const Suggest& question, const Books& books) { return {suggest(*books.needs, question.request)}; }

Signals reply(const KeepSignals& question, const Books& books) {
  return {keep_signals(*books.needs, question.signals, question.day)};
}

Signals reply(const VisibleSignals& question, const Books& books) {
  return {visible_signals(*books.needs, question.signals, question.pole, question.day)};
}

VisitPlan reply(const PlanVisits& question, const Books& books) {
  if (Issues faults = check(question.plan); !faults.list.empty()) throw InvalidInput(std::move(faults));
  return plan_visits(*books.needs, question.plan, question.request);
}

ScreeningAnswer reply(const ScreenPopulation& question, const Books& books) {
  return screen(*books.needs, *books.rulebook->as_of(question.request.day), question.request).value();
}

FoundServices reply(const FindServices& question, const Books& books) {
  const ServiceIndex index(*books.needs, question.rows);
  return {find_services(index, *books.needs, question.request, question.search), index.faults().list};
}

UnheldDestinations reply(const CheckHeld& question, const Books& books) {
  return {check_held(*books.needs, question.plan, ServiceIndex(*books.needs, question.rows), question.day).list};
}

}  // namespace patio

PATIO_QUESTION_ROOM(orientation, PATIO_ORIENTATION_QUESTIONS)
