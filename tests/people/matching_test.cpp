#include <patio/people/matching.hpp>

#include <functional>

#include <patio/base/json.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

/// The faults of the French book after a change.
std::vector<std::string> faults(const std::function<void(MatchingBook&)>& spoil) {
  MatchingBook book = french_matching();
  spoil(book);
  const auto read = load_matching(to_json(book));
  std::vector<std::string> codes;
  if (!read)
    for (const auto& issue : read.error().list) codes.push_back(issue.path + ' ' + issue.code);
  return codes;
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("the French rules of matching hold together and are read back as written") {
  CHECK(load_matching(to_json(french_matching())).value() == french_matching());
  const MatchingRules* rules = matching_on(french_matching(), 2026_y / 11 / 24);
  REQUIRE(rules);
  CHECK(rules->undo_days == 30);
  CHECK(rules->review == "unreviewed");
  for (const auto& weight : rules->weights) {
    CHECK_FALSE(weight.text.fr.empty());
    CHECK_FALSE(weight.text.en.empty());
  }
}

TEST_CASE("a difference weighs less than nothing and an agreement more") {
  for (const auto& weight : french_matching().editions.front().weights)
    CHECK((weight.weight < 0) == (weight.level == MatchLevel::different));
}

TEST_CASE("before the first edition there are no rules") {
  CHECK(matching_on(french_matching(), 1999_y / 12 / 31) == nullptr);
}

TEST_CASE("a comparison that is not listed has no weight") {
  const MatchingRules& rules = french_matching().editions.front();
  CHECK(weight_of(rules, MatchField::phone, MatchLevel::different) == nullptr);
  CHECK(weight_of(rules, MatchField::surname, MatchLevel::same)->weight == 7);
}

TEST_CASE("a spoilt book is refused with every fault") {
  CHECK(faults([](auto& book) { book.schema = "patio/matching/0"; }) == Faults{"/schema unknown_schema"});
  CHECK(faults([](auto& book) { book.editions.push_back(book.editions.front()); }) == Faults{"/editions/1 overlapping_editions"});
  CHECK(faults([](auto& book) { book.editions[0].weights.push_back(book.editions[0].weights[0]); }).front().ends_with(" repeated_weight"));
  CHECK(faults([](auto& book) { book.editions[0].undo_days = 0; }) == Faults{"/editions/0/undo_days not_positive"});
  CHECK(faults([](auto& book) { book.editions[0].certain_from = 1; }) == Faults{"/editions/0/certain_from below_review"});
  CHECK(faults([](auto& book) { book.editions[0].names.particles.push_back("Dé"); }) == Faults{"/editions/0/names not_folded"});
  CHECK(faults([](auto& book) { book.editions[0].in_force.until = book.editions[0].in_force.since; }) ==
        Faults{"/editions/0/in_force empty_period"});
  CHECK_FALSE(load_matching("{").has_value());
}
