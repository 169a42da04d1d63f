#include "../referral_course.hpp"
#include "../timed.hpp"

namespace patio {

std::optional<Instant> next_due(const Referral& referral, const Moment& moment) {
  const auto due = due_of(referral, moment.now, timing_of(referral, moment));
  return due.events.empty() ? due.next : moment.now;
}

Elapsed elapse(const Referral& referral, const Dossier& dossier, const Moment& moment) {
  ReferralCourse course(referral, WriteKind::change, dossier, moment);
  for (const auto event : due_of(referral, moment.now, timing_of(referral, moment)).events) {
    auto context = context_of(referral, dossier, moment);
    context.side = ReferralSide::time;
    context.time_is_over = true;
    if (const auto no = course.take(event, context))
      throw Error(ErrorCode::internal, {"le temps a fait un pas que la machine refuse", "time took a step that the machine refuses"});
  }
  // A timer may come early, when the limits or the opening hours have changed since it was set.
  course.keep();
  return {course.writes(), course.effects()};
}

}  // namespace patio
