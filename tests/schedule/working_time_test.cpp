#include <patio/schedule/working_time.hpp>

#include <patio/schedule/holiday.hpp>

#include "properties.hpp"

using namespace patio;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const Zone paris = *find_zone("Europe/Paris");

ClockTime clock_at(int hour, int minute = 0) { return {hours(hour) + minutes(minute)}; }
Instant at(const char* text) { return *parse_instant(text); }

/// Open from Monday to Friday, 9 to 12 and 14 to 17:30, but not on Thursday afternoons.
WorkingCalendar patio_calendar() {
  WorkingCalendar calendar;
  for (const auto day : {Weekday::monday, Weekday::tuesday, Weekday::wednesday, Weekday::thursday, Weekday::friday}) {
    calendar.hours.push_back({day, clock_at(9), clock_at(12)});
    if (day != Weekday::thursday) calendar.hours.push_back({day, clock_at(14), clock_at(17, 30)});
  }
  for (const auto& each : public_holidays(2026, HolidayZone::metropole)) calendar.closed.push_back(each.day);
  return calendar;
}

std::string after_hours(const char* start, int count) {
  const auto due = after_working_minutes(at(start), count * 60, patio_calendar(), paris);
  return due ? to_text(*due).substr(0, 16) : "never";
}

std::string after_working(const char* start, int days) {
  return to_text(after_working_days(at(start), days, patio_calendar(), paris)).substr(0, 19);
}

/// The naive way: count the minutes of the wall one by one.
std::optional<Instant> counted(Instant start, int count, const WorkingCalendar& calendar) {
  for (Instant now = start; now < start + hours(24 * 20); now += minutes(1)) {
    if (count == 0) return now;
    const LocalTime wall = local(now, paris);
    const bool closed = std::find(calendar.closed.begin(), calendar.closed.end(), wall.day) != calendar.closed.end();
    const bool open = !closed && std::any_of(calendar.hours.begin(), calendar.hours.end(), [&](const OpeningHours& each) {
      return each.weekday == weekday_of(wall.day) && each.opens <= wall.clock && wall.clock < each.closes;
    });
    if (open) --count;
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("four working hours run over the midday closing") {
  CHECK(after_hours("2026-03-10T09:00:00Z", 4) == "2026-03-10T15:00");  // 10:00 to 12:00, 14:00 to 16:00
}

TEST_CASE("four working hours asked for on Thursday at noon end on Friday") {
  CHECK(after_hours("2026-03-12T11:00:00Z", 4) == "2026-03-13T14:00");
}

TEST_CASE("working hours that end exactly at closing time end then, and not at the next opening") {
  CHECK(after_hours("2026-03-10T08:00:00Z", 3) == "2026-03-10T11:00");
}

TEST_CASE("working hours asked for at night begin at the opening") {
  CHECK(after_hours("2026-03-09T22:00:00Z", 1) == "2026-03-10T09:00");
}

TEST_CASE("no working hour runs on a public holiday") {
  // Easter Monday is 6 April 2026.
  CHECK(after_hours("2026-04-03T15:00:00Z", 1) == "2026-04-07T07:30");
}

TEST_CASE("a place that never opens gives no working hour, yet a limit in working hours ends") {
  const WorkingCalendar never;
  CHECK_FALSE(after_working_minutes(at("2026-03-10T08:00:00Z"), 60, never, paris));
  CHECK(end_of({4, LimitUnit::working_hours}, at("2026-03-10T08:00:00Z"), never, paris) == at("2026-03-10T12:00:00Z"));
}

TEST_CASE("five working days after Tuesday are the next Tuesday at the same time") {
  CHECK(after_working("2026-03-10T08:00:07Z", 5) == "2026-03-17T08:00:07");
}

TEST_CASE("two working days from Friday end on Tuesday, and from Saturday too") {
  CHECK(after_working("2026-03-13T14:00:00Z", 2) == "2026-03-17T14:00:00");
  CHECK(after_working("2026-03-14T14:00:00Z", 2) == "2026-03-17T14:00:00");
}

TEST_CASE("a public holiday and a closure are no working days") {
  CHECK(after_working("2026-04-03T08:00:00Z", 1) == "2026-04-07T08:00:00");
  WorkingCalendar closed = patio_calendar();
  closed.closed.push_back(2026_y / 4 / 7);
  CHECK(after_working_days(at("2026-04-03T08:00:00Z"), 1, closed, paris) == at("2026-04-08T08:00:00Z"));
}

TEST_CASE("days keep the time on the wall when the clocks change") {
  CHECK(after_days(at("2026-03-20T08:00:30Z"), 10, paris) == at("2026-03-30T07:00:30Z"));
  CHECK(after_working("2026-03-27T08:00:00Z", 1) == "2026-03-30T07:00:00");
}

TEST_CASE("a day that ends within the skipped hour ends when the clocks move") {
  CHECK(after_days(at("2026-03-28T01:30:20Z"), 1, paris) == at("2026-03-29T01:00:00Z"));
}

TEST_CASE("working hours are those that a walk through the minutes counts") {
  prop("for any start, number and opening hours", [] {
    WorkingCalendar calendar;
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
      const int opens = *rc::gen::inRange(0, 24 * 60), closes = *rc::gen::inRange(opens, 24 * 60);
      calendar.hours.push_back({static_cast<Weekday>(*rc::gen::inRange(0, 7)), {minutes(opens)}, {minutes(closes)}});
    }
    if (*rc::gen::arbitrary<bool>()) calendar.closed.push_back(2026_y / 10 / 9);
    const Instant start = at("2026-09-27T00:00:00Z") + minutes(*rc::gen::inRange(0, 7 * 24 * 60));
    const int count = *rc::gen::inRange(1, 20 * 60);
    const auto naive = counted(start, count, calendar);
    if (!naive) RC_DISCARD("too few opening hours");
    const auto due = after_working_minutes(start, count, calendar, paris);
    RC_ASSERT(due.has_value());
    RC_ASSERT(*due == *naive);
  });
}

TEST_CASE("more working days never end earlier") {
  prop("for any start", [] {
    const Instant start = at("2026-03-01T00:00:00Z") + minutes(*rc::gen::inRange(0, 300 * 24 * 60));
    const int days = *rc::gen::inRange(0, 40);
    const auto calendar = patio_calendar();
    RC_ASSERT(after_working_days(start, days, calendar, paris) <= after_working_days(start, days + 1, calendar, paris));
    RC_ASSERT(after_days(start, days, paris) <= after_days(start, days + 1, paris));
  });
}
