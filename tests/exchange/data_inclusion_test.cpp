#include <patio/base/json.hpp>
#include <patio/exchange/data_inclusion.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "arbitrary.hpp"
#include "catch.hpp"
#include "listings.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

using Counts = std::map<std::string, std::int64_t>;
using Texts = std::vector<std::string>;

DirectoryReading read_file(const std::string& name, const DirectoryReadingOptions& options = {}) {
  std::ifstream file(PATIO_TEST_DATA "/vectors/data-inclusion/" + name, std::ios::binary);
  return read_data_inclusion(file, options);
}

DirectoryReading read_text(const std::string& text) {
  std::istringstream file(text);
  return read_data_inclusion(file);
}

Texts faults(const LossReport& report) {
  Texts found;
  for (const auto& issue : report.issues) found.push_back(issue.path + " " + issue.code);
  return found;
}

const ListedService& service(const DirectoryReading& reading, std::string_view id) {
  const auto& services = reading.directory.services;
  const auto found = std::find_if(services.begin(), services.end(), [&](const auto& each) { return each.id == id; });
  REQUIRE(found != services.end());
  return *found;
}

}  // namespace

TEST_CASE("a structure and a service with every field of version 1 are read whole") {
  const auto reading = read_file("full.json");
  CHECK(faults(reading.report) == Texts{"5/horaires_accueil hours_not_plain"});
  CHECK(reading.report.unknown_columns.empty());
  CHECK(reading.report.columns_not_kept.empty());
  CHECK(reading.report.rows_kept == 2);
  REQUIRE(reading.directory.structures.size() == 1);
  REQUIRE(reading.directory.services.size() == 1);
  const auto& desk = reading.directory.structures.front();
  CHECK(desk.siret == "21910312400013");
  CHECK(desk.location.commune == CommuneCode("insee:91312"));
  CHECK(desk.location.position == Position{48.73224, 2.226456});
  CHECK(desk.networks == Texts{"france-service", "ccas-cias"});
  const auto& help = reading.directory.services.front();
  CHECK(help.fees == "payant");
  CHECK(help.zones == std::vector<AreaCode>{AreaCode("insee:91312"), AreaCode("dep:91"), AreaCode("dep:2A"), AreaCode("dep:974"),
                                            AreaCode("epci:200056232"), AreaCode("country:99100"), AreaCode("country:france")});
  CHECK(help.hours_per_week == 1.5);
  CHECK(help.weeks == 6);
  CHECK(help.opening_hours == "Mo[1] 09:00-12:00");
}

TEST_CASE("what was read from version 1 is read again as it was, in JSON and in CSV") {
  const auto reading = read_file("full.json");
  std::stringstream structures, services, whole;
  static_cast<void>(write_data_inclusion(reading.directory, whole));
  CHECK(read_data_inclusion(whole).directory == reading.directory);
  static_cast<void>(write_data_inclusion_structures_csv(reading.directory.structures, structures));
  static_cast<void>(write_data_inclusion_services_csv(reading.directory.services, services));
  CHECK(read_data_inclusion(structures).directory.structures == reading.directory.structures);
  CHECK(read_data_inclusion(services).directory.services == reading.directory.services);
}

TEST_CASE("any directory that the format can carry is read back as it was written") {
  prop("for any structures and services", [] {
    const Directory directory = *listings::directory();
    std::stringstream file;
    const auto written = write_data_inclusion(directory, file);
    RC_ASSERT(written.rows_refused == 0);
    RC_ASSERT(written.issues.empty());
    RC_ASSERT(read_data_inclusion(file).directory == directory);
  });
  prop("through CSV too", [] {
    const Directory directory = *listings::directory();
    std::stringstream file;
    static_cast<void>(write_data_inclusion_services_csv(directory.services, file));
    RC_ASSERT(read_data_inclusion(file).directory.services == directory.services);
  });
}

