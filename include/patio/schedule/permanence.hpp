#pragma once
/// \file
/// Permanences: a service received at a site on certain weekdays, and the slots they give.
///
///     std::vector<Slot> slots = free_slots(permanence, SlotSearch{now, 28, taken}, holidays, paris);

#include <vector>

#include <patio/directory/service.hpp>
#include <patio/directory/site.hpp>

namespace patio {

/// "perm:conciliateur"
using PermanenceCode = Code<struct PermanenceTag>;

struct Permanence {
  PermanenceCode code;
  ServiceCode service;
  ProfessionalCode professional;
  SiteCode site;
  Weekday weekday{};
  /// Which of the month's such weekdays, 1 to 5; empty means every week.
  std::vector<int> weeks_of_month;
  ClockTime opens;
  ClockTime closes;
  int slot_minutes = 0;
  /// A slot is bookable until so many minutes before it begins.
  int notice_minutes = 0;
  /// Where it may be held, in order of preference.
  std::vector<SpaceCode> spaces;
  Period period;
  /// Days on which it is not held.
  std::vector<Date> cancelled;
  bool operator==(const Permanence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Permanence, (), (code, service, professional, site, weekday, weeks_of_month, opens, closes, slot_minutes,
                                       notice_minutes, spaces, period, cancelled))

/// One bookable place in time, in a space of its own.
struct Slot {
  PermanenceCode permanence;
  ServiceCode service;
  ProfessionalCode professional;
  SpaceCode space;
  Instant starts_at;
  int minutes = 0;
  bool operator==(const Slot&) const = default;
};
BOOST_DESCRIBE_STRUCT(Slot, (), (permanence, service, professional, space, starts_at, minutes))

/// What is already taken: a space and a professional for a while.
struct Occupied {
  SpaceCode space;
  ProfessionalCode professional;
  Instant starts_at;
  int minutes = 0;
  bool operator==(const Occupied&) const = default;
};
BOOST_DESCRIBE_STRUCT(Occupied, (), (space, professional, starts_at, minutes))

struct SlotSearch {
  Instant now;
  /// How many days to look ahead, today included; beyond 366 none is looked at.
  int days = 28;
  std::vector<Occupied> occupied;
};

/// True if the permanence is held on that day: its weekday and week of the month, in its period, not cancelled.
[[nodiscard]] bool held_on(const Permanence& permanence, Date day);

/// Free slots in order of time: on days held, not on a holiday, after the notice, professional free and some space of
/// the list free. A slot whose wall time the clock change skips, or that it pushes into the next slot or beyond the
/// closing, is left out; one in a repeated hour is in the first of the two. Does not depend on the order of bookings.
/// An impossible permanence gives no slot.
[[nodiscard]] std::vector<Slot> free_slots(const Permanence& permanence, const SlotSearch& search,
                                           const std::vector<Date>& holidays, const Zone& zone);

/// Everything that makes a permanence impossible: closing before opening, slots longer than it, no space, weeks of the
/// month outside 1 to 5, a period that ends before it begins.
[[nodiscard]] Issues check(const Permanence& permanence);

}  // namespace patio
