#include <patio/exchange/cog.hpp>

#include <algorithm>
#include <sstream>

#include "catch.hpp"

using namespace patio;

namespace {

const TerritoryReading& france() {
  static const auto reading = read_territory(std::filesystem::path(PATIO_TEST_DATA "/vectors/cog"));
  return reading;
}

std::vector<std::string> faults(const LossReport& report) {
  std::vector<std::string> found;
  for (const auto& issue : report.issues) found.push_back(issue.path + " " + issue.code);
  return found;
}

LossReport read_communes(const std::string& text) {
  std::istringstream file(text);
  return read_territory(TerritoryFiles{.communes = &file}).reports.at("communes");
}

}  // namespace

TEST_CASE("the official code of 2026 is read whole") {
  const auto& reports = france().reports;
  CHECK(reports.at("communes").rows_kept == 37590);
  CHECK(reports.at("epci").rows_kept == 1255);
  CHECK(reports.at("departements").rows_kept == 109);
  CHECK(reports.at("regions").rows_kept == 26);
  CHECK(reports.at("mouvements").rows_kept == 235);
  for (const auto& [name, report] : reports) {
    INFO(name);
    CHECK(report.rows_refused == 0);
    CHECK(report.issues.empty());
  }
  const auto& communes = france().territory.communes();
  CHECK(std::count_if(communes.begin(), communes.end(), [](const auto& each) { return each.kind == CommuneKind::current; }) == 34969);
}

TEST_CASE("Igny is in Essonne, Île-de-France, and was 78312 once") {
  const auto& territory = france().territory;
  const auto* igny = territory.find(CommuneCode("insee:91312"));
  REQUIRE(igny);
  CHECK(igny->department == AreaCode("dep:91"));
  CHECK(igny->region == AreaCode("reg:11"));
  CHECK(territory.find(igny->intercommunality)->name == "CA Communauté Paris-Saclay");
  CHECK(igny->population == 10833);
  CHECK(territory.commune_on(CommuneCode("insee:78312"), 2026_y / 1 / 1).commune == CommuneCode("insee:91312"));
  CHECK(territory.commune_on(CommuneCode("insee:20004"), 2026_y / 1 / 1).commune == CommuneCode("insee:2A004"));
}

TEST_CASE("every commune that went has a commune to go to, on its day and not the day before") {
  const auto& territory = france().territory;
  int gone = 0;
  for (const auto& change : territory.changes()) {
    if (change.movement != CommuneMovement::gone) continue;
    ++gone;
    INFO(change.code.text());
    CHECK(territory.commune_on(change.code, change.day).commune == change.successor);
    CHECK(territory.commune_on(change.code, add_days(change.day, -1)).commune == change.code);
    CHECK(territory.find(*change.successor)->kind == CommuneKind::current);
  }
  CHECK(gone == 102);
}

TEST_CASE("the code of a place that a list of 2022 names is Saint-Denis now and was itself then") {
  const auto& territory = france().territory;
  CHECK(territory.commune_on(CommuneCode("insee:93059"), 2026_y / 11 / 24).commune == CommuneCode("insee:93066"));
  CHECK(territory.commune_on(CommuneCode("insee:93059"), 2022_y / 12 / 1).commune == CommuneCode("insee:93059"));
  CHECK(territory.commune_on(CommuneCode("insee:69388"), 2022_y / 12 / 1).commune == CommuneCode("insee:69123"));
  CHECK(territory.name_on(CommuneCode("insee:35329"), 2021_y / 6 / 1) == "Sougéal");
  CHECK(territory.name_on(CommuneCode("insee:35329"), 2022_y / 1 / 1) == "Sougeal");
}

TEST_CASE("each code of the list stands for some commune of today, however it is followed") {
  const auto& territory = france().territory;
  const Date today = 2026_y / 11 / 24;
  std::int64_t lost = 0;
  for (const auto& each : territory.communes()) {
    const auto on_day = territory.commune_on(each.code, today);
    const auto* now = on_day.commune ? territory.find(*on_day.commune) : nullptr;
    lost += !now || now->kind != CommuneKind::current;
  }
  CHECK(lost == 0);
}

TEST_CASE("positions that a host adds to the list give distances") {
  std::istringstream file("code,nom,type,latitude,longitude\n91312,Igny,commune-actuelle,48.7322,2.2264\n"
                          "75056,Paris,commune-actuelle,48.8566,2.3522\n91064,Bièvres,commune-actuelle,95,2\n");
  const auto reading = read_territory(TerritoryFiles{.communes = &file});
  CHECK(*reading.territory.distance_km(CommuneCode("insee:91312"), CommuneCode("insee:75056")) == Approx(16.6).margin(0.1));
  CHECK(faults(reading.reports.at("communes")) == std::vector<std::string>{"4:4 not_a_coordinate"});
}

TEST_CASE("each ugly row of the list of communes is told and refused, and the next one read") {
  const auto report = read_communes("code,nom,type,population\n0null,Igny,commune-actuelle,1\n91312,,commune-actuelle,1\n91312,Igny,ville,1\n"
                                    "91312,Igny\n91312,Igny,commune-actuelle,beaucoup\n91313,Igny,commune-actuelle,2\n");
  CHECK(faults(report) == std::vector<std::string>{"2:1 not_a_commune", "3:2 no_name", "4:3 unknown_value", "5:1 wrong_cell_count", "6:4 not_an_integer"});
  CHECK(report.rows_read == 6);
  CHECK(report.rows_kept == 2);
  CHECK(report.rows_refused == 4);
}

TEST_CASE("a list without the columns of a list of communes is no list of communes") {
  CHECK(faults(read_communes("nom,type\nIgny,commune-actuelle\n")) == std::vector<std::string>{"1:1 missing_column"});
  CHECK(read_communes("").rows_read == 0);
}

TEST_CASE("movements of an unknown sort, year or successor are refused") {
  std::istringstream movements("millesime,mouvement,code,nom,code_successeur,nom_successeur\n2022,fusion,01001,A,01002,B\n"
                               "deux mille,disparition,01001,A,01002,B\n2022,disparition,01001,A,,\n2022,apparition,01001,A,,\n");
  const auto report = read_territory(TerritoryFiles{.movements = &movements}).reports.at("mouvements");
  CHECK(faults(report) == std::vector<std::string>{"2:2 not_a_movement", "3:1 not_a_year", "4:5 not_a_commune"});
  CHECK(report.rows_kept == 1);
}

TEST_CASE("a folder without a list of communes is an error") {
  CHECK_THROWS_AS(read_territory(std::filesystem::path(PATIO_TEST_DATA "/vectors/jours-feries")), Error);
}
