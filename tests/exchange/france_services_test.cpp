#include <patio/base/json.hpp>
#include <patio/exchange/france_services.hpp>
#include <patio/schedule/centre_plan.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "catch.hpp"

using namespace patio;

namespace {

using Counts = std::map<std::string, std::int64_t>;
using Faults = std::vector<std::string>;

std::filesystem::path vector_file(const char* name) {
  return std::filesystem::path(PATIO_TEST_DATA "/vectors/france-services") / name;
}

FranceServicesReading read_text(const std::string& text) {
  std::istringstream file(text);
  return read_france_services(file);
}

const FranceServicesPlace& place(const FranceServicesReading& reading, std::string_view id) {
  const auto found =
      std::find_if(reading.places.begin(), reading.places.end(), [&](const auto& each) { return each.id == id; });
  REQUIRE(found != reading.places.end());
  return *found;
}

std::int64_t stretches(const FranceServicesReading& reading) {
  std::int64_t count = 0;
  for (const auto& each : reading.places) count += static_cast<std::int64_t>(each.hours.size());
  return count;
}

Faults faults(const FranceServicesReading& reading) {
  Faults found;
  for (const auto& issue : reading.report.issues) found.push_back(issue.path + " " + issue.code);
  return found;
}

std::string text_of(const OpeningHours& hours) {
  return std::string(name_of(hours.weekday)) + " " + to_text(hours.opens) + "-" + to_text(hours.closes);
}

}  // namespace

TEST_CASE("the list of December 2022 is read whole") {
  const auto reading = read_france_services(vector_file("liste-2022-12.csv"));
  CHECK(reading.report.rows_read == 1441);
  CHECK(reading.report.rows_kept == 1441);
  CHECK(reading.report.rows_refused == 0);
  CHECK(reading.places.size() == 1441);
  CHECK(reading.report.issue_counts == Counts{{"hours_inverted", 10}, {"hours_overlap", 14}, {"not_a_commune", 1}});
  CHECK(reading.report.not_understood == Counts{{"h_vendredi", 1}});
  CHECK(reading.report.unknown_columns.empty());
  CHECK(reading.report.columns_not_kept == Faults{"insee_dep"});
  CHECK(stretches(reading) == 11444);
}

TEST_CASE("the list of September 2020 is read whole, with its own columns") {
  const auto reading = read_france_services(vector_file("liste-2020-09.csv"));
  CHECK(reading.report.rows_read == 493);
  CHECK(reading.report.rows_kept == 493);
  CHECK(reading.report.issue_counts == Counts{{"zero_restored", 13}});
  CHECK(reading.report.not_understood == Counts{{"h_lundi", 15}, {"h_mardi", 30}, {"h_mercredi", 27}, {"h_jeudi", 33},
                                                {"h_vendredi", 23}, {"h_samedi", 8}});
  CHECK(reading.report.columns_not_kept == Faults{"departement", "groupe_antennes"});
  CHECK(stretches(reading) == 3586);
  CHECK(std::count_if(reading.places.begin(), reading.places.end(),
                      [](const auto& each) { return each.roaming == YesNo::yes; }) == 29);
}

TEST_CASE("each row of the list of 2022 has a day of label, and each but ten a position") {
  const auto reading = read_france_services(vector_file("liste-2022-12.csv"));
  const auto having = [&](auto has) { return std::count_if(reading.places.begin(), reading.places.end(), has); };
  CHECK(having([](const auto& each) { return each.labelled_on.has_value(); }) == 1441);
  CHECK(having([](const auto& each) { return each.latitude && each.longitude; }) == 1431);
  CHECK(having([](const auto& each) { return each.commune.has_value(); }) == 1433);
  CHECK(having([](const auto& each) { return each.format == FranceServicesFormat::branch; }) == 71);
  CHECK(having([](const auto& each) { return each.roaming == YesNo::yes; }) == 148);
}

TEST_CASE("Le Patio is place 536 in both lists, at the same address and hours") {
  const auto now = read_france_services(vector_file("liste-2022-12.csv"));
  const auto before = read_france_services(vector_file("liste-2020-09.csv"));
  const auto& igny = place(now, "536");
  CHECK(igny.name == "France services Igny");
  CHECK(igny.address == "1 Rue Jules Ferry");
  CHECK(igny.postcode == "91430");
  CHECK(igny.commune == CommuneCode("insee:91312"));
  CHECK(igny.labelled_on == 2020_y / 1 / 1);
  CHECK(igny.format == FranceServicesFormat::main_site);
  CHECK(igny.roaming == YesNo::no);
  REQUIRE(igny.hours.size() == 9);
  CHECK(text_of(igny.hours[6]) == "thursday 09:00-12:00");
  CHECK(text_of(igny.hours[8]) == "friday 14:00-17:30");
  CHECK(place(before, "536").hours == igny.hours);
  CHECK(place(before, "536").labelled_on == igny.labelled_on);
}

