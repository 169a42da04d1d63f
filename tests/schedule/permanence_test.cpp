#include <patio/schedule/permanence.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "properties.hpp"

using namespace patio;
using std::chrono::minutes;

namespace {

const Zone paris = *find_zone("Europe/Paris");

ClockTime clock_at(int hour, int minute = 0) { return {std::chrono::hours(hour) + minutes(minute)}; }
Instant at(const char* text) { return *parse_instant(text); }

/// First and third Thursdays, 14:00 to 17:00, in half-hours.
Permanence conciliator() {
  Permanence permanence;
  permanence.code = {"perm:conciliateur"};
  permanence.service = {"svc:conciliateur"};
  permanence.professional = {"pro:con1"};
  permanence.site = {"site:patio"};
  permanence.weekday = Weekday::thursday;
  permanence.weeks_of_month = {1, 3};
  permanence.opens = clock_at(14);
  permanence.closes = clock_at(17);
  permanence.slot_minutes = 30;
  permanence.notice_minutes = 60;
  permanence.spaces = {{"space:c1"}, {"space:c2"}};
  permanence.period = {2026_y / 1 / 1, {}};
  return permanence;
}

Permanence at_night(Weekday weekday, ClockTime opens, ClockTime closes, int slot) {
  Permanence permanence = conciliator();
  permanence.weekday = weekday;
  permanence.weeks_of_month.clear();
  permanence.opens = opens;
  permanence.closes = closes;
  permanence.slot_minutes = slot;
  permanence.notice_minutes = 0;
  return permanence;
}

std::vector<Slot> slots_from(const Permanence& permanence, const char* now, int days, std::vector<Occupied> occupied = {},
                             std::vector<Date> holidays = {}) {
  return free_slots(permanence, {at(now), days, std::move(occupied)}, holidays, paris);
}

std::vector<std::string> starts(const std::vector<Slot>& slots) {
  std::vector<std::string> texts;
  for (const auto& slot : slots) texts.push_back(to_text(slot.starts_at).substr(0, 16) + "Z");
  return texts;
}

using Starts = std::vector<std::string>;

std::vector<std::string> faults(const Permanence& permanence) {
  std::vector<std::string> found;
  for (const auto& issue : check(permanence).list) found.push_back(issue.path + " " + issue.code);
  return found;
}

// The naive way: walk the minutes of real time, read the wall, never ask when a wall time is.

bool naively_held(const Permanence& permanence, Date day) {
  int nth = 0;
  for (Date each = day.year() / day.month() / 1; each <= day; each = add_days(each, 1))
    if (weekday_of(each) == weekday_of(day)) ++nth;
  const auto& weeks = permanence.weeks_of_month;
  return weekday_of(day) == permanence.weekday && !(day < permanence.period.since) &&
         !(permanence.period.until && !(day < *permanence.period.until)) &&
         std::count(permanence.cancelled.begin(), permanence.cancelled.end(), day) == 0 &&
         (weeks.empty() || std::count(weeks.begin(), weeks.end(), nth) > 0);
}

bool naively_taken(const std::vector<Occupied>& occupied, Instant begin, int length, auto concerns) {
  for (Instant minute = begin; minute < begin + minutes(length); minute += minutes(1))
    for (const auto& each : occupied)
      if (concerns(each) && each.starts_at <= minute && minute < each.starts_at + minutes(each.minutes)) return true;
  return false;
}

std::vector<Slot> naive_slots(const Permanence& permanence, const SlotSearch& search, const std::vector<Date>& holidays,
                              const Zone& zone) {
  std::vector<Slot> slots;
  const Date today = day_in(search.now, zone), last = add_days(today, search.days - 1);
  std::map<Date, Instant> closing;
  std::map<Date, std::vector<Instant>> begins;
  std::set<std::pair<Date, ClockTime>> seen;
  const Instant midnight = date::floor<date::days>(search.now) - std::chrono::hours(36);
  for (Instant now = midnight; now < midnight + std::chrono::hours(24 * (search.days + 4)); now += minutes(1)) {
    const auto wall = local(now, zone);
    if (!seen.emplace(wall.day, wall.clock).second) continue;
    const auto since_opening = wall.clock.since_midnight - permanence.opens.since_midnight;
    if (wall.clock >= permanence.opens && wall.clock < permanence.closes && since_opening.count() % permanence.slot_minutes == 0)
      begins[wall.day].push_back(now);
    if (wall.clock >= permanence.closes) closing.try_emplace(wall.day, now);
    closing.try_emplace(add_days(wall.day, -1), now);
  }
  for (const auto& [day, day_begins] : begins) {
    if (day < today || day > last || !naively_held(permanence, day)) continue;
    if (std::count(holidays.begin(), holidays.end(), day)) continue;
    Instant free_from{};
    for (const Instant begin : day_begins) {
      const auto wall_end = local(begin, zone).clock.since_midnight + minutes(permanence.slot_minutes);
      if (begin < free_from || begin + minutes(permanence.slot_minutes) > closing.at(day)) continue;
      if (wall_end > permanence.closes.since_midnight) continue;
      free_from = begin + minutes(permanence.slot_minutes);
      if (search.now > begin - minutes(permanence.notice_minutes)) continue;
      const auto busy = [&](auto concerns) {
        return naively_taken(search.occupied, begin, permanence.slot_minutes, concerns);
      };
      if (busy([&](const auto& each) { return each.professional == permanence.professional; })) continue;
      for (const auto& space : permanence.spaces)
        if (!busy([&](const auto& each) { return each.space == space; })) {
          slots.push_back({permanence.code, permanence.service, permanence.professional, space, begin,
                           permanence.slot_minutes});
          break;
        }
    }
  }
  return slots;
}

struct Case {
  Permanence permanence;
  SlotSearch search;
  std::vector<Date> holidays;
};

/// Anywhere in the range from the first try: rapidcheck would begin near its foot.
int within(int first, int end) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(first, end)); }

