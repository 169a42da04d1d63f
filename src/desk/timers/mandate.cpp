#include "../handlers/mandate_register.hpp"
#include "../timed.hpp"

namespace patio {

std::optional<Instant> next_due(const Mandate& mandate, const Moment& moment) {
  const MandateState state = state_today(mandate, moment);
  if (state != MandateState::active && state != MandateState::partially_revoked) return std::nullopt;
  const auto reminder = reminder_on(mandate, moment.today, mandate_terms(moment.today));
  const Date next = reminder && *reminder > moment.today ? *reminder : *mandate.period.until;
  return instant_at({next, {}}, moment.zone).instant;
}

/// Its state follows from its dates: time changes no row, but says so in the journal and to the structure.
Elapsed elapse(const Mandate& mandate, const Dossier&, const Moment& moment) {
  if (state_today(mandate, moment) != MandateState::expired)
    return {{changed(mandate)}, about(to_text(mandate.id), {"ask_about_renewal"})};
  return {{changed(mandate), added(journal_entry(mandate, MandateEvent::elapse, moment))},
          about(to_text(mandate.id), {"mandate_expired"})};
}

}  // namespace patio
