#pragma once
/// \file
/// The words in which orientation tells why something stands where it does: for the candidates of a centre (candidate.hpp) and
/// for the services of a directory (service_index.hpp).

#include <span>

#include <patio/base/describe.hpp>

namespace patio {

/// In the order in which candidates of one role are shown. `elsewhere`: no service of this centre.
enum class Openness { open, by_phone, waitlist, elsewhere, full, suspended, not_yet_open };
BOOST_DESCRIBE_ENUM(Openness, open, by_phone, waitlist, elsewhere, full, suspended, not_yet_open)

/// Better first.
enum class Fit { yes, unknown, no };
BOOST_DESCRIBE_ENUM(Fit, yes, unknown, no)

/// As the crow flies. `remote`: nobody has to come, since it is done at a distance or at the person's home; for whoever moves
/// with difficulty it comes first.
enum class Distance { within_2_km, within_10_km, remote, within_25_km, farther, unknown };
BOOST_DESCRIBE_ENUM(Distance, within_2_km, within_10_km, remote, within_25_km, farther, unknown)

[[nodiscard]] constexpr Distance distance_of(double km) noexcept {
  if (km <= 2) return Distance::within_2_km;
  if (km <= 10) return Distance::within_10_km;
  return km <= 25 ? Distance::within_25_km : Distance::farther;
}

/// How the person gets about; `hard`: they move with difficulty, or not out of the house.
enum class Travel { easy, hard };

/// Every distance, the better first.
[[nodiscard]] std::span<const Distance, 6> distances_for(Travel travel) noexcept;
[[nodiscard]] std::size_t place_of(Distance distance, Travel travel) noexcept;

}  // namespace patio