/// Small cases that meet often: near the changes of clock, with few spaces and many bookings.
Case any_case() {
  Case any;
  any.permanence = conciliator();
  any.permanence.weekday = static_cast<Weekday>(within(0, 7));
  any.permanence.weeks_of_month = *rc::gen::element(std::vector<int>{}, std::vector<int>{1, 3}, std::vector<int>{2, 4, 5});
  const int opens = within(0, 19 * 4) * 15;
  any.permanence.opens = {minutes(opens)};
  any.permanence.closes = {minutes(std::min(24 * 60, opens + within(4, 32) * 15))};
  any.permanence.slot_minutes = *rc::gen::element(15, 20, 30, 45, 60, 90);
  any.permanence.notice_minutes = *rc::gen::element(0, 1, 60, 1440);
  const Date around = *rc::gen::element(2026_y / 3 / 20, 2026_y / 10 / 15, 2026_y / 6 / 1, 2027_y / 12 / 25);
  any.search.now = date::sys_days(around) + minutes(within(0, 10 * 24 * 60)) +
                   std::chrono::microseconds(*rc::gen::element(0, 1, 59'999'999));
  any.search.days = within(0, 15);
  for (int left = within(0, 30); left > 0; --left) {
    Occupied taken;
    taken.starts_at = date::sys_days(around) + minutes(within(0, 24 * 24 * 60));
    taken.minutes = within(0, 600);
    taken.space = *rc::gen::element(SpaceCode("space:c1"), SpaceCode("space:c2"), SpaceCode("space:other"));
    taken.professional = *rc::gen::element(ProfessionalCode("pro:con1"), ProfessionalCode("pro:mds1"));
    any.search.occupied.push_back(taken);
  }
  any.permanence.cancelled = {add_days(around, within(0, 24))};
  any.holidays = {add_days(around, within(0, 24))};
  return any;
}

}  // namespace