TEST_CASE("the services of December 2022 are read whole, in the words of today") {
  const auto reading = read_file("services-v0-2022-12.csv");
  CHECK(reading.report.rows_read == 2303);
  CHECK(reading.report.rows_kept == 2303);
  CHECK(reading.report.rows_refused == 0);
  CHECK(reading.report.unknown_columns.empty());
  CHECK(reading.report.columns_not_kept.empty());
  CHECK(reading.report.issue_counts.at("missing_column") == 1);
  const auto& services = reading.directory.services;
  const auto having = [&](auto has) { return std::count_if(services.begin(), services.end(), has); };
  CHECK(having([](const auto& each) { return each.fees.has_value(); }) == 0);
  CHECK(having([](const auto& each) { return !each.audiences.empty(); }) == 0);
  CHECK(having([](const auto& each) { return !each.theme_categories.empty(); }) == 1758);
  for (const auto& each : services) {
    for (const auto& theme : each.themes) CHECK(is_listed("themes", theme));
    for (const auto& category : each.theme_categories) CHECK(is_listed("theme_categories", category));
    if (each.type) CHECK(is_listed("service_types", *each.type));
  }
}

TEST_CASE("the old words of a theme are read as what they stand for, and a category stays one") {
  const auto reading = read_text("id;structure_id;source;nom;types;thematiques;profils;frais\n"
                                 "1;s;dora;Atelier;atelier|accompagnement;numerique--utiliser-le-numerique-au-quotidien|mobilite|handicap;"
                                 "retraites|adultes|tous-publics;adhesion|gratuit\n");
  const auto& read = service(reading, "1");
  CHECK(read.themes == Texts{"numerique--maitriser-les-fondamentaux-du-numerique"});
  CHECK(read.theme_categories == Texts{"mobilite"});
  CHECK(read.type == "atelier");
  CHECK(read.audiences == Texts{"tous-publics"});
  CHECK(read.fees == "payant");
  CHECK(reading.report.issue_counts == Counts{{"all_audiences_and_more", 1}, {"category_only", 1}, {"missing_column", 1}, {"no_equivalent", 2}, {"several_kept_one", 2}});
}

TEST_CASE("version 0 says in another column whether its zone is a département or a région") {
  const std::string header = "id,structure_id,source,nom,types,zone_diffusion_type,zone_diffusion_code\n";
  const auto reading = read_text(header + "1,s,dora,Un nom,,region,11\n2,s,dora,Un nom,,departement,91\n3,s,dora,Un nom,,pays,\n"
                                          "4,s,dora,Un nom,,commune,91312\n5,s,dora,Un nom,,,\n");
  CHECK(service(reading, "1").zones == std::vector<AreaCode>{AreaCode("reg:11")});
  CHECK(service(reading, "2").zones == std::vector<AreaCode>{AreaCode("dep:91")});
  CHECK(service(reading, "3").zones == std::vector<AreaCode>{AreaCode("country:france")});
  CHECK(service(reading, "4").zones == std::vector<AreaCode>{AreaCode("insee:91312")});
  CHECK(service(reading, "5").zones.empty());
}

TEST_CASE("version 0 joins its two descriptions, its papers and conditions, and its two ways of asking") {
  const auto reading = read_text(R"([{"id": "1", "structure_id": "s", "source": "dora", "nom": "Un nom", "presentation_resume": "Court.",
      "presentation_detail": "Long.", "pre_requis": ["Être majeur"], "justificatifs": ["Pièce d'identité", "Avis d'impôt"],
      "modes_orientation_beneficiaire": ["se-presenter"], "modes_orientation_accompagnateur": ["envoyer-un-mail", "prendre-rdv"],
      "prise_rdv": "https://a.example.org", "page_web": "https://b.example.org", "date_maj": "2022-12-01"}])");
  const auto& read = service(reading, "1");
  CHECK(read.description == "Court.\nLong.");
  CHECK(read.access_conditions == "Être majeur\nPièce d'identité\nAvis d'impôt");
  CHECK(read.mobilisation_modes == Texts{"se-presenter", "envoyer-un-courriel", "utiliser-lien-mobilisation"});
  CHECK(read.mobilised_by == Texts{"usagers", "professionnels"});
  CHECK(read.mobilisation_link == "https://a.example.org");
  CHECK(reading.report.issue_counts == Counts{{"several_kept_one", 1}});
}

