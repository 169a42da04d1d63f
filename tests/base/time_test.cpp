#include <patio/base/time.hpp>

#include <limits>

#include "arbitrary.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

using std::chrono::hours;
using std::chrono::minutes;

const Zone paris = *find_zone("Europe/Paris");

Instant at(std::string_view text) { return *parse_instant(text); }

Period days_from(Date since, int count) { return {since, add_days(since, count)}; }

/// Any period, endless, empty and upside down ones too, around the same few days so that they meet.
rc::Gen<Period> any_period() {
  return rc::gen::map(rc::gen::tuple(rc::gen::inRange(0, 12), rc::gen::inRange(0, 14)), [](const auto& drawn) {
    const auto [since, until] = drawn;
    Period period{add_days(2026_y / 2 / 20, since), std::nullopt};
    if (until < 13) period.until = add_days(2026_y / 2 / 20, until);
    return period;
  });
}

/// Asks `holds` of every day on which those periods may begin, end or hold.
template <class Predicate>
bool on_every_day(Predicate holds) {
  for (int i = -1; i < 15; ++i)
    if (!holds(add_days(2026_y / 2 / 20, i))) return false;
  return true;
}

/// A birth and later days, not centuries away.
Date add_years_by_hand(Date birth, int years) {
  const Date same = (birth.year() + date::years(years)) / birth.month() / birth.day();
  return same.ok() ? same : same.year() / 3 / 1;
}

}  // namespace

// Days

TEST_CASE("a day is written year, month, day, and read back") {
  CHECK(to_text(2026_y / 3 / 10) == "2026-03-10");
  CHECK(parse_date("2026-03-10") == 2026_y / 3 / 10);
  CHECK(parse_date("2024-02-29") == 2024_y / 2 / 29);
  CHECK(to_text(1_y / 1 / 1) == "0001-01-01");
  CHECK(to_text(9999_y / 12 / 31) == "9999-12-31");
  prop("for any day", [](Date day) { RC_ASSERT(parse_date(to_text(day)) == day); });
}

TEST_CASE("a day that does not exist, or is written otherwise, is not read") {
  for (const char* text :
       {"",           "2026",        "2026-03",     "2026-3-10",   "2026-03-1",  "26-03-10",   "2026-02-29",  "2026-02-30",
        "2026-04-31", "2026-13-01",  "2026-00-10",  "2026-03-00",  "2026-03-32", "0000-01-01", "10000-01-01", "2026/03/10",
        "10-03-2026", "2026-03-10 ", " 2026-03-10", "2026-03-10T", "+026-03-10", "2026-03-1x", "20260310",    "1900-02-29"})
    CHECK_FALSE(parse_date(text));
}

TEST_CASE("days are counted through months, leap years and backwards") {
  CHECK(add_days(2026_y / 2 / 28, 1) == 2026_y / 3 / 1);
  CHECK(add_days(2024_y / 2 / 28, 1) == 2024_y / 2 / 29);
  CHECK(add_days(2026_y / 1 / 1, -1) == 2025_y / 12 / 31);
  CHECK(days_between(2026_y / 3 / 10, 2026_y / 4 / 9) == 30);
  CHECK(days_between(2026_y / 4 / 9, 2026_y / 3 / 10) == -30);
  prop("there and back", [](Date first, Date second) { RC_ASSERT(add_days(first, days_between(first, second)) == second); });
}

TEST_CASE("days stop at the ends of the calendar, however many are added") {
  CHECK(add_days(9999_y / 12 / 31, 1) == 9999_y / 12 / 31);
  CHECK(add_days(1_y / 1 / 1, -1) == 1_y / 1 / 1);
  CHECK(add_days(2026_y / 3 / 10, std::numeric_limits<int>::max()) == 9999_y / 12 / 31);
  CHECK(add_days(2026_y / 3 / 10, std::numeric_limits<int>::min()) == 1_y / 1 / 1);
}

// Months

