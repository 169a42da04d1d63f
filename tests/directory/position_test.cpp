#include <patio/directory/position.hpp>

#include <limits>

#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

TEST_CASE("distances known from elsewhere come out within their tolerance") {
  CHECK(distance_km({48.8566, 2.3522}, {45.7640, 4.8357}) == Approx(391.5).margin(1));     // Paris, Lyon
  CHECK(distance_km({48.8566, 2.3522}, {-20.8789, 55.4481}) == Approx(9370).margin(30));   // Paris, Saint-Denis de la Réunion
  CHECK(distance_km({0, 179.5}, {0, -179.5}) == Approx(111.2).margin(0.1));                // over the half turn
  CHECK(distance_km({90, 0}, {-90, 0}) == Approx(20015.1).margin(1));
}

TEST_CASE("distance is the same there and back, none from a point to itself, and no detour is shorter") {
  const auto point = [] {
    return rc::gen::map(rc::gen::pair(rc::gen::inRange(-9000, 9001), rc::gen::inRange(-18000, 18001)),
                        [](const std::pair<int, int>& hundredths) { return Position{hundredths.first / 100.0, hundredths.second / 100.0}; });
  };
  prop("for any three points", [&] {
    const Position a = *point(), b = *point(), c = *point();
    RC_ASSERT(distance_km(a, b) == distance_km(b, a));
    RC_ASSERT(distance_km(a, a) == 0.0);
    RC_ASSERT(distance_km(a, c) <= distance_km(a, b) + distance_km(b, c) + 1e-6);
  });
}

TEST_CASE("a position beyond the poles, without numbers, or at zero and zero cannot be") {
  CHECK(is_possible({48.7, 2.2}));
  CHECK(is_possible({0, 2.2}));
  CHECK_FALSE(is_possible({0, 0}));
  CHECK_FALSE(is_possible({90.1, 2}));
  CHECK_FALSE(is_possible({48, 180.1}));
  CHECK_FALSE(is_possible({std::numeric_limits<double>::quiet_NaN(), 2}));
  CHECK_FALSE(is_possible({48, std::numeric_limits<double>::infinity()}));
}