TEST_CASE("the site made from the list is the one of the plan of Le Patio") {
  std::ifstream file(PATIO_TEST_DATA "/../examples/data/le-patio.json");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const Site planned = read_centre_plan(text).value().sites.front();
  const auto reading = read_france_services(std::filesystem::path(PATIO_TEST_DATA "/../examples/data/france-services-essonne.csv"));
  CHECK(reading.places.size() == 24);
  const Site listed = to_site(place(reading, "536"));
  CHECK(listed.code == SiteCode("site:fs:536"));
  CHECK(listed.address == "1 Rue Jules Ferry, 91430 Igny");
  CHECK(listed.commune == planned.commune);
  CHECK(listed.latitude == planned.latitude);
  CHECK(listed.longitude == planned.longitude);
  CHECK(listed.phone == planned.phone);
  CHECK(listed.hours == planned.hours);
}

TEST_CASE("a site without a commune, a telephone or a street keeps what there is") {
  FranceServicesPlace bus;
  bus.id = "7";
  bus.name = "Bus";
  bus.town = "Igny";
  const Site site = to_site(bus);
  CHECK(site.address == "Igny");
  CHECK(site.commune.empty());
  CHECK_FALSE(site.phone);
}

TEST_CASE("the columns of 2026 are recognised by their names, with semicolons") {
  const auto reading = read_france_services(vector_file("liste-2026.csv"));
  REQUIRE(reading.places.size() == 4);
  CHECK(reading.report.unknown_columns == Faults{"column 25", "ouvert_le_soir"});
  CHECK(faults(reading) == Faults{"7:23 not_a_date"});
  CHECK(reading.report.not_understood == Counts{{"prise_rdv", 1}});

  const auto& park = place(reading, "A-1");
  CHECK(park.latitude == 48.73);
  CHECK(park.labelled_on == 2024_y / 2 / 1);
  CHECK(park.takes_appointments == YesNo::yes);
  CHECK(park.format == FranceServicesFormat::fixed);

  const auto& hall = place(reading, "A-2");
  CHECK(hall.name == "France services \"La Halle\"; rez-de-chaussée");
  CHECK(hall.comment == "Sur rendez-vous,\r\nle samedi");
  CHECK(hall.labelled_on == 2025_y / 3 / 15);
  CHECK(hall.takes_appointments == YesNo::no);
  CHECK(hall.format == FranceServicesFormat::bus);

  CHECK(place(reading, "A-3").commune == CommuneCode("insee:2B033"));
  CHECK(place(reading, "A-3").format == FranceServicesFormat::itinerant);
  CHECK(place(reading, "A-3").group_name == "Vallées");
  CHECK_FALSE(place(reading, "A-4").labelled_on);
  CHECK(place(reading, "A-4").format == FranceServicesFormat::multisite);
}

TEST_CASE("each ugly row is told with its place and reason, and no other is lost for it") {
  const auto reading = read_france_services(vector_file("ugly-2022.csv"));
  CHECK(faults(reading) == Faults{
      "3:1 no_id", "4:1 not_an_id", "5:1 repeated_id", "6:3 no_name", "7:1 wrong_cell_count", "8:1 wrong_cell_count",
      "9:6 not_a_commune", "10:7 zero_restored", "11:7 not_a_postcode", "12:9 not_a_coordinate", "13:10 half_a_position",
      "14:9 not_a_coordinate", "15:9 not_a_coordinate", "15:10 not_a_coordinate", "16:13 hours_inverted",
      "16:14 hours_overlap", "17:23 not_a_date", "21:19 stray_quote", "22:19 text_after_quote", "23:3 unbalanced_quote",
      "26:8 not_clean_text"});
  CHECK(reading.report.not_understood ==
        Counts{{"h_mercredi", 1}, {"h_jeudi", 1}, {"labellisation", 1}, {"itinerance", 1}, {"format_fs", 1}});
  CHECK(reading.report.rows_read == 25);
  CHECK(reading.report.rows_refused == 7);
  CHECK(reading.report.rows_kept == 18);
  CHECK(reading.places.back().id == "31");
}

