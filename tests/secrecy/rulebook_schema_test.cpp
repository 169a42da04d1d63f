#include <patio/rules/rulebook_schema.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include <patio/casework/referral_reason.hpp>
#include <patio/orientation/needs_book_schema.hpp>
#include <patio/secrecy/french_rulebook.hpp>
#include <patio/secrecy/note_check.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

/// The schemas of all files that name one, by kind.
std::map<std::string, std::string> schemas() {
  std::map<std::string, std::string> all{{"referral_reasons", reason_book_schema()}, {"note_words", note_book_schema()}};
  for (const auto kind : rules::rulebook_file_kinds) all.emplace(kind, rules::rulebook_schema(*french_rulebook(), kind).value());
  for (const auto kind : needs_book_file_kinds) all.emplace(kind, needs_book_schema(default_needs_book(), kind).value());
  return all;
}

}  // namespace

// With PATIO_WRITE_SCHEMAS set it writes them instead.
TEST_CASE("the schemas that lie beside the French rulebook are those of the library") {
  for (const auto& [kind, schema] : schemas()) {
    INFO(kind << ": run this test with PATIO_WRITE_SCHEMAS=1 to write it anew");
    const std::string path = PATIO_TEST_DATA "/../src/rulebook/schemas/" + kind + ".json";
    if (std::getenv("PATIO_WRITE_SCHEMAS")) std::ofstream(path, std::ios::binary) << schema;
    std::ifstream file(path, std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == schema);
  }
}

TEST_CASE("of a kind that no rulebook has there is no schema") {
  CHECK_FALSE(rules::rulebook_schema(*french_rulebook(), "songs"));
  CHECK_FALSE(needs_book_schema(default_needs_book(), "songs"));
}
