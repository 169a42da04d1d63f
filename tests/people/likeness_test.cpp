#include <patio/people/likeness.hpp>

#include <cmath>
#include <fstream>

#include <patio/base/json_tree.hpp>

#include "properties.hpp"

using namespace patio;

TEST_CASE("edits and likeness are those of the published algorithms") {
  std::ifstream lines(PATIO_TEST_DATA "/vectors/identity/string_similarity.jsonl");
  std::size_t read = 0;
  for (std::string line; std::getline(lines, line); ++read) {
    const Json vector = Json::parse(line);
    const auto a = vector["a"].get<std::string>(), b = vector["b"].get<std::string>();
    INFO(line);
    CHECK(edits(a, b) == vector["damerau_levenshtein_unrestricted"].get<std::size_t>());
    CHECK(std::abs(jaro(a, b) - vector["jaro"].get<double>()) < 1e-9);
    CHECK(std::abs(jaro_winkler(a, b) - vector["jaro_winkler"].get<double>()) < 1e-9);
  }
  CHECK(read == 174);
}

TEST_CASE("edits are a distance") {
  prop("zero for the same and only then, and symmetric", [](const std::string& a, const std::string& b) {
    RC_ASSERT((edits(a, b) == 0) == (a == b));
    RC_ASSERT(edits(a, b) == edits(b, a));
  });
  prop("never longer by a detour", [](const std::string& a, const std::string& b, const std::string& c) {
    RC_ASSERT(edits(a, c) <= edits(a, b) + edits(b, c));
  });
}

TEST_CASE("likeness lies between nothing and the same") {
  prop("for any two", [](const std::string& a, const std::string& b) {
    RC_ASSERT(jaro(a, b) >= 0 && jaro(a, b) <= jaro_winkler(a, b) && jaro_winkler(a, b) <= 1);
  });
}
