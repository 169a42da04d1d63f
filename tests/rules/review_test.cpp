#include <patio/rules/review.hpp>

#include <patio/base/json.hpp>

#include "catch.hpp"
#include "fixture_book.hpp"

using namespace patio;
using namespace patio::rules;
namespace fx = patio::rules::fixture;

namespace {

std::shared_ptr<const RuleSet> with(const std::vector<std::string>& more, std::size_t without = 99) {
  auto rules = fx::rules();
  if (without < rules.size()) rules.erase(rules.begin() + static_cast<std::ptrdiff_t>(without));
  rules.insert(rules.end(), more.begin(), more.end());
  return fx::book(rules).as_of(2026_y / 6 / 1);
}

}  // namespace

TEST_CASE("a review names the rules that do not matter, in words") {
  const auto set = with({
      fx::rule("Late", "secrecy", "contextual", "permit", R"({"who": "clerk", "what": "health"})"),
      fx::rule("Twin", "secrecy", "consent", "permit", R"({"agreement": "given", "who": "nurse"})"),
      fx::rule("But", "secrecy", "consent", "deny", R"({"who": "nurse", "what": "health"})"),
      fx::rule("Gone", "secrecy", "sharing", "permit", R"({"who": "nurse", "if": {"strict": false}})"),
  });
  const RulebookReview review = review_rules(*set);
  REQUIRE(review.dead.size() == 2);
  CHECK(review.dead[0] == RuleFinding{"Late", {"B"}, {{"who", "clerk"}, {"what", "health"}}});
  CHECK(review.dead[1] == RuleFinding{"Gone", {}, {}});
  REQUIRE(review.shadowed.size() == 1);
  CHECK(review.shadowed[0].rule == "Twin");
  CHECK(review.shadowed[0].by == std::vector<std::string>{"A"});
  REQUIRE(review.excepted.size() == 2);
  CHECK(review.excepted[0] == RuleFinding{"A", {"But"}, {{"who", "nurse"}, {"what", "health"}, {"agreement", "given"}}});
  CHECK(from_json<RulebookReview>(to_json(review)).value() == review);
}

TEST_CASE("a comparison says who gains and who loses, in words") {
  const auto today = with({});
  const auto draft = with({fx::rule("New", "secrecy", "sharing", "permit", R"({"who": "nurse", "what": "health"})")});
  const RulebookComparison change = compare_rules(*today, *draft);
  CHECK(change.complete);
  CHECK(change.loses == 0);
  CHECK(change.gains == static_cast<int>(change.regions.size()));
  REQUIRE(change.gains > 0);
  for (const auto& region : change.regions) {
    CHECK(region.example_before == Effect::deny);
    CHECK(region.example_after == Effect::permit);
    CHECK(region.rules_before == std::vector<std::string>{"C", "D", "M"});
    CHECK(region.rules_after == std::vector<std::string>{"New", "D", "M"});
  }
  CHECK(compare_rules(*draft, *today).loses == change.gains);
  CHECK(compare_rules(*today, *with({})).regions.empty());
}
