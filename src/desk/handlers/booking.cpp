#include <algorithm>

#include <patio/desk/booking.hpp>

#include "../handle.hpp"

namespace patio {
namespace {

constexpr int look_ahead_days = 370;
constexpr int longest_search_days = 370;

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
  const NeedRecord* need = find_by_id(dossier.of<NeedRecord>(), command.need_id);
  if (!need) return refusal("need_unknown");
  const auto& permanence = *find_by_code(moment.plan.permanences, command.permanence);
  const Service* service = find_by_code(moment.plan.services, permanence.service);
  if (!service || service->status != ServiceStatus::open) return refusal("service_not_open");
  for (const auto& own : dossier.of<Appointment>())
    if (takes_place(own) && own.starts_at < command.starts_at + std::chrono::minutes(permanence.slot_minutes) &&
        command.starts_at < own.starts_at + std::chrono::minutes(own.minutes))
      return refusal("person_already_booked");
  const auto slots =
      free_slots(permanence, {moment.now, look_ahead_days, dossier.diary(moment.now)}, moment.holidays, moment.zone);
  for (const auto& slot : slots) {
    if (slot.starts_at != command.starts_at) continue;
    const auto step = appointment_machine().step(AppointmentState::held, AppointmentEvent::confirm, {});
    if (!step) return step.error();
    const Appointment appointment{next_id<AppointmentId>(moment.ids), command.person_id,     need->id,
                                  slot.permanence,                    slot.service,          slot.professional,
                                  slot.space,                         slot.starts_at,        slot.minutes,
                                  service->neutral_name,              step->state};
    return Handled<BookAppointment>{{appointment.id, appointment.space, appointment.starts_at},
                                    {added(appointment)},
                                    about(to_text(appointment.id), step->effects),
                                    {}};
  }
  return refusal("slot_taken");
}

Issues check(const FindSlots& query, const Moment& moment) {
  Checker checker;
  checker.known(find_by_code(moment.plan.services, query.service), "/service");
  checker.require(query.days >= 1 && query.days <= longest_search_days, "/days", "out_of_range",
                  {"attendu : de 1 à 370 jours", "expected 1 to 370 days"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const FindSlots&, const Dossier&, const Moment&) { return {}; }

Result<FreeSlots> answer(const FindSlots& query, const Asked& asked) {
  FreeSlots found;
  const auto taken = asked.dossier.diary(asked.moment.now);
  for (const auto& permanence : asked.moment.plan.permanences) {
    if (permanence.service != query.service) continue;
    const auto slots = free_slots(permanence, {asked.moment.now, query.days, asked.dossier.diary(asked.moment.now)},
                                  asked.moment.holidays, asked.moment.zone);
    found.slots.insert(found.slots.end(), slots.begin(), slots.end());
  }
  std::stable_sort(found.slots.begin(), found.slots.end(),
                   [](const Slot& a, const Slot& b) { return a.starts_at < b.starts_at; });
  return found;
}

}  // namespace patio
