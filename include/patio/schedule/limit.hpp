#pragma once
/// \file
/// Limits of time and number that a centre keeps and a jurist may change: how long an answer is waited for, how often
/// somebody is reminded, after how many calls they count as out of reach. They are dated data with their source.
///
///     std::optional<Limit> limit = limit_on(default_limits(), "referral_expires", today);   // 30 days
///
/// `src/rulebook/france/limits.json` holds the default ones.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/base/error.hpp>
#include <patio/base/text.hpp>
#include <patio/base/time.hpp>

namespace patio {

/// `days` are calendar days and `working_days` leave out week-ends, public holidays and closures; both end at the same
/// time on the wall. `working_hours` run only while the place is open. `times` counts.
enum class LimitUnit { times, working_hours, working_days, days };
BOOST_DESCRIBE_ENUM(LimitUnit, times, working_hours, working_days, days)

struct Limit {
  int amount = 0;
  LimitUnit unit{};
  bool operator==(const Limit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Limit, (), (amount, unit))

/// One version of a limit.
struct DatedLimit {
  int amount = 0;
  LimitUnit unit{};
  Period in_force;
  /// The day on which this version was written down.
  Date recorded{};
  std::string source;
  /// Who has read it as a professional of the matter: "unreviewed" until then.
  std::string review;
  bool operator==(const DatedLimit&) const = default;
};
BOOST_DESCRIBE_STRUCT(DatedLimit, (), (amount, unit, in_force, recorded, source, review))

struct NamedLimit {
  /// "referral_expires"
  std::string name;
  Text why;
  std::vector<DatedLimit> versions;
  bool operator==(const NamedLimit&) const = default;
};
BOOST_DESCRIBE_STRUCT(NamedLimit, (), (name, why, versions))

struct LimitBook {
  /// "patio/limits/1"
  std::string schema;
  std::vector<NamedLimit> limits;
  bool operator==(const LimitBook&) const = default;
};
BOOST_DESCRIBE_STRUCT(LimitBook, (), (schema, limits))

/// Every fault of form, and: a name twice, an amount outside 1 to 10,000, versions of one limit that overlap or are empty, a source
/// that is missing.
[[nodiscard]] Checked<LimitBook> read_limit_book(std::string_view json);

/// The limits of this version of the library.
[[nodiscard]] const LimitBook& default_limits();

/// The version in force on that day; nothing if there is none, or no limit of that name.
[[nodiscard]] std::optional<Limit> limit_on(const LimitBook& book, std::string_view name, Date day);

}  // namespace patio
