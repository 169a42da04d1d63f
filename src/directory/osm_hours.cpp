#include <patio/directory/osm_hours.hpp>

#include <algorithm>
#include <array>
#include <bitset>

namespace patio {
namespace {

using std::chrono::minutes;

constexpr std::array<std::string_view, 7> day_names{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

using Days = std::bitset<7>;

struct Range {
  minutes opens{0};
  minutes closes{0};
  bool operator==(const Range&) const = default;
};
using DayRanges = std::vector<Range>;

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::optional<WeeklyHours> read() {
    if (!take_rule(false)) return std::nullopt;
    while (!at_end()) {
      const bool adds = take(",");
      if (!adds && !take(";")) return std::nullopt;
      if (at_end()) break;
      if (!take_rule(adds)) return std::nullopt;
    }
    return finish();
  }

 private:
  bool take_rule(bool adds) {
    if (take("PH")) return take_holidays();
    Days days;
    skip_blanks();
    const auto before = rest_.size();
    if (!take_days(days)) {
      if (rest_.size() != before) return false;
      if (take("24/7")) return set(Days().set(), {{minutes(0), hours_24}}, adds);
      days.set();
    }
    take(":");
    if (take("off") || take("closed")) return set(days, {}, adds);
    DayRanges ranges;
    return take_ranges(ranges) && set(days, ranges, adds);
  }

  bool take_holidays() {
    if (!take("off") && !take("closed")) return false;
    on_holidays_ = OnHolidays::closed;
    return true;
  }

  bool take_days(Days& days) {
    for (;;) {
      const auto first = take_day();
      if (!first) return days.any();
      const auto last = take("-") ? take_day() : first;
      if (!last) return false;
      for (std::size_t day = *first;; day = (day + 1) % 7) {
        days.set(day);
        if (day == *last) break;
      }
      const auto before_comma = rest_;
      if (!take(",")) return true;
      if (!next_is_day()) {
        rest_ = before_comma;
        return true;
      }
    }
  }

  bool take_ranges(DayRanges& ranges) {
    for (;;) {
      Range range;
      if (!take_time(range.opens) || !take("-") || !take_time(range.closes)) return false;
      if (range.closes <= range.opens) return false;
      ranges.push_back(range);
      const auto before_comma = rest_;
      if (!take(",")) return true;
      if (!next_is_digit()) {
        rest_ = before_comma;
        return true;
      }
    }
  }

  bool set(const Days& days, const DayRanges& ranges, bool adds) {
    for (std::size_t day = 0; day < 7; ++day) {
      if (!days.test(day)) continue;
      if (!adds) week_[day].clear();
      week_[day].insert(week_[day].end(), ranges.begin(), ranges.end());
    }
    return true;
  }

  WeeklyHours finish() {
    WeeklyHours hours;
    hours.on_holidays = on_holidays_;
    for (std::size_t day = 0; day < 7; ++day) {
      auto& ranges = week_[day];
      std::sort(ranges.begin(), ranges.end(), [](const Range& one, const Range& other) { return one.opens < other.opens; });
      for (const auto& range : ranges) {
        const auto weekday = static_cast<Weekday>(day);
        const bool joins = !hours.week.empty() && hours.week.back().weekday == weekday &&
                           range.opens <= hours.week.back().closes.since_midnight;
        if (!joins) hours.week.push_back({weekday, {range.opens}, {range.closes}});
        else hours.week.back().closes.since_midnight = std::max(hours.week.back().closes.since_midnight, range.closes);
      }
    }
    return hours;
  }

  void skip_blanks() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t' || rest_.front() == '\n')) rest_.remove_prefix(1);
  }

  bool at_end() {
    skip_blanks();
    return rest_.empty();
  }

  bool take(std::string_view word) {
    skip_blanks();
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  bool next_is_day() {
    skip_blanks();
    return std::any_of(day_names.begin(), day_names.end(), [&](auto name) { return rest_.starts_with(name); });
  }

  bool next_is_digit() {
    skip_blanks();
    return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9';
  }

  std::optional<std::size_t> take_day() {
    for (std::size_t day = 0; day < day_names.size(); ++day)
      if (take(day_names[day])) return day;
    return std::nullopt;
  }

  bool take_digits(int& number, int most) {
    number = 0;
    int count = 0;
    while (count < most && !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
      number = number * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
      ++count;
    }
    return count > 0;
  }

  bool take_time(minutes& time) {
    int hour = 0, minute = 0;
    skip_blanks();
    if (!take_digits(hour, 2) || rest_.empty() || rest_.front() != ':') return false;
    rest_.remove_prefix(1);
    if (!take_digits(minute, 2) || minute > 59) return false;
    time = std::chrono::hours(hour) + minutes(minute);
    return time <= hours_24;
  }

  static constexpr minutes hours_24 = std::chrono::hours(24);

  std::string_view rest_;
  std::array<DayRanges, 7> week_;
  OnHolidays on_holidays_ = OnHolidays::as_usual;
};

std::string ranges_text(const DayRanges& ranges) {
  std::string text;
  for (const auto& range : ranges) {
    if (!text.empty()) text += ',';
    text += to_text(ClockTime{range.opens}) + '-' + to_text(ClockTime{range.closes});
  }
  return text;
}

/// "Mo-We,Fr"
std::string days_text(const Days& days) {
  std::string text;
  for (std::size_t day = 0; day < 7; ++day) {
    if (!days.test(day)) continue;
    std::size_t last = day;
    while (last + 1 < 7 && days.test(last + 1)) ++last;
    if (!text.empty()) text += ',';
    text += day_names[day];
    if (last > day) text.append(last > day + 1 ? "-" : ",").append(day_names[last]);
    day = last;
  }
  return text;
}

}  // namespace

std::optional<WeeklyHours> read_osm_hours(std::string_view text) { return Reader(text).read(); }

std::string to_osm(const WeeklyHours& hours) {
  std::array<DayRanges, 7> week;
  for (const auto& each : hours.week)
    week[static_cast<std::size_t>(each.weekday)].push_back({each.opens.since_midnight, each.closes.since_midnight});
  std::string text;
  Days told;
  for (std::size_t day = 0; day < 7; ++day) {
    if (told.test(day) || week[day].empty()) continue;
    Days same;
    for (std::size_t other = day; other < 7; ++other) same.set(other, week[other] == week[day]);
    told |= same;
    if (!text.empty()) text += "; ";
    text += days_text(same) + ' ' + ranges_text(week[day]);
  }
  if (!text.empty() && hours.on_holidays == OnHolidays::closed) text += "; PH off";
  return text;
}

}  // namespace patio
