#include <patio/schedule/holiday.hpp>

#include <algorithm>

namespace patio {
namespace {

struct FixedHoliday {
  unsigned month;
  unsigned day;
  const char* fr;
  const char* en;
};

/// Days after Easter Sunday.
struct MovableHoliday {
  int after_easter;
  const char* fr;
  const char* en;
};

// Code du travail L3133-1.
constexpr FixedHoliday fixed_holidays[] = {
    {1, 1, "1er janvier", "New Year's Day"},  {5, 1, "1er mai", "Labour Day"},
    {5, 8, "8 mai", "Victory Day, 1945"},     {7, 14, "14 juillet", "National Day"},
    {8, 15, "Assomption", "Assumption"},      {11, 1, "Toussaint", "All Saints' Day"},
    {11, 11, "11 novembre", "Armistice Day, 1918"}, {12, 25, "Noël", "Christmas Day"},
};
constexpr MovableHoliday movable_holidays[] = {
    {1, "Lundi de Pâques", "Easter Monday"},
    {39, "Ascension", "Ascension Day"},
    {50, "Lundi de Pentecôte", "Whit Monday"},
};

// Code du travail L3134-13. Good Friday there depends in law on a Protestant church in the commune: we keep it for all,
// as the administrations of the three departments do.
constexpr FixedHoliday fixed_in_alsace_moselle{12, 26, "2e jour de Noël", "Second day of Christmas"};
constexpr MovableHoliday movable_in_alsace_moselle{-2, "Vendredi saint", "Good Friday"};

Holiday in_year(int year, const FixedHoliday& each) {
  return {Date{date::year{year}, date::month{each.month}, date::day{each.day}}, {each.fr, each.en}};
}

Holiday around(Date easter_sunday, const MovableHoliday& each) {
  return {add_days(easter_sunday, each.after_easter), {each.fr, each.en}};
}

}  // namespace

// The anonymous Gregorian computus, in the letters under which it is known.
Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int from_march = h + l - 7 * m + 114;
  return Date{date::year{year}, date::month{static_cast<unsigned>(from_march / 31)},
              date::day{static_cast<unsigned>(from_march % 31 + 1)}};
}

std::vector<Holiday> public_holidays(int year, HolidayZone zone) {
  const Date sunday = easter(year);
  std::vector<Holiday> holidays;
  for (const auto& each : fixed_holidays) holidays.push_back(in_year(year, each));
  for (const auto& each : movable_holidays) holidays.push_back(around(sunday, each));
  if (zone == HolidayZone::alsace_moselle) {
    holidays.push_back(in_year(year, fixed_in_alsace_moselle));
    holidays.push_back(around(sunday, movable_in_alsace_moselle));
  }
  std::stable_sort(holidays.begin(), holidays.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  return holidays;
}

bool is_working_day(Date day, const std::vector<Date>& holidays) {
  const date::weekday weekday{date::sys_days(day)};
  if (weekday == date::Saturday || weekday == date::Sunday) return false;
  return std::find(holidays.begin(), holidays.end(), day) == holidays.end();
}

}  // namespace patio
