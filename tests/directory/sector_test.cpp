#include <patio/directory/sector.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

const CommuneCode igny{"insee:91312"};
const StreetCode high_street{"ban:91312_0450"};

/// Igny but the even side of a street, which another sector has up to number 20.
std::vector<Sector> two_sectors() {
  Sector north{AreaCode{"sector:north"}, {"nord", "north"}, {igny}, {}};
  Sector south{AreaCode{"sector:south"}, {"sud", "south"}, {}, {{igny, high_street, StreetSide::even, {}, 20}}};
  return {north, south};
}

Residence in(AreaCode area) {
  Residence home;
  home.areas = {std::move(area)};
  return home;
}

Residence at(std::optional<int> number) {
  Residence home = in(AreaCode{"insee:91312"});
  home.street = high_street;
  home.house_number = number;
  return home;
}

Served north(const Residence& home) { return serves(two_sectors(), {AreaCode{"sector:north"}}, home); }
Served south(const Residence& home) { return serves(two_sectors(), {AreaCode{"sector:south"}}, home); }

}  // namespace

TEST_CASE("the street comes before the commune") {
  CHECK(south(at(12)) == Served::yes);
  CHECK(north(at(12)) == Served::no);
}

TEST_CASE("the other side and the numbers beyond are the commune's") {
  CHECK(north(at(13)) == Served::yes);
  CHECK(south(at(13)) == Served::no);
  CHECK(north(at(20)) == Served::no);
  CHECK(north(at(22)) == Served::yes);
}

TEST_CASE("without the number, or without the street, either may be") {
  CHECK(south(at({})) == Served::unknown);
  CHECK(north(at({})) == Served::unknown);
  CHECK(south(in(AreaCode{"insee:91312"})) == Served::unknown);
  CHECK(north(in(AreaCode{"insee:91312"})) == Served::unknown);
}

TEST_CASE("a street that no sector names is the commune's") {
  Residence home = in(AreaCode{"insee:91312"});
  home.street = StreetCode{"ban:91312_0001"};
  CHECK(north(home) == Served::yes);
  CHECK(south(home) == Served::no);
}

TEST_CASE("another commune is in neither sector, and no commune may be in both") {
  CHECK(north(in(AreaCode{"insee:91477"})) == Served::no);
  CHECK(south(in(AreaCode{"insee:91477"})) == Served::no);
  CHECK(north({}) == Served::unknown);
}

TEST_CASE("a host that knows the sector itself is believed") {
  CHECK(south(in(AreaCode{"sector:south"})) == Served::yes);
}

TEST_CASE("of several areas one is enough; none at all is everywhere") {
  const Residence home = in(AreaCode{"insee:91312"});
  CHECK(serves({}, {AreaCode{"dep:75"}, AreaCode{"dep:91"}}, home) == Served::yes);
  CHECK(serves({}, {AreaCode{"dep:75"}, AreaCode{"reg:11"}}, home) == Served::unknown);
  CHECK(serves({}, {AreaCode{"dep:75"}}, home) == Served::no);
  CHECK(serves({}, {}, {}) == Served::yes);
}

TEST_CASE("in another département no commune of this one is possible") {
  const Residence paris = in(AreaCode{"dep:75"});
  CHECK(serves({}, {AreaCode{"insee:91312"}}, paris) == Served::no);
  CHECK(north(paris) == Served::no);
  CHECK(serves({}, {AreaCode{"insee:91312"}}, in(AreaCode{"dep:91"})) == Served::unknown);
  CHECK(south(in(AreaCode{"dep:91"})) == Served::unknown);
}
