#include <patio/directory/site.hpp>

#include "properties.hpp"

using namespace patio;

TEST_CASE("10 March 2026 is a Tuesday") { CHECK(weekday_of(2026_y / 3 / 10) == Weekday::tuesday); }

TEST_CASE("a week has seven days, from Monday to Sunday") {
  const Date monday = 2026_y / 3 / 9;
  int ahead = 0;
  for (const auto& each : enumerators<Weekday>()) CHECK(weekday_of(add_days(monday, ahead++)) == each.value);
  CHECK(ahead == 7);
}

TEST_CASE("weekdays come back every seven days, leap years and centuries included") {
  prop("for any day", [] {
    const Date day = add_days(1900_y / 1 / 1, *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 100'000)));
    RC_ASSERT(weekday_of(day) == weekday_of(add_days(day, 7)));
    RC_ASSERT(weekday_of(day) != weekday_of(add_days(day, 1)));
  });
}