TEST_CASE("a permanence of the first and third Thursdays is held on those, fifth Thursdays excluded") {
  std::vector<std::string> days;
  for (Date day = 2026_y / 10 / 1; day < 2026_y / 11 / 1; day = add_days(day, 1))
    if (held_on(conciliator(), day)) days.push_back(to_text(day));
  CHECK(days == std::vector<std::string>{"2026-10-01", "2026-10-15"});
}

TEST_CASE("a permanence is held from its first day, not on the day it ends, nor when cancelled") {
  Permanence permanence = conciliator();
  permanence.period = {2026_y / 3 / 5, 2026_y / 4 / 2};
  CHECK(held_on(permanence, 2026_y / 3 / 5));
  CHECK_FALSE(held_on(permanence, 2026_y / 2 / 19));
  CHECK_FALSE(held_on(permanence, 2026_y / 4 / 2));
  permanence.cancelled = {2026_y / 3 / 5};
  CHECK_FALSE(held_on(permanence, 2026_y / 3 / 5));
}

TEST_CASE("a day that does not exist is no day of permanence") { CHECK_FALSE(held_on(conciliator(), 2026_y / 2 / 30)); }

TEST_CASE("from Tuesday 10 March 2026 the first free slot of the conciliator is Thursday 19 March at 14:00") {
  const auto slots = slots_from(conciliator(), "2026-03-10T09:00:00+01:00", 28);
  REQUIRE(slots.size() == 12);
  CHECK(slots.front() == Slot{{"perm:conciliateur"}, {"svc:conciliateur"}, {"pro:con1"}, {"space:c1"},
                              at("2026-03-19T14:00:00+01:00"), 30});
  CHECK(slots[5].starts_at == at("2026-03-19T16:30:00+01:00"));
  CHECK(slots[6].starts_at == at("2026-04-02T14:00:00+02:00"));
}

TEST_CASE("a slot is bookable until its notice, to the instant") {
  Permanence permanence = conciliator();
  CHECK(slots_from(permanence, "2026-03-19T13:00:00+01:00", 1).size() == 6);
  CHECK(slots_from(permanence, "2026-03-19T13:00:00.000001+01:00", 1).size() == 5);
  permanence.notice_minutes = 0;
  CHECK(slots_from(permanence, "2026-03-19T16:30:00+01:00", 1).size() == 1);
}

TEST_CASE("today is the day on the wall of the site, not in Greenwich") {
  CHECK(slots_from(conciliator(), "2026-03-18T23:30:00Z", 1).size() == 6);
  CHECK(slots_from(conciliator(), "2026-03-18T22:30:00Z", 1).empty());
}

TEST_CASE("nothing is free on a public holiday") {
  Permanence permanence = conciliator();
  permanence.weekday = Weekday::monday;
  permanence.weeks_of_month.clear();
  CHECK(slots_from(permanence, "2026-04-06T06:00:00Z", 1).size() == 6);
  CHECK(slots_from(permanence, "2026-04-06T06:00:00Z", 1, {}, {2026_y / 4 / 6}).empty());
}

TEST_CASE("the next space of the list serves when the first is taken, and none when all are") {
  const Instant begins = at("2026-03-19T14:00:00+01:00");
  const Occupied first{{"space:c1"}, {"pro:mds1"}, begins - minutes(15), 30};
  const Occupied second{{"space:c2"}, {"pro:udaf1"}, begins + minutes(29), 1};
  CHECK(slots_from(conciliator(), "2026-03-19T08:00:00Z", 1, {first}).front().space == SpaceCode("space:c2"));
  const auto left = slots_from(conciliator(), "2026-03-19T08:00:00Z", 1, {first, second});
  CHECK(left.size() == 5);
  CHECK(left.front().starts_at == begins + minutes(30));
}

TEST_CASE("a booking that ends when a slot begins, or begins when it ends, is not in its way") {
  const Instant begins = at("2026-03-19T14:30:00+01:00");
  const std::vector<Occupied> around{{{"space:c1"}, {"pro:con1"}, begins - minutes(30), 30},
                                     {{"space:c1"}, {"pro:con1"}, begins + minutes(30), 30}};
  const auto slots = slots_from(conciliator(), "2026-03-19T08:00:00Z", 1, around);
  CHECK(slots.size() == 4);
  CHECK(slots.front().starts_at == begins);
}

