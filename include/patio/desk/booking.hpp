#pragma once
/// \file
/// A slot of a permanence, found and taken.

#include <patio/desk/command.hpp>
#include <patio/casework/appointment.hpp>

namespace patio {

struct AppointmentBooked {
  AppointmentId appointment_id;
  SpaceCode space;
  Instant starts_at;
  bool operator==(const AppointmentBooked&) const = default;
};
BOOST_DESCRIBE_STRUCT(AppointmentBooked, (), (appointment_id, space, starts_at))

/// Books a free slot of a permanence, in a space that keeps what the service needs kept.
struct BookAppointment {
  using Answer = AppointmentBooked;
  static constexpr std::string_view purpose = "orientation";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  NeedId need_id;
  PermanenceCode permanence;
  Instant starts_at;
  bool operator==(const BookAppointment&) const = default;
};
BOOST_DESCRIBE_STRUCT(BookAppointment, (), (command_id, person_id, need_id, permanence, starts_at))

struct FreeSlots {
  std::vector<Slot> slots;
  bool operator==(const FreeSlots&) const = default;
};
BOOST_DESCRIBE_STRUCT(FreeSlots, (), (slots))

/// Free slots of a service in the coming days, today included. Says nothing about who took the others.
struct FindSlots {
  using Answer = FreeSlots;
  static constexpr std::string_view purpose = "appointment";
  ServiceCode service;
  int days = 28;
  bool operator==(const FindSlots&) const = default;
};
BOOST_DESCRIBE_STRUCT(FindSlots, (), (service, days))

}  // namespace patio
