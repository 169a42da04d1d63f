#include "exchange/hours_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace patio {
namespace {

using std::chrono::minutes;

/// The no-break space, the narrow one, and those of ASCII.
constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\n", "\r", "\xc2\xa0", "\xe2\x80\xaf"};
/// The hyphen, the en dash, the em dash.
constexpr std::array<std::string_view, 3> dashes{"-", "\xe2\x80\x93", "\xe2\x80\x94"};

template <class Words>
bool take_any(std::string_view& text, const Words& words) {
  for (const std::string_view word : words)
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
      return true;
    }
  return false;
}

void skip_blanks(std::string_view& text) {
  while (take_any(text, blanks)) {
  }
}

bool take_digit(std::string_view& text, int& number) {
  if (text.empty() || text.front() < '0' || text.front() > '9') return false;
  number = number * 10 + (text.front() - '0');
  text.remove_prefix(1);
  return true;
}

/// "9:00", "09:00", "9h00".
bool take_time(std::string_view& text, ClockTime& time) {
  int hour = 0, minute = 0;
  if (!take_digit(text, hour)) return false;
  take_digit(text, hour);
  if (!take_any(text, std::array<std::string_view, 2>{":", "h"})) return false;
  if (!take_digit(text, minute) || !take_digit(text, minute)) return false;
  time.since_midnight = std::chrono::hours(hour) + minutes(minute);
  return minute < 60 && time.since_midnight <= std::chrono::hours(24);
}

bool take_range(std::string_view& text, OpeningHours& range) {
  skip_blanks(text);
  if (!take_time(text, range.opens)) return false;
  skip_blanks(text);
  if (!take_any(text, dashes)) return false;
  skip_blanks(text);
  if (!take_time(text, range.closes)) return false;
  skip_blanks(text);
  return true;
}

HoursReading judge(std::vector<OpeningHours>& hours) {
  std::sort(hours.begin(), hours.end(), [](const auto& a, const auto& b) {
    return std::pair(a.opens, a.closes) < std::pair(b.opens, b.closes);
  });
  hours.erase(std::unique(hours.begin(), hours.end()), hours.end());
  for (const auto& each : hours)
    if (each.closes <= each.opens) return HoursReading::inverted;
  const auto overlap = std::adjacent_find(hours.begin(), hours.end(),
                                          [](const auto& a, const auto& b) { return b.opens < a.closes; });
  return overlap == hours.end() ? HoursReading::open : HoursReading::overlapping;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
  skip_blanks(text);
  for (bool cut = true; cut;) {
    cut = false;
    for (const auto blank : blanks)
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        cut = true;
      }
  }
  return text;
}

DayHours read_day_hours(Weekday weekday, std::string_view text) {
  text = without_blanks(text);
  if (text.empty() || std::find(dashes.begin(), dashes.end(), text) != dashes.end()) return {HoursReading::closed, {}};
  if (text == "Horaires non communiqués") return {HoursReading::untold, {}};
  std::vector<OpeningHours> hours;
  do {
    OpeningHours range{weekday, {}, {}};
    if (!take_range(text, range)) return {HoursReading::not_understood, {}};
    hours.push_back(range);
  } while (take_any(text, std::array<std::string_view, 2>{"/", ","}));
  if (!text.empty()) return {HoursReading::not_understood, {}};
  const auto reading = judge(hours);
  if (reading != HoursReading::open) hours.clear();
  return {reading, std::move(hours)};
}

}  // namespace patio
