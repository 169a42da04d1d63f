#pragma once
/// \file
/// Days, instants, clock times and periods. Nothing here reads a clock: "now" is always an argument.
///
///     Date sale = 2026_y / 2 / 27;                                       // or *parse_date("2026-02-27")
///     Date deadline = *add_months(sale, 1, Rounding::down);              // 2026-03-27
///     Period year{sale, add_months(sale, 12, Rounding::down)};           // half-open: the last day is not in it
///     Zone paris = *find_zone("Europe/Paris");
///     Date day = day_in(instant, paris);                                 // a legal day needs a zone
///
/// Zones come from the system's tz database, read once and shared by threads.

#include <chrono>
#include <compare>
#include <date/date.h>
#include <optional>
#include <string>
#include <string_view>

#include <patio/base/describe.hpp>

namespace date {
class time_zone;
}

namespace patio {

using namespace date::literals;

/// A civil day. May hold an impossible day until it has been checked: parse_date() only gives possible ones, and what
/// follows expects them, within the years 0001 to 9999.
using Date = date::year_month_day;
/// A point in time, UTC, in microseconds. The same type as std::chrono's.
using Instant = date::sys_time<std::chrono::microseconds>;

/// A time on the wall, 00:00 to 24:00, without a day.
struct ClockTime {
  std::chrono::minutes since_midnight{0};
  auto operator<=>(const ClockTime&) const = default;
};

/// A day and a time on the wall of some place.
struct LocalTime {
  Date day{};
  ClockTime clock;
  std::strong_ordering operator<=>(const LocalTime&) const = default;
};

/// What to do when a month has no such day: 31 January + 1 month.
enum class Rounding { down, up, refuse };
BOOST_DESCRIBE_ENUM(Rounding, down, up, refuse)

/// "2026-03-10", years 0001 to 9999. Anything else, impossible days included, is nothing.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text) noexcept;
[[nodiscard]] std::string to_text(Date day);

/// RFC 3339 in capitals, with `Z` or an offset, up to six decimals and no leap second: "2026-03-10T08:00:00Z",
/// "2026-03-10T09:00:00+01:00".
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text) noexcept;
/// Always UTC with six decimals and `Z`, so that the order of texts is the order of time.
[[nodiscard]] std::string to_text(Instant instant);

/// "09:30"; "24:00" is the end of the day.
[[nodiscard]] std::optional<ClockTime> parse_clock(std::string_view text) noexcept;
[[nodiscard]] std::string to_text(ClockTime clock);

/// So many days later (or earlier), but never beyond the years 0001 to 9999: there it stops at the last day, or the
/// first.
[[nodiscard]] Date add_days(Date day, int days);
/// The same day of the month, so many months later (or earlier). Nothing if `refuse` met a month without that day,
/// beyond the years 0001 to 9999, or from an impossible day.
[[nodiscard]] std::optional<Date> add_months(Date day, int months, Rounding rounding);
/// Days from `first` to `second`; negative if `second` is earlier.
[[nodiscard]] int days_between(Date first, Date second);
/// Full years of age. Someone born on 29 February is a year older on 1 March in common years (the day after the last
/// day of February). Nothing before birth, or from an impossible day.
[[nodiscard]] std::optional<int> age_on(Date birth, Date day);

/// Half-open: `since` is in it, `until` is not; without `until` it has no end.
struct Period {
  Date since{};
  std::optional<Date> until;
  bool operator==(const Period&) const = default;
};
BOOST_DESCRIBE_STRUCT(Period, (), (since, until))

[[nodiscard]] bool contains(const Period& period, Date day);
[[nodiscard]] bool overlaps(const Period& first, const Period& second);
[[nodiscard]] bool is_empty(const Period& period);
/// The part that both share; an empty period if none.
[[nodiscard]] Period intersect(const Period& first, const Period& second);

/// A time zone of the tz database. A small value; never dangling.
class Zone {
 public:
  explicit Zone(const date::time_zone& zone) : zone_(&zone) {}
  [[nodiscard]] const date::time_zone& rules() const noexcept { return *zone_; }
  [[nodiscard]] std::string name() const;

 private:
  const date::time_zone* zone_;
};

/// Nothing if the system knows no such zone.
[[nodiscard]] std::optional<Zone> find_zone(std::string_view name);

[[nodiscard]] LocalTime local(Instant instant, const Zone& zone);
[[nodiscard]] Date day_in(Instant instant, const Zone& zone);

/// The two ways in which a time on the wall can fail to be one instant.
enum class WallProblem { skipped, repeated };
BOOST_DESCRIBE_ENUM(WallProblem, skipped, repeated)

struct WallInstant {
  /// The instant; in a repeated hour the first of the two; in a skipped one the moment when the clocks move.
  Instant instant;
  std::optional<WallProblem> problem;
};
[[nodiscard]] WallInstant instant_at(const LocalTime& local, const Zone& zone);

}  // namespace patio
