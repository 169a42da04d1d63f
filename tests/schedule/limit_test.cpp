#include <patio/schedule/limit.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

constexpr auto two_versions = R"({"schema": "patio/limits/1", "limits": [{"name": "answer", "why": {"fr": "a", "en": "b"},
  "versions": [
    {"amount": 10, "unit": "days", "in_force": {"since": "2020-01-01", "until": "2026-01-01"},
     "recorded": "2025-01-01", "source": "s", "review": "unreviewed"},
    {"amount": 5, "unit": "working_days", "in_force": {"since": "2026-01-01"},
     "recorded": "2025-01-01", "source": "s", "review": "unreviewed"}]}]})";

std::vector<std::string> faults(std::string text, const std::string& part, const std::string& other) {
  text.replace(text.find(part), part.size(), other);
  std::vector<std::string> found;
  const auto read = read_limit_book(text);
  if (!read)
    for (const auto& issue : read.error().list) found.push_back(issue.path + " " + issue.code);
  return found;
}

}  // namespace

TEST_CASE("a limit is the one in force on the day") {
  const LimitBook book = read_limit_book(two_versions).value();
  CHECK(limit_on(book, "answer", 2025_y / 12 / 31) == Limit{10, LimitUnit::days});
  CHECK(limit_on(book, "answer", 2026_y / 1 / 1) == Limit{5, LimitUnit::working_days});
  CHECK_FALSE(limit_on(book, "answer", 2019_y / 12 / 31));
  CHECK_FALSE(limit_on(book, "no_such_limit", 2026_y / 1 / 1));
}

TEST_CASE("a book of limits that cannot be right is refused with every fault") {
  CHECK(faults(two_versions, "patio/limits/1", "other") == std::vector<std::string>{"/schema unknown_schema"});
  CHECK(faults(two_versions, "\"amount\": 10", "\"amount\": 0") ==
        std::vector<std::string>{"/limits/0/versions/0/amount out_of_range"});
  CHECK(faults(two_versions, "\"until\": \"2026-01-01\"", "\"until\": \"2026-01-02\"") ==
        std::vector<std::string>{"/limits/0/versions/1/in_force overlap"});
  CHECK(faults(two_versions, "\"until\": \"2026-01-01\"", "\"until\": \"2020-01-01\"") ==
        std::vector<std::string>{"/limits/0/versions/0/in_force ends_before_it_begins"});
  CHECK(faults(two_versions, "\"source\": \"s\"", "\"source\": \"\"") ==
        std::vector<std::string>{"/limits/0/versions/0/source missing_source"});
  CHECK_FALSE(read_limit_book("{").has_value());
}

TEST_CASE("every default limit says why, in both languages, and that nobody has reviewed it yet") {
  CHECK_FALSE(default_limits().limits.empty());
  for (const auto& each : default_limits().limits) {
    INFO(each.name);
    CHECK_FALSE(each.why.fr.empty());
    CHECK_FALSE(each.why.en.empty());
    REQUIRE_FALSE(each.versions.empty());
    for (const auto& version : each.versions) CHECK(version.review == "unreviewed");
  }
}
