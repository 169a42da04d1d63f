#include <patio/casework/appointment.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("a held slot is booked when confirmed and freed when its hold is over") {
  const auto& machine = appointment_machine();
  CHECK(machine.step(AppointmentState::held, AppointmentEvent::confirm, {})->state == AppointmentState::booked);
  CHECK(machine.step(AppointmentState::held, AppointmentEvent::elapse, {.hold_is_over = true})->state ==
        AppointmentState::released);
  CHECK(machine.step(AppointmentState::held, AppointmentEvent::elapse, {})->no_op);
}

TEST_CASE("who cancels decides the name of the absence: the person's is excused, the service's revokes") {
  const auto& machine = appointment_machine();
  CHECK(machine.step(AppointmentState::booked, AppointmentEvent::cancel_by_person, {})->state ==
        AppointmentState::excused);
  const auto revoked = machine.step(AppointmentState::booked, AppointmentEvent::cancel_by_service, {});
  CHECK(revoked->state == AppointmentState::revoked);
  CHECK(revoked->effects == std::vector<std::string>{"propose_rebooking"});
}

TEST_CASE("nobody has missed an appointment that has not ended") {
  CHECK(appointment_machine().step(AppointmentState::booked, AppointmentEvent::miss, {}).error().code ==
        "not_ended_yet");
}

TEST_CASE("only held and booked appointments take their place") {
  for (const auto& state : enumerators<AppointmentState>()) {
    Appointment appointment;
    appointment.state = state.value;
    CHECK(takes_place(appointment) ==
          (state.value == AppointmentState::held || state.value == AppointmentState::booked));
  }
}
