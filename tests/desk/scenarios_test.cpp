#include "scenario.hpp"

#include <patio/base/json_tree.hpp>

#include <algorithm>
#include <cstdlib>

// Run a second time, on a server, by tests/store/postgresql_test.py.
TEST_CASE("every scenario goes as its vector says", "[engine]") {
  const char* server = std::getenv("PATIO_TEST_POSTGRESQL");
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(std::string(PATIO_TEST_DATA) + "/vectors/scenarios"))
    names.push_back(file.path().filename().string());
  std::sort(names.begin(), names.end());
  REQUIRE_FALSE(names.empty());
  for (const auto& name : names) DYNAMIC_SECTION(name) {
    scenario::Player player(server ? server : "sqlite::memory:",
                            patio::Json::parse(scenario::read_file("tests/vectors/scenarios/" + name)));
    player.play();
  }
}
