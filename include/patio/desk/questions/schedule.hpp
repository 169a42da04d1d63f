#pragma once
/// \file
/// What may be asked about days and hours.

#include <patio/schedule/holiday.hpp>

namespace patio {

struct Holidays {
  std::vector<Holiday> holidays;
  bool operator==(const Holidays&) const = default;
};
BOOST_DESCRIBE_STRUCT(Holidays, (), (holidays))

struct HolidaysOf {
  using Answer = Holidays;
  int year = 0;
  HolidayZone zone{};
  bool operator==(const HolidaysOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(HolidaysOf, (), (year, zone))

}  // namespace patio
