#include <algorithm>

#include <patio/desk/notes.hpp>

#include "../casework.hpp"

namespace patio {
namespace {

constexpr int look_ahead_days = 366;
constexpr int longest_minutes = 8 * 60;

/// Whose service receives when this professional attends; null if they hold none.
const Service* service_of(const ProfessionalCode& professional, const Moment& moment) {
  for (const auto& service : moment.plan.services)
    if (std::find(service.professionals.begin(), service.professionals.end(), professional) != service.professionals.end() &&
        hat_today(moment, professional, service.organisation))
      return &service;
  return nullptr;
}

std::vector<Attendee> attendees_of(const std::vector<ProfessionalCode>& professionals, const Moment& moment) {
  std::vector<Attendee> all;
  for (const auto& each : professionals) {
    const Service* service = service_of(each, moment);
    const Hat* hat = hat_today(moment, each, service ? service->organisation : OrganisationCode{});
    if (hat) all.push_back({each, hat->code, hat->organisation});
  }
  return all;
}

JointInterview interview_of(const PlanJointInterview& command, const Moment& moment) {
  JointInterview made;
  made.person_id = command.person_id;
  made.referent = moment.professional.code;
  made.referent_hat = moment.hat.code;
  made.attendees = attendees_of(command.attendees, moment);
  made.themes = command.themes;
  made.starts_at = command.starts_at;
  made.minutes = command.minutes;
  return made;
}

/// The consent under which this organisation hears of this theme; null if none covers it.
const Consent* consent_for(const OrganisationCode& organisation, const CategoryCode& theme, const Dossier& dossier,
                           Date day) {
  for (const auto& consent : dossier.of<Consent>())
    if (covers(consent, {organisation, theme, PurposeCode{"joint_interview"}, day}).yes) return &consent;
  return nullptr;
}

const Permanence* permanence_of(const ProfessionalCode& professional, Instant at, const Moment& moment) {
  for (const auto& permanence : moment.plan.permanences)
    if (permanence.professional == professional && held_on(permanence, day_in(at, moment.zone))) return &permanence;
  return nullptr;
}

/// One appointment, whoever attends: with the first attendee, under a neutral label.
Appointment appointment_of(const JointInterview& interview, const NeedId& need, const Moment& moment) {
  Appointment made;
  made.id = interview.appointment_id;
  made.person_id = interview.person_id;
  made.need_id = need;
  for (const auto& each : interview.attendees)
    if (const Permanence* permanence = permanence_of(each.professional, interview.starts_at, moment);
        permanence && made.permanence.empty()) {
      made.permanence = permanence->code;
      made.service = permanence->service;
      made.professional = each.professional;
    }
  made.space = interview.space;
  made.starts_at = interview.starts_at;
  made.minutes = interview.minutes;
  if (const Service* service = find_by_code(moment.plan.services, made.service)) made.label = service->neutral_name;
  made.state = AppointmentState::booked;
  return made;
}

std::vector<CommonSlot> slots_of(const CommonSlotSearch& wanted, int days, const Dossier& dossier, const Moment& moment) {
  return common_slots(wanted, moment.plan, {moment.now, days, dossier.diary(moment.now)}, moment.holidays, moment.zone);
}

}  // namespace

Issues check(const FindCommonSlots& query, const Moment& moment) {
  Checker checker;
  for (std::size_t i = 0; i < query.professionals.size(); ++i)
    checker.known(find_by_code(moment.plan.professionals, query.professionals[i]), "/professionals/" + std::to_string(i));
  checker.require(query.professionals.size() >= 2, "/professionals", "too_few",
                  {"nommer au moins deux professionnels", "name two professionals at least"});
  checker.require(query.minutes >= 1 && query.minutes <= longest_minutes, "/minutes", "out_of_range",
                  {"attendu : de 1 à 480 minutes", "expected 1 to 480 minutes"});
  checker.require(query.days >= 1 && query.days <= look_ahead_days, "/days", "out_of_range",
                  {"attendu : de 1 à 366 jours", "expected 1 to 366 days"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const FindCommonSlots&, const Dossier&, const Moment&) { return {}; }

Result<CommonSlots> answer(const FindCommonSlots& query, const Asked& asked) {
  return CommonSlots{slots_of({query.professionals, query.minutes}, query.days, asked.dossier, asked.moment)};
}

Issues check(const PlanJointInterview& command, const Moment& moment) {
  Checker checker;
  for (std::size_t i = 0; i < command.attendees.size(); ++i)
    checker.known(hat_today(moment, command.attendees[i]), "/attendees/" + std::to_string(i));
  checker.each_named<DataCategory>(command.themes, "/themes");
  checker.require(command.starts_at > moment.now, "/starts_at", "in_the_past",
                  {"cet instant est déjà passé", "this instant is already over"});
  checker.require(command.minutes >= 1 && command.minutes <= longest_minutes, "/minutes", "out_of_range",
                  {"attendu : de 1 à 480 minutes", "expected 1 to 480 minutes"});
  Issues issues = std::move(checker).issues();
  if (!issues.list.empty()) return issues;
  return check(interview_of(command, moment));
}

std::vector<Access> accesses(const PlanJointInterview&, const Dossier&, const Moment&) {
  return {{RequestAction::record, DataCategory::appointment, nullptr, {}}};
}

Result<Handled<PlanJointInterview>> handle(const PlanJointInterview& command, const Dossier& dossier, const Clearance&,
                                           const Moment& moment) {
  if (!find_by_id(dossier.of<NeedRecord>(), command.need_id)) return refusal("need_unknown");
  JointInterview interview = interview_of(command, moment);
  const Date day = day_in(interview.starts_at, moment.zone);
  if (auto gap = uncovered(interview, dossier.of<Consent>(), day)) return std::move(*gap);
  for (const auto& own : dossier.of<Appointment>())
    if (takes_place(own) && own.starts_at < interview.starts_at + std::chrono::minutes(interview.minutes) &&
        interview.starts_at < own.starts_at + std::chrono::minutes(own.minutes))
      return refusal("person_already_booked");
  const auto slots = slots_of({command.attendees, command.minutes}, look_ahead_days, dossier, moment);
  const auto slot =
      std::find_if(slots.begin(), slots.end(), [&](const CommonSlot& each) { return each.starts_at == command.starts_at; });
  if (slot == slots.end()) return refusal("no_common_slot");

  interview.id = next_id<JointInterviewId>(moment.ids);
  interview.appointment_id = next_id<AppointmentId>(moment.ids);
  interview.space = slot->space;
  Handled<PlanJointInterview> done{
      {interview.id, interview.appointment_id, interview.space, interview.starts_at, {}}, {}, {}, {}};
  for (const auto& each : interview.attendees) {
    done.answer.organisations.push_back(each.organisation);
    for (const auto& theme : interview.themes)
      if (const Consent* consent = consent_for(each.organisation, theme, dossier, day);
          consent &&
          std::find(interview.consents.begin(), interview.consents.end(), consent->id) == interview.consents.end())
        interview.consents.push_back(consent->id);
  }
  done.writes = {added(appointment_of(interview, command.need_id, moment)), added(interview)};
  done.effects = about(to_text(interview.appointment_id), {"send_neutral_confirmation"});
  return done;
}

Issues check(const HoldJointInterview&, const Moment&) { return {}; }

std::vector<Access> accesses(const HoldJointInterview& command, const Dossier& dossier, const Moment& moment) {
  std::vector<Access> needed{{RequestAction::record, DataCategory::appointment, nullptr, {}}};
  const JointInterview* interview = find_by_id(dossier.of<JointInterview>(), command.joint_interview_id);
  if (!interview) return needed;
  AccessRequest known;
  known.channel = SharingChannel::person_present;
  for (const auto& each : interview->attendees) {
    const Service* service = service_of(each.professional, moment);
    if (!service || service->organisation == moment.hat.organisation) continue;
    for (const auto& theme : interview->themes) {
      const Consent* consent = consent_for(each.organisation, theme, dossier, moment.today);
      needed.push_back({RequestAction::disclose, *enum_from<DataCategory>(theme.text()), service,
                        consent ? std::optional(consent->id) : std::nullopt, known});
    }
  }
  return needed;
}

Result<Handled<HoldJointInterview>> handle(const HoldJointInterview& command, const Dossier& dossier,
                                           const Clearance& clearance, const Moment& moment) {
  const JointInterview* found = find_by_id(dossier.of<JointInterview>(), command.joint_interview_id);
  if (!found) return refusal("joint_interview_unknown");
  if (found->referent != moment.professional.code) return refusal("not_the_referent");
  const JointInterviewContext context{moment.now >= found->starts_at,
                                      !uncovered(*found, dossier.of<Consent>(), moment.today)};
  const auto step = joint_interview_machine().step(found->state, JointInterviewEvent::hold, context);
  if (!step) return step.error();
  Handled<HoldJointInterview> done{{found->id, {}}, {}, about(to_text(found->id), step->effects), {}};
  if (step->no_op) return done;
  JointInterview held = *found;
  held.state = step->state;
  done.writes.push_back(changed(held));
  for (const auto& disclosure : clearance.disclosures) {
    done.answer.disclosures.push_back(disclosure.id);
    done.writes.push_back(added(disclosure));
  }
  return done;
}

Issues check(const CancelJointInterview&, const Moment&) { return {}; }
std::vector<Access> accesses(const CancelJointInterview&, const Dossier&, const Moment&) {
  return {{RequestAction::record, DataCategory::appointment, nullptr, {}}};
}
Result<Handled<CancelJointInterview>> handle(const CancelJointInterview& command, const Dossier& dossier, const Clearance&,
                                             const Moment& moment) {
  const JointInterview* found = find_by_id(dossier.of<JointInterview>(), command.joint_interview_id);
  if (!found) return refusal("joint_interview_unknown");
  if (found->referent != moment.professional.code) return refusal("not_the_referent");
  const auto step = joint_interview_machine().step(found->state, JointInterviewEvent::cancel, {});
  if (!step) return step.error();
  Handled<CancelJointInterview> done{{found->id, {}}, {}, about(to_text(found->id), step->effects), {}};
  if (step->no_op) return done;
  JointInterview cancelled = *found;
  cancelled.state = step->state;
  done.writes.push_back(changed(cancelled));
  if (const Appointment* appointment = find_by_id(dossier.of<Appointment>(), found->appointment_id)) {
    const auto freed = appointment_machine().step(appointment->state, AppointmentEvent::cancel_by_service, {});
    if (!freed) return freed.error();
    Appointment revoked = *appointment;
    revoked.state = freed->state;
    done.writes.push_back(changed(revoked));
  }
  return done;
}

}  // namespace patio
