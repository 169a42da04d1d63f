#pragma once
/// \file
/// What the steps of a referral have in common: find it, see who acts, draw the facts, take the step.

#include "../referral_course.hpp"

namespace patio {

template <class C>
[[nodiscard]] std::optional<std::string> token_of(const C& command) {
  if constexpr (requires { command.token; }) return command.token;
  else return std::nullopt;
}

template <class C>
[[nodiscard]] std::optional<ReasonCode> reason_of(const C& command) {
  if constexpr (requires { command.reason; }) return command.reason;
  else return std::nullopt;
}

[[nodiscard]] inline const Referral* named(const ReferralId& id, const Dossier& dossier) {
  return find_by_id(dossier.of<Referral>(), id);
}

/// Who is neither its sender nor its receiver learns nothing of it, not even that it is there.
[[nodiscard]] inline std::optional<Refusal> stranger(const ReferralActor& actor) {
  if (actor.link_refused) return actor.link_refused;
  if (!actor.sends && !actor.receives) return refusal("referral_unknown");
  return std::nullopt;
}

template <class C>
[[nodiscard]] Issues check_reason(const C& command, ReferralEvent event, const Moment& moment) {
  Checker checker;
  if (const auto reason = reason_of(command))
    checker.known(is_reason_for(default_reasons(), event, *reason, moment.today), "/reason");
  return std::move(checker).issues();
}

template <class C>
[[nodiscard]] std::vector<Access> accesses_of_step(const C& command, const Dossier& dossier, const Moment& moment) {
  const Referral* referral = named(command.referral_id, dossier);
  if (!referral) return {};
  const auto actor = actor_of(*referral, token_of(command), dossier, moment);
  if (stranger(actor)) return {};
  return {to_record_step(actor)};
}

/// A referral that whoever acts may take a step of, and what is known for it.
struct StepReady {
  Referral referral;
  ReferralContext context;
  /// Who acts, if it is by a link.
  std::optional<ProfessionalCode> pseudonym = {};
};

template <class C>
[[nodiscard]] Result<StepReady> ready_for(const C& command, ReferralSide wanted, const Dossier& dossier, const Moment& moment) {
  const Referral* referral = named(command.referral_id, dossier);
  if (!referral) return refusal("referral_unknown");
  const auto actor = actor_of(*referral, token_of(command), dossier, moment);
  if (const auto no = stranger(actor)) return *no;
  StepReady ready{*referral, context_of(*referral, dossier, moment)};
  if (actor.link) ready.pseudonym = pseudonym_of(*actor.link);
  const bool is_wanted = wanted == ReferralSide::sender ? actor.sends : actor.receives;
  const auto other = wanted == ReferralSide::sender ? ReferralSide::receiver : ReferralSide::sender;
  ready.context.side = is_wanted ? wanted : other;
  ready.context.reason_given = reason_of(command).has_value();
  return ready;
}

/// Takes one step that answers with where it stands then.
template <class C>
[[nodiscard]] Result<Handled<C>> moved(const C& command, ReferralEvent event, StepReady ready, const Dossier& dossier,
                                       const Moment& moment) {
  ReferralCourse course(std::move(ready.referral), WriteKind::change, dossier, moment);
  course.act_as(ready.pseudonym);
  if (auto no = course.take(event, ready.context, reason_of(command))) return std::move(*no);
  return Handled<C>{{course.referral().id, course.referral().state}, course.writes(), course.effects(), {}};
}

}  // namespace patio

/// A step that says nothing more than itself.
#define PATIO_PLAIN_STEP(Name, event, side)                                                                               \
  Issues check(const Name& command, const Moment& moment) { return check_reason(command, ReferralEvent::event, moment); } \
  std::vector<Access> accesses(const Name& command, const Dossier& dossier, const Moment& moment) {                       \
    return accesses_of_step(command, dossier, moment);                                                                    \
  }                                                                                                                       \
  Result<Handled<Name>> handle(const Name& command, const Dossier& dossier, const Clearance&, const Moment& moment) {     \
    auto ready = ready_for(command, ReferralSide::side, dossier, moment);                                                 \
    if (!ready) return ready.error();                                                                                     \
    return moved(command, ReferralEvent::event, std::move(*ready), dossier, moment);                                      \
  }
