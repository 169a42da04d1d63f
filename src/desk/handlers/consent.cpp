#include <set>

#include "consent_register.hpp"

namespace patio {
namespace {

constexpr auto record = RequestAction::record;

std::vector<Access> note_in_file() { return {{record, DataCategory::attendance, nullptr, {}}}; }

void check_until(Checker& checker, const std::optional<Date>& until, const Moment& moment) {
  checker.require(!until || *until > moment.today, "/until", "in_the_past",
                  {"ce jour est déjà passé", "this day is already over"});
  const auto longest = add_months(moment.today, consent_terms(moment.today).longest_months, Rounding::down);
  checker.require(
      !until || (longest && *until <= *longest), "/until", "too_long",
      {"un consentement vaut un an au plus ; il se renouvelle", "a consent lasts a year at most; it can be renewed"});
}

template <class C>
void check_scope(Checker& checker, const C& command, const Moment& moment) {
  checker.known(enum_from<Purpose>(command.for_purpose.text()).has_value(), "/for_purpose");
  for (std::size_t i = 0; i < command.recipients.size(); ++i)
    checker.known(find_by_code(moment.plan.organisations, command.recipients[i]), "/recipients/" + std::to_string(i));
  checker.each_named<DataCategory>(command.categories, "/categories");
}

std::optional<Date> end_of_consent(const std::optional<Date>& until, const Moment& moment) {
  return until ? until : add_months(moment.today, consent_terms(moment.today).longest_months, Rounding::down);
}

/// All partners, or all data: no consent is given to that.
bool is_too_broad(const Consent& consent, const Moment& moment) {
  const std::set recipients(consent.recipients.begin(), consent.recipients.end());
  const std::set categories(consent.categories.begin(), consent.categories.end());
  return recipients.size() >= moment.plan.organisations.size() || categories.size() >= enum_count<DataCategory>;
}

NoticeMeans told_with(ConsentMeans means) {
  if (means == ConsentMeans::oral_traced) return NoticeMeans::read_aloud;
  return means == ConsentMeans::electronic ? NoticeMeans::shown_on_screen : NoticeMeans::handed_over;
}

/// The notice on which the consent stands: one already given, or the text read at this very moment.
struct Told {
  NoticeId id;
  std::optional<Notice> fresh;
};

Told told_now(const Consent& consent, const Dossier& dossier, const Moment& moment) {
  const auto* known =
      told(dossier.of<Notice>(), consent.text_version, moment.today, moment.zone, consent_terms(moment.today));
  if (known) return {known->id, {}};
  const Notice fresh{next_id<NoticeId>(moment.ids),
                     consent.person_id,
                     consent.text_version,
                     "fr",
                     told_with(consent.means),
                     false,
                     moment.now,
                     moment.professional.code};
  return {fresh.id, fresh};
}

/// The title that the giver names must be in the file; who may consent follows from all titles there.
Result<bool> may_give(const Consent& consent, const std::optional<YesNo>& able, const Dossier& dossier,
                      const Moment& moment) {
  const auto& title = consent.representation_id;
  if (title.has_value() != (consent.given_by == ConsentGiver::representative)) return refusal("representation_unknown");
  if (title && !find_by_id(dossier.of<Representation>(), *title)) return refusal("representation_unknown");
  const Capacity answer = capacity_of({act_of_consent(consent.categories), title, able}, dossier, moment);
  if (may_consent(answer, title)) return true;
  if (!answer.missing.empty() && answer.may_consent.empty()) return refusal("capacity_unsettled");
  return false;
}

ConsentContext context_of(const Consent& consent, bool giver_may, const Moment& moment) {
  ConsentContext context;
  context.informed = !consent.text_version.empty();
  context.giver_may_consent = giver_may;
  context.names_recipients = !consent.recipients.empty();
  context.names_categories = !consent.categories.empty();
  context.too_broad = is_too_broad(consent, moment);
  context.oral = consent.means == ConsentMeans::oral_traced;
  context.has_proof = proves(consent.evidence) ||
                      (context.oral && oral_suffices(consent_terms(moment.today), consent.purpose, consent.categories));
  context.by_representative = consent.given_by == ConsentGiver::representative;
  return context;
}

void add_receipt(std::vector<Write>& writes, ConsentGiven& answer, const Consent& consent, const Moment& moment) {
  const ConsentReceipt receipt = receipt_of(consent, moment);
  answer = {consent.id, consent.state, receipt.id};
  writes.push_back(added(receipt));
}

}  // namespace

Issues check(const GiveNotice& command, const Moment&) {
  Checker checker;
  checker.require(!command.text_version.empty(), "/text_version", "empty", {"nommer le texte", "name the text"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const GiveNotice&, const Dossier&, const Moment&) { return note_in_file(); }

Result<Handled<GiveNotice>> handle(const GiveNotice& command, const Dossier&, const Clearance&, const Moment& moment) {
  const Notice notice{
      next_id<NoticeId>(moment.ids), command.person_id, command.text_version,    command.language, command.means,
      command.interpreted,           moment.now,        moment.professional.code};
  return Handled<GiveNotice>{{notice.id}, {added(notice)}, {}, {}};
}

Issues check(const GiveConsent& command, const Moment& moment) {
  Checker checker;
  check_scope(checker, command, moment);
  checker.each_named<DataCategory>(command.withheld, "/withheld");
  check_until(checker, command.until, moment);
  check_evidence(checker, command.evidence);
  return std::move(checker).issues();
}

std::vector<Access> accesses(const GiveConsent&, const Dossier&, const Moment&) { return note_in_file(); }

Result<Handled<GiveConsent>> handle(const GiveConsent& command, const Dossier& dossier, const Clearance&,
                                    const Moment& moment) {
  Consent consent;
  consent.id = next_id<ConsentId>(moment.ids);
  consent.person_id = command.person_id;
  consent.given_by = command.given_by;
  consent.means = command.means;
  consent.purpose = command.for_purpose;
  consent.recipients = command.recipients;
  consent.categories = command.categories;
  consent.withheld = command.withheld;
  consent.text_version = command.text_version;
  consent.given_at = moment.now;
  consent.noted_by = moment.professional.code;
  consent.representation_id = command.representation_id;
  consent.evidence = stamped(command.evidence, moment);

  const auto giver_may = may_give(consent, command.person_able, dossier, moment);
  if (!giver_may) return giver_may.error();
  const auto step =
      consent_machine().step(ConsentState::informed, ConsentEvent::give, context_of(consent, *giver_may, moment));
  if (!step) return step.error();
  // A consent that waits for its proof counts its time from the day of the proof.
  const bool waits = step->state == ConsentState::pending_proof;
  consent.period = {moment.today, waits ? command.until : end_of_consent(command.until, moment)};
  const Told notice = told_now(consent, dossier, moment);
  consent.notice_id = notice.id;
  consent = noted(consent, *step, ConsentEvent::give, command.given_by, moment);

  Handled<GiveConsent> done{{}, {added(consent)}, about(to_text(consent.id), step->effects), {}};
  if (notice.fresh) done.writes.push_back(added(*notice.fresh));
  add_receipt(done.writes, done.answer, consent, moment);
  return done;
}

Issues check(const ConfirmProof& command, const Moment&) {
  Checker checker;
  check_evidence(checker, command.evidence);
  return std::move(checker).issues();
}

std::vector<Access> accesses(const ConfirmProof&, const Dossier&, const Moment&) { return note_in_file(); }

Result<Handled<ConfirmProof>> handle(const ConfirmProof& command, const Dossier& dossier, const Clearance&,
                                     const Moment& moment) {
  const Consent* found = find_by_id(dossier.of<Consent>(), command.consent_id);
  if (!found) return refusal("consent_unknown");
  Consent consent = *found;
  for (const auto& each : stamped(command.evidence, moment)) consent.evidence.push_back(each);
  ConsentContext context;
  context.has_proof = proves(consent.evidence);
  const auto step = consent_machine().step(found->state, ConsentEvent::confirm_proof, context);
  if (!step) return step.error();
  Handled<ConfirmProof> done{{}, {}, about(to_text(consent.id), step->effects), {}};
  if (!step->no_op) consent.period = {moment.today, end_of_consent(consent.period.until, moment)};
  consent = noted(consent, *step, ConsentEvent::confirm_proof, consent.given_by, moment);
  done.writes.push_back(changed(consent));
  add_receipt(done.writes, done.answer, consent, moment);
  return done;
}

Issues check(const RefuseConsent& command, const Moment& moment) {
  Checker checker;
  check_scope(checker, command, moment);
  return std::move(checker).issues();
}

std::vector<Access> accesses(const RefuseConsent&, const Dossier&, const Moment&) { return note_in_file(); }

Result<Handled<RefuseConsent>> handle(const RefuseConsent& command, const Dossier&, const Clearance&, const Moment& moment) {
  const auto step = consent_machine().step(ConsentState::informed, ConsentEvent::refuse, {});
  if (!step) return step.error();
  Consent consent;
  consent.id = next_id<ConsentId>(moment.ids);
  consent.person_id = command.person_id;
  consent.purpose = command.for_purpose;
  consent.recipients = command.recipients;
  consent.categories = command.categories;
  consent.text_version = command.text_version;
  consent.given_at = moment.now;
  consent.noted_by = moment.professional.code;
  consent.period = {moment.today, moment.today};
  consent = noted(consent, *step, ConsentEvent::refuse, ConsentGiver::person, moment);
  return Handled<RefuseConsent>{
      {consent.id, consent.state}, {added(consent)}, about(to_text(consent.id), step->effects), {}};
}

Issues check(const RenewConsent& command, const Moment& moment) {
  Checker checker;
  check_until(checker, command.until, moment);
  check_evidence(checker, command.evidence);
  return std::move(checker).issues();
}

std::vector<Access> accesses(const RenewConsent&, const Dossier&, const Moment&) { return note_in_file(); }

Result<Handled<RenewConsent>> handle(const RenewConsent& command, const Dossier& dossier, const Clearance&,
                                     const Moment& moment) {
  const Consent* found = find_by_id(dossier.of<Consent>(), command.consent_id);
  if (!found) return refusal("consent_unknown");
  Consent fresh = *found;
  fresh.given_by = command.given_by;
  fresh.means = command.means;
  fresh.text_version = command.text_version;
  fresh.representation_id = command.representation_id;
  fresh.evidence = stamped(command.evidence, moment);
  const auto giver_may = may_give(fresh, command.person_able, dossier, moment);
  if (!giver_may) return giver_may.error();
  ConsentContext context = context_of(fresh, *giver_may, moment);
  // What renews must hold at once: the old consent ends with it.
  context.oral = false;
  const auto step = consent_machine().step(found->state, ConsentEvent::give, context);
  if (!step) return step.error();

  Handled<RenewConsent> done{{}, {}, about(to_text(found->id), step->effects), {}};
  const Told notice = told_now(fresh, dossier, moment);
  if (notice.fresh) done.writes.push_back(added(*notice.fresh));
  fresh.notice_id = notice.id;
  fresh.given_at = moment.now;
  fresh.noted_by = moment.professional.code;
  fresh.period = {moment.today, end_of_consent(command.until, moment)};
  if (step->state == ConsentState::superseded) {
    done.writes.push_back(changed(noted(*found, *step, ConsentEvent::give, command.given_by, moment)));
    fresh.id = next_id<ConsentId>(moment.ids);
    fresh.renews = found->id;
    fresh.history.clear();
    fresh.state = ConsentState::informed;
    fresh = noted(fresh, {ConsentState::active, false, {}}, ConsentEvent::give, command.given_by, moment);
    done.writes.push_back(added(fresh));
  } else {
    fresh = noted(fresh, *step, ConsentEvent::give, command.given_by, moment);
    done.writes.push_back(changed(fresh));
  }
  add_receipt(done.writes, done.answer, fresh, moment);
  return done;
}

}  // namespace patio
