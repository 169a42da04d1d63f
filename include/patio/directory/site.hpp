#pragma once
/// \file
/// Where people are received: the site, its opening hours, and its spaces.

#include <string>
#include <vector>

#include <patio/base/time.hpp>
#include <patio/base/yes_no.hpp>
#include <patio/people/person.hpp>

namespace patio {

/// "site:patio"
using SiteCode = Code<struct SiteTag>;
/// "space:c1"
using SpaceCode = Code<struct SpaceTag>;

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
BOOST_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday)

[[nodiscard]] Weekday weekday_of(Date day);

/// A stretch of one day of the week. Half-open.
struct OpeningHours {
  Weekday weekday{};
  ClockTime opens;
  ClockTime closes;
  bool operator==(const OpeningHours&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpeningHours, (), (weekday, opens, closes))

struct Site {
  SiteCode code;
  std::string name;
  std::string address;
  CommuneCode commune;
  std::optional<double> latitude;
  std::optional<double> longitude;
  std::optional<std::string> phone;
  std::vector<OpeningHours> hours;
  /// Whether no step is in the way. Absent: not said.
  std::optional<YesNo> step_free;
  bool operator==(const Site&) const = default;
};
BOOST_DESCRIBE_STRUCT(Site, (), (code, name, address, commune, latitude, longitude, phone, hours, step_free))

enum class SpaceKind { individual, collective, desk, workstation };
BOOST_DESCRIBE_ENUM(SpaceKind, individual, collective, desk, workstation)

struct Space {
  SpaceCode code;
  SiteCode site;
  SpaceKind kind{};
  std::string name;
  int seats = 0;
  /// Nobody outside hears or sees who is received.
  bool confidential = false;
  bool operator==(const Space&) const = default;
};
BOOST_DESCRIBE_STRUCT(Space, (), (code, site, kind, name, seats, confidential))

}  // namespace patio
