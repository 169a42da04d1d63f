#pragma once
/// \file
/// Runs a vector file of steps (tests/vectors/s01.json tells the form) through the doors, as C and Python do.

#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <patio/base/json.hpp>
#include <patio/desk/doors.hpp>

#include "catch.hpp"

namespace steps {

using patio::Json;

inline std::string read_file(const std::string& path) {
  std::ifstream file(std::string(PATIO_TEST_DATA) + "/../" + path, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void substitute(Json& tree, const std::map<std::string, Json>& bound) {
  if (tree.is_string() && tree.get_ref<const std::string&>().starts_with('$')) {
    tree = bound.at(tree.get<std::string>().substr(1));
  } else if (tree.is_structured()) {
    for (auto& each : tree) substitute(each, bound);
  }
}

/// Everything expected is in the answer: objects by key, lists item by item from the start.
inline bool contains(const Json& answer, const Json& expected) {
  if (expected.is_object()) {
    if (!answer.is_object()) return false;
    for (const auto& [key, each] : expected.items())
      if (!answer.contains(key) || !contains(answer[key], each)) return false;
    return true;
  }
  if (expected.is_array()) {
    if (!answer.is_array() || answer.size() < expected.size() || (expected.empty() && !answer.empty())) return false;
    for (std::size_t i = 0; i < expected.size(); ++i)
      if (!contains(answer[i], expected[i])) return false;
    return true;
  }
  return answer == expected;
}

inline Json take(const patio::Centre& centre, const Json& step, const Json& input) {
  const auto door = step.at("door").get<std::string>();
  if (!step.contains("desk") || step["desk"].is_null())
    return Json::parse(patio::ask_door(patio::default_books(), door, input.dump()));
  const auto& at = step["desk"];
  auto desk = centre.desk_for(*patio::ProfessionalCode::parse(at["professional"].get<std::string>()),
                              *patio::HatCode::parse(at["hat"].get<std::string>()));
  return Json::parse(patio::run_door(desk, door, input.dump()));
}

/// Runs every step; Catch tells which one went otherwise.
inline void run(const patio::Centre& centre, const Json& vector) {
  std::map<std::string, Json> bound;
  for (const auto& step : vector.at("steps")) {
    INFO(step.at("title").get<std::string>());
    Json input = step.at("input");
    substitute(input, bound);
    if (step.contains("refused")) {
      try {
        take(centre, step, input);
        FAIL_CHECK("it was not refused");
      } catch (const patio::Refused& refused) {
        const Json refusal = patio::json_of(refused.refusal());
        INFO(refusal.dump());
        CHECK(contains(refusal, step["refused"]));
      }
      continue;
    }
    const Json answer = take(centre, step, input);
    if (step.contains("expect")) {
      Json expected = step["expect"];
      substitute(expected, bound);
      INFO("answer: " << answer.dump());
      CHECK(contains(answer, expected));
    }
    if (step.contains("bind"))
      for (const auto& [name, place] : step["bind"].items())
        bound[name] = answer.at(Json::json_pointer(place.get<std::string>()));
  }
}

}  // namespace steps
