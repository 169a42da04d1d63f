#include <patio/casework/legal_hold.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("a file is held from the day of a hold to the day of its lifting, by any of them") {
  LegalHold hold;
  hold.period = {2026_y / 3 / 10, 2026_y / 4 / 10};
  CHECK_FALSE(on_legal_hold({}, 2026_y / 3 / 10));
  CHECK_FALSE(on_legal_hold({hold}, 2026_y / 3 / 9));
  CHECK(on_legal_hold({hold}, 2026_y / 3 / 10));
  CHECK(on_legal_hold({hold}, 2026_y / 4 / 9));
  CHECK_FALSE(on_legal_hold({hold}, 2026_y / 4 / 10));
  LegalHold other;
  other.period.since = 2026_y / 4 / 1;
  CHECK(on_legal_hold({hold, other}, 2036_y / 1 / 1));
}
