#include "consent_register.hpp"
#include "mandate_conclusion.hpp"
#include "mandate_register.hpp"

namespace patio {
namespace {

std::vector<Access> note_in_file() { return {{RequestAction::record, DataCategory::attendance, nullptr, {}}}; }

SignMandate wanted_by(const AskMandate& command) {
  SignMandate wanted;
  wanted.person_id = command.person_id;
  wanted.kind = command.kind;
  wanted.duration = command.duration;
  wanted.procedures = command.procedures;
  wanted.method = command.method;
  wanted.request_id = command.request_id;
  wanted.template_version = command.template_version;
  wanted.identity_checked = command.identity_checked;
  wanted.person_able = command.person_able;
  return wanted;
}

/// What was asked, with what the person answers now.
SignMandate wanted_by(const AnswerMandate& command, const Mandate& asked) {
  SignMandate wanted;
  wanted.person_id = asked.person_id;
  wanted.kind = asked.kind;
  wanted.duration = asked.duration;
  for (const auto& each : asked.authorisations) wanted.procedures.push_back(each.procedure);
  wanted.method = asked.method;
  wanted.request_id = asked.request_id;
  wanted.template_version = asked.template_version;
  wanted.identity_checked = true;
  wanted.person_able = command.person_able;
  wanted.evidence = command.evidence;
  return wanted;
}

const Mandate* mandate_in(const Dossier& dossier, const MandateId& id) { return find_by_id(dossier.of<Mandate>(), id); }

Result<Handled<AnswerMandate>> denied(const Mandate& asked, const Moment& moment) {
  const auto step = mandate_machine().step(state_today(asked, moment), MandateEvent::deny, {});
  if (!step) return step.error();
  const MandateReason reason{"person_refused"};
  MandateChange change = end_mandate(asked, MandateEvent::deny, reason, moment);
  const Mandate after = revoke(asked, {}, moment.now, reason);
  return Handled<AnswerMandate>{signed_answer(after, moment), std::move(change.writes), std::move(change.effects), {}};
}

}  // namespace

Issues check(const AskMandate& command, const Moment& moment) {
  Checker checker;
  check_terms(checker, wanted_by(command), moment);
  const RemoteConclusion* remote = remote_of(mandate_terms(moment.today), command.method);
  checker.require(remote && remote->waits_for_answer, "/method", "not_asked_by_message",
                  {"choisir une méthode qui attend une réponse ; sinon, faire signer",
                   "choose a method that waits for an answer; else, have it signed"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const AskMandate&, const Dossier&, const Moment&) { return note_in_file(); }

Result<Handled<AskMandate>> handle(const AskMandate& command, const Dossier& dossier, const Clearance&, const Moment& moment) {
  const SignMandate wanted = wanted_by(command);
  const auto context = context_of(wanted, dossier, moment);
  if (!context) return context.error();
  const auto step = mandate_machine().step(MandateState::draft, MandateEvent::ask, *context);
  if (!step) return step.error();
  Mandate mandate = concluded(wanted, moment);
  mandate.signed_at.reset();
  mandate.attestation.clear();
  mandate.asked_at = moment.now;
  if (mandate.request_id.empty()) mandate.request_id = to_text(mandate.id);
  return Handled<AskMandate>{{mandate.id, step->state, RemoteStage::asked, mandate.request_id,
                              *draft_ends_on(mandate, mandate_terms(moment.today))},
                             {added(mandate), added(journal_entry(mandate, MandateEvent::ask, moment))},
                             about(to_text(mandate.id), step->effects),
                             {}};
}

Issues check(const AnswerMandate& command, const Moment&) {
  Checker checker;
  check_evidence(checker, command.evidence);
  return std::move(checker).issues();
}

std::vector<Access> accesses(const AnswerMandate&, const Dossier&, const Moment&) { return note_in_file(); }

/// Who may be party to it is asked again: a measure may have begun since the message left.
Result<Handled<AnswerMandate>> handle(const AnswerMandate& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  const Mandate* asked = mandate_in(dossier, command.mandate_id);
  if (!asked) return refusal("mandate_unknown");
  if (asked->organisation != moment.hat.organisation) return refusal("not_holder_org");
  if (command.accepts == YesNo::no) return denied(*asked, moment);
  const SignMandate wanted = wanted_by(command, *asked);
  const auto context = context_of(wanted, dossier, moment);
  if (!context) return context.error();
  const auto step = mandate_machine().step(state_today(*asked, moment), MandateEvent::sign, *context);
  if (!step) return step.error();
  if (step->no_op) return Handled<AnswerMandate>{signed_answer(*asked, moment), {}, {}, {}};

  Mandate mandate = concluded(wanted, moment);
  mandate.id = asked->id;
  mandate.aidant = asked->aidant;
  mandate.asked_at = asked->asked_at;
  mandate.identity_checked_on = asked->identity_checked_on;
  mandate.attestation = attestation_hash(mandate);
  Handled<AnswerMandate> done{signed_answer(mandate, moment),
                              {changed(mandate), added(journal_entry(mandate, MandateEvent::sign, moment))},
                              about(to_text(mandate.id), step->effects),
                              {}};
  ask_for_paper(done.effects, mandate);
  return done;
}

Issues check(const AttestMandate& command, const Moment&) {
  Checker checker;
  check_evidence(checker, command.evidence);
  return std::move(checker).issues();
}

std::vector<Access> accesses(const AttestMandate&, const Dossier&, const Moment&) { return note_in_file(); }

Result<Handled<AttestMandate>> handle(const AttestMandate& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  const Mandate* found = mandate_in(dossier, command.mandate_id);
  if (!found) return refusal("mandate_unknown");
  if (found->organisation != moment.hat.organisation) return refusal("not_holder_org");
  const auto stage = remote_stage(*found);
  if (!stage) return refusal("not_concluded_remotely");
  Mandate mandate = *found;
  for (const auto& each : stamped(command.evidence, moment)) mandate.evidence.push_back(each);
  MandateContext context;
  context.paper_seen = remote_stage(mandate) == RemoteStage::attested;
  const auto step = mandate_machine().step(state_today(*found, moment), MandateEvent::attest, context);
  if (!step) return step.error();
  Handled<AttestMandate> done{{mandate.id, step->state, RemoteStage::attested}, {}, {}, {}};
  if (*stage == RemoteStage::attested) return done;
  done.writes = {changed(mandate), added(journal_entry(mandate, MandateEvent::attest, moment))};
  return done;
}

}  // namespace patio