TEST_CASE("a professional received elsewhere is not free, whatever the space") {
  const Occupied elsewhere{{"space:coll"}, {"pro:con1"}, at("2026-03-19T14:00:00+01:00"), 180};
  CHECK(slots_from(conciliator(), "2026-03-19T08:00:00Z", 1, {elsewhere}).empty());
}

TEST_CASE("what lasts no time takes no place") {
  const Occupied nothing{{"space:c1"}, {"pro:con1"}, at("2026-03-19T14:10:00+01:00"), 0};
  CHECK(slots_from(conciliator(), "2026-03-19T08:00:00Z", 1, {nothing}).size() == 6);
}

TEST_CASE("a rest shorter than a slot at the end of a permanence gives none") {
  Permanence permanence = conciliator();
  permanence.closes = clock_at(16, 59);
  CHECK(slots_from(permanence, "2026-03-19T08:00:00Z", 1).size() == 5);
}

TEST_CASE("a permanence stays at its time on the wall when the clocks change") {
  const auto friday = at_night(Weekday::friday, clock_at(9), clock_at(10), 60);
  CHECK(starts(slots_from(friday, "2026-03-27T00:00:00Z", 8)) == Starts{"2026-03-27T08:00Z", "2026-04-03T07:00Z"});
}

TEST_CASE("in the night of 29 March 2026 the slots between two and three do not exist") {
  const auto night = at_night(Weekday::sunday, clock_at(1), clock_at(4), 30);
  CHECK(starts(slots_from(night, "2026-03-28T12:00:00Z", 3)) ==
        Starts{"2026-03-29T00:00Z", "2026-03-29T00:30Z", "2026-03-29T01:00Z", "2026-03-29T01:30Z"});
}

TEST_CASE("a slot begun before the clocks go forward keeps its length, and the one it would run into is left out") {
  const auto night = at_night(Weekday::sunday, clock_at(0, 45), clock_at(4, 30), 45);
  // 00:45, 01:30 (lasts until 03:15 on the wall), then 03:00 is out, 03:45.
  CHECK(starts(slots_from(night, "2026-03-28T12:00:00Z", 3)) ==
        Starts{"2026-03-28T23:45Z", "2026-03-29T00:30Z", "2026-03-29T01:45Z"});
}

TEST_CASE("a permanence that closes within the hour that does not exist ends when the clocks move") {
  const auto night = at_night(Weekday::sunday, clock_at(1), clock_at(2, 30), 45);
  CHECK(starts(slots_from(night, "2026-03-28T12:00:00Z", 3)) == Starts{"2026-03-29T00:00Z"});
}

TEST_CASE("in the night of 25 October 2026 the slots between two and three are in the first of the two hours") {
  const auto night = at_night(Weekday::sunday, clock_at(1), clock_at(4), 60);
  CHECK(starts(slots_from(night, "2026-10-24T12:00:00Z", 3)) ==
        Starts{"2026-10-24T23:00Z", "2026-10-25T00:00Z", "2026-10-25T02:00Z"});
}

TEST_CASE("a permanence may last until midnight") {
  const auto late = at_night(Weekday::friday, clock_at(22), clock_at(24), 60);
  CHECK(starts(slots_from(late, "2026-03-13T06:00:00Z", 1)) == Starts{"2026-03-13T21:00Z", "2026-03-13T22:00Z"});
}

