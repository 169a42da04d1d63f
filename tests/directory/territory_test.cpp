#include <patio/directory/territory.hpp>

#include <algorithm>

#include "catch.hpp"

using namespace patio;

using I = CommuneCode;
using A = AreaCode;

namespace {

Commune commune(CommuneCode code, std::string name, AreaCode department, CommuneKind kind = CommuneKind::current) {
  Commune made;
  made.code = std::move(code);
  made.name = std::move(name);
  made.kind = kind;
  made.department = std::move(department);
  return made;
}

/// A corner of France: Saint-Denis took in Pierrefitte in 2025, L'Oie left Essarts-en-Bocage in 2024, Paris has districts.
Territory corner() {
  auto denis = commune(I("insee:93066"), "Saint-Denis", A("dep:93"));
  denis.former_codes = {I("insee:75059"), I("insee:93059")};
  denis.intercommunality = A("epci:200054781");
  denis.region = A("reg:11");
  denis.postcodes = {"93200", "93210", "93380"};
  denis.position = Position{48.9362, 2.3574};
  auto pierrefitte = commune(I("insee:93059"), "Pierrefitte-sur-Seine", A("dep:93"), CommuneKind::delegated);
  pierrefitte.part_of = I("insee:93066");
  auto old_denis = commune(I("insee:93066"), "Saint-Denis", A("dep:93"), CommuneKind::delegated);
  old_denis.part_of = I("insee:93066");
  auto paris = commune(I("insee:75056"), "Paris", A("dep:75"));
  paris.position = Position{48.8566, 2.3522};
  auto first = commune(I("insee:75101"), "Paris 1er Arrondissement", A("dep:75"), CommuneKind::district);
  first.part_of = I("insee:75056");
  auto igny = commune(I("insee:91312"), "Igny", A("dep:91"));
  igny.postcodes = {"91430"};
  igny.position = Position{48.7322, 2.2264};
  auto oie = commune(I("insee:85165"), "L'Oie", A("dep:85"));
  const Date in_2024 = 2024_y / 1 / 1, in_2025 = 2025_y / 1 / 1;
  return Territory({old_denis, denis, pierrefitte, paris, first, igny, oie},
                   {{A("dep:93"), AreaKind::department, "Seine-Saint-Denis"}, {A("dep:91"), AreaKind::department, "Essonne"},
                    {A("reg:11"), AreaKind::region, "Île-de-France"}, {A("epci:200054781"), AreaKind::intercommunality, "Métropole du Grand Paris"}},
                   {{in_2025, CommuneMovement::gone, I("insee:93059"), "Pierrefitte-sur-Seine", I("insee:93066"), "Saint-Denis"},
                    {in_2024, CommuneMovement::appeared, I("insee:85165"), "L'Oie", {}, ""},
                    {in_2024, CommuneMovement::renamed, I("insee:91312"), "Igny-sur-Bièvre", I("insee:91312"), "Igny"}});
}

constexpr Date today = 2026_y / 11 / 24;

}  // namespace

TEST_CASE("a commune stands for itself until the day it merges, and for its successor from that day on") {
  const auto territory = corner();
  CHECK(territory.commune_on(I("insee:93059"), 2024_y / 12 / 31) == CommuneOnDay{I("insee:93059"), CommuneStanding::itself});
  CHECK(territory.commune_on(I("insee:93059"), 2025_y / 1 / 1) == CommuneOnDay{I("insee:93066"), CommuneStanding::merged});
  CHECK(territory.commune_on(I("insee:93066"), 2020_y / 1 / 1) == CommuneOnDay{I("insee:93066"), CommuneStanding::itself});
}

TEST_CASE("a merger without a day counts on every day") {
  CHECK(corner().commune_on(I("insee:75059"), 2021_y / 6 / 1) == CommuneOnDay{I("insee:93066"), CommuneStanding::merged});
}

TEST_CASE("a commune that split off did not exist before") {
  const auto territory = corner();
  CHECK(territory.commune_on(I("insee:85165"), 2023_y / 12 / 31) == CommuneOnDay{{}, CommuneStanding::not_yet});
  CHECK(territory.commune_on(I("insee:85165"), 2024_y / 1 / 1).commune == I("insee:85165"));
}

TEST_CASE("a district is part of its city on every day") {
  CHECK(corner().commune_on(I("insee:75101"), 2022_y / 1 / 1) == CommuneOnDay{I("insee:75056"), CommuneStanding::part});
}

TEST_CASE("a code that the list does not know is unknown, not somewhere else") {
  CHECK(corner().commune_on(I("insee:99999"), today) == CommuneOnDay{{}, CommuneStanding::unknown});
  CHECK(corner().commune_on({}, today) == CommuneOnDay{{}, CommuneStanding::unknown});
  CHECK(Territory().commune_on(I("insee:91312"), today) == CommuneOnDay{{}, CommuneStanding::unknown});
}

TEST_CASE("mergers that run in a circle end all the same") {
  const Date day = 2022_y / 1 / 1;
  const Territory circle({}, {}, {{day, CommuneMovement::gone, I("insee:01001"), "A", I("insee:01002"), "B"},
                                  {day, CommuneMovement::gone, I("insee:01002"), "B", I("insee:01001"), "A"}});
  CHECK(circle.commune_on(I("insee:01001"), today).standing == CommuneStanding::merged);
}

