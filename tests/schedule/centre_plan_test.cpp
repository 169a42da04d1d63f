#include <patio/base/json_tree.hpp>
#include <patio/schedule/centre_plan.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "catch.hpp"

using namespace patio;

namespace {

std::string le_patio_text() {
  std::ifstream file(PATIO_TEST_DATA "/../examples/data/le-patio.json");
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

Json le_patio_tree() { return Json::parse(le_patio_text()); }

CentrePlan le_patio() { return read_centre_plan(le_patio_text()).value(); }

std::vector<std::string> faults(const Issues& issues) {
  std::vector<std::string> found;
  for (const auto& issue : issues.list) found.push_back(issue.path + " " + issue.code);
  return found;
}

std::vector<std::string> faults(const Json& tree) {
  const auto plan = read_centre_plan(tree.dump());
  return plan ? std::vector<std::string>{} : faults(plan.error());
}

using Faults = std::vector<std::string>;

template <class List>
auto& coded(List& list, std::string_view code) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.code.text() == code; });
  REQUIRE(found != list.end());
  return *found;
}

}  // namespace

TEST_CASE("the plan of Le Patio is read without a fault and written back to the same plan") {
  const CentrePlan plan = le_patio();
  CHECK(check(plan) == Issues{});
  CHECK(read_centre_plan(to_json(plan)).value() == plan);
}

TEST_CASE("what is not JSON, or not an object, is said so") {
  CHECK(faults(read_centre_plan("{").error()) == Faults{"1:2 not_json"});
  CHECK(faults(Json::array()) == Faults{" not_an_object"});
}

TEST_CASE("a code taken twice is a fault where it stands the second time") {
  Json tree = le_patio_tree();
  tree["spaces"].push_back(tree["spaces"][0]);
  tree["permanences"].push_back(tree["permanences"][0]);
  CHECK(faults(tree) == Faults{"/spaces/" + std::to_string(tree["spaces"].size() - 1) + "/code repeated_code",
                               "/permanences/" + std::to_string(tree["permanences"].size() - 1) + "/code repeated_code"});
}

TEST_CASE("a reference to what the plan does not hold is a fault, wherever it stands") {
  Json tree = le_patio_tree();
  tree["spaces"][7]["site"] = "site:elsewhere";
  tree["professionals"][0]["hats"][0]["organisation"] = "org:nobody";
  tree["professionals"][0]["hats"][0]["pole"] = "pole:nowhere";
  tree["services"][0]["organisation"] = "org:nobody";
  tree["services"][0]["professionals"][0] = "pro:nobody";
  tree["agreements"][0]["organisation"] = "org:nobody";
  tree["permanences"][0]["service"] = "svc:nothing";
  tree["permanences"][1]["professional"] = "pro:nobody";
  tree["permanences"][2]["spaces"][2] = "space:nowhere";
  CHECK(faults(tree) == Faults{
      "/spaces/7/site unknown_reference",
      "/professionals/0/hats/0/organisation unknown_reference",
      "/professionals/0/hats/0/pole unknown_reference",
      "/services/0/organisation unknown_reference",
      "/services/0/professionals/0 unknown_reference",
      "/agreements/0/organisation unknown_reference",
      "/permanences/0/service unknown_reference",
      "/permanences/1/professional unknown_reference",
      "/permanences/2/spaces/2 unknown_reference",
  });
}

TEST_CASE("one hat is not worn twice at a time, nor by two people") {
  CentrePlan plan = le_patio();
  auto& bruno = coded(plan.professionals, "pro:fs1");
  bruno.hats.push_back(bruno.hats[0]);
  CHECK(faults(check(plan)) == Faults{"/professionals/1/hats/1/period overlaps"});
  bruno.hats[0].period.until = 2026_y / 1 / 1;
  bruno.hats[1].period.since = 2026_y / 1 / 1;
  CHECK(check(plan) == Issues{});
  coded(plan.professionals, "pro:fs2").hats.push_back(bruno.hats[1]);
  CHECK(faults(check(plan)) == Faults{"/professionals/2/hats/1/code hat_of_another"});
}