TEST_CASE("a month after the day of sale is the same day of the next month") {
  CHECK(add_months(2026_y / 2 / 27, 1, Rounding::refuse) == 2026_y / 3 / 27);
}

TEST_CASE("31 January and a month: rounded down it is the last of February, up it is 1 March, else it is refused") {
  CHECK(add_months(2026_y / 1 / 31, 1, Rounding::down) == 2026_y / 2 / 28);
  CHECK(add_months(2026_y / 1 / 31, 1, Rounding::up) == 2026_y / 3 / 1);
  CHECK_FALSE(add_months(2026_y / 1 / 31, 1, Rounding::refuse));
  CHECK(add_months(2024_y / 1 / 31, 1, Rounding::down) == 2024_y / 2 / 29);
  CHECK(add_months(2026_y / 3 / 31, 1, Rounding::up) == 2026_y / 5 / 1);
}

TEST_CASE("29 February and twelve months") {
  CHECK(add_months(2024_y / 2 / 29, 12, Rounding::down) == 2025_y / 2 / 28);
  CHECK(add_months(2024_y / 2 / 29, 12, Rounding::up) == 2025_y / 3 / 1);
  CHECK_FALSE(add_months(2024_y / 2 / 29, 12, Rounding::refuse));
  CHECK(add_months(2024_y / 2 / 29, 48, Rounding::refuse) == 2028_y / 2 / 29);
}

TEST_CASE("months go backwards as well") {
  CHECK(add_months(2026_y / 3 / 31, -1, Rounding::down) == 2026_y / 2 / 28);
  CHECK(add_months(2026_y / 1 / 15, -1, Rounding::refuse) == 2025_y / 12 / 15);
  CHECK(add_months(2026_y / 3 / 10, -13, Rounding::refuse) == 2025_y / 2 / 10);
}

TEST_CASE("months end with the calendar, and no number of them wraps around") {
  CHECK(add_months(9999_y / 11 / 30, 1, Rounding::refuse) == 9999_y / 12 / 30);
  CHECK_FALSE(add_months(9999_y / 12 / 1, 1, Rounding::down));
  CHECK(add_months(1_y / 2 / 1, -1, Rounding::refuse) == 1_y / 1 / 1);
  CHECK_FALSE(add_months(1_y / 1 / 1, -1, Rounding::down));
  CHECK_FALSE(add_months(2026_y / 3 / 10, 12 * 65536, Rounding::down));
  CHECK_FALSE(add_months(2026_y / 3 / 10, std::numeric_limits<int>::max(), Rounding::down));
  CHECK_FALSE(add_months(2026_y / 3 / 10, std::numeric_limits<int>::min(), Rounding::down));
}

TEST_CASE("nothing is so many months after a day that does not exist") {
  CHECK_FALSE(add_months(2026_y / 2 / 30, 0, Rounding::down));
  CHECK_FALSE(add_months(Date{}, 1, Rounding::down));
}

TEST_CASE("the three roundings agree wherever the month has that day, and lie a day apart where it has not") {
  prop("for any day and number of months", [](Date day) {
    const int months = *rc::gen::inRange(-1200, 1201);
    const auto down = add_months(day, months, Rounding::down), up = add_months(day, months, Rounding::up);
    const auto exact = add_months(day, months, Rounding::refuse);
    RC_ASSERT(down.has_value() == up.has_value());
    if (exact)
      RC_ASSERT(exact == down && exact == up && exact->day() == day.day());
    else if (down)
      RC_ASSERT(add_days(*down, 1) == *up && up->day() == date::day(1));
  });
}

// Age

TEST_CASE("a person is a year older on their birthday, not the day before") {
  const Date birth = 2005_y / 11 / 20;
  CHECK(age_on(birth, 2026_y / 3 / 10) == 20);
  CHECK(age_on(birth, 2023_y / 11 / 19) == 17);
  CHECK(age_on(birth, 2023_y / 11 / 20) == 18);
  CHECK(age_on(birth, birth) == 0);
}

