#include <patio/orientation/rank.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("each distance has its place, and comes back from it") {
  for (const auto travel : {Travel::easy, Travel::hard})
    for (std::size_t i = 0; i < 6; ++i) CHECK(place_of(distances_for(travel)[i], travel) == i);
}

TEST_CASE("for whoever moves with difficulty, what spares the way comes first") {
  CHECK(place_of(Distance::remote, Travel::hard) == 0);
  CHECK(place_of(Distance::remote, Travel::easy) > place_of(Distance::within_10_km, Travel::easy));
}

TEST_CASE("a band ends with its last kilometre") {
  CHECK(distance_of(2) == Distance::within_2_km);
  CHECK(distance_of(2.001) == Distance::within_10_km);
  CHECK(distance_of(10) == Distance::within_10_km);
  CHECK(distance_of(25) == Distance::within_25_km);
  CHECK(distance_of(25.1) == Distance::farther);
}
