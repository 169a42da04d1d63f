#include "urgency_days.hpp"

#include <algorithm>

#include <patio/directory/site.hpp>

namespace patio {
namespace {

bool is_working(Date day, const std::vector<Date>& holidays) {
  const auto weekday = weekday_of(day);
  return weekday != Weekday::saturday && weekday != Weekday::sunday &&
         std::find(holidays.begin(), holidays.end(), day) == holidays.end();
}

/// So many working days from that day on; on a day off, from the next working day.
Date working_day(Date day, int count, const std::vector<Date>& holidays) {
  for (int left = 366; !is_working(day, holidays) && left > 0; --left) day = add_days(day, 1);
  for (int left = 366; count > 0 && left > 0; --left) {
    day = add_days(day, 1);
    if (is_working(day, holidays)) --count;
  }
  return day;
}

}  // namespace

std::optional<Date> last_day_for(NeedUrgency urgency, Date day, const std::vector<Date>& holidays) {
  switch (urgency) {
    case NeedUrgency::u0:
    case NeedUrgency::u1: return working_day(day, 0, holidays);
    case NeedUrgency::u2: return working_day(day, 3, holidays);
    case NeedUrgency::u3: return working_day(day, 10, holidays);
    case NeedUrgency::u4: break;
  }
  return std::nullopt;
}

}  // namespace patio
