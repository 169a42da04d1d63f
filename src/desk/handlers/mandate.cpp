#include <algorithm>

#include "consent_register.hpp"
#include "mandate_conclusion.hpp"
#include "mandate_register.hpp"

namespace patio {
namespace {

std::vector<Access> note_in_file() { return {{RequestAction::record, DataCategory::attendance, nullptr, {}}}; }

/// What a renewal would conclude.
SignMandate renewed(const RenewMandate& command, const Mandate& old) {
  return {command.command_id,       command.person_id, old.kind,
          command.duration,         command.procedures, command.method,
          command.request_id,       command.template_version, command.identity_checked,
          command.person_able,      command.evidence};
}

MandateChanged changed_answer(const Mandate& mandate, const Moment& moment) {
  const MandateTerms& terms = mandate_terms(moment.today);
  return {mandate.id, state_today(mandate, moment), *mandate.period.until, reminder_on(mandate, moment.today, terms),
          evidence_until(mandate, moment.zone, terms)};
}

const Mandate* mandate_in(const Dossier& dossier, const MandateId& id) { return find_by_id(dossier.of<Mandate>(), id); }

/// What the guards of a use or a revocation need to know of that procedure.
MandateContext context_of_procedure(const Mandate& mandate, const std::optional<ProcedureCode>& procedure,
                                    const Moment& moment) {
  MandateContext context;
  int running = 0;
  for (const auto& each : mandate.authorisations) {
    if (!each.revoked_at) ++running;
    if (each.procedure != procedure) continue;
    context.procedure_covered = true;
    context.procedure_revoked = each.revoked_at.has_value();
  }
  context.last_procedure = context.procedure_covered && running == 1;
  context.asked = remote_stage(mandate) == RemoteStage::asked;
  context.same_organisation = mandate.organisation == moment.hat.organisation;
  know_aidant(context, mandate.kind, moment.hat, moment);
  return context;
}

Result<Step<MandateState>> step_of_use(const UseMandate& command, const Mandate& mandate, const Moment& moment) {
  return mandate_machine().step(state_today(mandate, moment), MandateEvent::use,
                                context_of_procedure(mandate, command.procedure, moment));
}

const Hat* hat_at(const ProfessionalCode& professional, const OrganisationCode& organisation, const Moment& moment) {
  const Professional* found = find_by_code(moment.plan.professionals, professional);
  if (!found) return nullptr;
  for (const auto& hat : found->hats)
    if (hat.organisation == organisation && contains(hat.period, moment.today)) return &hat;
  return nullptr;
}

}  // namespace

Issues check(const SignMandate& command, const Moment& moment) {
  Checker checker;
  check_terms(checker, command, moment);
  return std::move(checker).issues();
}

std::vector<Access> accesses(const SignMandate&, const Dossier&, const Moment&) { return note_in_file(); }

Result<Handled<SignMandate>> handle(const SignMandate& command, const Dossier& dossier, const Clearance&,
                                    const Moment& moment) {
  const auto context = context_of(command, dossier, moment);
  if (!context) return context.error();
  const auto step = mandate_machine().step(MandateState::draft, MandateEvent::sign, *context);
  if (!step) return step.error();
  const Mandate mandate = concluded(command, moment);
  Handled<SignMandate> done{signed_answer(mandate, moment),
                            {added(mandate), added(journal_entry(mandate, MandateEvent::sign, moment))},
                            about(to_text(mandate.id), step->effects),
                            {}};
  ask_for_paper(done.effects, mandate);
  return done;
}

Issues check(const UseMandate&, const Moment&) { return {}; }

/// What the mandate itself forbids is refused by its machine, with its own words; then nothing is asked for.
std::vector<Access> accesses(const UseMandate& command, const Dossier& dossier, const Moment& moment) {
  const Mandate* mandate = mandate_in(dossier, command.mandate_id);
  if (!mandate || !step_of_use(command, *mandate, moment)) return {};
  Access act{RequestAction::act, DataCategory::identity, nullptr, {}, facts_of_use(command, dossier, moment)};
  act.known.recipient = Recipient::operator_back_office;
  return {act};
}

Result<Handled<UseMandate>> handle(const UseMandate& command, const Dossier& dossier, const Clearance&,
                                   const Moment& moment) {
  const Mandate* mandate = mandate_in(dossier, command.mandate_id);
  if (!mandate) return refusal("mandate_unknown");
  const auto step = step_of_use(command, *mandate, moment);
  if (!step) return step.error();
  const MandateUse use{next_id<Id<MandateUseTag>>(moment.ids),
                       mandate->id,
                       command.person_id,
                       command.procedure,
                       moment.professional.code,
                       moment.hat.organisation,
                       moment.now};
  MandateEntry entry = journal_entry(*mandate, MandateEvent::use, moment);
  entry.procedure = command.procedure;
  return Handled<UseMandate>{
      {mandate->id, use.id}, {added(use), added(entry)}, about(to_text(mandate->id), step->effects), {}};
}

Issues check(const RevokeMandate&, const Moment&) { return {}; }

std::vector<Access> accesses(const RevokeMandate&, const Dossier&, const Moment&) { return note_in_file(); }

Result<Handled<RevokeMandate>> handle(const RevokeMandate& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  const Mandate* found = mandate_in(dossier, command.mandate_id);
  if (!found) return refusal("mandate_unknown");
  const auto event = command.procedure ? MandateEvent::revoke : MandateEvent::revoke_all;
  const auto step =
      mandate_machine().step(state_today(*found, moment), event, context_of_procedure(*found, command.procedure, moment));
  if (!step) return step.error();
  Handled<RevokeMandate> done{changed_answer(*found, moment), {}, about(to_text(found->id), step->effects), {}};
  if (step->no_op) return done;
  const MandateReason reason = command.reason.value_or(MandateReason{"person_asked"});
  const Mandate mandate = revoke(*found, command.procedure, moment.now, reason);
  MandateEntry entry = journal_entry(mandate, event, moment);
  entry.procedure = command.procedure;
  entry.reason = reason;
  done.answer = changed_answer(mandate, moment);
  done.writes = {changed(mandate), added(entry)};
  return done;
}

Issues check(const RenewMandate& command, const Moment& moment) {
  Checker checker;
  Mandate old;
  old.kind = MandateKind::written;
  check_terms(checker, renewed(command, old), moment);
  return std::move(checker).issues();
}

std::vector<Access> accesses(const RenewMandate&, const Dossier&, const Moment&) { return note_in_file(); }

Result<Handled<RenewMandate>> handle(const RenewMandate& asked, const Dossier& dossier, const Clearance&,
                                     const Moment& moment) {
  const Mandate* found = mandate_in(dossier, asked.mandate_id);
  if (!found) return refusal("mandate_unknown");
  if (found->organisation != moment.hat.organisation) return refusal("not_holder_org");
  RenewMandate command = asked;
  if (command.procedures.empty())
    for (const auto& each : found->authorisations)
      if (!each.revoked_at) command.procedures.push_back(each.procedure);
  const SignMandate wanted = renewed(command, *found);
  auto context = context_of(wanted, dossier, moment);
  if (!context) return context.error();
  const MandateTerms& terms = mandate_terms(moment.today);
  if (found->kind == MandateKind::aidants_connect)
    context->names_procedure &= std::all_of(command.procedures.begin(), command.procedures.end(),
                                            [&](const ProcedureCode& each) { return knows(terms, each); });
  context->renewal_in_time = days_between(end_of(*found, moment.zone), moment.today) < terms.renewal_days;
  const auto step = mandate_machine().step(state_today(*found, moment), MandateEvent::renew, *context);
  if (!step) return step.error();

  Mandate mandate = concluded(wanted, moment);
  if (!command.identity_checked) mandate.identity_checked_on = found->identity_checked_on;
  Mandate old = *found;
  if (step->state == MandateState::superseded) old.superseded_by = mandate.id;
  Handled<RenewMandate> done{signed_answer(mandate, moment),
                             {added(mandate), changed(old), added(journal_entry(mandate, MandateEvent::sign, moment)),
                              added(journal_entry(old, MandateEvent::renew, moment))},
                             about(to_text(mandate.id), step->effects),
                             {}};
  ask_for_paper(done.effects, mandate);
  return done;
}

Issues check(const TransferMandate& command, const Moment& moment) {
  Checker checker;
  checker.known(find_by_code(moment.plan.organisations, command.to_organisation), "/to_organisation");
  checker.known(hat_at(command.to_aidant, command.to_organisation, moment), "/to_aidant");
  return std::move(checker).issues();
}

std::vector<Access> accesses(const TransferMandate&, const Dossier&, const Moment&) { return note_in_file(); }

Result<Handled<TransferMandate>> handle(const TransferMandate& command, const Dossier& dossier, const Clearance&,
                                        const Moment& moment) {
  const Mandate* found = mandate_in(dossier, command.mandate_id);
  if (!found) return refusal("mandate_unknown");
  if (found->organisation != moment.hat.organisation) return refusal("not_holder_org");
  MandateContext context;
  context.person_informed = command.person_informed;
  know_aidant(context, found->kind, *hat_at(command.to_aidant, command.to_organisation, moment), moment);
  const auto step = mandate_machine().step(state_today(*found, moment), MandateEvent::transfer, context);
  if (!step) return step.error();
  Mandate mandate = *found;
  mandate.organisation = command.to_organisation;
  mandate.aidant = command.to_aidant;
  mandate.attestation = attestation_hash(mandate);
  return Handled<TransferMandate>{signed_answer(mandate, moment),
                                  {changed(mandate), added(journal_entry(mandate, MandateEvent::transfer, moment))},
                                  about(to_text(mandate.id), step->effects),
                                  {}};
}

Issues check(const ReadMandates&, const Moment&) { return {}; }

std::vector<Access> accesses(const ReadMandates&, const Dossier&, const Moment&) {
  return {{RequestAction::view, DataCategory::attendance, nullptr, {}}};
}

/// Those that one's own structure holds: what another one was given is not this one's to know.
Result<MandateRegister> answer(const ReadMandates&, const Asked& asked) {
  const Moment& moment = asked.moment;
  const MandateTerms& terms = mandate_terms(moment.today);
  MandateRegister found;
  for (const auto& mandate : asked.dossier.of<Mandate>()) {
    if (mandate.organisation != moment.hat.organisation) continue;
    ShownMandate shown{mandate,
                       state_today(mandate, moment),
                       remote_stage(mandate),
                       reminder_on(mandate, moment.today, terms),
                       evidence_until(mandate, moment.zone, terms),
                       {},
                       {}};
    for (const auto& use : asked.dossier.of<MandateUse>())
      if (use.mandate_id == mandate.id) shown.uses.push_back(use);
    for (const auto& entry : asked.dossier.of<MandateEntry>())
      if (entry.mandate_id == mandate.id) shown.journal.push_back(entry);
    found.mandates.push_back(std::move(shown));
  }
  std::stable_sort(found.mandates.begin(), found.mandates.end(), [](const ShownMandate& one, const ShownMandate& other) {
    return one.mandate.signed_at < other.mandate.signed_at;
  });
  return found;
}

}  // namespace patio
