#include <patio/desk/referral_reading.hpp>

#include <algorithm>
#include <set>
#include <tuple>

#include "../access.hpp"
#include "../known_items.hpp"
#include "../sight.hpp"
#include "referral_step.hpp"

namespace patio {
namespace {

using S = ReferralState;

/// What its sender may still have to answer.
bool may_be_proposed_again(S state) {
  return state == S::declined || state == S::expired || state == S::unreachable || state == S::stopped;
}

std::vector<S> states_where(bool (*holds)(S)) {
  std::vector<S> states;
  for (const auto& each : enumerators<S>())
    if (holds(each.value)) states.push_back(each.value);
  return states;
}

std::vector<ServiceCode> own_services(const Moment& moment) {
  std::vector<ServiceCode> own;
  for (const auto& service : moment.plan.services) {
    Referral any;
    any.service = service.code;
    any.waiting_since = moment.now;
    if (actor_of(any, std::nullopt, Dossier(), moment).receives) own.push_back(service.code);
  }
  return own;
}

/// The referrals that the hat may open from that side: others are not told of.
Condition may_be_opened(const ReferralActor& actor, const Asked& asked) {
  Access seen = to_record_step(actor);
  seen.action = RequestAction::view;
  const auto facts = facts_of_file(column(&Referral::person_id), asked.moment, Unreceived::as_own);
  return visible(seen, MyReferrals::purpose, facts, asked.moment, asked.rules);
}

std::vector<Referral> inbox(const Asked& asked) {
  const auto own = own_services(asked.moment);
  return asked.dossier.find(in(&Referral::service, own)
                                .in(&Referral::state, states_where(is_with_receiver))
                                .also(may_be_opened({false, true, {}, {}}, asked)));
}

/// What went out from here and has not ended, or ended without anybody having been asked in its place.
std::vector<Referral> outbox(const Asked& asked) {
  std::vector<Referral> all = asked.dossier.find(where(&Referral::sent_from, asked.moment.hat.organisation)
                                                     .in(&Referral::state, states_where([](S state) {
                                                           return !is_final(state) || may_be_proposed_again(state);
                                                         }))
                                                     .also(may_be_opened({true, false, {}, {}}, asked)));
  std::set<ReferralId> answered;
  for (const auto& each : all)
    if (each.retry_of) answered.insert(*each.retry_of);
  std::erase_if(all, [&](const Referral& each) {
    return each.sent_from_pole != asked.moment.hat.pole || answered.contains(each.id);
  });
  return all;
}

std::optional<Instant> next_due(const Referral& referral, const Moment& moment) {
  return due_of(referral, moment.now, timing_of(referral, moment)).next;
}

bool is_of_time(ReferralEvent event) {
  using E = ReferralEvent;
  constexpr E of_time[] = {E::escalate, E::remind, E::review, E::expire, E::lapse, E::close_unanswered};
  return std::find(std::begin(of_time), std::end(of_time), event) != std::end(of_time);
}

/// The steps of that state which the machine does not refuse to this side.
std::vector<std::string> steps_of(const Referral& referral, ReferralSide side) {
  std::vector<std::string> steps;
  ReferralContext context;
  context.side = side;
  for (const auto& name : referral_machine().allowed_events(referral.state)) {
    const auto event = *enum_from<ReferralEvent>(name);
    if (is_of_time(event)) continue;
    const auto step = referral_machine().step(referral.state, event, context);
    if (!step && (step.error().code == "not_the_sender" || step.error().code == "not_receiver_org")) continue;
    steps.push_back(name);
  }
  return steps;
}

/// The categories that the disclosures of this referral name, without repeats.
std::vector<CategoryCode> given(const Referral& referral, const Dossier& dossier) {
  std::vector<CategoryCode> categories;
  for (const auto& id : referral.disclosure_ids)
    if (const Disclosure* disclosure = find_by_id(dossier.of<Disclosure>(), id))
      for (const auto& category : disclosure->categories)
        if (std::find(categories.begin(), categories.end(), category) == categories.end()) categories.push_back(category);
  return categories;
}

/// The hat under which it was sent, if it is still worn.
const Hat* sending_hat(const Referral& referral, const Professional& sender, Date today) {
  const auto hat = std::find_if(sender.hats.begin(), sender.hats.end(), [&](const Hat& each) {
    return each.organisation == referral.sent_from && each.pole == referral.sent_from_pole && contains(each.period, today);
  });
  return hat == sender.hats.end() ? nullptr : &*hat;
}

/// What was given, judged again as if it were sent now: the rules, the consent or the person's wish may have changed.
std::vector<Knowledge> known_to_receiver(const Referral& referral, const Asked& asked) {
  const Moment& now = asked.moment;
  const Service* service = find_by_code(now.plan.services, referral.service);
  const Professional* sender = find_by_code(now.plan.professionals, referral.sent_by);
  const Hat* hat = sender ? sending_hat(referral, *sender, now.today) : nullptr;
  std::vector<Knowledge> known;
  if (!service || !hat) return known;
  const Moment as_sent{now.now, now.today, now.zone, now.plan, now.needs, now.house, now.holidays, now.ids, *sender, *hat};
  const ProfessionalCode viewer = service->professionals.empty() ? ProfessionalCode{} : service->professionals.front();
  for (const auto& access : to_disclose(referral, given(referral, asked.dossier), now)) {
    const auto request = request_for(access, PurposeCode{"orientation"}, asked.dossier, as_sent, asked.rules);
    Knowledge each{*CategoryCode::parse(name_of(access.category)), decide(asked.rules, request), {}};
    if (flows(each.decision.effect)) each.items = items_of(access.category, viewer, asked.dossier, now);
    known.push_back(std::move(each));
  }
  return known;
}

/// In order of time; steps of one instant follow each other by their states.
std::vector<ReferralStep> timeline(const Referral& referral, const Dossier& dossier) {
  std::vector<ReferralStep> steps;
  for (const auto& step : dossier.of<ReferralStep>())
    if (step.referral_id == referral.id) steps.push_back(step);
  auto state = S::draft;
  for (auto next = steps.begin(); next != steps.end(); ++next) {
    const auto follows = std::find_if(next, steps.end(), [&](const ReferralStep& each) {
      return each.taken_at == next->taken_at && each.state_before == state;
    });
    if (follows != steps.end()) std::iter_swap(next, follows);
    state = next->state_after;
  }
  return steps;
}

ReferralSheet sheet_of(const Referral& referral, ReferralSide side, const Asked& asked) {
  ReferralSheet sheet;
  sheet.referral_id = referral.id;
  sheet.side = side;
  sheet.state = referral.state;
  sheet.service = referral.service;
  sheet.kind = referral.kind;
  sheet.urgency = referral.urgency;
  sheet.sent_by = referral.sent_by;
  sheet.sent_from = referral.sent_from;
  sheet.owner = referral.owner;
  sheet.reason = referral.reason;
  sheet.outcome = referral.outcome;
  sheet.next_due = next_due(referral, asked.moment);
  sheet.allowed_events = steps_of(referral, side);
  sheet.timeline = timeline(referral, asked.dossier);
  const bool for_sender = side == ReferralSide::sender;
  if (!for_sender && !is_open_to_receiver(referral.state)) return sheet;
  sheet.person_id = referral.person_id;
  if (const NeedRecord* need = find_by_id(asked.dossier.of<NeedRecord>(), referral.need_id)) sheet.need = need->need;
  sheet.attachments = referral.attachments;
  sheet.missing = referral.missing;
  if (!for_sender) sheet.categories = known_to_receiver(referral, asked);
  return sheet;
}

}  // namespace

Issues check(const MyReferrals&, const Moment&) { return {}; }

/// Judged referral by referral, in the query itself.
std::vector<Access> accesses(const MyReferrals&, const Dossier&, const Moment&) { return {}; }

Result<ReferralList> answer(const MyReferrals& query, const Asked& asked) {
  auto found = query.box == ReferralBox::inbox ? inbox(asked) : outbox(asked);
  std::sort(found.begin(), found.end(), [](const Referral& a, const Referral& b) {
    return std::tie(a.urgency, a.since, a.id) < std::tie(b.urgency, b.since, b.id);
  });
  ReferralList list;
  for (const auto& each : found)
    list.referrals.push_back({each.id, each.service, each.kind, each.urgency, each.state, each.since, next_due(each, asked.moment)});
  return list;
}

Issues check(const ReadReferral&, const Moment&) { return {}; }

std::vector<Access> accesses(const ReadReferral& query, const Dossier& dossier, const Moment& moment) {
  auto needed = accesses_of_step(query, dossier, moment);
  for (auto& each : needed) each.action = RequestAction::view;
  return needed;
}

Result<ReferralSheet> answer(const ReadReferral& query, const Asked& asked) {
  const Referral* referral = named(query.referral_id, asked.dossier);
  if (!referral) return refusal("referral_unknown");
  const auto actor = actor_of(*referral, query.token, asked.dossier, asked.moment);
  if (auto no = stranger(actor)) return std::move(*no);
  return sheet_of(*referral, actor.sends ? ReferralSide::sender : ReferralSide::receiver, asked);
}

Issues check(const ProposeNext&, const Moment&) { return {}; }

std::vector<Access> accesses(const ProposeNext& query, const Dossier& dossier, const Moment& moment) {
  auto needed = accesses_of_step(query, dossier, moment);
  for (auto& each : needed) each.action = RequestAction::view;
  return needed;
}

Result<NextBest> answer(const ProposeNext& query, const Asked& asked) {
  const Referral* referral = named(query.referral_id, asked.dossier);
  if (!referral) return refusal("referral_unknown");
  const auto actor = actor_of(*referral, std::nullopt, asked.dossier, asked.moment);
  if (!actor.sends) return refusal(actor.receives ? "not_the_sender" : "referral_unknown");
  const NeedRecord* need = find_by_id(asked.dossier.of<NeedRecord>(), referral->need_id);
  if (!need) return refusal("need_unknown");
  const auto services = services_asked(asked.dossier.of<Referral>(), referral->need_id);
  OrientationRequest request;
  request.need = need->need;
  request.day = asked.moment.today;
  request.holidays = asked.moment.holidays;
  const auto proposed = [&] { return next_best(orient(asked.moment.needs, asked.moment.plan, request), services); };
  if (NextBest next = proposed(); !next.see_person_again) return next;
  // Those that were asked make room for the ones after them.
  for (const auto& code : services)
    if (const Service* service = find_by_code(asked.moment.plan.services, code))
      if (const auto destination = DestinationCode::parse(service->destination)) request.refused.push_back(*destination);
  return proposed();
}

}  // namespace patio
