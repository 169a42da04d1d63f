#include "referral_course.hpp"

#include <algorithm>
#include <set>

#include "access.hpp"
#include "errand.hpp"

namespace patio {
namespace {

using F = ReferralEffect;

/// What the desk does itself; everything else waits in the outbox for the host.
bool is_done_here(F effect) {
  constexpr F here[] = {F::count_orientation, F::decline_need, F::write_disclosure, F::end_links,
                        F::open_child,        F::open_retry,   F::settle_need,      F::reopen_need};
  return std::find(std::begin(here), std::end(here), effect) != std::end(here);
}

template <class List, class Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool agreement_in_force(const Service& service, const Referral& referral, const Moment& moment) {
  if (service.organisation == referral.sent_from) return true;
  return std::any_of(moment.plan.agreements.begin(), moment.plan.agreements.end(), [&](const Agreement& each) {
    return each.organisation == service.organisation && contains(each.period, moment.today);
  });
}

/// What the person keeps from that organisation, whatever the ground.
bool withheld_from(const OrganisationCode& receiver, const CategoryCode& category, const Dossier& dossier, Date today) {
  const auto& consents = dossier.of<Consent>();
  return std::any_of(consents.begin(), consents.end(), [&](const Consent& each) {
    return each.state == ConsentState::active && contains(each.period, today) && holds(each.recipients, receiver) &&
           withholds(each, receiver, category);
  });
}

/// The person does not want to be known there. Information passes nothing on: only a no to that very service stops it.
bool objected(const Referral& referral, const Service& service, const Dossier& dossier, Date today) {
  // What the law makes a duty passes over a no: the secrecy rules judge it when it is sent.
  if (is_duty(referral)) return false;
  auto categories = leaving(referral);
  const bool leaves = !categories.empty();
  if (!leaves) categories = {CategoryCode{"attendance"}};
  const auto& objections = dossier.of<Objection>();
  return std::any_of(categories.begin(), categories.end(), [&](const CategoryCode& category) {
    const ConsentQuestion question{service.organisation, category, PurposeCode{"orientation"}, today};
    return std::any_of(objections.begin(), objections.end(), [&](const Objection& each) {
      return (leaves || each.recipient) && opposes_service(each, question, service, referral.owner);
    });
  });
}

Refusal refused_link(LinkAnswer answer) {
  switch (answer) {
    case LinkAnswer::expired: return refusal("link_expired");
    case LinkAnswer::ended: return refusal("link_ended");
    default: return refusal("link_wrong");
  }
}

/// What the token opens, among all links that were given for the referral.
LinkAnswer answer_to(const std::string& token, const Referral& referral, const Dossier& dossier, Instant now) {
  for (const auto& link : dossier.of<ReferralLink>()) {
    if (link.referral_id != referral.id) continue;
    if (const auto answer = opens(link, token, now); answer != LinkAnswer::wrong) return answer;
  }
  return LinkAnswer::wrong;
}

/// Opening hours of where the service receives; of the first site if it has no permanence.
std::vector<OpeningHours> hours_of(const ServiceCode& service, const CentrePlan& plan) {
  const auto held = std::find_if(plan.permanences.begin(), plan.permanences.end(),
                                 [&](const Permanence& each) { return each.service == service; });
  const Site* site = held == plan.permanences.end() ? nullptr : find_by_code(plan.sites, held->site);
  if (!site && !plan.sites.empty()) site = &plan.sites.front();
  return site ? site->hours : std::vector<OpeningHours>{};
}

}  // namespace

std::optional<ReferralLinkId> opened_link(const std::string& token, const ReferralId& referral, const Dossier& dossier,
                                          Instant now) {
  for (const auto& link : dossier.of<ReferralLink>())
    if (link.referral_id == referral && opens(link, token, now) == LinkAnswer::opens) return link.id;
  return std::nullopt;
}

std::optional<Refusal> ReferralCourse::take(ReferralEvent event, const ReferralContext& context,
                                            const std::optional<ReasonCode>& reason) {
  std::optional<ProfessionalCode> actor;
  if (context.side != ReferralSide::time) actor = actor_.value_or(moment_.professional.code);
  auto taken = patio::take(referral_, {event, context, moment_.now, actor, reason});
  if (!taken) return taken.error();
  if (!taken->no_op) follow(std::move(*taken));
  return std::nullopt;
}

void ReferralCourse::follow(ReferralTaken taken) {
  moved_ = true;
  referral_ = std::move(taken.referral);
  taken.step.id = next_id<decltype(ReferralStep::id)>(moment_.ids);
  steps_.push_back(std::move(taken.step));
  effects_.insert(effects_.end(), taken.effects.begin(), taken.effects.end());
}

bool ReferralCourse::asks_for(F effect) const { return holds(effects_, effect); }

std::optional<NeedRecord> ReferralCourse::changed_need() const {
  const NeedRecord* known = find_by_id(dossier_.of<NeedRecord>(), referral_.need_id);
  if (!known) return std::nullopt;
  NeedRecord need = *known;
  if (asks_for(F::write_disclosure) || asks_for(F::count_orientation)) {
    if (need.status == NeedStatus::open) {
      need.status = NeedStatus::covered;
      need.mission = DeskMission::orientation;
    }
  }
  if (asks_for(F::decline_need)) need.status = NeedStatus::declined;
  if (asks_for(F::reopen_need) || asks_for(F::propose_others)) need.status = NeedStatus::open;
  if (asks_for(F::settle_need) && referral_.outcome)
    if (const auto* outcome = outcome_on(default_reasons(), *referral_.outcome, moment_.today)) need.status = outcome->need;
  if (need == *known) return std::nullopt;
  return need;
}

std::vector<Write> ReferralCourse::writes() const {
  std::vector<Write> rows;
  if (!moved_) return rows;
  rows.emplace_back(kind_, referral_);
  for (const auto& step : steps_) rows.push_back(added(step));
  if (const auto need = changed_need()) rows.push_back(changed(*need));
  if (!asks_for(F::end_links)) return rows;
  for (const auto& link : dossier_.of<ReferralLink>()) {
    if (link.referral_id != referral_.id || link.ended_at) continue;
    ReferralLink ended = link;
    ended.ended_at = moment_.now;
    rows.push_back(changed(ended));
  }
  return rows;
}

Effects ReferralCourse::effects() const {
  Effects wanted;
  for (const auto effect : effects_)
    if (!is_done_here(effect)) wanted.emplace_back(std::string(name_of(effect)), to_text(referral_.id));
  return wanted;
}

bool receives_now(const Service& service) {
  return service.status == ServiceStatus::open || service.status == ServiceStatus::waitlist;
}

ReferralActor actor_of(const Referral& referral, const std::optional<std::string>& token, const Dossier& dossier,
                       const Moment& moment) {
  ReferralActor actor;
  if (token) {
    const auto answer = answer_to(*token, referral, dossier, moment.now);
    actor.receives = answer == LinkAnswer::opens;
    if (actor.receives) actor.link = opened_link(*token, referral.id, dossier, moment.now);
    else actor.link_refused = refused_link(answer);
    return actor;
  }
  actor.sends = moment.hat.organisation == referral.sent_from && moment.hat.pole == referral.sent_from_pole;
  const Service* service = find_by_code(moment.plan.services, referral.service);
  // What was never sent is not theirs to know.
  actor.receives = referral.waiting_since && service && moment.hat.organisation == service->organisation &&
                   (service->professionals.empty() || holds(service->professionals, moment.professional.code));
  return actor;
}

ReferralContext context_of(const Referral& referral, const Dossier& dossier, const Moment& moment) {
  ReferralContext context;
  context.sends_data = sends_data(referral.kind);
  // Whatever was under way stopped at the death: only what begins asks.
  context.person_alive = referral.state != ReferralState::draft || !has_died(dossier.of<Death>());
  context.documents_present = referral.missing.empty();
  const Service* service = find_by_code(moment.plan.services, referral.service);
  if (!service) return context;
  context.route_clear = !objected(referral, *service, dossier, moment.today);
  context.service_receives = receives_now(*service);
  context.agreement_in_force = agreement_in_force(*service, referral, moment);

  const Consent* consent = referral.consent_id ? find_by_id(dossier.of<Consent>(), *referral.consent_id) : nullptr;
  const GroundFound found = find_ground(referral, consent, service->organisation, moment.today);
  const auto categories = leaving(referral);
  const bool by_law = referral.ground && *referral.ground != ReferralGround::consent;
  context.ground_holds = by_law || found.holds;
  context.proof_pending = found.proof_pending;
  context.nothing_withheld =
      !found.withheld && std::none_of(categories.begin(), categories.end(), [&](const CategoryCode& each) {
        return withheld_from(service->organisation, each, dossier, moment.today);
      });
  return context;
}

ReferralTiming timing_of(const Referral& referral, const Moment& moment) {
  return {referral_limits(default_limits(), moment.today), {hours_of(referral.service, moment.plan), moment.holidays}, moment.zone};
}

std::vector<CategoryCode> leaving(const Referral& referral) {
  std::vector<CategoryCode> categories = referral.shared;
  for (const auto& each : referral.attachments)
    if (!each.destroyed_at && !holds(categories, each.category)) categories.push_back(each.category);
  return categories;
}

bool is_duty(const Referral& referral) {
  constexpr ReferralGround duties[] = {ReferralGround::legal_duty, ReferralGround::danger_report, ReferralGround::vital_interest};
  return referral.ground && std::find(std::begin(duties), std::end(duties), *referral.ground) != std::end(duties);
}

Access to_record_step(const ReferralActor& actor) {
  Access access{RequestAction::record, DataCategory::attendance, nullptr, {}, {}};
  if (!actor.receives) return access;
  // The receiver writes in their own service's file of what was handed to them.
  access.known.compartment = Compartment::own_service;
  access.known.involvement = Involvement::both;
  return access;
}

std::vector<Access> to_disclose(const Referral& referral, const std::vector<CategoryCode>& categories, const Moment& moment) {
  const Service* service = find_by_code(moment.plan.services, referral.service);
  std::vector<Access> needed;
  for (const auto& category : categories)
    needed.push_back({RequestAction::disclose, *enum_from<DataCategory>(category.text()), service, referral.consent_id, {}});
  return needed;
}

void forget_secret(ReferralTokenIssued& answer) { answer.token.reset(); }

}  // namespace patio