TEST_CASE("who is born on 29 February is a year older on 1 March of a common year") {
  const Date birth = 2008_y / 2 / 29;
  CHECK(age_on(birth, 2026_y / 2 / 28) == 17);
  CHECK(age_on(birth, 2026_y / 3 / 1) == 18);
  CHECK(age_on(birth, 2028_y / 2 / 28) == 19);
  CHECK(age_on(birth, 2028_y / 2 / 29) == 20);
}

TEST_CASE("nobody has an age before birth, nor on a day that does not exist") {
  CHECK_FALSE(age_on(2026_y / 3 / 11, 2026_y / 3 / 10));
  CHECK_FALSE(age_on(Date{}, 2026_y / 3 / 10));
  CHECK_FALSE(age_on(2005_y / 11 / 20, 2026_y / 2 / 30));
}

TEST_CASE("an age holds from one birthday to the next") {
  prop("for any birth and day", [](Date birth) {
    const Date day = add_days(birth, *rc::gen::inRange(0, 45000));
    const auto age = age_on(birth, day);
    RC_ASSERT(age.has_value());
    RC_ASSERT(add_years_by_hand(birth, *age) <= day);
    RC_ASSERT(day < add_years_by_hand(birth, *age + 1) || day == 9999_y / 12 / 31);
  });
}

// Periods

TEST_CASE("a period holds on its first day and no longer on the day it ends") {
  const Period consent{2026_y / 3 / 10, 2027_y / 3 / 10};
  CHECK_FALSE(contains(consent, 2026_y / 3 / 9));
  CHECK(contains(consent, 2026_y / 3 / 10));
  CHECK(contains(consent, 2027_y / 3 / 9));
  CHECK_FALSE(contains(consent, 2027_y / 3 / 10));
}

TEST_CASE("a period without end holds on every later day") {
  const Period open{2026_y / 3 / 10, std::nullopt};
  CHECK(contains(open, 9999_y / 12 / 31));
  CHECK_FALSE(contains(open, 2026_y / 3 / 9));
  CHECK_FALSE(is_empty(open));
}

TEST_CASE("a period that ends when or before it begins is empty, holds on no day and overlaps nothing") {
  const Date day = 2026_y / 3 / 10;
  for (const Period& empty : {Period{day, day}, Period{day, add_days(day, -5)}}) {
    CHECK(is_empty(empty));
    CHECK_FALSE(contains(empty, day));
    CHECK_FALSE(overlaps(empty, {2026_y / 1 / 1, std::nullopt}));
    CHECK_FALSE(overlaps(empty, empty));
  }
  CHECK_FALSE(is_empty(days_from(day, 1)));
}

TEST_CASE("two periods that touch do not overlap; a shared day makes them") {
  const auto march = Period{2026_y / 3 / 1, 2026_y / 4 / 1};
  CHECK_FALSE(overlaps(march, {2026_y / 4 / 1, 2026_y / 5 / 1}));
  CHECK(overlaps(march, {2026_y / 3 / 31, 2026_y / 5 / 1}));
  CHECK(overlaps(march, {2026_y / 1 / 1, std::nullopt}));
  CHECK_FALSE(overlaps(march, {2026_y / 4 / 1, std::nullopt}));
  CHECK(overlaps({2026_y / 1 / 1, std::nullopt}, {2030_y / 1 / 1, std::nullopt}));
}

TEST_CASE("what two periods share is later than both begin and earlier than both end") {
  CHECK(intersect({2026_y / 3 / 1, 2026_y / 4 / 1}, {2026_y / 3 / 15, std::nullopt}) ==
        Period{2026_y / 3 / 15, 2026_y / 4 / 1});
  CHECK(intersect({2026_y / 3 / 1, std::nullopt}, {2026_y / 1 / 1, std::nullopt}) == Period{2026_y / 3 / 1, std::nullopt});
  CHECK(is_empty(intersect({2026_y / 3 / 1, 2026_y / 4 / 1}, {2026_y / 4 / 1, 2026_y / 5 / 1})));
}

