#include <patio/directory/residence.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

Residence in(std::vector<AreaCode> areas) {
  Residence home;
  home.areas = std::move(areas);
  return home;
}

}  // namespace

TEST_CASE("the département follows from the commune, overseas and in Corsica too") {
  const auto department = [](AreaCode commune) { return area_of(in({std::move(commune)}), "dep"); };
  CHECK(department(AreaCode{"insee:91312"}) == AreaCode{"dep:91"});
  CHECK(department(AreaCode{"insee:2A004"}) == AreaCode{"dep:2A"});
  CHECK(department(AreaCode{"insee:97411"}) == AreaCode{"dep:974"});
}

TEST_CASE("what is said of a home stands before what follows from it, and what is not said is unknown") {
  const Residence home = in({AreaCode{"insee:91312"}, AreaCode{"dep:75"}});
  CHECK(area_of(home, "dep") == AreaCode{"dep:75"});
  CHECK_FALSE(area_of(home, "epci"));
  CHECK_FALSE(area_of(Residence{}, "dep"));
}

TEST_CASE("a code without a colon is of no kind") {
  CHECK(kind_of(AreaCode{"insee:91312"}) == "insee");
  CHECK(kind_of(AreaCode{"91312"}).empty());
}
