#include <patio/schedule/holiday.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "properties.hpp"

using namespace patio;

namespace {

/// The days of each zone in the table, which was computed apart from this library.
std::map<std::string, std::multiset<Date>> table() {
  std::ifstream file(PATIO_TEST_DATA "/vectors/jours-feries/jours-feries-2020-2030.csv");
  REQUIRE(file);
  std::map<std::string, std::multiset<Date>> days;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto day = parse_date(line.substr(0, 10));
    REQUIRE(day);
    days[line.substr(line.rfind(',') + 1)].insert(*day);
  }
  return days;
}

std::multiset<Date> computed(HolidayZone zone) {
  std::multiset<Date> days;
  for (int year = 2020; year <= 2030; ++year)
    for (const auto& holiday : public_holidays(year, zone)) days.insert(holiday.day);
  return days;
}

std::vector<std::string> names_on(Date day, int year) {
  std::vector<std::string> names;
  for (const auto& holiday : public_holidays(year, HolidayZone::metropole))
    if (holiday.day == day) names.push_back(holiday.name.fr);
  return names;
}

}  // namespace

TEST_CASE("the eleven national holidays of 2020 to 2030 are those of the table") {
  CHECK(computed(HolidayZone::metropole) == table()["national"]);
}

TEST_CASE("Alsace-Moselle adds Good Friday and 26 December") {
  auto expected = table()["national"];
  expected.merge(table()["alsace-moselle"]);
  CHECK(expected.size() == 11 * 13);
  CHECK(computed(HolidayZone::alsace_moselle) == expected);
}

TEST_CASE("1 May and Ascension fell on one day in 2008, and both are listed") {
  CHECK(names_on(2008_y / 5 / 1, 2008) == std::vector<std::string>{"1er mai", "Ascension"});
  CHECK(public_holidays(2008, HolidayZone::metropole).size() == 11);
}

TEST_CASE("Easter at its earliest, its latest, and in years that catch wrong formulas") {
  CHECK(easter(1818) == 1818_y / 3 / 22);
  CHECK(easter(2285) == 2285_y / 3 / 22);
  CHECK(easter(1943) == 1943_y / 4 / 25);
  CHECK(easter(2038) == 2038_y / 4 / 25);
  CHECK(easter(1954) == 1954_y / 4 / 18);
  CHECK(easter(1981) == 1981_y / 4 / 19);
  CHECK(easter(2000) == 2000_y / 4 / 23);
  CHECK(easter(2049) == 2049_y / 4 / 18);
  CHECK(easter(2076) == 2076_y / 4 / 19);
  CHECK(easter(2026) == 2026_y / 4 / 5);
}

TEST_CASE("Easter is the Sunday after the full moon of the church's tables") {
  // A second way to it: golden number and epact, as the calendar reform of 1582 states them.
  const auto by_epact = [](int year) {
    const int golden = year % 19 + 1, century = year / 100 + 1;
    const int skipped_leaps = 3 * century / 4 - 12, moon_correction = (8 * century + 5) / 25 - 5;
    int epact = (11 * golden + 20 + moon_correction - skipped_leaps) % 30;
    if (epact < 0) epact += 30;
    if ((epact == 25 && golden > 11) || epact == 24) ++epact;
    int full_moon = 44 - epact;
    if (full_moon < 21) full_moon += 30;
    Date day = add_days(date::year{year} / 3 / 1, full_moon - 1);
    do day = add_days(day, 1);
    while (date::weekday(date::sys_days(day)) != date::Sunday);
    return day;
  };
  for (int year = 1583; year <= 4099; ++year) REQUIRE(easter(year) == by_epact(year));
}

TEST_CASE("holidays come in order of date, each in its year, with a name in both languages") {
  prop("for any year and zone", [] {
    const int year = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(1900, 2200));
    const auto zone = *rc::gen::element(HolidayZone::metropole, HolidayZone::alsace_moselle);
    const auto holidays = public_holidays(year, zone);
    RC_ASSERT(holidays.size() == (zone == HolidayZone::metropole ? 11U : 13U));
    RC_ASSERT(std::is_sorted(holidays.begin(), holidays.end(), [](auto& a, auto& b) { return a.day < b.day; }));
    for (const auto& holiday : holidays) {
      RC_ASSERT(holiday.day.ok());
      RC_ASSERT(holiday.day.year() == date::year{year});
      RC_ASSERT(!holiday.name.fr.empty() && !holiday.name.en.empty());
    }
  });
}

TEST_CASE("a working day is Monday to Friday and no holiday") {
  const std::vector<Date> holidays{2026_y / 4 / 6};
  CHECK(is_working_day(2026_y / 4 / 3, holidays));
  CHECK_FALSE(is_working_day(2026_y / 4 / 4, holidays));
  CHECK_FALSE(is_working_day(2026_y / 4 / 5, holidays));
  CHECK_FALSE(is_working_day(2026_y / 4 / 6, holidays));
  CHECK(is_working_day(2026_y / 4 / 7, holidays));
}
