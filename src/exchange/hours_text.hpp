#pragma once
/// \file
/// The hours of one day as the list of France Services writes them: "09:00 - 12:00 / 14:00 - 17:30".

#include <patio/directory/site.hpp>

#include <string_view>
#include <vector>

namespace patio {

/// `closed` is said ("-") or left empty; `untold` says that hours are not communicated; `inverted` closes before it opens,
/// or when it opens; `overlapping` is open twice at a time. The same stretch written twice is one.
enum class HoursReading { open, closed, untold, inverted, overlapping, not_understood };

struct DayHours {
  HoursReading reading{};
  /// In order of time. Empty unless open: half of what is understood would mislead.
  std::vector<OpeningHours> hours;
};

[[nodiscard]] DayHours read_day_hours(Weekday weekday, std::string_view text);

/// Without blanks at its ends, no-break spaces included.
[[nodiscard]] std::string_view without_blanks(std::string_view text);

}  // namespace patio