TEST_CASE("periods behave as the sets of their days") {
  prop("for any two periods", [] {
    const auto first = *any_period(), second = *any_period();
    const auto both = intersect(first, second);
    RC_ASSERT(
        on_every_day([&](Date day) { return contains(both, day) == (contains(first, day) && contains(second, day)); }));
    RC_ASSERT(is_empty(first) == on_every_day([&](Date day) { return !contains(first, day); }));
    RC_ASSERT(overlaps(first, second) == !on_every_day([&](Date day) { return !contains(both, day); }));
    RC_ASSERT(overlaps(first, second) == overlaps(second, first));
  });
}

// Instants and clock times

TEST_CASE("an instant is written in UTC with six decimals, however it was given") {
  CHECK(to_text(at("2026-03-10T08:00:00Z")) == "2026-03-10T08:00:00.000000Z");
  CHECK(to_text(at("2026-03-10T09:00:00+01:00")) == "2026-03-10T08:00:00.000000Z");
  CHECK(to_text(at("2026-03-10T01:30:00.5-06:30")) == "2026-03-10T08:00:00.500000Z");
  CHECK(to_text(at("1969-12-31T23:59:59.999999Z")) == "1969-12-31T23:59:59.999999Z");
  CHECK(to_text(at("2026-03-10T00:00:00.000001+14:00")) == "2026-03-09T10:00:00.000001Z");
}

TEST_CASE("an instant is read back as written, and the order of texts is the order of time") {
  prop("for any instant", [](Instant instant) { RC_ASSERT(parse_instant(to_text(instant)) == instant); });
  prop("for any two instants", [](Instant a, Instant b) { RC_ASSERT((a < b) == (to_text(a) < to_text(b))); });
  prop("for two close ones", [](Instant a) {
    const auto b = a + std::chrono::microseconds(*rc::gen::inRange(-2'000'000, 2'000'000));
    if (parse_instant(to_text(b)) == b) RC_ASSERT((a < b) == (to_text(a) < to_text(b)));
  });
}

TEST_CASE("an instant without zone, with a leap second, in other letters or beyond the calendar is not read") {
  for (const char* text : {"",
                           "2026-03-10",
                           "2026-03-10T08:00:00",
                           "2026-03-10T08:00Z",
                           "2026-03-10 08:00:00Z",
                           "2026-03-10t08:00:00z",
                           "2026-03-10T24:00:00Z",
                           "2026-03-10T08:60:00Z",
                           "2026-03-10T23:59:60Z",
                           "2026-03-10T08:00:00.Z",
                           "2026-03-10T08:00:00.1234567Z",
                           "2026-03-10T08:00:00+1:00",
                           "2026-03-10T08:00:00+24:00",
                           "2026-03-10T08:00:00+01",
                           "2026-03-10T08:00:00+0100",
                           "2026-03-10T08:00:00+01:60",
                           "2026-02-30T08:00:00Z",
                           "2026-03-10T08:00:00ZZ",
                           "0001-01-01T00:00:00+01:00",
                           "9999-12-31T23:59:59-01:00",
                           "2026-03-10T-8:00:00Z"})
    CHECK_FALSE(parse_instant(text));
}

TEST_CASE("a clock time goes from 00:00 to 24:00") {
  CHECK(parse_clock("09:30") == ClockTime{hours(9) + minutes(30)});
  CHECK(to_text(ClockTime{}) == "00:00");
  CHECK(to_text(*parse_clock("24:00")) == "24:00");
  for (const char* text : {"", "9:30", "09:3", "24:01", "25:00", "09:60", "0930", "09:30:00", "09-30", "09:30 "})
    CHECK_FALSE(parse_clock(text));
  prop("is read back as written", [](ClockTime clock) { RC_ASSERT(parse_clock(to_text(clock)) == clock); });
}

