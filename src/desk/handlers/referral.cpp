#include <algorithm>

#include <patio/base/hash.hpp>

#include "referral_step.hpp"

namespace patio {
namespace {

using E = ReferralEvent;

/// What a referral says of its data before anything is known of the person.
template <class C>
Issues check_draft(const C& command, const Moment& moment) {
  Checker checker;
  checker.known(find_by_code(moment.plan.services, command.service), "/service");
  checker.each_named<DataCategory>(command.share, "/share");
  checker.require(!sends_data(command.kind) || !command.share.empty(), "/share", "nothing_to_share",
                  {"une orientation accompagnée ou formelle dit ce qu'elle transmet",
                   "an accompanied or formal referral says what it passes on"});
  checker.require(sends_data(command.kind) || command.share.empty(), "/share", "nothing_may_leave",
                  {"une simple information ne transmet rien", "mere information passes nothing on"});
  return std::move(checker).issues();
}

template <class C>
Result<Referral> drafted(const C& command, const Dossier& dossier, const Moment& moment) {
  const NeedRecord* need = find_by_id(dossier.of<NeedRecord>(), command.need_id);
  if (!need) return refusal("need_unknown");
  if (command.appointment_id && !find_by_id(dossier.of<Appointment>(), *command.appointment_id))
    return refusal("appointment_unknown");
  Referral referral;
  referral.id = next_id<ReferralId>(moment.ids);
  referral.person_id = command.person_id;
  referral.need_id = need->id;
  referral.sent_by = moment.professional.code;
  referral.sent_from = moment.hat.organisation;
  referral.sent_from_pole = moment.hat.pole;
  referral.service = command.service;
  referral.kind = command.kind;
  referral.urgency = need->urgency;
  referral.appointment_id = command.appointment_id;
  referral.shared = command.share;
  referral.since = moment.now;
  return referral;
}

/// What was given becomes part of the referral and of the register.
void give(const Clearance& clearance, Referral& referral, std::vector<Write>& writes) {
  for (const auto& disclosure : clearance.disclosures) {
    referral.disclosure_ids.push_back(disclosure.id);
    writes.push_back(added(disclosure));
  }
}

std::optional<DisclosureId> last_given(const Clearance& clearance) {
  if (clearance.disclosures.empty()) return std::nullopt;
  return clearance.disclosures.back().id;
}

template <class C>
Handled<C> sent(ReferralCourse& course, const Clearance& clearance, std::vector<Write> disclosures) {
  Handled<C> done{{course.referral().id, course.referral().state, last_given(clearance)}, course.writes(), course.effects(), {}};
  for (auto& each : disclosures) done.writes.push_back(std::move(each));
  return done;
}

Refusal not_in_this_state(ReferralState state) {
  Refusal no = refusal("illegal_transition");
  no.allowed_events = referral_machine().allowed_events(state);
  return no;
}

/// Its sender still prepares it, and something will leave with it.
std::optional<Refusal> not_being_prepared(const StepReady& ready) {
  if (ready.context.side != ReferralSide::sender) return refusal("not_the_sender");
  if (is_unsent(ready.referral.state) && sends_data(ready.referral.kind)) return std::nullopt;
  return not_in_this_state(ready.referral.state);
}

/// Changes the list of documents that are missing; says the same twice without harm.
template <class C>
Result<Handled<C>> with_missing(const C& command, const Dossier& dossier, const Moment& moment, auto change) {
  auto ready = ready_for(command, ReferralSide::sender, dossier, moment);
  if (!ready) return ready.error();
  if (auto no = not_being_prepared(*ready)) return std::move(*no);
  Referral& referral = ready->referral;
  const auto before = referral.missing;
  change(referral.missing);
  Handled<C> done{{referral.id, referral.state}, {}, {}, {}};
  if (referral.missing != before) done.writes.push_back(changed(referral));
  return done;
}

}  // namespace

Issues check(const SendReferral& command, const Moment& moment) { return check_draft(command, moment); }

std::vector<Access> accesses(const SendReferral& command, const Dossier&, const Moment& moment) {
  std::vector<Access> needed{{RequestAction::record, DataCategory::attendance, nullptr, {}, {}}};
  const Service* service = find_by_code(moment.plan.services, command.service);
  for (const auto& category : command.share)
    needed.push_back({RequestAction::disclose, *enum_from<DataCategory>(category.text()), service, command.consent_id, {}});
  return needed;
}

Result<Handled<SendReferral>> handle(const SendReferral& command, const Dossier& dossier, const Clearance& clearance,
                                     const Moment& moment) {
  auto draft = drafted(command, dossier, moment);
  if (!draft) return draft.error();
  if (command.consent_id && !find_by_id(dossier.of<Consent>(), *command.consent_id)) return refusal("consent_unknown");
  draft->consent_id = command.consent_id;
  if (command.consent_id) draft->ground = ReferralGround::consent;

  ReferralCourse course(std::move(*draft), WriteKind::add, dossier, moment);
  ReferralContext context = context_of(course.referral(), dossier, moment);
  context.side = ReferralSide::sender;
  // The rules have let all of it go, the person's no considered: whatever their ground is, it holds.
  context.ground_holds = !clearance.disclosures.empty();
  context.route_clear = context.route_clear || context.ground_holds;
  std::vector<Write> disclosures;
  if (auto no = course.take(E::submit, context)) return std::move(*no);
  if (context.sends_data) {
    give(clearance, course.referral(), disclosures);
    if (auto no = course.take(E::send, context)) return std::move(*no);
  }
  return sent<SendReferral>(course, clearance, std::move(disclosures));
}

Issues check(const DraftReferral& command, const Moment& moment) { return check_draft(command, moment); }

std::vector<Access> accesses(const DraftReferral&, const Dossier&, const Moment&) {
  return {{RequestAction::record, DataCategory::attendance, nullptr, {}, {}}};
}

Result<Handled<DraftReferral>> handle(const DraftReferral& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  const auto draft = drafted(command, dossier, moment);
  if (!draft) return draft.error();
  return Handled<DraftReferral>{{draft->id, draft->state}, {added(*draft)}, {}, {}};
}

Issues check(const GroundReferral& command, const Moment&) {
  Checker checker;
  checker.require(command.ground != ReferralGround::consent || command.consent_id, "/consent_id", "consent_not_named",
                  {"nommer le consentement", "name the consent"});
  checker.each_named<DataCategory>(command.share, "/share");
  return std::move(checker).issues();
}

std::vector<Access> accesses(const GroundReferral& command, const Dossier& dossier, const Moment& moment) {
  return accesses_of_step(command, dossier, moment);
}

Result<Handled<GroundReferral>> handle(const GroundReferral& command, const Dossier& dossier, const Clearance&,
                                       const Moment& moment) {
  const auto ready = ready_for(command, ReferralSide::sender, dossier, moment);
  if (!ready) return ready.error();
  if (ready->context.side != ReferralSide::sender) return refusal("not_the_sender");
  if (command.consent_id && !find_by_id(dossier.of<Consent>(), *command.consent_id)) return refusal("consent_unknown");
  const auto state = ready->referral.state;
  if (!is_unsent(state) && state != ReferralState::frozen) return not_in_this_state(state);

  ReferralCourse course(ready->referral, WriteKind::change, dossier, moment);
  course.referral().ground = command.ground;
  course.referral().consent_id = command.consent_id;
  if (!command.share.empty()) {
    if (state == ReferralState::frozen || !sends_data(ready->referral.kind)) return not_in_this_state(state);
    course.referral().shared = command.share;
  }
  course.keep();
  const auto context = context_of(course.referral(), dossier, moment);
  if (state == ReferralState::frozen || (state == ReferralState::awaiting_ground && context.ground_holds))
    if (auto no = course.take(E::ground_ok, context)) return std::move(*no);
  return Handled<GroundReferral>{{course.referral().id, course.referral().state}, course.writes(), course.effects(), {}};
}

Issues check(const AttachToReferral& command, const Moment&) {
  Checker checker;
  checker.require(parse_hash(command.sha256).has_value(), "/sha256", "not_a_hash",
                  {"attendu : 64 chiffres hexadécimaux minuscules", "expected 64 lower-case hexadecimal digits"});
  checker.known(enum_from<DataCategory>(command.category.text()).has_value(), "/category");
  return std::move(checker).issues();
}

std::vector<Access> accesses(const AttachToReferral& command, const Dossier& dossier, const Moment& moment) {
  return accesses_of_step(command, dossier, moment);
}

Result<Handled<AttachToReferral>> handle(const AttachToReferral& command, const Dossier& dossier, const Clearance&,
                                         const Moment& moment) {
  auto ready = ready_for(command, ReferralSide::sender, dossier, moment);
  if (!ready) return ready.error();
  if (auto no = not_being_prepared(*ready)) return std::move(*no);
  Referral& referral = ready->referral;
  const bool was_ground = ready->context.ground_holds;
  referral.attachments.push_back({command.sha256, command.category, {}});
  if (command.document) std::erase(referral.missing, *command.document);
  const auto context = context_of(referral, dossier, moment);
  // It must not cost the referral the ground that it has.
  if (!context.nothing_withheld || (was_ground && !context.ground_holds)) return refusal("category_withheld");
  return Handled<AttachToReferral>{{referral.id, referral.state}, {changed(referral)}, {}, {}};
}

Issues check(const NoteMissingDocument&, const Moment&) { return {}; }

std::vector<Access> accesses(const NoteMissingDocument& command, const Dossier& dossier, const Moment& moment) {
  return accesses_of_step(command, dossier, moment);
}

Result<Handled<NoteMissingDocument>> handle(const NoteMissingDocument& command, const Dossier& dossier, const Clearance&,
                                            const Moment& moment) {
  return with_missing(command, dossier, moment, [&](std::vector<DocumentCode>& missing) {
    if (std::find(missing.begin(), missing.end(), command.document) == missing.end()) missing.push_back(command.document);
  });
}

Issues check(const NoteDocumentBrought&, const Moment&) { return {}; }

std::vector<Access> accesses(const NoteDocumentBrought& command, const Dossier& dossier, const Moment& moment) {
  return accesses_of_step(command, dossier, moment);
}

Result<Handled<NoteDocumentBrought>> handle(const NoteDocumentBrought& command, const Dossier& dossier, const Clearance&,
                                            const Moment& moment) {
  return with_missing(command, dossier, moment,
                      [&](std::vector<DocumentCode>& missing) { std::erase(missing, command.document); });
}

PATIO_PLAIN_STEP(SubmitReferral, submit, sender)
PATIO_PLAIN_STEP(RecallReferral, recall, sender)
PATIO_PLAIN_STEP(ConfirmOutcome, confirm, sender)
PATIO_PLAIN_STEP(DisputeOutcome, dispute, sender)
PATIO_PLAIN_STEP(VoidReferral, void_, sender)
PATIO_PLAIN_STEP(LeaveWaitlist, person_leaves, sender)

Issues check(const DispatchReferral&, const Moment&) { return {}; }

std::vector<Access> accesses(const DispatchReferral& command, const Dossier& dossier, const Moment& moment) {
  auto needed = accesses_of_step(command, dossier, moment);
  const Referral* referral = named(command.referral_id, dossier);
  if (needed.empty() || !is_unsent(referral->state)) return needed;
  // Without any ground the machine refuses, and says which; with one the rules are asked.
  if (!context_of(*referral, dossier, moment).ground_holds) return needed;
  for (auto& each : to_disclose(*referral, leaving(*referral), moment)) needed.push_back(std::move(each));
  return needed;
}

Result<Handled<DispatchReferral>> handle(const DispatchReferral& command, const Dossier& dossier, const Clearance& clearance,
                                         const Moment& moment) {
  auto ready = ready_for(command, ReferralSide::sender, dossier, moment);
  if (!ready) return ready.error();
  ReferralCourse course(std::move(ready->referral), WriteKind::change, dossier, moment);
  const auto& context = ready->context;
  if (course.referral().state == ReferralState::awaiting_ground && context.ground_holds)
    if (auto no = course.take(E::ground_ok, context)) return std::move(*no);
  std::vector<Write> disclosures;
  give(clearance, course.referral(), disclosures);
  if (auto no = course.take(E::send, context)) return std::move(*no);
  return sent<DispatchReferral>(course, clearance, std::move(disclosures));
}

Issues check(const AnswerReferralInfo& command, const Moment&) {
  Checker checker;
  checker.each_named<DataCategory>(command.share, "/share");
  return std::move(checker).issues();
}

std::vector<Access> accesses(const AnswerReferralInfo& command, const Dossier& dossier, const Moment& moment) {
  auto needed = accesses_of_step(command, dossier, moment);
  const Referral* referral = named(command.referral_id, dossier);
  if (needed.empty() || referral->state != ReferralState::info_requested) return needed;
  for (auto& each : to_disclose(*referral, command.share, moment)) needed.push_back(std::move(each));
  return needed;
}

Result<Handled<AnswerReferralInfo>> handle(const AnswerReferralInfo& command, const Dossier& dossier,
                                           const Clearance& clearance, const Moment& moment) {
  const auto ready = ready_for(command, ReferralSide::sender, dossier, moment);
  if (!ready) return ready.error();
  ReferralCourse course(ready->referral, WriteKind::change, dossier, moment);
  auto& shared = course.referral().shared;
  for (const auto& category : command.share)
    if (std::find(shared.begin(), shared.end(), category) == shared.end()) shared.push_back(category);
  auto context = context_of(course.referral(), dossier, moment);
  context.side = ready->context.side;
  std::vector<Write> disclosures;
  give(clearance, course.referral(), disclosures);
  if (auto no = course.take(E::answer_info, context)) return std::move(*no);
  return sent<AnswerReferralInfo>(course, clearance, std::move(disclosures));
}

Issues check(const RetryReferral& command, const Moment& moment) {
  Checker checker;
  checker.known(find_by_code(moment.plan.services, command.service), "/service");
  return std::move(checker).issues();
}

std::vector<Access> accesses(const RetryReferral& command, const Dossier& dossier, const Moment& moment) {
  return accesses_of_step(command, dossier, moment);
}

Result<Handled<RetryReferral>> handle(const RetryReferral& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  const auto ready = ready_for(command, ReferralSide::sender, dossier, moment);
  if (!ready) return ready.error();
  ReferralCourse course(ready->referral, WriteKind::change, dossier, moment);
  if (auto no = course.take(E::propose_again, ready->context)) return std::move(*no);
  const Referral next = proposed_again(course.referral(), next_id<ReferralId>(moment.ids), command.service, moment.now);
  Handled<RetryReferral> done{{course.referral().id, course.referral().state, next.id}, course.writes(), course.effects(), {}};
  done.writes.push_back(added(next));
  return done;
}

Issues check(const IssueReferralToken&, const Moment&) { return {}; }

std::vector<Access> accesses(const IssueReferralToken& command, const Dossier& dossier, const Moment& moment) {
  return accesses_of_step(command, dossier, moment);
}

Result<Handled<IssueReferralToken>> handle(const IssueReferralToken& command, const Dossier& dossier, const Clearance&,
                                           const Moment& moment) {
  const auto ready = ready_for(command, ReferralSide::sender, dossier, moment);
  if (!ready) return ready.error();
  if (ready->context.side != ReferralSide::sender) return refusal("not_the_sender");
  const Referral& referral = ready->referral;
  if (!is_with_receiver(referral.state)) return not_in_this_state(referral.state);
  const auto timing = timing_of(referral, moment);
  const auto until = end_of(timing.limits.link, moment.now, timing.calendar, timing.zone);
  const auto issued = issue_link(referral, moment.professional.code, moment.now, until, moment.ids);
  Handled<IssueReferralToken> done{{issued.link.id, until, issued.token}, {added(issued.link)}, {}, {}};
  for (const auto& link : dossier.of<ReferralLink>()) {
    if (link.referral_id != referral.id || link.ended_at) continue;
    ReferralLink ended = link;
    ended.ended_at = moment.now;
    done.writes.push_back(changed(ended));
  }
  return done;
}

}  // namespace patio
