#include <patio/desk/house_books.hpp>

#include <patio/base/json.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

/// The French book, with a hand-over of a week.
std::string own_casework() {
  CaseworkBook book = french_casework_book();
  for (auto& term : book.terms)
    if (term.name == CaseworkTerm::handover_read) term.values = {{7, 2019_y / 6 / 1, {}, "house", "unreviewed"}};
  return to_json(book);
}

std::vector<Issue> faults(const std::vector<HouseFile>& files) {
  const auto house = load_house_books(files);
  return house ? std::vector<Issue>{} : house.error().list;
}

}  // namespace

TEST_CASE("a house brings the books that it writes itself, and keeps the French ones besides") {
  const std::string text = own_casework();
  const HouseBooks house = completed(load_house_books({{"casework.json", text}}).value());
  CHECK(value_of(*house.casework, CaseworkTerm::handover_read, 2026_y / 3 / 10) == 7);
  CHECK(house.neutral_texts.get() == &french_neutral_book());
  CHECK(house.matching.get() == &french_matching());
  CHECK(completed({}).casework.get() == &french_casework_book());
}

TEST_CASE("a file that is no book of a house, or the second of one, is told with its name") {
  const std::string text = own_casework();
  const auto unknown = faults({{"rules.json", R"({"schema": "patio/rules/1"})"}, {"broken.json", "{"}});
  REQUIRE(unknown.size() == 2);
  CHECK(unknown[0].path == "rules.json/schema");
  CHECK(unknown[0].code == "unknown_schema");
  CHECK(unknown[1].path == "broken.json/schema");
  const auto twice = faults({{"one.json", text}, {"two.json", text}});
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].path == "two.json");
  CHECK(twice[0].code == "repeated");
  const auto poor = faults({{"poor.json", R"({"schema": "patio/neutral_texts/1"})"}});
  REQUIRE_FALSE(poor.empty());
  CHECK(poor[0].path.starts_with("poor.json/"));
}
