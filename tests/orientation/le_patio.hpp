#pragma once
/// \file
/// What the tests of this room share: the plan of Le Patio, and requests in few words.

#include <patio/orientation/orientation.hpp>

#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"

inline std::string read_file(const std::string& path) {
  std::ifstream file(std::string(PATIO_TEST_DATA) + "/../" + path, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const patio::CentrePlan& le_patio() {
  static const patio::CentrePlan plan = patio::read_centre_plan(read_file("examples/data/le-patio.json")).value();
  return plan;
}

constexpr patio::Date a_tuesday{date::year(2026), date::month(3), date::day(10)};

inline patio::Orientation orient_at_le_patio(patio::NeedCode need, patio::PersonFacts facts = {}) {
  patio::OrientationRequest request;
  request.need = std::move(need);
  request.facts = facts;
  request.day = a_tuesday;
  return patio::orient(patio::default_needs_book(), le_patio(), request);
}

inline std::vector<std::string> destinations(const std::vector<patio::Candidate>& candidates) {
  std::vector<std::string> codes;
  for (const auto& each : candidates) codes.push_back(each.destination.text());
  return codes;
}
