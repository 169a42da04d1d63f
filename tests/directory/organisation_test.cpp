#include <patio/directory/organisation.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

Organisation employment_operator() {
  Organisation organisation;
  organisation.names = {{"Pôle emploi", {2008_y / 12 / 19, 2024_y / 1 / 1}}, {"France Travail", {2024_y / 1 / 1, {}}}};
  return organisation;
}

}  // namespace

TEST_CASE("a visit of 2022 prints Pôle emploi, one of 2026 France Travail") {
  CHECK(name_on(employment_operator(), 2022_y / 5 / 3) == "Pôle emploi");
  CHECK(name_on(employment_operator(), 2023_y / 12 / 31) == "Pôle emploi");
  CHECK(name_on(employment_operator(), 2024_y / 1 / 1) == "France Travail");
  CHECK(name_on(employment_operator(), 2026_y / 3 / 10) == "France Travail");
}

TEST_CASE("before its first name an organisation bears the first") {
  CHECK(name_on(employment_operator(), 1999_y / 1 / 1) == "Pôle emploi");
}

TEST_CASE("between two names, or after the last, it keeps the nearest earlier one, in whatever order they are listed") {
  Organisation organisation;
  organisation.names = {{"third", {2025_y / 1 / 1, 2026_y / 1 / 1}},
                        {"first", {2010_y / 1 / 1, 2012_y / 1 / 1}},
                        {"second", {2015_y / 1 / 1, 2016_y / 1 / 1}}};
  CHECK(name_on(organisation, 2013_y / 1 / 1) == "first");
  CHECK(name_on(organisation, 2020_y / 1 / 1) == "second");
  CHECK(name_on(organisation, 2030_y / 1 / 1) == "third");
}

TEST_CASE("an organisation without names has the empty name") { CHECK(name_on({}, 2026_y / 3 / 10).empty()); }
