#include <patio/schedule/working_time.hpp>

#include <algorithm>
#include <utility>

#include <patio/schedule/holiday.hpp>

namespace patio {
namespace {

using std::chrono::minutes;

constexpr int farthest_days = 366;

/// What a clock on the wall does not show: seconds and less.
std::chrono::microseconds below_the_minute(Instant instant) { return instant - date::floor<minutes>(instant); }

/// The same wall time on another day.
Instant on_day(Instant start, const LocalTime& wall, Date day, const Zone& zone) {
  const auto there = instant_at({day, wall.clock}, zone);
  return there.problem == WallProblem::skipped ? there.instant : there.instant + below_the_minute(start);
}

using Stretch = std::pair<Instant, Instant>;

/// The stretches of one day on which the place is open, in order and apart.
std::vector<Stretch> openings(const WorkingCalendar& calendar, Date day, const Zone& zone) {
  std::vector<Stretch> open;
  if (std::find(calendar.closed.begin(), calendar.closed.end(), day) != calendar.closed.end()) return open;
  const Weekday weekday = weekday_of(day);
  for (const auto& each : calendar.hours)
    if (each.weekday == weekday && each.opens < each.closes)
      open.emplace_back(instant_at({day, each.opens}, zone).instant, instant_at({day, each.closes}, zone).instant);
  std::sort(open.begin(), open.end());
  std::vector<Stretch> apart;
  for (const auto& each : open) {
    if (!apart.empty() && each.first <= apart.back().second) apart.back().second = std::max(apart.back().second, each.second);
    else apart.push_back(each);
  }
  return apart;
}

}  // namespace

Instant after_days(Instant start, int days, const Zone& zone) {
  if (days == 0) return start;
  const LocalTime wall = local(start, zone);
  return on_day(start, wall, add_days(wall.day, days), zone);
}

Instant after_working_days(Instant start, int days, const WorkingCalendar& calendar, const Zone& zone) {
  if (days <= 0) return start;
  const LocalTime wall = local(start, zone);
  Date day = wall.day;
  // A calendar without any working day ends too: add_days stops at the last day of all.
  for (Date next = add_days(day, 1); days > 0 && next != day; next = add_days(next, 1)) {
    day = next;
    if (is_working_day(day, calendar.closed)) --days;
  }
  return on_day(start, wall, day, zone);
}

std::optional<Instant> after_working_minutes(Instant start, int count, const WorkingCalendar& calendar, const Zone& zone) {
  if (count <= 0) return start;
  std::chrono::microseconds left = minutes(count);
  const Date today = day_in(start, zone);
  for (int ahead = 0; ahead <= farthest_days; ++ahead)
    for (const auto& [opens, closes] : openings(calendar, add_days(today, ahead), zone)) {
      const Instant since = std::max(start, opens);
      if (since >= closes) continue;
      if (left <= closes - since) return since + left;
      left -= closes - since;
    }
  return std::nullopt;
}

Instant end_of(const Limit& limit, Instant start, const WorkingCalendar& calendar, const Zone& zone) {
  switch (limit.unit) {
    case LimitUnit::times: return start;
    case LimitUnit::days: return after_days(start, limit.amount, zone);
    case LimitUnit::working_days: return after_working_days(start, limit.amount, calendar, zone);
    case LimitUnit::working_hours: break;
  }
  const auto due = after_working_minutes(start, limit.amount * 60, calendar, zone);
  return due.value_or(start + std::chrono::hours(limit.amount));
}

}  // namespace patio
