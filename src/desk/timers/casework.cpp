#include <algorithm>

#include <patio/casework/case_change.hpp>
#include <patio/casework/last_contact.hpp>

#include "../casework.hpp"
#include "../timed.hpp"

namespace patio {
namespace {

Instant beginning_of(Date day, const Moment& moment) { return instant_at({day, {}}, moment.zone).instant; }

/// When nothing says a nearer day: a case is looked at once a month.
Date next_look(const Moment& moment) {
  const Date first{moment.today.year(), moment.today.month(), date::day{1}};
  return add_months(first, 1, Rounding::down).value_or(add_days(moment.today, 31));
}

}  // namespace

std::optional<Instant> next_due(const CaseFile& file, const Moment& moment) {
  if (file.state == CaseState::inactive || file.state == CaseState::anonymised || file.state == CaseState::merged)
    return std::nullopt;
  std::optional<Date> day;
  const auto consider = [&](Date candidate) {
    if (candidate > moment.today && (!day || candidate < *day)) day = candidate;
  };
  if (file.review_on) consider(*file.review_on);
  if (file.transfer_asked_on) consider(due(moment.casework(), CaseworkTerm::transfer_answer, *file.transfer_asked_on));
  // The last contact is not in the case: from then on it is asked every month.
  const Date earliest = due(moment.casework(), CaseworkTerm::inactivity, file.opened_on);
  consider(earliest > moment.today ? earliest : next_look(moment));
  return day ? std::optional(beginning_of(*day, moment)) : std::nullopt;
}

Elapsed elapse(const CaseFile& file, const Dossier& dossier, const Moment& moment) {
  const auto contact =
      last_contact(dossier.of<Encounter>(), dossier.of<Appointment>(), moment.zone, dossier.of<HomeVisit>());
  const bool held = on_legal_hold(dossier.of<LegalHold>(), moment.today);
  const auto change = elapse_case(file, contact, held, moment.today, moment.casework());
  if (!change) return {{changed(file)}, {}};
  return {rows_of(change->file, dossier, moment, WriteKind::change), about(to_text(file.id), change->effects)};
}

std::optional<Instant> next_due(const HelpRequest& request, const Moment& moment) {
  const auto answered = elapse_help(request, moment.today, moment.casework());
  if (!answered || !request.submitted_on) return std::nullopt;
  const Date day = due(moment.casework(), CaseworkTerm::help_silence, *request.submitted_on);
  return day > moment.today ? std::optional(beginning_of(day, moment)) : std::nullopt;
}

Elapsed elapse(const HelpRequest& request, const Dossier&, const Moment& moment) {
  const auto next = elapse_help(request, moment.today, moment.casework());
  if (!next) return {{changed(request)}, {}};
  return {{changed(*next)},
          about(to_text(request.id),
                next->state == request.state ? std::vector<std::string>{} : std::vector<std::string>{"alert_silence"})};
}

std::optional<Instant> next_due(const SafetyMark& mark, const Moment& moment) {
  if (!mark.period.until || *mark.period.until <= moment.today) return std::nullopt;
  return beginning_of(*mark.period.until, moment);
}

/// The person's record shows the flags that are left.
Elapsed elapse(const SafetyMark& mark, const Dossier& dossier, const Moment& moment) {
  Elapsed done{{changed(mark)}, {}};
  if (!dossier.person) return done;
  Person person = *dossier.person;
  person.safety_flags = flags_on(dossier.of<SafetyMark>(), moment.today);
  if (person.safety_flags != dossier.person->safety_flags) done.writes.push_back(changed(person));
  return done;
}

}  // namespace patio
