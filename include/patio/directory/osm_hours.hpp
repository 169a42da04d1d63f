#pragma once
/// \file
/// Opening hours as public directories write them (`opening_hours` of OpenStreetMap), for the part of that language that
/// says one plain week:
///
///     const auto hours = read_osm_hours("Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00; PH off");
///     hours->week;             // eleven stretches
///     hours->on_holidays;      // closed
///     to_osm(*hours);          // "Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00; PH off"
///
/// Understood: days, lists and spans of days, several ranges a day, `;` (says these days anew), `,` between days and ranges
/// (adds), `off` and `closed`, `PH off`, `24/7`. Anything else (weeks, months, the nth weekday, comments, a lone time,
/// ranges over midnight) is nothing at all: half of what was understood would send people to a closed door.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/directory/site.hpp>

namespace patio {

/// `as_usual` where the text says nothing of public holidays: many forget to.
enum class OnHolidays { as_usual, closed };
BOOST_DESCRIBE_ENUM(OnHolidays, as_usual, closed)

struct WeeklyHours {
  /// In order of time; stretches that touch or overlap are one.
  std::vector<OpeningHours> week;
  OnHolidays on_holidays{};
  bool operator==(const WeeklyHours&) const = default;
};
BOOST_DESCRIBE_STRUCT(WeeklyHours, (), (week, on_holidays))

[[nodiscard]] std::optional<WeeklyHours> read_osm_hours(std::string_view text);

/// The same week in as few words. Empty if never open.
[[nodiscard]] std::string to_osm(const WeeklyHours& hours);

}  // namespace patio
