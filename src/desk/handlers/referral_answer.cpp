#include <patio/desk/referral_answer.hpp>

#include <algorithm>

#include <patio/casework/next_best.hpp>

#include "referral_step.hpp"

namespace patio {
namespace {

using E = ReferralEvent;

template <class C>
Result<StepReady> ready_to_answer(const C& command, const Dossier& dossier, const Moment& moment) {
  return ready_for(command, ReferralSide::receiver, dossier, moment);
}

/// Under a hat it is theirs; by a link it belongs to the service.
template <class C>
std::optional<ProfessionalCode> owner_of(const C& command, const Moment& moment) {
  if (token_of(command)) return std::nullopt;
  return moment.professional.code;
}

}  // namespace

PATIO_PLAIN_STEP(OpenReferral, open, receiver)
PATIO_PLAIN_STEP(AskReferralInfo, ask_info, receiver)
PATIO_PLAIN_STEP(WaitlistReferral, waitlist, receiver)
PATIO_PLAIN_STEP(DeclineReferral, decline, receiver)
PATIO_PLAIN_STEP(StopReferral, stop, receiver)

#define PATIO_ACCESSES_OF_STEP(Name)                                                                \
  std::vector<Access> accesses(const Name& command, const Dossier& dossier, const Moment& moment) { \
    return accesses_of_step(command, dossier, moment);                                              \
  }
PATIO_ACCESSES_OF_STEP(AcceptReferral)
PATIO_ACCESSES_OF_STEP(RerouteReferral)
PATIO_ACCESSES_OF_STEP(ScheduleReferral)
PATIO_ACCESSES_OF_STEP(NoteNoContact)
PATIO_ACCESSES_OF_STEP(MarkReferralSeen)
PATIO_ACCESSES_OF_STEP(MarkReferralNoShow)
PATIO_ACCESSES_OF_STEP(TransferReferral)
PATIO_ACCESSES_OF_STEP(TakeOverReferral)
PATIO_ACCESSES_OF_STEP(ReportOutcome)
#undef PATIO_ACCESSES_OF_STEP

Issues check(const AcceptReferral&, const Moment&) { return {}; }

Result<Handled<AcceptReferral>> handle(const AcceptReferral& command, const Dossier& dossier, const Clearance&,
                                       const Moment& moment) {
  auto ready = ready_to_answer(command, dossier, moment);
  if (!ready) return ready.error();
  const auto event = ready->referral.state == ReferralState::waitlisted ? E::slot_found : E::accept;
  ready->referral.owner = owner_of(command, moment);
  return moved(command, event, std::move(*ready), dossier, moment);
}

Issues check(const RerouteReferral& command, const Moment& moment) {
  Checker checker;
  checker.known(find_by_code(moment.plan.services, command.service), "/service");
  return std::move(checker).issues();
}

Result<Handled<RerouteReferral>> handle(const RerouteReferral& command, const Dossier& dossier, const Clearance&,
                                        const Moment& moment) {
  auto ready = ready_to_answer(command, dossier, moment);
  if (!ready) return ready.error();
  const auto asked = services_asked(dossier.of<Referral>(), ready->referral.need_id);
  ready->context.service_receives = receives_now(*find_by_code(moment.plan.services, command.service));
  ready->context.is_new_service = std::find(asked.begin(), asked.end(), command.service) == asked.end();
  ReferralCourse course(std::move(ready->referral), WriteKind::change, dossier, moment);
  course.act_as(ready->pseudonym);
  if (auto no = course.take(E::reroute, ready->context)) return std::move(*no);
  const Referral child = rerouted(course.referral(), next_id<ReferralId>(moment.ids), command.service, moment.now);
  Handled<RerouteReferral> done{{course.referral().id, course.referral().state, child.id}, course.writes(), course.effects(), {}};
  done.writes.push_back(added(child));
  return done;
}

Issues check(const ScheduleReferral&, const Moment&) { return {}; }

Result<Handled<ScheduleReferral>> handle(const ScheduleReferral& command, const Dossier& dossier, const Clearance&,
                                         const Moment& moment) {
  auto ready = ready_to_answer(command, dossier, moment);
  if (!ready) return ready.error();
  if (command.appointment_id) {
    const Appointment* appointment = find_by_id(dossier.of<Appointment>(), *command.appointment_id);
    if (!appointment || appointment->service != ready->referral.service) return refusal("appointment_unknown");
    ready->referral.appointment_id = command.appointment_id;
    ready->context.appointment_linked = true;
  }
  return moved(command, E::schedule, std::move(*ready), dossier, moment);
}

Issues check(const NoteNoContact&, const Moment&) { return {}; }

Result<Handled<NoteNoContact>> handle(const NoteNoContact& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  auto ready = ready_to_answer(command, dossier, moment);
  if (!ready) return ready.error();
  const auto contacts = usable_contacts(*dossier.person);
  ready->context.contact_safe = std::any_of(contacts.begin(), contacts.end(),
                                            [&](const ContactPoint& each) { return each.channel == command.channel; });
  auto& attempts = ready->referral.attempts;
  attempts.push_back({moment.now, command.channel});
  const auto timing = timing_of(ready->referral, moment);
  ready->context.attempts_enough = enough_attempts(attempts, timing.limits, timing.zone);
  return moved(command, E::no_contact, std::move(*ready), dossier, moment);
}

Issues check(const MarkReferralSeen&, const Moment&) { return {}; }

Result<Handled<MarkReferralSeen>> handle(const MarkReferralSeen& command, const Dossier& dossier, const Clearance&,
                                         const Moment& moment) {
  auto ready = ready_to_answer(command, dossier, moment);
  if (!ready) return ready.error();
  const auto event = ready->referral.state == ReferralState::accepted ? E::start : E::seen;
  return moved(command, event, std::move(*ready), dossier, moment);
}

Issues check(const MarkReferralNoShow&, const Moment&) { return {}; }

Result<Handled<MarkReferralNoShow>> handle(const MarkReferralNoShow& command, const Dossier& dossier, const Clearance&,
                                           const Moment& moment) {
  auto ready = ready_to_answer(command, dossier, moment);
  if (!ready) return ready.error();
  ready->context.absences_enough = ++ready->referral.absences >= timing_of(ready->referral, moment).limits.no_shows;
  return moved(command, E::no_show, std::move(*ready), dossier, moment);
}

Issues check(const TransferReferral& command, const Moment& moment) {
  Checker checker;
  checker.known(find_by_code(moment.plan.professionals, command.new_owner), "/new_owner");
  return std::move(checker).issues();
}

Result<Handled<TransferReferral>> handle(const TransferReferral& command, const Dossier& dossier, const Clearance&,
                                         const Moment& moment) {
  auto ready = ready_to_answer(command, dossier, moment);
  if (!ready) return ready.error();
  const Service* service = find_by_code(moment.plan.services, ready->referral.service);
  const bool is_colleague = service && std::find(service->professionals.begin(), service->professionals.end(),
                                                 command.new_owner) != service->professionals.end();
  if (!is_colleague) return refusal("not_receiver_org");
  ready->referral.new_owner = command.new_owner;
  return moved(command, E::transfer, std::move(*ready), dossier, moment);
}

Issues check(const TakeOverReferral&, const Moment&) { return {}; }

Result<Handled<TakeOverReferral>> handle(const TakeOverReferral& command, const Dossier& dossier, const Clearance&,
                                         const Moment& moment) {
  auto ready = ready_to_answer(command, dossier, moment);
  if (!ready) return ready.error();
  ready->context.is_new_owner = ready->referral.new_owner == moment.professional.code;
  ready->referral.owner = moment.professional.code;
  ready->referral.new_owner.reset();
  return moved(command, E::take_over, std::move(*ready), dossier, moment);
}

Issues check(const ReportOutcome& command, const Moment& moment) {
  Checker checker;
  if (command.outcome) checker.known(outcome_on(default_reasons(), *command.outcome, moment.today), "/outcome");
  return std::move(checker).issues();
}

Result<Handled<ReportOutcome>> handle(const ReportOutcome& command, const Dossier& dossier, const Clearance&,
                                      const Moment& moment) {
  auto ready = ready_to_answer(command, dossier, moment);
  if (!ready) return ready.error();
  ready->context.outcome_given = command.outcome.has_value();
  if (command.outcome) ready->referral.outcome = command.outcome;
  return moved(command, E::report, std::move(*ready), dossier, moment);
}

}  // namespace patio
