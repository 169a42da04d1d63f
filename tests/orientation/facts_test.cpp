#include <patio/orientation/facts.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("a band of age begins on the birthday that opens it") {
  const Date birth = 2000_y / 3 / 10;
  CHECK(age_band_on(birth, 2016_y / 3 / 9) == AgeBand::under_16);
  CHECK(age_band_on(birth, 2016_y / 3 / 10) == AgeBand::from_16);
  CHECK(age_band_on(birth, 2018_y / 3 / 9) == AgeBand::from_16);
  CHECK(age_band_on(birth, 2018_y / 3 / 10) == AgeBand::from_18);
  CHECK(age_band_on(birth, 2025_y / 3 / 9) == AgeBand::from_18);
  CHECK(age_band_on(birth, 2025_y / 3 / 10) == AgeBand::from_25);
  CHECK(age_band_on(birth, 2026_y / 3 / 10) == AgeBand::from_26);
  CHECK(age_band_on(birth, 2060_y / 3 / 9) == AgeBand::from_26);
  CHECK(age_band_on(birth, 2060_y / 3 / 10) == AgeBand::from_60);
  CHECK(age_band_on(birth, 2065_y / 3 / 10) == AgeBand::from_65);
}

TEST_CASE("nobody has an age before birth") { CHECK(age_band_on(2026_y / 3 / 11, 2026_y / 3 / 10) == std::nullopt); }

TEST_CASE("the record tells the age and what its safety flags say") {
  Person claire;
  claire.birth_date = 1985_y / 3 / 22;
  claire.safety_flags = {SafetyFlag::violence_context, SafetyFlag::unsafe_contact};
  const PersonFacts facts = facts_of(claire, 2026_y / 3 / 10);
  CHECK(facts.age_band == AgeBand::from_26);
  CHECK(facts.violence_context == YesNo::yes);
  CHECK(facts.safe_contact == YesNo::no);
}

TEST_CASE("a flag that is not there leaves the fact unknown, never no") {
  CHECK(facts_of(Person{}, 2026_y / 3 / 10) == PersonFacts{});
}
