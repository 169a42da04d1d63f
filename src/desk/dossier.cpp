#include "dossier.hpp"

namespace patio {
namespace {

constexpr auto longest_appointment = std::chrono::hours(24);

}  // namespace

std::uint64_t Dossier::revision() const {
  if (!reader_ || !id_) return 0;
  const auto known = reader_->get<FileRevision>(*id_);
  return known ? known->revision : 0;
}

std::vector<Occupied> Dossier::diary(Instant now) const {
  std::vector<Occupied> taken;
  for (const auto& each : find(in(&Appointment::state, {AppointmentState::held, AppointmentState::booked})
                                   .at_least(&Appointment::starts_at, now - longest_appointment)
                                   .ordered_by(&Appointment::starts_at)))
    taken.push_back({each.space, each.professional, each.starts_at, each.minutes});
  // Whoever else sits at the table, and whoever is on the way to somebody's home.
  for (const auto& each : find(where(&JointInterview::state, JointInterviewState::planned)
                                   .at_least(&JointInterview::starts_at, now - longest_appointment)))
    for (const auto& attendee : each.attendees) taken.push_back({each.space, attendee.professional, each.starts_at, each.minutes});
  for (const auto& each : find(in(&HomeVisit::state, {HomeVisitState::asked, HomeVisitState::booked})
                                   .at_least(&HomeVisit::starts_at, now - longest_appointment)))
    taken.push_back({{}, each.professional, each.starts_at, each.minutes});
  return taken;
}

}  // namespace patio
