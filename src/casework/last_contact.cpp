#include <patio/casework/last_contact.hpp>

#include <algorithm>

namespace patio {

std::optional<Date> last_contact(const std::vector<Encounter>& visits, const std::vector<Appointment>& appointments,
                                 const Zone& zone, const std::vector<HomeVisit>& at_home) {
  std::optional<Instant> latest;
  const auto meet = [&](Instant at) { latest = std::max(latest.value_or(at), at); };
  for (const auto& visit : visits)
    if (visit.person_id) meet(visit.began_at);
  for (const auto& appointment : appointments)
    if (appointment.state == AppointmentState::honoured) meet(appointment.starts_at);
  for (const auto& visit : at_home)
    if (visit.state == HomeVisitState::done) meet(visit.starts_at);
  return latest ? std::optional(day_in(*latest, zone)) : std::nullopt;
}

}  // namespace patio
