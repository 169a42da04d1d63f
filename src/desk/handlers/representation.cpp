#include <patio/desk/representation.hpp>

#include "consent_register.hpp"
#include "mandate_register.hpp"

namespace patio {
namespace {

Representation title_of(const AddRepresentation& command) {
  Representation title;
  title.person_id = command.person_id;
  title.kind = command.kind;
  title.scope = command.scope;
  title.acts = command.acts;
  title.holder_person_id = command.holder_person_id;
  title.holder_organisation = command.holder_organisation;
  title.period = command.period;
  title.document_sha256 = command.document_sha256.value_or("");
  title.conflict = command.conflict.value_or(YesNo::no);
  title.restricted = command.restricted.value_or(YesNo::no);
  return title;
}

}  // namespace

Issues check(const AddRepresentation& command, const Moment& moment) {
  Checker checker;
  const auto& holder = command.holder_organisation;
  checker.known(!holder || find_by_code(moment.plan.organisations, *holder), "/holder_organisation");
  const auto known = capacity_acts(moment.today);
  for (std::size_t i = 0; i < command.acts.size(); ++i)
    checker.known(std::find(known.begin(), known.end(), command.acts[i]) != known.end(), "/acts/" + std::to_string(i));
  Issues issues = std::move(checker).issues();
  for (auto& fault : check(title_of(command)).list) issues.list.push_back(std::move(fault));
  return issues;
}

std::vector<Access> accesses(const AddRepresentation&, const Dossier&, const Moment&) {
  return {{RequestAction::record, DataCategory::attendance, nullptr, {}}};
}

Result<Handled<AddRepresentation>> handle(const AddRepresentation& command, const Dossier& dossier, const Clearance&,
                                          const Moment& moment) {
  Representation title = title_of(command);
  title.id = next_id<RepresentationId>(moment.ids);
  Handled<AddRepresentation> done{{title.id, {}}, {added(title)}, {}, {}};
  // A measure ends the mandates of a service that excludes protected persons, and any mandate under tutelle (CC 2003).
  if (!is_protection(title.kind) || !in_force(title, moment.today)) return done;
  for (const auto& mandate : dossier.of<Mandate>()) {
    if (mandate.kind == MandateKind::written && title.kind != RepresentationKind::guardianship) continue;
    MandateChange change = end_mandate(mandate, MandateEvent::person_ends, MandateReason{"protection_started"}, moment);
    if (change.writes.empty()) continue;
    done.answer.ended_mandates.push_back(mandate.id);
    std::move(change.writes.begin(), change.writes.end(), std::back_inserter(done.writes));
    std::move(change.effects.begin(), change.effects.end(), std::back_inserter(done.effects));
  }
  return done;
}

Issues check(const EndRepresentation&, const Moment&) { return {}; }

std::vector<Access> accesses(const EndRepresentation&, const Dossier&, const Moment&) {
  return {{RequestAction::record, DataCategory::attendance, nullptr, {}}};
}

Result<Handled<EndRepresentation>> handle(const EndRepresentation& command, const Dossier& dossier, const Clearance&,
                                          const Moment& moment) {
  const Representation* found = find_by_id(dossier.of<Representation>(), command.representation_id);
  if (!found) return refusal("representation_unknown");
  Handled<EndRepresentation> done{{found->id, {}}, {}, {}, {}};
  if (!in_force(*found, moment.today)) return done;
  Representation ended = *found;
  ended.period.until = moment.today;
  done.writes.push_back(changed(ended));
  SuspendedConsents suspended = suspend_consents(found->id, dossier, moment);
  done.answer.suspended = std::move(suspended.ids);
  std::move(suspended.change.writes.begin(), suspended.change.writes.end(), std::back_inserter(done.writes));
  done.effects = std::move(suspended.change.effects);
  return done;
}

}  // namespace patio
