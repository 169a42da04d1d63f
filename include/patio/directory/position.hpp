#pragma once
/// \file
/// A point on the ground, and how far two are from each other as the crow flies.
///
///     double km = distance_km({48.7322, 2.2264}, {48.8566, 2.3522});      // 16.6

#include <patio/base/describe.hpp>

namespace patio {

/// Degrees, WGS 84.
struct Position {
  double latitude = 0;
  double longitude = 0;
  bool operator==(const Position&) const = default;
};
BOOST_DESCRIBE_STRUCT(Position, (), (latitude, longitude))

/// False beyond the poles or the half turn, for what is no number, and for zero and zero: a point of the sea, where what
/// was left empty ends up on its way through a spreadsheet.
[[nodiscard]] bool is_possible(const Position& position) noexcept;

/// On a sphere of 6,371.009 km: within 0.6 % of the true distance. By road it is longer.
[[nodiscard]] double distance_km(const Position& from, const Position& to) noexcept;

}  // namespace patio
