#include <patio/directory/operators.hpp>

#include <algorithm>
#include <fstream>

#include <patio/base/json_tree.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

using Codes = std::vector<std::string>;

Codes members(Date day) {
  Codes codes;
  for (const auto& each : operators_on(default_operators(), "france_services", day)) codes.push_back(each.code.text());
  return codes;
}

const Operator& of(const OrganisationCode& code) {
  const auto* found = find_operator(default_operators(), code);
  REQUIRE(found);
  return *found;
}

std::vector<std::string> faults(std::string_view json) {
  std::vector<std::string> found;
  if (const auto book = read_operators(json); !book)
    for (const auto& issue : book.error().list) found.push_back(issue.path + " " + issue.code);
  return found;
}

const Codes nine{"org:caf", "org:cnav", "org:cpam", "org:dgfip", "org:france_travail", "org:interieur", "org:justice", "org:la_poste", "org:msa"};

}  // namespace

TEST_CASE("nine operators from the first of January 2020, the nine of the spring of 2023") {
  CHECK(members(2020_y / 1 / 1) == nine);
  CHECK(members(2023_y / 4 / 1) == nine);
  CHECK(members(2019_y / 12 / 31).empty());
}

TEST_CASE("Urssaf and the energy cheque enter in 2024, France Rénov' after them, each marked as not confirmed") {
  CHECK(members(2023_y / 12 / 31) == nine);
  CHECK(members(2024_y / 1 / 1).size() == 11);
  CHECK(members(2026_y / 11 / 24).size() == 12);
  for (const auto& each : operators_on(default_operators(), "france_services", 2026_y / 11 / 24)) {
    const bool late = each.code.text() == "org:urssaf" || each.code.text() == "org:cheque_energie" || each.code.text() == "org:anah";
    CHECK((each.certainty == Certainty::unconfirmed) == late);
    CHECK_FALSE(each.source.empty());
  }
}

TEST_CASE("the MSAP before 2020 had seven operators, GRDF among them") {
  CHECK(operators_on(default_operators(), "msap", 2018_y / 6 / 1).size() == 7);
  CHECK(operators_on(default_operators(), "msap", 2020_y / 1 / 1).empty());
}

TEST_CASE("a visit of 2022 prints Pôle emploi, one of 2024 France Travail, under one code") {
  CHECK(name_on(of(OrganisationCode("org:france_travail")), 2022_y / 5 / 3) == "Pôle emploi");
  CHECK(name_on(of(OrganisationCode("org:france_travail")), 2023_y / 12 / 31) == "Pôle emploi");
  CHECK(name_on(of(OrganisationCode("org:france_travail")), 2024_y / 1 / 1) == "France Travail");
}

TEST_CASE("a count over 2023 to 2025 joins both names") {
  CHECK(names_over(of(OrganisationCode("org:france_travail")), {2023_y / 1 / 1, 2026_y / 1 / 1}) == Codes{"Pôle emploi", "France Travail"});
  CHECK(names_over(of(OrganisationCode("org:france_travail")), {2024_y / 1 / 1, 2026_y / 1 / 1}) == Codes{"France Travail"});
}

TEST_CASE("France Titres is the name from the day of its decree") {
  CHECK(name_on(of(OrganisationCode("org:interieur")), 2024_y / 2 / 25) == "Ministère de l'Intérieur (ANTS)");
  CHECK(name_on(of(OrganisationCode("org:interieur")), 2024_y / 2 / 26) == "Ministère de l'Intérieur (France Titres)");
}

TEST_CASE("the plan of Le Patio says of each operator what the book says") {
  std::ifstream file(PATIO_TEST_DATA "/../examples/data/le-patio.json");
  const auto plan = parse_json(std::string(std::istreambuf_iterator<char>(file), {})).value();
  int compared = 0;
  for (const auto& each : plan.at("organisations")) {
    const auto listed = from_json_value<Organisation>(each).value();
    const auto* found = find_operator(default_operators(), listed.code);
    if (!found) continue;
    ++compared;
    CHECK(organisation_of(*found).france_services == listed.france_services);
    for (const auto& period : listed.france_services) CHECK(name_on(*found, period.since) == name_on(listed, period.since));
  }
  CHECK(compared == 12);
}

TEST_CASE("a book says where it is wrong") {
  CHECK(faults("[]").size() == 1);
  CHECK(faults(R"({"schema": "patio/operators/2", "operators": []})") == Codes{"/schema unknown_schema"});
  CHECK(faults(R"({"schema": "patio/operators/1", "operators": [
      {"code": "org:a", "field": {"fr": "a", "en": "a"}, "names": [], "memberships": [
         {"programme": "p", "period": {"since": "2020-01-01"}, "certainty": "confirmed", "source": ""},
         {"programme": "p", "period": {"since": "2021-01-01", "until": "2021-01-01"}, "certainty": "confirmed", "source": "s"},
         {"programme": "p", "period": {"since": "2022-01-01"}, "certainty": "confirmed", "source": "s"}],
       "networks": [], "review": "unreviewed"},
      {"code": "org:a", "field": {"fr": "a", "en": "a"}, "names": [
         {"name": "A", "period": {"since": "2020-01-01"}, "certainty": "confirmed", "source": "s"}],
       "memberships": [], "networks": [], "review": "unreviewed"}]})") ==
        Codes{"/operators/0/names no_name", "/operators/0/memberships/0/source missing_source",
              "/operators/0/memberships/1/period ends_before_it_begins", "/operators/0/memberships/2/period overlapping_periods",
              "/operators/1/code repeated_name"});
}
