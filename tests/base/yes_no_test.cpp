#include <patio/base/yes_no.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("a flag is written yes or no, and nothing else") {
  CHECK(name_of(YesNo::yes) == "yes");
  CHECK(enum_from<YesNo>("no") == YesNo::no);
  CHECK_FALSE(enum_from<YesNo>("true"));
}

TEST_CASE("a flag left to itself is no, an optional one is not known") {
  CHECK(YesNo{} == YesNo::no);
  CHECK_FALSE(std::optional<YesNo>{});
}
