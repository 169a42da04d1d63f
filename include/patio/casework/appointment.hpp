#pragma once
/// \file
/// An appointment: who is received by whom, where and when, under a name that tells nothing.

#include <patio/base/machine.hpp>
#include <patio/casework/encounter.hpp>
#include <patio/schedule/permanence.hpp>

namespace patio {

using AppointmentId = Id<struct AppointmentTag>;

enum class AppointmentState { held, booked, released, excused, revoked, honoured, no_show };
BOOST_DESCRIBE_ENUM(AppointmentState, held, booked, released, excused, revoked, honoured, no_show)

struct Appointment {
  AppointmentId id;
  PersonId person_id;
  std::optional<NeedId> need_id;
  PermanenceCode permanence;
  ServiceCode service;
  ProfessionalCode professional;
  SpaceCode space;
  Instant starts_at;
  int minutes = 0;
  /// What may be read by others: the service's neutral name.
  Text label;
  AppointmentState state{};
  bool operator==(const Appointment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Appointment, (), (id, person_id, need_id, permanence, service, professional, space, starts_at,
                                        minutes, label, state))

/// True while it takes its place: held or booked.
[[nodiscard]] bool takes_place(const Appointment& appointment);

enum class AppointmentEvent { confirm, cancel_by_person, cancel_by_service, elapse, close, miss };
BOOST_DESCRIBE_ENUM(AppointmentEvent, confirm, cancel_by_person, cancel_by_service, elapse, close, miss)

struct AppointmentContext {
  bool hold_is_over = false;
  bool has_ended = false;
};

[[nodiscard]] const Machine<AppointmentState, AppointmentEvent, AppointmentContext>& appointment_machine();

}  // namespace patio