TEST_CASE("a commune bears the name of the day") {
  const auto territory = corner();
  CHECK(territory.name_on(I("insee:91312"), 2023_y / 12 / 31) == "Igny-sur-Bièvre");
  CHECK(territory.name_on(I("insee:91312"), 2024_y / 1 / 1) == "Igny");
  CHECK(territory.name_on(I("insee:93059"), 2022_y / 1 / 1) == "Pierrefitte-sur-Seine");
  CHECK(territory.name_on(I("insee:99999"), today).empty());
}

TEST_CASE("the current commune comes before the delegated one that gave it its code") {
  const auto territory = corner();
  REQUIRE(territory.find(I("insee:93066")));
  CHECK(territory.find(I("insee:93066"))->kind == CommuneKind::current);
  CHECK(territory.find(A("dep:91"))->name == "Essonne");
  CHECK_FALSE(territory.find(A("dep:92")));
}

TEST_CASE("a postcode leads to its communes") {
  CHECK(corner().communes_of_postcode("93210") == std::vector<CommuneCode>{I("insee:93066")});
  CHECK(corner().communes_of_postcode("00000").empty());
}

TEST_CASE("a service serves who lives in one of its zones, by commune, département, région, EPCI or country") {
  const auto territory = corner();
  const I denis("insee:93066");
  for (const AreaCode& zone : {A("insee:93066"), A("dep:93"), A("reg:11"), A("epci:200054781"),
                               A("country:france"), A("country:99100")})
    CHECK(serves(territory, {zone}, denis, today) == Served::yes);
  CHECK(serves(territory, {A("dep:91")}, denis, today) == Served::no);
  CHECK(serves(territory, {A("dep:91"), A("dep:93")}, denis, today) == Served::yes);
}

TEST_CASE("both sides of a zone are brought to the day before they are compared") {
  const auto territory = corner();
  CHECK(serves(territory, {A("insee:93059")}, I("insee:93066"), today) == Served::yes);
  CHECK(serves(territory, {A("insee:93066")}, I("insee:93059"), today) == Served::yes);
  CHECK(serves(territory, {A("insee:93066")}, I("insee:93059"), 2024_y / 6 / 1) == Served::no);
  CHECK(serves(territory, {A("insee:75056")}, I("insee:75101"), today) == Served::yes);
  CHECK(serves(territory, {A("insee:75101")}, I("insee:75101"), today) == Served::yes);
}

TEST_CASE("no zone, an unknown zone or an unknown commune is unknown, never no") {
  const auto territory = corner();
  CHECK(serves(territory, {}, I("insee:91312"), today) == Served::unknown);
  CHECK(serves(territory, {A("dep:99")}, I("insee:91312"), today) == Served::unknown);
  CHECK(serves(territory, {A("insee:12345")}, I("insee:91312"), today) == Served::unknown);
  CHECK(serves(territory, {A("dep:93")}, I("insee:12345"), today) == Served::unknown);
  CHECK(serves(territory, {A("dep:99"), A("dep:91")}, I("insee:91312"), today) == Served::yes);
  CHECK(serves(territory, {A("country:99101")}, I("insee:91312"), today) == Served::unknown);
}

TEST_CASE("communes are as far apart as their positions, and nobody knows without one") {
  const auto territory = corner();
  CHECK(*territory.distance_km(I("insee:91312"), I("insee:75056")) == Approx(16.6).margin(0.1));
  CHECK(*territory.distance_km(I("insee:91312"), I("insee:75101")) == *territory.distance_km(I("insee:91312"), I("insee:75056")));
  CHECK(*territory.distance_km(I("insee:91312"), I("insee:91312")) == 0);
  CHECK_FALSE(territory.distance_km(I("insee:91312"), I("insee:85165")));
}

TEST_CASE("a copy of a territory answers after the first is gone") {
  Territory copy;
  {
    const auto first = corner();
    copy = first;
  }
  CHECK(copy.commune_on(I("insee:93059"), today).commune == I("insee:93066"));
  CHECK(copy.communes_of_postcode("91430").size() == 1);
}

TEST_CASE("a commune's code has five characters, two of them letters in Corsica at most") {
  CHECK(commune_code("91312") == I("insee:91312"));
  CHECK(commune_code("2a004") == I("insee:2A004"));
  CHECK(commune_code("97105") == I("insee:97105"));
  CHECK(commune_code("20004") == I("insee:20004"));
  for (const char* text : {"", "0null", "9131", "913120", "00123", "2C001", "A1234", "9131 "}) CHECK_FALSE(commune_code(text));
}

TEST_CASE("communes come in any order, a few of them late or all of them upside down") {
  std::vector<Commune> communes;
  for (int i = 0; i < 200; ++i) communes.push_back(commune(*commune_code(std::to_string(10100 + i)), "C", A("dep:10")));
  const Territory sorted(communes, {}, {});
  auto late = communes;
  std::rotate(late.begin() + 40, late.begin() + 41, late.begin() + 60);
  CHECK(Territory(late, {}, {}).communes() == sorted.communes());
  std::reverse(communes.begin(), communes.end());
  CHECK(Territory(communes, {}, {}).communes() == sorted.communes());
}
