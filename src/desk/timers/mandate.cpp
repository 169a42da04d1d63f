#include "../handlers/mandate_register.hpp"
#include "../timed.hpp"

namespace patio {

std::optional<Instant> next_due(const Mandate& mandate, const Moment& moment) {
  const MandateTerms& terms = mandate_terms(moment.today);
  std::optional<Date> next;
  const auto consider = [&](const std::optional<Date>& day) {
    if (day && *day > moment.today && (!next || *day < *next)) next = day;
  };
  consider(draft_ends_on(mandate, terms));
  const MandateState state = state_today(mandate, moment);
  if (state == MandateState::active || state == MandateState::partially_revoked) {
    consider(paper_asked_on(mandate, moment.today, moment.zone, terms));
    consider(reminder_on(mandate, moment.today, terms));
    consider(mandate.period.until);
  }
  return next ? std::optional(instant_at({*next, {}}, moment.zone).instant) : std::nullopt;
}

/// Its state follows from its dates: of a mandate that ends time changes no row, but says so in the journal and to the
/// structure.
Elapsed elapse(const Mandate& mandate, const Dossier&, const Moment& moment) {
  const std::string id = to_text(mandate.id);
  switch (state_today(mandate, moment)) {
    case MandateState::abandoned: {
      if (mandate.abandoned_at) return {{changed(mandate)}, {}};
      Mandate given_up = mandate;
      given_up.abandoned_at = moment.now;
      return {{changed(given_up), added(journal_entry(given_up, MandateEvent::elapse, moment))},
              about(id, {"mandate_not_answered"})};
    }
    case MandateState::expired:
      return {{changed(mandate), added(journal_entry(mandate, MandateEvent::elapse, moment))}, about(id, {"mandate_expired"})};
    default: break;
  }
  Elapsed done{{changed(mandate)}, {}};
  const MandateTerms& terms = mandate_terms(moment.today);
  const auto reminder = reminder_on(mandate, moment.today, terms);
  const auto paper = paper_asked_on(mandate, moment.today, moment.zone, terms);
  // A round for the paper that begins after the reminder does not say the reminder again.
  const bool spoken_of = paper && reminder && add_days(*paper, -remote_of(terms, mandate.method)->paper_days) > *reminder;
  if (reminder && *reminder <= moment.today && !spoken_of) done.effects.emplace_back("ask_about_renewal", id);
  if (paper) done.effects.emplace_back("ask_for_signed_paper", id);
  return done;
}

}  // namespace patio
