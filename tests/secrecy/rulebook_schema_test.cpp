#include <patio/rules/rulebook_schema.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <patio/secrecy/french_rulebook.hpp>

#include "catch.hpp"

using namespace patio;

// With PATIO_WRITE_SCHEMAS set it writes them instead.
TEST_CASE("the schemas that lie beside the French rulebook are those of the library") {
  for (const auto kind : rules::rulebook_file_kinds) {
    INFO(kind << ": run this test with PATIO_WRITE_SCHEMAS=1 to write it anew");
    const std::string path = PATIO_TEST_DATA "/../src/rulebook/schemas/" + std::string(kind) + ".json";
    const std::string schema = rules::rulebook_schema(*french_rulebook(), kind).value();
    if (std::getenv("PATIO_WRITE_SCHEMAS")) std::ofstream(path, std::ios::binary) << schema;
    std::ifstream file(path, std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == schema);
  }
}

TEST_CASE("of a kind that no rulebook has there is no schema") {
  CHECK_FALSE(rules::rulebook_schema(*french_rulebook(), "songs"));
}