TEST_CASE("the test workbook of the official checker is read, its faults told") {
  const auto structures = read_file("valideur-structures.csv");
  CHECK(faults(structures.report) == Texts{"1:1 missing_column", "1:1 missing_column", "2:4 number_restored", "2:8 number_restored",
                                           "3:3 final_stop", "3:4 number_restored", "3:8 not_a_postcode", "3:10 not_an_email", "3:11 not_a_url"});
  REQUIRE(structures.directory.structures.size() == 2);
  CHECK(structures.directory.structures[0].siret == "60487647500499");
  CHECK(structures.directory.structures[0].location.postcode == "59260");
  CHECK(structures.directory.structures[1].siret == "82454114801871");
  CHECK_FALSE(structures.directory.structures[1].location.postcode);
  CHECK(structures.report.unknown_columns == Texts{"column 1", "46076.0", "column 17", "column 18", "column 19"});
  const auto services = read_file("valideur-services.jsonl");
  CHECK(services.directory.services.size() == 3);
  CHECK(services.directory.services.front().location.commune == CommuneCode("insee:59350"));
  CHECK(services.directory.services.front().zones == std::vector<AreaCode>{AreaCode("insee:59350")});
  CHECK(services.directory.services.front().weeks == 3);
  CHECK(services.report.issue_counts.at("number_restored") == 5);
}

TEST_CASE("each ugly service is told with its place and reason, and no other is lost for it") {
  const auto reading = read_file("ugly-services.jsonl", {.today = 2026_y / 11 / 24});
  CHECK(faults(reading.report) == Texts{
      "2/id no_id", "3/id repeated_id", "4/nom no_name", "5/id id_without_source", "6/thematiques unknown_value", "6/thematiques repeated_value",
      "6/thematiques category_only", "7/publics all_audiences_and_more", "8/date_maj not_a_date", "9/date_maj day_out_of_range",
      "10/latitude not_a_coordinate", "11/longitude half_a_position", "12/longitude not_a_coordinate", "13/nom final_stop",
      "13/courriel not_an_email", "13/modes_mobilisation unknown_value", "13/lien_mobilisation not_a_url", "14/code_postal not_a_postcode",
      "14/code_insee not_a_commune", "15/code_postal number_restored", "15/code_insee zero_restored", "15/zone_eligibilite number_restored",
      "15/zone_eligibilite not_a_zone", "15/zone_eligibilite not_a_zone", "16/nom too_short", "16/description too_short",
      "16/volume_horaire_hebdomadaire out_of_range", "16/nombre_semaines out_of_range", "17/description not_a_text", "17/publics not_a_list",
      "17/latitude not_a_coordinate", "17/nombre_semaines not_an_integer", "18:1 broken_record", "19:1 broken_record",
      "20/horaires_accueil hours_not_plain", "21/type several_kept_one", "21/frais unknown_value"});
  CHECK(reading.report.rows_read == 22);
  CHECK(reading.report.rows_refused == 5);
  CHECK(reading.directory.services.size() == 16);
  CHECK(reading.directory.structures.size() == 1);
  CHECK(reading.report.unknown_columns == Texts{"score_qualite", "column 22"});
}

TEST_CASE("what cannot be is left out of the service, the rest of it stays") {
  const auto reading = read_file("ugly-services.jsonl");
  CHECK(service(reading, "dora--6").themes == Texts{"famille--garde-denfants"});
  CHECK(service(reading, "dora--6").theme_categories == Texts{"mobilite"});
  CHECK(service(reading, "dora--7").audiences == Texts{"tous-publics"});
  CHECK_FALSE(service(reading, "dora--8").updated_on);
  for (const char* id : {"dora--10", "dora--11", "dora--12", "dora--17"}) CHECK_FALSE(service(reading, id).location.position);
  CHECK(service(reading, "dora--15").location.commune == CommuneCode("insee:01001"));
  CHECK(service(reading, "dora--15").location.postcode == "01400");
  CHECK(service(reading, "dora--20").opening_hours == "08:30-13:30-17:00");
  CHECK(service(reading, "dora--20").updated_on == 2026_y / 1 / 1);
  CHECK(service(reading, "dora--21").type == "aide-financiere");
}

