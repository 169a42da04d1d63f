#include <patio/base/diff.hpp>

#include "arbitrary.hpp"
#include "properties.hpp"
#include "visit.hpp"

using namespace patio;
using sample::first_visit;
using sample::Visit;

using Names = std::vector<std::string>;

TEST_CASE("two equal values differ in nothing") {
  CHECK(diff(first_visit(), first_visit()).empty());
  prop("and only equal values do", [](const Visit& before, const Visit& after) {
    RC_ASSERT(diff(before, after).empty() == (before == after));
    RC_ASSERT(diff(before, before).empty());
  });
}

TEST_CASE("a difference is the name of its field, dotted when it lies deeper") {
  auto after = first_visit();
  after.period.until = 2026_y / 12 / 31;
  after.reason = "Marc Lenoir, over-indebted";
  CHECK(diff(first_visit(), after) == Names{"period.until", "reason"});
}

TEST_CASE("a list, a map or an optional that differs is one name") {
  auto after = first_visit();
  after.companions = {{"Ivan", std::nullopt}};
  after.counts = {{"adults", 2}};
  after.rank = 3;
  CHECK(diff(first_visit(), after) == Names{"rank", "companions", "counts"});
}

TEST_CASE("names come in the order of the description, whichever value came first") {
  prop("for any two visits",
       [](const Visit& before, const Visit& after) { RC_ASSERT(diff(before, after) == diff(after, before)); });
}

TEST_CASE("no content is ever in a difference") {
  prop("for any two visits", [](const Visit& before, const Visit& after) {
    const Names known{"id",           "theme",   "channel", "day",        "began_at",     "opens",    "period.since",
                      "period.until", "minutes", "seats",   "cents",      "serial",       "distance", "alone",
                      "reason",       "back_on", "rank",    "companions", "other_themes", "counts",   "by_role"};
    for (const auto& name : diff(before, after)) RC_ASSERT(std::find(known.begin(), known.end(), name) != known.end());
  });
}
