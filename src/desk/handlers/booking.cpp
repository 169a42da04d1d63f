#include "../handle.hpp"

namespace patio {
namespace {

constexpr int look_ahead_days = 370;

}  // namespace

Issues check(const BookAppointment& command, const Moment& moment) {
  Checker checker;
  checker.known(find_by_code(moment.plan.permanences, command.permanence), "/permanence");
  checker.require(command.starts_at > moment.now, "/starts_at", "in_the_past",
                  {"cet instant est déjà passé", "this instant is already over"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const BookAppointment&, const Dossier&, const Moment&) {
  return {{RequestAction::record, DataCategory::appointment, nullptr, {}}};
}

Result<Handled<BookAppointment>> handle(const BookAppointment& command, const Dossier& dossier, const Clearance&,
                                        const Moment& moment) {
  const NeedRecord* need = find_by_id(dossier.needs, command.need_id);
  if (!need) return refusal("need_unknown");
  const auto& permanence = *find_by_code(moment.plan.permanences, command.permanence);
  const Service* service = find_by_code(moment.plan.services, permanence.service);
  if (!service || service->status != ServiceStatus::open) return refusal("service_not_open");
  for (const auto& own : dossier.appointments)
    if (takes_place(own) && own.starts_at < command.starts_at + std::chrono::minutes(permanence.slot_minutes) &&
        command.starts_at < own.starts_at + std::chrono::minutes(own.minutes))
      return refusal("person_already_booked");
  const auto slots =
      free_slots(permanence, {moment.now, look_ahead_days, dossier.diary}, moment.holidays, moment.zone);
  for (const auto& slot : slots) {
    if (slot.starts_at != command.starts_at) continue;
    const auto step = appointment_machine().step(AppointmentState::held, AppointmentEvent::confirm, {});
    if (!step) return step.error();
    const Appointment appointment{next_id<AppointmentId>(moment.ids), command.person_id,     need->id,
                                  slot.permanence,                    slot.service,          slot.professional,
                                  slot.space,                         slot.starts_at,        slot.minutes,
                                  service->neutral_name,              step->state};
    return Handled<BookAppointment>{{appointment.id, appointment.space, appointment.starts_at},
                                    {{WriteKind::add, appointment}},
                                    step->effects,
                                    {}};
  }
  return refusal("slot_taken");
}

}  // namespace patio