TEST_CASE("a search over no day, or back in time, finds nothing, and one over centuries looks at a year") {
  CHECK(slots_from(conciliator(), "2026-03-10T08:00:00Z", 0).empty());
  CHECK(slots_from(conciliator(), "2026-03-10T08:00:00Z", -3).empty());
  CHECK(slots_from(conciliator(), "2026-03-10T08:00:00Z", 2'000'000'000).size() == 24 * 6);
}

TEST_CASE("free slots are those that a walk through the minutes finds") {
  for (const char* name : {"Europe/Paris", "Australia/Lord_Howe", "America/St_Johns"})
    prop(std::string("for any permanence and bookings, in ") + name, [zone = *find_zone(name)] {
      const Case any = any_case();
      if (!check(any.permanence).list.empty()) RC_DISCARD("an impossible permanence");
      RC_ASSERT(free_slots(any.permanence, any.search, any.holidays, zone) ==
                naive_slots(any.permanence, any.search, any.holidays, zone));
    });
}

TEST_CASE("free slots do not depend on the order in which others booked") {
  prop("for any order of bookings", [] {
    const Case any = any_case();
    SlotSearch other = any.search;
    std::reverse(other.occupied.begin(), other.occupied.end());
    const auto turned = other.occupied.empty() ? 0 : *rc::gen::inRange<std::size_t>(0, other.occupied.size());
    std::rotate(other.occupied.begin(), other.occupied.begin() + static_cast<std::ptrdiff_t>(turned), other.occupied.end());
    RC_ASSERT(free_slots(any.permanence, any.search, any.holidays, paris) ==
              free_slots(any.permanence, other, any.holidays, paris));
  });
}

TEST_CASE("booking a free slot takes that slot and no other of the permanence") {
  prop("for any of them", [] {
    const Case any = any_case();
    const auto before = free_slots(any.permanence, any.search, any.holidays, paris);
    if (before.empty()) RC_DISCARD("nothing to book");
    const auto chosen = *rc::gen::elementOf(before);
    SlotSearch after = any.search;
    after.occupied.push_back({chosen.space, chosen.professional, chosen.starts_at, chosen.minutes});
    auto expected = before;
    expected.erase(std::find(expected.begin(), expected.end(), chosen));
    RC_ASSERT(free_slots(any.permanence, after, any.holidays, paris) == expected);
  });
}

TEST_CASE("a possible permanence has no fault") { CHECK(faults(conciliator()).empty()); }

TEST_CASE("closing before opening, or when it opens, is a fault") {
  Permanence permanence = conciliator();
  permanence.closes = permanence.opens;
  CHECK(faults(permanence) == Starts{"/closes closes_before_opening"});
  permanence.opens = clock_at(25);
  CHECK(faults(permanence) == Starts{"/opens not_a_clock_time"});
}

TEST_CASE("a slot lasts at least a minute and at most the whole permanence") {
  Permanence permanence = conciliator();
  permanence.slot_minutes = 180;
  CHECK(faults(permanence).empty());
  permanence.slot_minutes = 181;
  CHECK(faults(permanence) == Starts{"/slot_minutes slot_too_long"});
  permanence.slot_minutes = 0;
  CHECK(faults(permanence) == Starts{"/slot_minutes out_of_range"});
}

TEST_CASE("weeks of the month go from 1 to 5 and stand once") {
  Permanence permanence = conciliator();
  permanence.weeks_of_month = {0, 1, 1, 6};
  CHECK(faults(permanence) == Starts{"/weeks_of_month out_of_range", "/weeks_of_month repeated"});
}

TEST_CASE("a permanence needs a space, a possible period and a notice that is not negative") {
  Permanence permanence = conciliator();
  permanence.spaces.clear();
  permanence.notice_minutes = -1;
  permanence.period = {2026_y / 3 / 10, 2026_y / 3 / 10};
  CHECK(faults(permanence) == Starts{"/notice_minutes out_of_range", "/spaces no_space", "/period ends_before_it_begins"});
  permanence.period.since = 2026_y / 2 / 30;
  permanence.spaces = {{"space:c1"}, {"space:c1"}};
  CHECK(faults(permanence) == Starts{"/notice_minutes out_of_range", "/spaces repeated", "/period not_a_date"});
}

TEST_CASE("an impossible permanence gives no slot") {
  Permanence permanence = conciliator();
  permanence.slot_minutes = -30;
  CHECK(slots_from(permanence, "2026-03-10T08:00:00Z", 28).empty());
}
