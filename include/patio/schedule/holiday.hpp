#pragma once
/// \file
/// Public holidays in France, computed from their rules (Code du travail L3133-1) for any year.

#include <string>
#include <vector>

#include <patio/base/text.hpp>
#include <patio/base/time.hpp>

namespace patio {

/// Where more holidays than the national eleven are kept.
enum class HolidayZone { metropole, alsace_moselle };
BOOST_DESCRIBE_ENUM(HolidayZone, metropole, alsace_moselle)

struct Holiday {
  Date day{};
  Text name;
  bool operator==(const Holiday&) const = default;
};
BOOST_DESCRIBE_STRUCT(Holiday, (), (day, name))

/// Easter Sunday of the Gregorian calendar.
[[nodiscard]] Date easter(int year);

/// In order of date. Two holidays may fall on one day (1 May and Ascension in 2008): both are listed.
[[nodiscard]] std::vector<Holiday> public_holidays(int year, HolidayZone zone);

/// Monday to Friday, and no holiday.
[[nodiscard]] bool is_working_day(Date day, const std::vector<Date>& holidays);

}  // namespace patio
