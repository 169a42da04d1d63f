#include <patio/exchange/data_inclusion.hpp>
#include <patio/exchange/hsds.hpp>

#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "listings.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

Directory full() {
  std::ifstream file(PATIO_TEST_DATA "/vectors/data-inclusion/full.json", std::ios::binary);
  return read_data_inclusion(file).directory;
}

nlohmann::json written(const Directory& directory, const Territory* territory = nullptr) {
  std::ostringstream out;
  static_cast<void>(write_hsds(directory, out, territory));
  return nlohmann::json::parse(out.str());
}

}  // namespace

TEST_CASE("a service is written with its organisation, its place, its hours, its zones and its terms") {
  auto directory = full();
  directory.services.front().opening_hours = "Mo-Fr 09:00-12:00; Tu,Th 09:00-12:00,14:00-17:30";
  const auto services = written(directory);
  REQUIRE(services.size() == 1);
  const auto& help = services.at(0);
  CHECK(help.at("name") == "Aide aux démarches");
  CHECK(help.at("status") == "active");
  CHECK(help.at("organization").at("name") == "Le Patio");
  CHECK(help.at("organization").at("organization_identifiers").at(1).at("identifier") == "21910312400013");
  const auto& at = help.at("service_at_locations").at(0);
  CHECK(at.at("location").at("addresses").at(0).at("state_province") == "91");
  REQUIRE(at.at("schedules").size() == 2);
  CHECK(at.at("schedules").at(0).at("byday") == "MO,TU,WE,TH,FR");
  CHECK(at.at("schedules").at(1).at("byday") == "TU,TH");
  CHECK(help.at("service_areas").size() == 7);
  CHECK(help.at("attributes").size() == 7);
  CHECK(help.at("cost_options").at(0).at("option") == "payant");
  CHECK(help.at("eligibility_description") == "Habitants\nUne pièce d'identité");
}

TEST_CASE("hours that are no plain week are written as they were said") {
  CHECK(written(full()).at(0).at("service_at_locations").at(0).at("schedules").at(0).at("description") == "Mo[1] 09:00-12:00");
}

TEST_CASE("with a territory départements and zones have their names") {
  Commune igny;
  igny.code = CommuneCode("insee:91312");
  igny.name = "Igny";
  igny.department = AreaCode("dep:91");
  const Territory territory({igny}, {{AreaCode("dep:91"), AreaKind::department, "Essonne"}}, {});
  const auto services = written(full(), &territory);
  CHECK(services.at(0).at("service_at_locations").at(0).at("location").at("addresses").at(0).at("state_province") == "Essonne");
  CHECK(services.at(0).at("service_areas").at(0).at("name") == "Igny");
  CHECK(services.at(0).at("service_areas").at(1).at("name") == "Essonne");
}

TEST_CASE("the same entry has the same identifiers in every export, and no two objects share one") {
  const auto once = written(full());
  CHECK(once == written(full()));
  // Version 5 of https://data.inclusion.gouv.fr/service/dora--a in the namespace of addresses, as another library gives it.
  CHECK(once.at(0).at("id") == "8ba8f6f9-8d75-571f-a81c-cc363fed4d12");
}

TEST_CASE("a service whose structure is not there is refused, and one without an address told") {
  auto directory = full();
  directory.services.push_back(directory.services.front());
  directory.services.back().structure_id = "dora--2";
  directory.services.front().location = {};
  directory.structures.front().location.address.reset();
  std::ostringstream out;
  const auto report = write_hsds(directory, out);
  CHECK(report.rows_kept == 1);
  CHECK(report.rows_refused == 1);
  REQUIRE(report.issues.size() == 2);
  CHECK(report.issues.at(0).path + " " + report.issues.at(0).code == "/services/0/location cannot_be_written");
  CHECK(report.issues.at(1).path + " " + report.issues.at(1).code == "/services/1/structure_id unknown_structure");
}

TEST_CASE("any directory gives JSON") {
  prop("for any structures and services", [] {
    Directory directory = *listings::directory();
    directory.structures.push_back(*listings::structure("dora--s"));
    RC_ASSERT(written(directory).size() == directory.services.size());
  });
}
