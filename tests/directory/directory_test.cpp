#include <patio/directory/directory.hpp>

#include <map>
#include <set>

#include "catch.hpp"

using namespace patio;

namespace {

Directory small() {
  Directory directory;
  ListedStructure desk;
  desk.id = "dora--1";
  desk.location.commune = CommuneCode("insee:91312");
  directory.structures = {desk};
  ListedService lesson;
  lesson.id = "dora--a";
  lesson.structure_id = "dora--1";
  lesson.zones = {AreaCode("dep:91"), AreaCode("insee:91312"), AreaCode("country:france")};
  directory.services = {lesson};
  return directory;
}

Territory essonne() {
  Commune igny;
  igny.code = CommuneCode("insee:91312");
  igny.name = "Igny";
  return Territory({igny}, {{AreaCode("dep:91"), AreaKind::department, "Essonne"}},
                   {{2024_y / 1 / 1, CommuneMovement::appeared, CommuneCode("insee:91400"), "Neuve", {}, ""}});
}

std::vector<std::string> faults(const Issues& issues) {
  std::vector<std::string> found;
  for (const auto& issue : issues.list) found.push_back(issue.path + " " + issue.code);
  return found;
}

}  // namespace

TEST_CASE("a sound directory has no fault, with or without a territory") {
  const auto territory = essonne();
  CHECK(check(small()).list.empty());
  CHECK(check(small(), &territory, 2026_y / 11 / 24).list.empty());
}

TEST_CASE("what is wrong with a directory as a whole is told with its place") {
  auto directory = small();
  directory.structures.push_back(directory.structures.front());
  directory.structures.back().location.commune = CommuneCode("insee:12345");
  directory.services.push_back(directory.services.front());
  directory.services.back().structure_id = "dora--2";
  directory.services.back().zones = {AreaCode("dep:99"), AreaCode("insee:91400"), AreaCode("insee:54321")};
  const auto territory = essonne();
  CHECK(faults(check(directory, &territory, 2023_y / 1 / 1)) ==
        std::vector<std::string>{"/structures/1/id repeated_id", "/structures/1/location/commune unknown_commune", "/services/1/id repeated_id",
                                 "/services/1/structure_id unknown_structure", "/services/1/zones/0 unknown_zone",
                                 "/services/1/zones/1 commune_not_yet", "/services/1/zones/2 unknown_commune"});
}

TEST_CASE("a service is where it says, else where its structure is, else nobody knows") {
  auto directory = small();
  CHECK(location_of(directory, directory.services.front()) == &directory.structures.front().location);
  directory.services.front().location.town = "Igny";
  CHECK(location_of(directory, directory.services.front()) == &directory.services.front().location);
  directory.services.front() = {};
  CHECK(location_of(directory, directory.services.front()) == nullptr);
}

TEST_CASE("the services of a structure are those that name it") {
  const auto directory = small();
  CHECK(services_of(directory, "dora--1").size() == 1);
  CHECK(services_of(directory, "dora--2").empty());
}

TEST_CASE("the national lists have as many codes as were published, each once and with a label") {
  const std::map<std::string, std::size_t> sizes{{"themes", 69}, {"theme_categories", 16}, {"audiences", 14}, {"service_types", 6},
                                                 {"fees", 2}, {"reception_modes", 2}, {"mobilisation_modes", 4}, {"mobilised_by", 2},
                                                 {"networks", 108}, {"sources", 16}, {"lamednum_services", 9}};
  for (const auto& [name, size] : sizes) {
    INFO(name);
    std::set<std::string> codes;
    for (const auto& entry : directory_list(name)) {
      codes.insert(entry.code);
      CHECK_FALSE(entry.label.empty());
      CHECK(is_listed(name, entry.code));
    }
    CHECK(codes.size() == size);
  }
  CHECK_FALSE(is_listed("themes", "mobilite"));
  CHECK_THROWS_AS(directory_list("nothing"), Error);
}

TEST_CASE("every theme belongs to a listed category") {
  for (const auto& entry : directory_list("themes")) CHECK(is_listed("theme_categories", entry.code.substr(0, entry.code.find("--"))));
}

TEST_CASE("a word of an old list stands for codes of today's, for none, or is not known") {
  REQUIRE(codes_for("v0_themes", "creation-activite--financer-son-projet"));
  CHECK(*codes_for("v0_themes", "creation-activite--financer-son-projet") ==
        std::vector<std::string>{"creer-une-entreprise--structurer-son-projet-de-creation-dentreprise"});
  CHECK(codes_for("v0_audiences", "adultes")->empty());
  CHECK(codes_for("v0_themes", "jardinage") == nullptr);
  CHECK_THROWS_AS(codes_for("nothing", "x"), Error);
}

TEST_CASE("what the tables lead to is in the lists") {

  for (const char* word : {"handicap", "illettrisme--permis-conduire", "mobilite", "numerique--creer-avec-le-numerique"})
    for (const auto& code : *codes_for("v0_themes", word)) CHECK((is_listed("themes", code) || is_listed("theme_categories", code)));
  for (const auto& entry : directory_list("lamednum_services"))
    for (const auto& code : *codes_for("lamednum_themes", entry.code)) CHECK(is_listed("themes", code));
}
