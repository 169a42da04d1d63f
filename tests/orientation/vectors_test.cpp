#include <patio/base/json_tree.hpp>
#include <patio/orientation/veille.hpp>

#include <filesystem>

#include "le_patio.hpp"

using namespace patio;

namespace {

/// Everything expected is in the answer: objects by key, lists item by item from the start.
bool holds(const Json& answer, const Json& expected) {
  if (expected.is_object()) {
    if (!answer.is_object()) return false;
    for (const auto& [key, each] : expected.items())
      if (!answer.contains(key) || !holds(answer[key], each)) return false;
    return true;
  }
  if (expected.is_array()) {
    if (!answer.is_array() || answer.size() < expected.size() || (expected.empty() && !answer.empty())) return false;
    for (std::size_t i = 0; i < expected.size(); ++i)
      if (!holds(answer[i], expected[i])) return false;
    return true;
  }
  return answer == expected;
}

Json answer_to(const Json& one, const CentrePlan& plan) {
  if (one["door"] == "suggest")
    return {{"suggestions",
             json_of(suggest(default_needs_book(), from_json_value<SuggestionRequest>(one["request"]).value()))}};
  REQUIRE(one["door"] == "orient");
  return json_of(orient(default_needs_book(), plan, from_json_value<OrientationRequest>(one["request"]).value()));
}

}  // namespace

TEST_CASE("the scenarios of orientation have the answers that were agreed on") {
  int cases = 0;
  for (const auto& file : std::filesystem::directory_iterator(PATIO_TEST_DATA "/vectors/orientation")) {
    const Json vectors = Json::parse(read_file("tests/vectors/orientation/" + file.path().filename().string()));
    const auto plan = read_centre_plan(read_file(vectors["plan"].get<std::string>())).value();
    for (const auto& one : vectors["cases"]) {
      const Json answer = answer_to(one, plan);
      INFO(vectors["title"].get<std::string>() << ": " << one["title"].get<std::string>() << "\n" << answer.dump(1));
      CHECK(holds(answer, one["expect"]));
      ++cases;
    }
  }
  CHECK(cases >= 20);
}
