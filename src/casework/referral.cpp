#include <patio/casework/referral.hpp>

#include <algorithm>
#include <set>

namespace patio {
namespace {

using E = ReferralEvent;
using S = ReferralState;

/// What the receiver does starts the clock of their next answer anew.
bool is_of_receiver(E event) {
  constexpr E theirs[] = {E::open, E::ask_info, E::accept, E::waitlist, E::slot_found, E::schedule, E::start, E::no_contact,
                          E::seen, E::no_show,  E::report, E::take_over};
  return std::find(std::begin(theirs), std::end(theirs), event) != std::end(theirs);
}

/// After these the receiver owes an answer again, though they did nothing.
bool lets_receiver_answer(E event) {
  return event == E::send || event == E::answer_info || event == E::ground_ok || event == E::dispute;
}

void mark_time(Referral& referral, E event, Instant at) {
  if (event == E::escalate) referral.escalated_at = at;
  if (event == E::remind) referral.reminded_at = at;
  if (event == E::review) referral.reviewed_at = at;
  if (is_of_receiver(event) || lets_receiver_answer(event)) referral.waiting_since = at;
}

void move(Referral& referral, S next, Instant at) {
  if (referral.state == next) return;
  if (next == S::frozen) referral.state_before = referral.state;
  else referral.state_before.reset();
  referral.state = next;
  referral.since = at;
}

Referral fresh_for(const Referral& referral, const ReferralId& id, const ServiceCode& service, Instant now) {
  Referral fresh;
  fresh.id = id;
  fresh.person_id = referral.person_id;
  fresh.need_id = referral.need_id;
  fresh.sent_by = referral.sent_by;
  fresh.sent_from = referral.sent_from;
  fresh.sent_from_pole = referral.sent_from_pole;
  fresh.service = service;
  fresh.kind = referral.kind;
  fresh.urgency = referral.urgency;
  fresh.since = now;
  return fresh;
}

}  // namespace

bool sends_data(ReferralKind kind) { return kind != ReferralKind::info && kind != ReferralKind::self_contact; }

Result<ReferralTaken> take(const Referral& referral, ReferralAct act) {
  act.context.before = referral.state_before.value_or(S::draft);
  auto step = referral_machine().step(referral.state, act.event, act.context);
  if (!step) return step.error();
  ReferralTaken taken{referral, {}, {}, step->no_op};
  for (const auto& effect : step->effects) taken.effects.push_back(*enum_from<ReferralEffect>(effect));
  taken.step = {{},        referral.id,    referral.person_id, act.at,    act.actor,
                act.event, referral.state, step->state,        act.reason};
  if (taken.no_op) return taken;

  Referral& after = taken.referral;
  move(after, step->state, act.at);
  mark_time(after, act.event, act.at);
  if (act.reason) after.reason = act.reason;
  if (std::find(taken.effects.begin(), taken.effects.end(), ReferralEffect::destroy_attachments) != taken.effects.end())
    for (auto& each : after.attachments)
      if (!each.destroyed_at) each.destroyed_at = act.at;
  return taken;
}

std::optional<ReferralTaken> lose_consent(const Referral& referral, const ConsentId& consent, ReferralAct act) {
  if (referral.consent_id != consent || is_final(referral.state)) return std::nullopt;
  act.event = is_unsent(referral.state) ? E::ground_refused : E::ground_lost;
  auto taken = take(referral, std::move(act));
  if (!taken || taken->no_op) return std::nullopt;
  return std::move(*taken);
}

Referral rerouted(const Referral& referral, const ReferralId& id, const ServiceCode& service, Instant now) {
  Referral child = fresh_for(referral, id, service, now);
  child.rerouted_from = referral.id;
  return child;
}

Referral proposed_again(const Referral& referral, const ReferralId& id, const ServiceCode& service, Instant now) {
  Referral next = fresh_for(referral, id, service, now);
  next.retry_of = referral.id;
  return next;
}

GroundFound find_ground(const Referral& referral, const Consent* consent, const OrganisationCode& receiver, Date day) {
  std::set<CategoryCode> leaving(referral.shared.begin(), referral.shared.end());
  for (const auto& each : referral.attachments)
    if (!each.destroyed_at) leaving.insert(each.category);
  GroundFound found;
  for (const auto& category : leaving) {
    found.withheld = found.withheld || (consent && withholds(*consent, receiver, category));
    if (!consent || !covers(*consent, {receiver, category, PurposeCode{"orientation"}, day}).yes)
      found.uncovered.push_back(category);
  }
  found.proof_pending = consent && consent->state == ConsentState::pending_proof;
  found.holds = consent && found.uncovered.empty();
  return found;
}

}  // namespace patio
