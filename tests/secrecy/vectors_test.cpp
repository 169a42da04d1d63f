// The hard cases, and at least one yes, one no, both sides of the first day and one missing fact of every rule. The same
// files are run through the model in Python, through C and through the Python package.

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include <patio/base/json_tree.hpp>
#include <patio/secrecy/french_rulebook.hpp>
#include <patio/secrecy/hat_status.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

Json vectors(const std::string& name) {
  std::ifstream file(std::string(PATIO_TEST_DATA) + "/vectors/secrecy/" + name, std::ios::binary);
  REQUIRE(file.good());
  return Json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

/// The French rulebook, with other values for some parameters.
std::shared_ptr<const rules::Rulebook> book_with(const Json& parameters) {
  if (parameters.is_null()) return french_rulebook();
  auto files = french_rulebook_files();
  for (auto& file : files) {
    if (!file.path.ends_with("parameters.json")) continue;
    Json tree = Json::parse(file.text);
    for (auto& parameter : tree["parameters"])
      if (parameters.contains(parameter["name"].get<std::string>()))
        for (auto& dated : parameter["values"]) dated["value"] = parameters[parameter["name"].get<std::string>()];
    file.text = tree.dump();
  }
  return std::make_shared<const rules::Rulebook>(load_secrecy_rulebook(files).value());
}

/// The rules of a day, compiled once.
class Days {
 public:
  const rules::RuleSet& of(const Json& vector) {
    auto& rules = known_[vector.value("parameters", Json()).dump() + vector["day"].get<std::string>()];
    if (!rules) rules = book_with(vector.value("parameters", Json()))->as_of(*parse_date(vector["day"].get<std::string>()));
    return *rules;
  }

 private:
  std::map<std::string, std::shared_ptr<const rules::RuleSet>> known_;
};

template <class List>
std::vector<std::string> ids_of(const List& list) {
  std::vector<std::string> ids;
  for (const auto& each : list) ids.push_back(each.id);
  return ids;
}

bool has(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

/// What both a decision and a status say of rules.
template <class Answer>
void check_rules(const Answer& answer, const Json& expected) {
  const auto determining = ids_of(answer.determining);
  for (const auto& id : expected.value("rules", Json::array())) CHECK(has(determining, id.get<std::string>()));
  for (const auto& id : expected.value("absent", Json::array())) CHECK_FALSE(has(determining, id.get<std::string>()));
  const auto unsettled = ids_of(answer.unsettled);
  for (const auto& id : expected.value("unsettled", Json::array())) CHECK(has(unsettled, id.get<std::string>()));
  std::vector<std::string> missing;
  for (const auto& rule : answer.unsettled)
    for (const auto& fact : rule.missing) missing.push_back(fact.attribute);
  for (const auto& name : expected.value("missing", Json::array())) CHECK(has(missing, name.get<std::string>()));
}

void check_decision(const Decision& decision, const Json& expected) {
  CHECK(std::string(name_of(decision.effect)) == expected["effect"].get<std::string>());
  check_rules(decision, expected);
  std::vector<std::string> obligations;
  for (const auto& each : decision.obligations) obligations.push_back(each.code);
  for (const auto& code : expected.value("obligations", Json::array())) CHECK(has(obligations, code.get<std::string>()));
  if (!expected.contains("lawful_way")) return;
  if (expected["lawful_way"].empty()) {
    CHECK_FALSE(decision.lawful_way.has_value());
    return;
  }
  REQUIRE(decision.lawful_way.has_value());
  Json changes = Json::array();
  for (const auto& change : decision.lawful_way->changes)
    changes.push_back({{"attribute", change.attribute}, {"value", change.value}});
  CHECK(changes == expected["lawful_way"]);
}

void run(const std::string& name) {
  Days days;
  for (const auto& vector : vectors(name)) {
    INFO(vector["id"].get<std::string>());
    if (vector.contains("hat")) {
      const HatStatus status = hat_status(days.of(vector), from_json_value<HatFacts>(vector["hat"]).value());
      CHECK(std::string(name_of(status.status)) == vector["expect"]["status"].get<std::string>());
      check_rules(status, vector["expect"]);
      continue;
    }
    const auto request = from_json_value<AccessRequest>(vector["request"]).value();
    const auto way = vector["expect"].contains("lawful_way") ? WayWanted::yes : WayWanted::no;
    check_decision(decide(days.of(vector), request, way), vector["expect"]);
  }
}

}  // namespace

TEST_CASE("the hard cases, each with its variants") { run("hard_cases.json"); }

TEST_CASE("every rule speaks and keeps silent as it should, from its first day on") { run("rules.json"); }

TEST_CASE("every row of statuses gives its status, from its first day on") { run("statuses.json"); }

TEST_CASE("a disputed reading that a jurist turns the other way turns the answer") { run("readings.json"); }