TEST_CASE("no message of the report repeats a value") {
  const auto reading = read_file("ugly-services.jsonl");
  for (const auto& issue : reading.report.issues)
    for (const auto& text : {issue.message.fr, issue.message.en}) {
      CHECK_FALSE(text.empty());
      for (const char* value : {"jardinage", "local-5", "487", "2031", "example.org", "0null", "750121", "59350.0", "ailleurs", "Coupé"})
        CHECK(text.find(value) == std::string::npos);
    }
}

TEST_CASE("a list, one object a line, objects in a case and a table with commas or semicolons say the same") {
  const std::string one = R"({"id": "dora--1", "source": "dora", "nom": "Un lieu", "date_maj": "2026-01-01"})";
  const std::string two = R"({"id": "dora--2", "source": "dora", "nom": "Un autre", "date_maj": "2026-01-01"})";
  const auto expected = read_text(one + "\n" + two + "\n").directory;
  REQUIRE(expected.structures.size() == 2);
  for (const auto& text : {"[" + one + "," + two + "]", " [\n" + one + ",\n" + two + "\n]\n", "\xef\xbb\xbf[" + one + "," + two + "]",
                           R"({"page": 1, "items": [)" + one + ", " + two + R"(], "total": 2})", R"({"structures": [)" + one + "\n, " + two + "]}",
                           std::string("id,source,nom,date_maj\ndora--1,dora,Un lieu,2026-01-01\ndora--2,dora,Un autre,2026-01-01\n"),
                           std::string("\xef\xbb\xbfnom;id;source;date_maj\r\nUn lieu;dora--1;dora;2026-01-01\r\nUn autre;dora--2;dora;2026-01-01")}) {
    INFO(text);
    CHECK(read_text(text).directory == expected);
  }
}

TEST_CASE("after an object that was cut off the next line is read") {
  const std::string good = R"({"id": "dora--1", "source": "dora", "nom": "Un lieu", "date_maj": "2026-01-01"})";
  for (const char* bad : {R"({"id": "x", "nom": "Ouv)", R"({"id": "x", "nom": "Un nom",)", R"({"id": "x", "adresse": {"rue": "y")", R"({"id": })",
                          R"({"id": "x" "nom": "y"})", "{\"id\": \"\xff\"}", R"({"id": "\ud800", "nom": "Un nom"})"}) {
    INFO(bad);
    const auto reading = read_text(std::string(bad) + "\n" + good + "\n");
    CHECK(reading.directory.structures.size() == 1);
    CHECK(reading.report.rows_refused == 1);
    CHECK(reading.report.issues.front().path == "1:1");
  }
}

TEST_CASE("a record beyond all measure is passed over, and memory stays small") {
  std::stringstream file;
  file << R"({"id": "dora--0", "nom": ")" << std::string(3u << 20, 'x') << "\"}\n"
       << R"({"id": "dora--1", "source": "dora", "nom": "Un lieu", "date_maj": "2026-01-01"})" << "\n";
  const auto reading = read_data_inclusion(file);
  CHECK(faults(reading.report) == Texts{"1:1 record_too_long"});
  CHECK(reading.directory.structures.size() == 1);
}

TEST_CASE("a file that is no such list gives one issue and no entry") {
  for (const char* text : {"", "\n", "nom,prenom\nA,B\n", "[]", "{}", "[1, 2]", R"([{"name": "x"}])", "\xff\xfe", "id\n1\n"}) {
    INFO(text);
    const auto reading = read_text(text);
    CHECK(reading.report.issue_counts.contains("not_this_list"));
    CHECK(reading.directory == Directory{});
  }
}

namespace {

/// So many services, one a line, made while they are read: the file never exists.
class EndlessLines : public std::streambuf {
 public:
  explicit EndlessLines(std::int64_t count) : left_(count) {}

 protected:
  int_type underflow() override {
    if (left_-- <= 0) return traits_type::eof();
    line_ = R"({"id": "dora--)" + std::to_string(left_) + R"(", "structure_id": "dora--s", "source": "dora", "nom": "Un service", "description": ")" +
            std::string(400, 'd') + R"(", "date_maj": "2026-01-01", "thematiques": ["numerique--acquerir-un-equipement"]})" + "\n";
    setg(line_.data(), line_.data(), line_.data() + line_.size());
    return traits_type::to_int_type(line_.front());
  }

 private:
  std::int64_t left_;
  std::string line_;
};

}  // namespace

