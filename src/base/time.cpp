#include <patio/base/time.hpp>

#include <date/tz.h>
#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace patio {
namespace {

/// Reads exactly `width` digits and moves on; -1 if they are not there.
int take_number(std::string_view& text, std::size_t width) {
  if (text.size() < width) return -1;
  int number = 0;
  for (std::size_t i = 0; i < width; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  text.remove_prefix(width);
  return number;
}

bool take(std::string_view& text, char mark) {
  if (text.empty() || text.front() != mark) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> take_date(std::string_view& text) {
  const int year = take_number(text, 4);
  if (year < 1 || !take(text, '-')) return std::nullopt;
  const int month = take_number(text, 2);
  if (month < 0 || !take(text, '-')) return std::nullopt;
  const int day = take_number(text, 2);
  if (day < 0) return std::nullopt;
  const Date read{date::year{year}, date::month{static_cast<unsigned>(month)}, date::day{static_cast<unsigned>(day)}};
  if (!read.ok()) return std::nullopt;
  return read;
}

std::optional<std::chrono::minutes> take_clock(std::string_view& text) {
  const int hour = take_number(text, 2);
  if (hour < 0 || hour > 24 || !take(text, ':')) return std::nullopt;
  const int minute = take_number(text, 2);
  if (minute < 0 || minute > 59 || (hour == 24 && minute != 0)) return std::nullopt;
  return std::chrono::hours(hour) + std::chrono::minutes(minute);
}

std::optional<std::chrono::microseconds> take_fraction(std::string_view& text) {
  if (!take(text, '.')) return std::chrono::microseconds{0};
  int micros = 0;
  int digits = 0;
  for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), ++digits)
    if (digits < 6) micros = micros * 10 + (text.front() - '0');
  if (digits == 0 || digits > 6) return std::nullopt;
  for (; digits < 6; ++digits) micros *= 10;
  return std::chrono::microseconds(micros);
}

std::optional<std::chrono::minutes> take_offset(std::string_view& text) {
  if (take(text, 'Z')) return std::chrono::minutes{0};
  const bool east = take(text, '+');
  if (!east && !take(text, '-')) return std::nullopt;
  const auto size = take_clock(text);
  if (!size || *size >= std::chrono::hours(24)) return std::nullopt;
  return east ? *size : -*size;
}

std::string two_digits(long long number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

bool in_calendar(date::year year) { return year >= date::year{1} && year <= date::year{9999}; }

}  // namespace

std::optional<Date> parse_date(std::string_view text) noexcept {
  const auto day = take_date(text);
  return text.empty() ? day : std::nullopt;
}

std::string to_text(Date day) {
  const int year = static_cast<int>(day.year());
  return two_digits(year / 100) + two_digits(year % 100) + '-' + two_digits(static_cast<unsigned>(day.month())) + '-' +
         two_digits(static_cast<unsigned>(day.day()));
}

std::optional<Instant> parse_instant(std::string_view text) noexcept {
  const auto day = take_date(text);
  if (!day || !take(text, 'T')) return std::nullopt;
  const auto clock = take_clock(text);
  if (!clock || *clock >= std::chrono::hours(24) || !take(text, ':')) return std::nullopt;
  const int second = take_number(text, 2);
  if (second < 0 || second > 59) return std::nullopt;
  const auto fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  const Instant instant = date::sys_days(*day) + *clock + std::chrono::seconds(second) + *fraction - *offset;
  if (!in_calendar(Date(date::floor<date::days>(instant)).year())) return std::nullopt;
  return instant;
}

std::string to_text(Instant instant) {
  const auto day = date::floor<date::days>(instant);
  auto rest = (instant - day).count();
  const auto micros = rest % 1'000'000;
  rest /= 1'000'000;
  std::string text = to_text(Date(day)) + 'T' + two_digits(rest / 3600) + ':' + two_digits(rest / 60 % 60) + ':' +
                     two_digits(rest % 60) + '.';
  return text + two_digits(micros / 10000) + two_digits(micros / 100 % 100) + two_digits(micros % 100) + 'Z';
}

std::optional<ClockTime> parse_clock(std::string_view text) noexcept {
  const auto clock = take_clock(text);
  if (!clock || !text.empty()) return std::nullopt;
  return ClockTime{*clock};
}

std::string to_text(ClockTime clock) {
  const auto minutes = clock.since_midnight.count();
  return two_digits(minutes / 60) + ':' + two_digits(minutes % 60);
}

Date add_days(Date day, int days) {
  static constexpr std::int64_t first = date::sys_days(1_y / 1 / 1).time_since_epoch().count();
  static constexpr std::int64_t last = date::sys_days(9999_y / 12 / 31).time_since_epoch().count();
  const auto wanted = std::int64_t{date::sys_days(day).time_since_epoch().count()} + days;
  return date::sys_days(date::days(static_cast<int>(std::clamp(wanted, first, last))));
}

std::optional<Date> add_months(Date day, int months, Rounding rounding) {
  if (!day.ok()) return std::nullopt;
  // Counted wide: date's own sum overflows an int, and its year is a short that wraps.
  const auto wanted = std::int64_t{static_cast<int>(day.year())} * 12 + static_cast<unsigned>(day.month()) - 1 + months;
  if (wanted < 12 || wanted >= 120'000) return std::nullopt;
  const Date moved = date::year(static_cast<int>(wanted / 12)) / static_cast<int>(wanted % 12 + 1) / day.day();
  if (moved.ok()) return moved;
  switch (rounding) {
    case Rounding::down: return Date(moved.year() / moved.month() / date::last);
    case Rounding::up: return add_days(Date(moved.year() / moved.month() / date::last), 1);
    case Rounding::refuse: break;
  }
  return std::nullopt;
}

int days_between(Date first, Date second) {
  return static_cast<int>((date::sys_days(second) - date::sys_days(first)).count());
}

std::optional<int> age_on(Date birth, Date day) {
  if (!birth.ok() || !day.ok() || day < birth) return std::nullopt;
  const int years = static_cast<int>(day.year()) - static_cast<int>(birth.year());
  const auto birthday = add_months(birth, 12 * years, Rounding::up);
  return birthday && *birthday <= day ? years : years - 1;
}

bool contains(const Period& period, Date day) { return period.since <= day && (!period.until || day < *period.until); }

bool is_empty(const Period& period) { return period.until && *period.until <= period.since; }

Period intersect(const Period& first, const Period& second) {
  Period both{std::max(first.since, second.since), first.until};
  if (second.until && (!both.until || *second.until < *both.until)) both.until = second.until;
  return both;
}

bool overlaps(const Period& first, const Period& second) { return !is_empty(intersect(first, second)); }

std::string Zone::name() const { return std::string(zone_->name()); }

std::optional<Zone> find_zone(std::string_view name) {
  try {
    return Zone(*date::locate_zone(std::string(name)));
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

LocalTime local(Instant instant, const Zone& zone) {
  const auto wall = zone.rules().to_local(instant);
  const auto day = date::floor<date::days>(wall);
  return {Date(day), ClockTime{date::floor<std::chrono::minutes>(wall - day)}};
}

Date day_in(Instant instant, const Zone& zone) { return local(instant, zone).day; }

WallInstant instant_at(const LocalTime& local, const Zone& zone) {
  const auto wall = date::local_days(local.day) + local.clock.since_midnight;
  const auto info = zone.rules().get_info(wall);
  switch (info.result) {
    case date::local_info::nonexistent: return {info.first.end, WallProblem::skipped};
    case date::local_info::ambiguous: return {Instant(wall.time_since_epoch() - info.first.offset), WallProblem::repeated};
    default: return {Instant(wall.time_since_epoch() - info.first.offset), std::nullopt};
  }
}

}  // namespace patio
