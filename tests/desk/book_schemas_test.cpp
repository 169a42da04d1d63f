#include <patio/desk/book_schemas.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "catch.hpp"

using namespace patio;

// With PATIO_WRITE_SCHEMAS set it writes them instead.
TEST_CASE("the schemas that lie beside the French rulebook are those of the library") {
  const Books books = default_books();
  for (const auto kind : kinds_of_files()) {
    INFO(kind << ": run this test with PATIO_WRITE_SCHEMAS=1 to write it anew");
    const std::string schema = schema_of_file(books, kind).value();
    const std::string path = PATIO_TEST_DATA "/../src/rulebook/schemas/" + std::string(kind) + ".json";
    if (std::getenv("PATIO_WRITE_SCHEMAS")) std::ofstream(path, std::ios::binary) << schema;
    std::ifstream file(path, std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == schema);
  }
}

TEST_CASE("of a kind that no book has there is no schema") { CHECK_FALSE(schema_of_file(default_books(), "songs")); }
