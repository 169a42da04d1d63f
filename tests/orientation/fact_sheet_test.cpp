#include <patio/orientation/needs_book.hpp>

#include <algorithm>

#include "catch.hpp"

using namespace patio;

namespace {

const FactSheet& sheet(std::string_view fact) {
  const auto& facts = default_needs_book().facts;
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const FactSheet& each) { return each.name == fact; });
  REQUIRE(found != facts.end());
  return *found;
}

}  // namespace

TEST_CASE("one question by yes or no settles the scheme, whichever side is wanted") {
  CHECK(question_for(sheet("scheme"), {"agricultural"}).fr == "Relevez-vous de la MSA ?");
  CHECK(question_for(sheet("scheme"), {"general", "self_employed", "civil_service", "student", "none"}).fr ==
        "Relevez-vous de la MSA ?");
}

TEST_CASE("values that no question tells apart are asked about openly") {
  CHECK(question_for(sheet("scheme"), {"student"}) == sheet("scheme").question);
}

TEST_CASE("a value has its label, and an unknown one labels itself") {
  CHECK(label_of(sheet("scheme"), "agricultural").fr == "agricole (MSA)");
  CHECK(label_of(sheet("scheme"), "martian") == Text{"martian", "martian"});
}

TEST_CASE("sheets stand in the order of the facts") {
  const auto& facts = default_needs_book().facts;
  const auto& attributes = orientation_vocabulary().attributes;
  REQUIRE(facts.size() == attributes.size());
  for (std::size_t i = 0; i < facts.size(); ++i) CHECK(facts[i].name == attributes[i].name);
}
