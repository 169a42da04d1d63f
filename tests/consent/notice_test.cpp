#include <patio/consent/notice.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

Notice given(const char* instant) {
  Notice notice;
  notice.text_version = "orientation-1";
  notice.given_at = *parse_instant(instant);
  return notice;
}

const Notice* on(const std::vector<Notice>& notices, Date day, const std::string& text = "orientation-1") {
  return told(notices, text, day, *find_zone("Europe/Paris"), consent_terms(day));
}

}  // namespace

TEST_CASE("a notice counts from its day for thirty days, and for its own text only") {
  // Half past midnight on the 10th in Paris is still the 9th in UTC.
  const std::vector<Notice> notices{given("2026-03-09T23:30:00Z")};
  CHECK_FALSE(on(notices, 2026_y / 3 / 9));
  CHECK(on(notices, 2026_y / 3 / 10));
  CHECK(on(notices, 2026_y / 4 / 8));
  CHECK_FALSE(on(notices, 2026_y / 4 / 9));
  CHECK_FALSE(on(notices, 2026_y / 3 / 10, "orientation-2"));
}

TEST_CASE("of several notices the latest counts") {
  const std::vector<Notice> notices{given("2026-03-10T08:00:00Z"), given("2026-03-12T08:00:00Z"),
                                    given("2026-03-11T08:00:00Z")};
  CHECK(on(notices, 2026_y / 3 / 13) == &notices[1]);
}
