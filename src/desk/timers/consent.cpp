#include "../handlers/consent_register.hpp"
#include "../timed.hpp"

namespace patio {
namespace {

/// The first moment of that day, if it is still to come.
std::optional<Instant> start_of(const std::optional<Date>& day, const Moment& moment) {
  if (!day || *day <= moment.today) return std::nullopt;
  return instant_at({*day, {}}, moment.zone).instant;
}

}  // namespace

std::optional<Instant> next_due(const Consent& consent, const Moment& moment) {
  const ConsentTerms& terms = consent_terms(moment.today);
  const auto notice = start_of(renewal_notice_on(consent, terms), moment);
  return notice ? notice : start_of(state_ends_on(consent, terms), moment);
}

Elapsed elapse(const Consent& consent, const Dossier& dossier, const Moment& moment) {
  const auto over = state_ends_on(consent, consent_terms(moment.today));
  if (!over || *over > moment.today) return {{changed(consent)}, about(to_text(consent.id), {"ask_about_renewal"})};
  ConsentContext context;
  context.time_is_over = true;
  const auto step = consent_machine().step(consent.state, ConsentEvent::elapse, context);
  if (!step || step->no_op) return {{changed(consent)}, {}};
  const Consent after = noted(consent, *step, ConsentEvent::elapse, consent.given_by, moment);
  ConsentChange change = change_of(consent, after, dossier, moment);
  for (const auto& kind : step->effects) change.effects.emplace_back(kind, to_text(consent.id));
  return {std::move(change.writes), std::move(change.effects)};
}

std::optional<Instant> next_due(const Representation& title, const Moment& moment) {
  return start_of(title.period.until, moment);
}

/// A title that ends by its own date takes with it what was consented on it, as one that is ended by hand.
Elapsed elapse(const Representation& title, const Dossier& dossier, const Moment& moment) {
  SuspendedConsents suspended = suspend_consents(title.id, dossier, moment);
  Elapsed done{std::move(suspended.change.writes), std::move(suspended.change.effects)};
  done.writes.push_back(changed(title));
  done.effects.emplace_back("representation_ended", to_text(title.id));
  return done;
}

}  // namespace patio
