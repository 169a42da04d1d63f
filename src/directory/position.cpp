#include <patio/directory/position.hpp>

#include <algorithm>
#include <cmath>

namespace patio {
namespace {

constexpr double earth_radius_km = 6371.009;
constexpr double radians_per_degree = 3.14159265358979323846 / 180;

}  // namespace

bool is_possible(const Position& position) noexcept {
  if (position.latitude == 0 && position.longitude == 0) return false;
  return std::abs(position.latitude) <= 90 && std::abs(position.longitude) <= 180;
}

double distance_km(const Position& from, const Position& to) noexcept {
  const double north = from.latitude * radians_per_degree, other_north = to.latitude * radians_per_degree;
  const double half_north = std::sin((other_north - north) / 2);
  const double half_east = std::sin((to.longitude - from.longitude) * radians_per_degree / 2);
  const double half_chord = half_north * half_north + std::cos(north) * std::cos(other_north) * half_east * half_east;
  return 2 * earth_radius_km * std::asin(std::sqrt(std::min(1.0, half_chord)));
}

}  // namespace patio