TEST_CASE("times on the wall sort by day, then by clock") {
  const LocalTime morning{2026_y / 3 / 10, {hours(9)}}, evening{2026_y / 3 / 10, {hours(18)}}, next{2026_y / 3 / 11, {}};
  CHECK(morning < evening);
  CHECK(evening < next);
  CHECK(morning == LocalTime{2026_y / 3 / 10, *parse_clock("09:00")});
}

// Zones

TEST_CASE("a zone that the system does not know is nothing") {
  CHECK(paris.name() == "Europe/Paris");
  for (const char* name : {"", "Europe/Igny", "europe/paris", "../../etc/passwd", "Europe/Paris "})
    CHECK_FALSE(find_zone(name));
}

TEST_CASE("the legal day of an instant depends on the zone") {
  const auto late = at("2026-03-10T23:30:00Z");
  CHECK(day_in(late, paris) == 2026_y / 3 / 11);
  CHECK(day_in(late, *find_zone("UTC")) == 2026_y / 3 / 10);
  CHECK(day_in(late, *find_zone("America/Cayenne")) == 2026_y / 3 / 10);
  CHECK(local(at("2026-07-01T07:30:59Z"), paris) == LocalTime{2026_y / 7 / 1, *parse_clock("09:30")});
}

TEST_CASE("a time on the wall is one instant, winter and summer") {
  const auto winter = instant_at({2026_y / 3 / 10, *parse_clock("09:00")}, paris);
  CHECK(winter.instant == at("2026-03-10T08:00:00Z"));
  CHECK_FALSE(winter.problem);
  CHECK(instant_at({2026_y / 7 / 1, *parse_clock("09:00")}, paris).instant == at("2026-07-01T07:00:00Z"));
  CHECK(instant_at({2026_y / 3 / 10, *parse_clock("24:00")}, paris).instant == at("2026-03-10T23:00:00Z"));
}

TEST_CASE("at Paris on 29 March 2026, 02:30 is skipped: the clocks move at 01:00 UTC") {
  const auto skipped = instant_at({2026_y / 3 / 29, *parse_clock("02:30")}, paris);
  CHECK(skipped.problem == WallProblem::skipped);
  CHECK(skipped.instant == at("2026-03-29T01:00:00Z"));
  CHECK(local(skipped.instant, paris).clock == *parse_clock("03:00"));
  CHECK(instant_at({2026_y / 3 / 29, *parse_clock("02:00")}, paris).problem == WallProblem::skipped);
  CHECK_FALSE(instant_at({2026_y / 3 / 29, *parse_clock("01:59")}, paris).problem);
  CHECK_FALSE(instant_at({2026_y / 3 / 29, *parse_clock("03:00")}, paris).problem);
}

TEST_CASE("at Paris on 25 October 2026, 02:30 comes twice: the first is in summer time") {
  const auto repeated = instant_at({2026_y / 10 / 25, *parse_clock("02:30")}, paris);
  CHECK(repeated.problem == WallProblem::repeated);
  CHECK(repeated.instant == at("2026-10-25T00:30:00Z"));
  CHECK(local(at("2026-10-25T01:30:00Z"), paris) == local(repeated.instant, paris));
  CHECK(instant_at({2026_y / 10 / 25, *parse_clock("02:00")}, paris).problem == WallProblem::repeated);
  CHECK_FALSE(instant_at({2026_y / 10 / 25, *parse_clock("01:59")}, paris).problem);
  CHECK_FALSE(instant_at({2026_y / 10 / 25, *parse_clock("03:00")}, paris).problem);
}

TEST_CASE("an instant told on the wall comes back, to the minute, unless the hour is repeated") {
  prop("at Paris since 1970", [] {
    const Instant instant(minutes(*rc::gen::inRange(0, 45'000'000)));
    const auto back = instant_at(local(instant, paris), paris);
    if (back.problem)
      RC_ASSERT(back.problem == WallProblem::repeated && instant - back.instant <= hours(1));
    else
      RC_ASSERT(back.instant == instant);
  });
}
