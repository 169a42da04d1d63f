#include <patio/casework/appointment.hpp>

namespace patio {
namespace {

using S = AppointmentState;
using E = AppointmentEvent;
using Context = AppointmentContext;
using Line = MachineWords<S, E, Context>;

bool hold_is_over(const Context& c) { return c.hold_is_over; }
bool has_ended(const Context& c) { return c.has_ended; }

}  // namespace

bool takes_place(const Appointment& appointment) {
  return appointment.state == AppointmentState::held || appointment.state == AppointmentState::booked;
}

const Machine<AppointmentState, AppointmentEvent, AppointmentContext>& appointment_machine() {
  static const Machine<S, E, Context> machine{
      "appointment",
      S::held,
      {
          Line::go(S::held, E::confirm, S::booked).then({"send_neutral_confirmation"}),
          Line::go(S::held, E::cancel_by_person, S::released),
          Line::go(S::held, E::cancel_by_service, S::released),
          Line::go(S::held, E::elapse, S::released).when("hold_is_over", hold_is_over),
          Line::stay(S::held, E::elapse),

          Line::stay(S::booked, E::confirm),
          Line::go(S::booked, E::cancel_by_person, S::excused).then({"free_slot"}),
          Line::go(S::booked, E::cancel_by_service, S::revoked).then({"propose_rebooking"}),
          Line::go(S::booked, E::close, S::honoured).guard("not_ended_yet", has_ended),
          Line::go(S::booked, E::miss, S::no_show).guard("not_ended_yet", has_ended),
          Line::stay(S::booked, E::elapse),

          Line::stay(S::released, E::elapse),
          Line::stay(S::excused, E::elapse),
          Line::stay(S::revoked, E::elapse),
          Line::stay(S::honoured, E::elapse),
          Line::stay(S::no_show, E::elapse),
      }};
  return machine;
}

}  // namespace patio
