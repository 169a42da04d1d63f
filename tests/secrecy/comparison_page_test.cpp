#include <patio/secrecy/comparison_page.hpp>

#include <patio/secrecy/french_rulebook.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("the law of 2016 and that of 2026 differ, and the page names who gains and who loses") {
  const auto before = french_rulebook()->as_of(2016_y / 1 / 1);
  const auto after = french_rulebook()->as_of(2026_y / 3 / 10);
  const auto changes = changed_entries(*before, *after);
  const auto came = [&](const std::string& id) {
    for (const auto& each : changes)
      if (each.rule == id) return each.change == EntryChange::added;
    return false;
  };
  CHECK(came("SEC-023"));
  CHECK(came("SEC-051"));
  const auto comparison = rules::compare_rules(*before, *after, 50);
  REQUIRE_FALSE(comparison.regions.empty());
  CHECK(comparison.gains > 0);
  const std::string page = comparison_page(comparison, *before, *after, Language::fr);
  CHECK(page.find("SEC-051") != std::string::npos);
  CHECK(page.find("accès ouvert") != std::string::npos);
  const std::string csv = comparison_csv(comparison);
  CHECK(csv.starts_with("what,gate,before,after,example,rules_before,rules_after,changed\r\n"));
}

TEST_CASE("a rulebook compared with itself shows nothing, and says that nothing was cut") {
  const auto today = french_rulebook()->as_of(2026_y / 3 / 10);
  CHECK(changed_entries(*today, *today).empty());
  const auto comparison = rules::compare_rules(*today, *today);
  CHECK(comparison.regions.empty());
  CHECK(comparison.complete);
}

TEST_CASE("a list that is cut says so, and hides no rule that changes behind another") {
  const auto before = french_rulebook()->as_of(2016_y / 1 / 1);
  const auto after = french_rulebook()->as_of(2026_y / 3 / 10);
  const auto whole = rules::compare_rules(*before, *after, 1'000);
  const auto cut = rules::compare_rules(*before, *after, 200);
  REQUIRE_FALSE(cut.complete);
  CHECK(cut.regions.size() <= 200);
  REQUIRE(cut.by_rule.size() == whole.by_rule.size());
  for (std::size_t i = 0; i < cut.by_rule.size(); ++i) {
    INFO(cut.by_rule[i].rule);
    if (whole.by_rule[i].regions > 0 && cut.by_rule[i].regions == 0) CHECK_FALSE(cut.by_rule[i].complete);
  }
  const auto page = comparison_page(cut, *before, *after, Language::en);
  CHECK(page.find("The list of cases is cut: " + std::to_string(cut.regions.size())) != std::string::npos);
  CHECK(page.find("≥ ") != std::string::npos);
}
