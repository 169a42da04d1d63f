#include <patio/orientation/rank.hpp>

namespace patio {

std::span<const Distance, 6> distances_for(Travel travel) noexcept {
  static constexpr Distance at_hand[] = {Distance::within_2_km,  Distance::within_10_km, Distance::remote,
                                         Distance::within_25_km, Distance::farther,      Distance::unknown};
  static constexpr Distance from_home[] = {Distance::remote,       Distance::within_2_km, Distance::within_10_km,
                                           Distance::within_25_km, Distance::farther,     Distance::unknown};
  return travel == Travel::easy ? at_hand : from_home;
}

std::size_t place_of(Distance distance, Travel travel) noexcept {
  const auto all = distances_for(travel);
  std::size_t place = 0;
  while (all[place] != distance) ++place;
  return place;
}

}  // namespace patio
