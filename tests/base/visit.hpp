#pragma once
/// \file
/// A described struct with one field of every kind, for the tests of base and the fuzz target.

#include <patio/base/json.hpp>

namespace sample {

using patio::ClockTime;
using patio::Code;
using patio::Date;
using patio::Id;
using patio::Instant;
using patio::Period;

using VisitId = Id<struct VisitTag>;
using ThemeCode = Code<struct ThemeTag>;

enum class Channel { desk, phone, operator_ };
BOOST_DESCRIBE_ENUM(Channel, desk, phone, operator_)

struct Companion {
  std::string name;
  std::optional<Channel> channel;
  bool operator==(const Companion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Companion, (), (name, channel))

struct Visit {
  VisitId id;
  ThemeCode theme;
  Channel channel{};
  Date day = date::year(2026) / 3 / 10;
  Instant began_at;
  ClockTime opens;
  Period period{date::year(2026) / 1 / 1, std::nullopt};
  int minutes = 0;
  std::uint8_t seats = 0;
  std::int64_t cents = 0;
  std::uint64_t serial = 0;
  double distance = 0;
  bool alone = false;
  std::string reason;
  std::optional<Date> back_on;
  std::optional<int> rank;
  std::vector<Companion> companions;
  std::vector<ThemeCode> other_themes;
  std::map<std::string, int> counts;
  std::map<std::string, Companion> by_role;
  bool operator==(const Visit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Visit, (),
                      (id, theme, channel, day, began_at, opens, period, minutes, seats, cents, serial, distance, alone,
                       reason, back_on, rank, companions, other_themes, counts, by_role))

/// A struct that holds itself.
struct Branch {
  std::string name;
  std::vector<Branch> branches;
  bool operator==(const Branch&) const = default;
};
BOOST_DESCRIBE_STRUCT(Branch, (), (name, branches))

/// One that can be written and read back.
inline Visit first_visit() {
  Visit visit;
  visit.theme = ThemeCode{"housing"};
  return visit;
}

}  // namespace sample