TEST_CASE("what cannot be is left out of the place, the rest of it stays") {
  const auto reading = read_france_services(vector_file("ugly-2022.csv"));
  CHECK_FALSE(place(reading, "14").commune);
  CHECK(place(reading, "15").commune == CommuneCode("insee:2A004"));
  CHECK(place(reading, "15").postcode == "02000");
  CHECK(place(reading, "16").postcode.empty());
  for (const char* id : {"17", "18", "19", "20"}) {
    CHECK_FALSE(place(reading, id).latitude);
    CHECK_FALSE(place(reading, id).longitude);
    CHECK(place(reading, id).commune == CommuneCode("insee:91312"));
  }
  CHECK_FALSE(place(reading, "22").labelled_on);
  CHECK_FALSE(place(reading, "24").roaming);
  CHECK_FALSE(place(reading, "24").format);
  CHECK(place(reading, "30").town.empty());
}

TEST_CASE("hours that are not plainly hours are kept as text, and their day has none") {
  const auto reading = read_france_services(vector_file("ugly-2022.csv"));
  const auto& odd = place(reading, "21");
  CHECK(odd.hours_text == std::map<std::string, std::string>{{"monday", "12:00 - 09:00"},
                                                             {"tuesday", "09:00 - 12:00 / 11:00 - 14:00"},
                                                             {"wednesday", "Un lundi sur deux"},
                                                             {"thursday", "25:00 - 26:00"}});
  REQUIRE(odd.hours.size() == 1);
  CHECK(text_of(odd.hours[0]) == "saturday 09:00-12:30");
}

TEST_CASE("no message of the report repeats a cell") {
  const auto reading = read_france_services(vector_file("ugly-2022.csv"));
  for (const auto& issue : reading.report.issues)
    for (const auto& text : {issue.message.fr, issue.message.en})
      for (const char* cell : {"deux mots", "0null", "487", "F-914", "12:00", "31/02", "Lieu", "ouvert\"", "Parfois"})
        CHECK(text.find(cell) == std::string::npos);
}

TEST_CASE("a file that is no such list gives one issue, and repeats none of its header") {
  for (const char* text : {"", "\n\n", "nom,prenom\nLenoir,Marc\n", "id_fs\n1\n", "\"id_fs,lib_fs\n", "\xff\xfe\n"}) {
    const auto reading = read_text(text);
    CHECK(faults(reading) == Faults{"1:1 not_this_list"});
    CHECK(reading.report.unknown_columns.empty());
    CHECK(reading.places.empty());
    CHECK(reading.report.rows_read == 0);
  }
}

TEST_CASE("an identifier and a name are enough, in any case of letters and place of columns") {
  const auto reading = read_text("LIB_FS; Id_FS \nIgny;536\n");
  REQUIRE(reading.places.size() == 1);
  CHECK(place(reading, "536").name == "Igny");
  CHECK(reading.report.issues.empty());
}

TEST_CASE("of two columns for one thing the first is read and the second told") {
  const auto reading = read_text("id_fs,lib_fs,matricule\n1,Igny,2\n");
  CHECK(faults(reading) == Faults{"1:3 repeated_column"});
  CHECK(place(reading, "1").name == "Igny");
}

TEST_CASE("progress is told every thousand rows and at the end") {
  std::vector<ReadingProgress> told;
  const auto path = vector_file("liste-2022-12.csv");
  static_cast<void>(read_france_services(path, [&](const ReadingProgress& progress) { told.push_back(progress); }));
  REQUIRE(told.size() == 2);
  CHECK(told[0].rows == 1000);
  CHECK(told[0].bytes < told[1].bytes);
  CHECK(told[1] == ReadingProgress{1441, static_cast<std::int64_t>(std::filesystem::file_size(path))});
}

TEST_CASE("places are handed over one at a time, and whoever listens may stop the reading") {
  std::ifstream file(vector_file("liste-2022-12.csv"), std::ios::binary);
  struct Enough {};
  int kept = 0;
  const auto keep = [&](FranceServicesPlace&&) {
    if (++kept == 10) throw Enough{};
  };
  CHECK_THROWS_AS(read_france_services(file, keep), Enough);
  CHECK(kept == 10);
}

TEST_CASE("a file that is not there is an error, not an empty list") {
  CHECK_THROWS_AS(read_france_services(vector_file("nothing.csv")), Error);
}

TEST_CASE("a reading passes through JSON unchanged") {
  const auto reading = read_france_services(vector_file("ugly-2022.csv"));
  CHECK(from_json<FranceServicesReading>(to_json(reading)).value() == reading);
}
