#include <patio/people/professional.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

Hat hat(HatCode code, Date since, std::optional<Date> until = {}) {
  Hat worn;
  worn.code = std::move(code);
  worn.period = {since, until};
  return worn;
}

}  // namespace

TEST_CASE("a hat is worn from its first day, and no longer on the day it ends") {
  Professional bruno;
  bruno.hats = {hat({"hat:fs1"}, 2021_y / 1 / 1, 2026_y / 4 / 1)};
  CHECK_FALSE(worn(bruno, {"hat:fs1"}, 2020_y / 12 / 31));
  CHECK(worn(bruno, {"hat:fs1"}, 2021_y / 1 / 1));
  CHECK(worn(bruno, {"hat:fs1"}, 2026_y / 3 / 31));
  CHECK_FALSE(worn(bruno, {"hat:fs1"}, 2026_y / 4 / 1));
}

TEST_CASE("a hat taken up again is the one of that day") {
  Professional bruno;
  bruno.hats = {hat({"hat:fs1"}, 2021_y / 1 / 1, 2022_y / 1 / 1), hat({"hat:fs1"}, 2025_y / 1 / 1)};
  CHECK(worn(bruno, {"hat:fs1"}, 2021_y / 6 / 1) == &bruno.hats[0]);
  CHECK(worn(bruno, {"hat:fs1"}, 2023_y / 6 / 1) == nullptr);
  CHECK(worn(bruno, {"hat:fs1"}, 2026_y / 6 / 1) == &bruno.hats[1]);
}

TEST_CASE("one person wears two hats on the same day, and is known by the one that is asked for") {
  Professional mayor;
  mayor.hats = {hat({"hat:maire"}, 2020_y / 7 / 1), hat({"hat:president_ccas"}, 2020_y / 7 / 1)};
  CHECK(worn(mayor, {"hat:president_ccas"}, 2026_y / 3 / 10) == &mayor.hats[1]);
  CHECK(worn(mayor, {"hat:of_another"}, 2026_y / 3 / 10) == nullptr);
}
