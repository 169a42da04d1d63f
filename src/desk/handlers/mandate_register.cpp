#include "mandate_register.hpp"

#include <patio/people/capacity.hpp>

namespace patio {
namespace {

std::string fact(const Hat& hat, const std::string& name) {
  const auto found = hat.facts.find(name);
  return found == hat.facts.end() ? "" : found->second;
}

std::optional<YesNo> yes_no(const std::string& text) { return enum_from<YesNo>(text); }

MandateFact fact_of(const Coverage& coverage) {
  if (coverage.yes) return MandateFact::valid;
  if (coverage.reason == "expired") return MandateFact::expired;
  if (coverage.reason == "revoked" || coverage.reason == "procedure_revoked" || coverage.reason == "closed")
    return MandateFact::revoked;
  return coverage.reason == "not_signed" ? MandateFact::pending : MandateFact::out_of_scope;
}

/// Whatever the scope of a measure, it counts here.
CapacitySituation situation_of(const Dossier& dossier, const Moment& moment) {
  CapacityRequest request;
  request.birth_date = dossier.person->birth_date;
  request.titles = dossier.of<Representation>();
  request.act = ActCode{"aidants_connect_mandate"};
  request.day = moment.today;
  return capacity(request).situation;
}

MandateParties parties_of(const Mandate& mandate, const Dossier& dossier, const Moment& moment) {
  if (mandate.kind == MandateKind::aidants_connect && bar_to_aidant(aidant_facts(moment.hat), mandate_terms(moment.today)))
    return MandateParties::aidant_not_eligible;
  switch (situation_of(dossier, moment)) {
    case CapacitySituation::under_15:
    case CapacitySituation::from_15: return MandateParties::person_minor;
    case CapacitySituation::adult: return MandateParties::eligible;
    default: return MandateParties::person_protected;
  }
}

}  // namespace

AidantFacts aidant_facts(const Hat& hat) {
  return {fact(hat, "engagement"), fact(hat, "profession"), yes_no(fact(hat, "aidants_connect")),
          yes_no(fact(hat, "charges_fees"))};
}

MandateEntry journal_entry(const Mandate& mandate, MandateEvent event, const Moment& moment) {
  MandateEntry entry;
  entry.id = next_id<Id<MandateEntryTag>>(moment.ids);
  entry.mandate_id = mandate.id;
  entry.person_id = mandate.person_id;
  entry.at = moment.now;
  entry.event = event;
  entry.noted_by = moment.professional.code;
  entry.organisation = mandate.organisation;
  entry.attestation = mandate.attestation;
  return entry;
}

MandateState state_today(const Mandate& mandate, const Moment& moment) {
  return state_of(mandate, moment.today, mandate_terms(moment.today));
}

MandateChange end_mandate(const Mandate& mandate, MandateEvent event, const MandateReason& reason, const Moment& moment) {
  const auto step = mandate_machine().step(state_today(mandate, moment), event, {});
  if (!step || step->no_op) return {};
  MandateEntry entry = journal_entry(mandate, event, moment);
  entry.reason = reason;
  return {{changed(revoke(mandate, {}, moment.now, reason)), added(entry)}, about(to_text(mandate.id), step->effects)};
}

AccessRequest facts_of_use(const UseMandate& command, const Dossier& dossier, const Moment& moment) {
  AccessRequest facts;
  const Mandate* mandate = find_by_id(dossier.of<Mandate>(), command.mandate_id);
  if (!mandate) return facts;
  const bool by_service = mandate->kind == MandateKind::aidants_connect;
  facts.acting_as = by_service ? ActingAs::aidants_connect : ActingAs::written_mandate;
  facts.mandate =
      fact_of(covers(*mandate, {moment.hat.organisation, command.procedure, moment.today}, mandate_terms(moment.today)));
  facts.mandate_parties = parties_of(*mandate, dossier, moment);
  return facts;
}

}  // namespace patio