TEST_CASE("a file is read as it comes, entry by entry, with progress, and whoever listens may stop it") {
  constexpr std::int64_t many = 60000;  // 35 MB
  EndlessLines lines(many);
  std::istream file(&lines);
  std::int64_t kept = 0;
  std::vector<ReadingProgress> told;
  const auto report = read_data_inclusion(file, {[](ListedStructure&&) {}, [&](ListedService&&) { ++kept; }},
                                          {.progress = [&](const ReadingProgress& progress) { told.push_back(progress); }});
  CHECK(kept == many);
  CHECK(report.rows_kept == many);
  CHECK(told.size() == many / 1000 + 1);
  CHECK(std::is_sorted(told.begin(), told.end(), [](const auto& one, const auto& other) { return one.bytes < other.bytes; }));
  CHECK(told.back().bytes > 30'000'000);

  struct Enough {};
  EndlessLines more(many);
  std::istream again(&more);
  CHECK_THROWS_AS(read_data_inclusion(again, {[](ListedStructure&&) {}, [](ListedService&&) { throw Enough{}; }}), Enough);
}

TEST_CASE("an entry without what the format requires is not written, and a value that it does not allow is left out") {
  ListedService bare;
  bare.id = "dora--1";
  bare.source = "dora";
  bare.structure_id = "dora--s";
  bare.name = "Un service";
  bare.updated_on = 2026_y / 1 / 1;
  ListedService odd = bare;
  odd.description = "Assez long";
  odd.email = "personne";
  odd.audiences = {"jeunes", "jeunes", "voisins"};
  odd.zones = {AreaCode("reg:11"), AreaCode("dep:91")};
  odd.theme_categories = {"mobilite"};
  odd.location.position = Position{0, 0};
  std::stringstream file;
  const auto report = write_data_inclusion({{}, {bare, odd}}, file);
  CHECK(faults(report) == Texts{"/services/0/description missing_value", "/services/1/publics repeated_value", "/services/1/publics unknown_value",
                                "/services/1/longitude not_a_coordinate", "/services/1/latitude not_a_coordinate", "/services/1/courriel not_an_email",
                                "/services/1/zone_eligibilite not_a_zone", "/services/1/thematiques category_only"});
  CHECK(report.rows_read == 2);
  CHECK(report.rows_kept == 1);
  CHECK(report.rows_refused == 1);
  const auto again = read_data_inclusion(file);
  CHECK(again.report.issues.empty());
  CHECK(again.directory.services.front().zones == std::vector<AreaCode>{AreaCode("dep:91")});
}

TEST_CASE("real services of old are written in version 1 and read again without loss but the categories and two short names") {
  auto directory = read_file("services-v0-2022-12.csv").directory;
  for (auto& each : directory.services) {
    each.updated_on = 2022_y / 12 / 1;
    if (!each.description || each.description->size() < 5) each.description = "Non décrit";
  }
  std::stringstream file;
  CHECK(write_data_inclusion(directory, file).rows_refused == 2);
  std::erase_if(directory.services, [](const auto& each) { return each.name == "AI" || each.name == "EI"; });
  for (auto& each : directory.services) each.theme_categories.clear();
  CHECK(read_data_inclusion(file).directory == directory);
}

TEST_CASE("a directory passes through JSON unchanged") {
  const auto reading = read_file("full.json");
  CHECK(from_json<DirectoryReading>(to_json(reading)).value() == reading);
}
