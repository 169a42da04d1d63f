#include "consent_register.hpp"

namespace patio {
namespace {

const Consent* consent_of(const WithdrawConsent& command, const Dossier& dossier) {
  return find_by_id(dossier.of<Consent>(), command.consent_id);
}

}  // namespace

Issues check(const WithdrawConsent& command, const Moment&) {
  Checker checker;
  if (command.part) {
    const WithdrawnPart& part = *command.part;
    checker.require(!part.recipients.empty() || !part.categories.empty() || !part.scopes.empty(), "/part", "empty_part",
                    {"nommer ce qui est retiré, ou retirer le tout", "name what is withdrawn, or withdraw the whole"});
    checker.each_named<DataCategory>(part.categories, "/part/categories");
    for (std::size_t i = 0; i < part.scopes.size(); ++i)
      checker.known(enum_from<DataCategory>(part.scopes[i].category.text()).has_value(),
                    "/part/scopes/" + std::to_string(i) + "/category");
  }
  return std::move(checker).issues();
}

std::vector<Access> accesses(const WithdrawConsent&, const Dossier&, const Moment&) {
  return {{RequestAction::record, DataCategory::attendance, nullptr, {}}};
}

Result<Handled<WithdrawConsent>> handle(const WithdrawConsent& command, const Dossier& dossier, const Clearance&,
                                        const Moment& moment) {
  const Consent* found = consent_of(command, dossier);
  if (!found) return refusal("consent_unknown");
  const Consent narrowed = command.part ? narrow(*found, *command.part) : *found;
  const auto event = command.part ? ConsentEvent::withdraw_part : ConsentEvent::withdraw;
  ConsentContext context;
  context.scope_left = has_scope(narrowed);
  const auto step = consent_machine().step(found->state, event, context);
  if (!step) return step.error();
  Handled<WithdrawConsent> done{{found->id, step->state, {}, {}}, {}, {}, {}};
  if (step->no_op) return done;

  // What is left of it shows what was still allowed; a whole withdrawal keeps what was taken back.
  const Consent after = noted(context.scope_left ? narrowed : *found, *step, event, ConsentGiver::person, moment);
  ConsentChange change = change_of(*found, after, dossier, moment);
  done.answer.recalled = std::move(change.stopped);
  done.answer.stops = std::move(change.stops);
  done.writes = std::move(change.writes);
  done.effects = std::move(change.effects);
  return done;
}

}  // namespace patio