TEST_CASE("names and memberships of an organisation do not overlap, and it has a name") {
  CentrePlan plan = le_patio();
  auto& employment = coded(plan.organisations, "org:france_travail");
  employment.names[1].period.since = 2023_y / 12 / 31;
  employment.france_services.push_back({2025_y / 1 / 1, {}});
  coded(plan.organisations, "org:udaf").names.clear();
  const auto found = faults(check(plan));
  REQUIRE(found.size() == 3);
  CHECK(found[0] == "/organisations/2/names/1/period overlaps");
  CHECK(found[1] == "/organisations/2/france_services/1 overlaps");
  CHECK(found[2].ends_with("/names no_name"));
}

TEST_CASE("a site opens before it closes, once at a time, and lies on Earth") {
  CentrePlan plan = le_patio();
  Site& site = plan.sites.front();
  site.hours[0].closes = site.hours[0].opens;
  site.hours.push_back(site.hours[1]);
  site.latitude = 91;
  site.longitude.reset();
  CHECK(faults(check(plan)) == Faults{"/sites/0/latitude half_a_position", "/sites/0/latitude out_of_range",
                                      "/sites/0/hours/0/closes closes_before_opening", "/sites/0/hours/9 overlaps"});
}

TEST_CASE("a period ends after it begins, on days that exist") {
  CentrePlan plan = le_patio();
  plan.agreements[0].period.until = plan.agreements[0].period.since;
  plan.agreements[1].period.since = 2026_y / 2 / 30;
  CHECK(faults(check(plan)) ==
        Faults{"/agreements/0/period/until ends_before_it_begins", "/agreements/1/period/since not_a_date"});
}

TEST_CASE("a time zone that the system does not know is a fault") {
  CentrePlan plan = le_patio();
  plan.zone = "Europe/Igny";
  CHECK(faults(check(plan)) == Faults{"/zone unknown_zone"});
}

TEST_CASE("the faults of a permanence are told with their place in the plan") {
  CentrePlan plan = le_patio();
  plan.permanences[4].closes = plan.permanences[4].opens;
  plan.permanences[4].spaces.clear();
  CHECK(faults(check(plan)) == Faults{"/permanences/4/closes closes_before_opening", "/permanences/4/spaces no_space"});
}

TEST_CASE("a permanence is held at the site where its spaces are") {
  CentrePlan plan = le_patio();
  plan.sites.push_back(plan.sites[0]);
  plan.sites[1].code = {"site:annexe"};
  coded(plan.spaces, "space:c2").site = {"site:annexe"};
  const auto found = faults(check(plan));
  REQUIRE(found.size() == 7);
  CHECK(found[0] == "/permanences/0/spaces/1 space_elsewhere");
}

TEST_CASE("a service that must not be overheard is not received in an open space") {
  CentrePlan plan = le_patio();
  coded(plan.permanences, "perm:conciliateur").spaces = {{"space:c1"}, {"space:coll"}};
  CHECK(faults(check(plan)) == Faults{"/permanences/4/spaces/1 not_confidential"});
}

TEST_CASE("a permanence is held by someone of its service") {
  CentrePlan plan = le_patio();
  coded(plan.permanences, "perm:conciliateur").professional = {"pro:mds1"};
  CHECK(faults(check(plan)) == Faults{"/permanences/4/professional not_of_the_service"});
}

TEST_CASE("faults of form and of reference are told together, and none twice for one cause") {
  Json tree = le_patio_tree();
  tree["zone"] = 5;
  tree["permanences"][0]["closes"] = "noon";
  tree["permanences"][0]["colour"] = "red";
  tree["spaces"][0].erase("site");
  tree["permanences"][1]["service"] = "svc:nothing";
  tree["services"][0]["professionals"][0] = "not a code";
  CHECK(faults(tree) == Faults{"/zone not_a_text", "/spaces/0/site missing_key", "/services/0/professionals/0 not_a_code",
                               "/permanences/0/closes not_a_clock_time", "/permanences/0 unknown_key",
                               "/permanences/1/service unknown_reference"});
}

TEST_CASE("an empty plan with a known zone is a plan") {
  CentrePlan plan;
  plan.zone = "Europe/Paris";
  CHECK(check(plan) == Issues{});
}
