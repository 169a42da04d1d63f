#include <patio/secrecy/cases.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

#include <patio/secrecy/french_rulebook.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(std::string(PATIO_TEST_DATA) + "/../" + path, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("the example cases of a jurist hold, and the report names the rules that none of them touches") {
  const auto cases = read_cases(read_file("examples/data/cases.json"));
  REQUIRE(cases.has_value());
  const CaseReport report = check_cases(*french_rulebook(), *cases);
  REQUIRE(report.results.size() == cases->size());
  for (const auto& result : report.results) {
    INFO(result.id << ": " << name_of(result.answered));
    CHECK(result.holds);
  }
  CHECK_FALSE(report.untouched.empty());
  for (const auto& result : report.results)
    for (const auto& id : result.rules)
      CHECK(std::find(report.untouched.begin(), report.untouched.end(), id) == report.untouched.end());
}

TEST_CASE("a case that the rulebook answers otherwise says what was answered and which rule is missing") {
  const auto cases = read_cases(R"({"schema":"patio/cases/1","cases":[{"id":"wrong","title":{"fr":"x","en":"x"},
    "day":"2026-03-10","given":{"recipient":"mayor","category":"rights"},"may":"permit","because":["SEC-009"]}]})");
  const CaseReport report = check_cases(*french_rulebook(), cases.value());
  REQUIRE(report.results.size() == 1);
  CHECK_FALSE(report.results.front().holds);
  CHECK(report.results.front().answered == rules::Effect::deny);
  CHECK(report.results.front().missing == std::vector<std::string>{"SEC-009"});
}

TEST_CASE("every fault of a file of cases is told") {
  const auto faults = [](const std::string& text) { return read_cases(text).error().list; };
  const std::string one = R"({"id":"a","title":{"fr":"x","en":"x"},"day":"2026-03-10","given":{},"may":"deny"})";
  CHECK(faults(R"({"schema":"patio/cases/1","cases":[)" + one + "," + one + "]}").front().code == "duplicate_id");
  CHECK(faults(R"({"schema":"other","cases":[]})").front().path == "/schema");
  const auto several = faults(
      R"({"schema":"patio/cases/1","cases":[{"id":"a","title":{"fr":"x","en":"x"},"day":"2026-02-30","given":{"recipient":"nobody"},"may":"perhaps"}]})");
  REQUIRE(several.size() == 3);
  CHECK(several[0].path == "/cases/0/day");
  CHECK(several[1].path == "/cases/0/given/recipient");
  CHECK(several[2].path == "/cases/0/may");
}
