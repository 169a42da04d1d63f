#include "mandate_conclusion.hpp"

#include <algorithm>

#include "consent_register.hpp"
#include "mandate_register.hpp"

namespace patio {
namespace {

bool holds_kind(const std::vector<SeenEvidence>& evidence, EvidenceKind kind) {
  return std::any_of(evidence.begin(), evidence.end(), [&](const SeenEvidence& each) { return each.kind == kind; });
}

/// In person, or by a method that does not wait for an answer, or answered.
bool is_concluded(const SignMandate& wanted, const MandateTerms& terms) {
  if (wanted.method == MandateMethod::in_person) return true;
  const RemoteConclusion* remote = remote_of(terms, wanted.method);
  if (!remote) return false;
  if (!remote->waits_for_answer) return true;
  return wanted.request_id && !wanted.request_id->empty() && holds_kind(wanted.evidence, EvidenceKind::message_answer);
}

/// By a contact that is safe for the person, of a channel that the method takes.
bool is_reachable(MandateMethod method, const Person& person, const MandateTerms& terms) {
  const RemoteConclusion* remote = remote_of(terms, method);
  if (!remote || remote->channels.empty()) return remote != nullptr;
  const auto contacts = usable_contacts(person);
  return std::any_of(contacts.begin(), contacts.end(), [&](const ContactPoint& each) {
    return std::find(remote->channels.begin(), remote->channels.end(), each.channel) != remote->channels.end();
  });
}

bool is_minor(CapacitySituation situation) {
  return situation == CapacitySituation::under_15 || situation == CapacitySituation::from_15;
}

}  // namespace

void check_terms(Checker& checker, const SignMandate& wanted, const Moment& moment) {
  const MandateTerms& terms = mandate_terms(moment.today);
  checker.known(duration_of(terms, wanted.duration), "/duration");
  if (wanted.kind == MandateKind::aidants_connect)
    for (std::size_t i = 0; i < wanted.procedures.size(); ++i)
      checker.known(knows(terms, wanted.procedures[i]), "/procedures/" + std::to_string(i));
  check_evidence(checker, wanted.evidence);
}

void know_aidant(MandateContext& context, MandateKind kind, const Hat& hat, const Moment& moment) {
  const auto bar =
      kind == MandateKind::aidants_connect ? bar_to_aidant(aidant_facts(hat), mandate_terms(moment.today)) : std::nullopt;
  context.aidant_eligible = bar != "professional_not_eligible";
  context.free_of_charge = bar != "structure_charges_fees";
  context.aidant_habilitated = bar != "professional_not_habilitated";
}

Result<MandateContext> context_of(const SignMandate& wanted, const Dossier& dossier, const Moment& moment) {
  const bool by_service = wanted.kind == MandateKind::aidants_connect;
  const ActCode act = by_service ? ActCode{"aidants_connect_mandate"} : ActCode{"written_mandate"};
  const Capacity answer = capacity_of({act, {}, wanted.person_able}, dossier, moment);
  if (answer.situation == CapacitySituation::unable_without_title) return refusal("giver_not_capable");
  const bool may = may_sign(answer, std::nullopt);
  if (!may && !answer.missing.empty() && answer.situation == CapacitySituation::adult) return refusal("capacity_unsettled");
  const MandateTerms& terms = mandate_terms(moment.today);
  MandateContext context;
  context.person_adult = !is_minor(answer.situation);
  context.person_unprotected = may;
  context.identity_checked = wanted.identity_checked;
  context.duration_known = duration_of(terms, wanted.duration) != nullptr;
  context.names_procedure = !wanted.procedures.empty();
  context.template_known = !wanted.template_version.empty();
  context.concluded = is_concluded(wanted, terms);
  context.reachable = is_reachable(wanted.method, *dossier.person, terms);
  know_aidant(context, wanted.kind, moment.hat, moment);
  return context;
}

Mandate concluded(const SignMandate& wanted, const Moment& moment) {
  Mandate mandate;
  mandate.id = next_id<MandateId>(moment.ids);
  mandate.person_id = wanted.person_id;
  mandate.kind = wanted.kind;
  mandate.organisation = moment.hat.organisation;
  mandate.aidant = moment.professional.code;
  for (const auto& procedure : wanted.procedures) mandate.authorisations.push_back({procedure, {}, {}});
  mandate.duration = wanted.duration;
  mandate.period = mandate_period(moment.today, *duration_of(mandate_terms(moment.today), wanted.duration));
  mandate.method = wanted.method;
  mandate.request_id = wanted.request_id.value_or("");
  mandate.template_version = wanted.template_version;
  mandate.evidence = stamped(wanted.evidence, moment);
  mandate.identity_checked_on = moment.today;
  mandate.signed_at = moment.now;
  mandate.attestation = attestation_hash(mandate);
  return mandate;
}

MandateSigned signed_answer(const Mandate& mandate, const Moment& moment) {
  return {mandate.id, state_today(mandate, moment), *mandate.period.until,
          reminder_on(mandate, moment.today, mandate_terms(moment.today)), mandate.attestation};
}

void ask_for_paper(Effects& effects, const Mandate& mandate) {
  if (remote_stage(mandate) == RemoteStage::answered) effects.emplace_back("ask_for_signed_paper", to_text(mandate.id));
}

}  // namespace patio
