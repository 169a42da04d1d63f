#pragma once
/// \file
/// Working hours and working days: when an answer is due, for somebody who is not always there.
///
///     WorkingCalendar calendar{site.hours, holidays_and_closures};
///     Instant due = end_of({2, LimitUnit::working_days}, sent_at, calendar, paris);     // from Friday 15:00: Tuesday 15:00
///
/// A day counts as working from Monday to Friday, unless it is a public holiday or the place is closed. Hours run only
/// while the place is open, on whatever weekday that is. Times on the wall are kept when the clocks change; one that the
/// change skips is when the clocks move, one that it repeats is the first of the two.

#include <optional>
#include <vector>

#include <patio/directory/site.hpp>
#include <patio/schedule/limit.hpp>

namespace patio {

struct WorkingCalendar {
  /// When the place that must act is open. Stretches may overlap and stand in any order.
  std::vector<OpeningHours> hours;
  /// Public holidays and closures, in any order.
  std::vector<Date> closed;
  bool operator==(const WorkingCalendar&) const = default;
};
BOOST_DESCRIBE_STRUCT(WorkingCalendar, (), (hours, closed))

/// The same time on the wall, so many days later. Not earlier than `start` for a count that is not negative.
[[nodiscard]] Instant after_days(Instant start, int days, const Zone& zone);

/// The same time on the wall on the `days`-th working day after that of `start`; `start` itself for 0 or less.
[[nodiscard]] Instant after_working_days(Instant start, int days, const WorkingCalendar& calendar, const Zone& zone);

/// When so many minutes of opening have passed. Nothing if a year does not hold as many.
[[nodiscard]] std::optional<Instant> after_working_minutes(Instant start, int minutes, const WorkingCalendar& calendar,
                                                           const Zone& zone);

/// When a limit of time that began at `start` is over. Working hours of a place that never opens run on the wall: who
/// waits for it must not wait for ever. A limit that counts `times` is over when it begins.
[[nodiscard]] Instant end_of(const Limit& limit, Instant start, const WorkingCalendar& calendar, const Zone& zone);

}  // namespace patio
