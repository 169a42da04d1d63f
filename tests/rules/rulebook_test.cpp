#include <patio/rules/rulebook.hpp>

#include <algorithm>

#include "catch.hpp"
#include "fixture_book.hpp"

using namespace patio;
using namespace patio::rules;
namespace fx = patio::rules::fixture;

namespace {

/// "path code" of every fault of a book with these rules, or with this file besides.
std::vector<std::string> faults(std::vector<RulebookFile> files) {
  const auto book = load_rulebook(files, fx::subject());
  std::vector<std::string> all;
  if (!book)
    for (const auto& issue : book.error().list) all.push_back(issue.path + ' ' + issue.code);
  return all;
}

std::vector<std::string> faults_with(const std::string& rule) {
  auto rules = fx::rules();
  rules.push_back(rule);
  return faults(fx::files(rules));
}

std::vector<RulebookFile> with(const std::string& path, const std::string& text) {
  auto files = fx::files(fx::rules());
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& each) { return each.path == path; });
  if (found != files.end()) found->text = text;
  else files.push_back({path, text});
  return files;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  REQUIRE(text.find(what) != std::string::npos);
  return text.replace(text.find(what), what.size(), by);
}

using Faults = std::vector<std::string>;

Facts ask(fx::Who who, fx::What what, fx::Agreement agreement) { return facts_of(fx::Ask{who, what, agreement}); }

}  // namespace

TEST_CASE("a rulebook decides by the rules in force on the day") {
  const Rulebook book = fx::book();
  const auto early = book.as_of(2024_y / 6 / 1), late = book.as_of(2026_y / 6 / 1);
  const Facts health = ask(fx::Who::clerk, fx::What::health, fx::Agreement::given);
  CHECK(decide(*early, health).effect == Effect::permit);
  CHECK(decide(*late, health).effect == Effect::deny);
  CHECK(late->rules[decide(*late, health).determining.begin()[0]].id == "B");
  CHECK(decide(*late, ask(fx::Who::nurse, fx::What::health, fx::Agreement::given)).effect == Effect::permit);
  CHECK(decide(*late, ask(fx::Who::neighbour, fx::What::name, fx::Agreement::given)).effect == Effect::deny);
  CHECK(decide(*book.as_of(2019_y / 12 / 31), health).effect == Effect::deny);
  CHECK(book.as_of(2019_y / 12 / 31)->rules.empty());
}

TEST_CASE("obligations stand in the order of their rank") {
  const Rulebook book = fx::book();
  REQUIRE(book.catalogue().obligations[0].code == "INF");
  const Verdict verdict =
      decide(*book.as_of(2026_y / 6 / 1), ask(fx::Who::nurse, fx::What::name, fx::Agreement::given));
  CHECK(verdict.obligations == 0b11);
  CHECK(verdict.mandatory == 0b10);
}

TEST_CASE("a status is the strongest that is settled") {
  const auto set = fx::book().as_of(2026_y / 6 / 1);
  const auto rank = [&](const fx::Badge& badge) { return strongest(set->statuses, facts_of(badge)); };
  CHECK(rank({fx::Who::clerk, fx::Agreement::given}).rank == 0u);
  CHECK(rank({fx::Who::clerk, fx::Agreement::none}).rank == 1u);
  CHECK(rank({fx::Who::clerk, std::nullopt}).rank == 1u);
  CHECK(rank({fx::Who::clerk, std::nullopt}).unsettled == std::vector<std::uint32_t>{0});
  CHECK(rank({}).rank == std::nullopt);
  CHECK(rank({}).unsettled == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("an old answer can be given again with the value that a parameter had then") {
  const auto with_values = [](const std::string& later) {
    return with("parameters.json", R"({"schema": "patio/parameters/1", "parameters": [
      {"name": "strict", "why": {"fr": "lecture discutée", "en": "disputed reading"}, "disputed": true, "values": [
        {"value": false, "since": "2020-01-01", "until": "2025-01-01", "source": "house", "recorded": "2020-01-01"},
        {"value": true, "since": "2025-01-01", "source": "house", "recorded": "2020-02-01"}, )" + later + "]}]}");
  };
  const std::string put_right = R"({"value": false, "since": "2025-01-01", "source": "court", "recorded": "2025-03-01", "corrects": )";
  const auto book = load_rulebook(with_values(put_right + R"("2020-02-01"})"), fx::subject()).value();
  const auto strict_rule_stands = [&](std::optional<Date> known) {
    return !book.as_of(2025_y / 2 / 1, known)->engine.clauses()[1].when.empty();
  };
  CHECK(strict_rule_stands(2025_y / 2 / 28));
  CHECK_FALSE(strict_rule_stands(2025_y / 3 / 1));
  CHECK_FALSE(strict_rule_stands(std::nullopt));
  CHECK(faults(with_values(put_right + R"("2020-02-02"})")) ==
        Faults{"parameters.json#/parameters/0/values/2/since overlapping_periods",
               "parameters.json#/parameters/0/values/2/corrects corrects_nothing"});
}

TEST_CASE("before the book learned any value of a parameter it forbids and never permits") {
  const std::string late = replaced(fx::parameters, R"("house", "recorded": "2020-01-01")", R"("house", "recorded": "2021-01-01")");
  const auto book = load_rulebook(with("parameters.json", late), fx::subject()).value();
  const auto unknown = book.as_of(2022_y / 1 / 1, 2020_y / 6 / 1);
  CHECK(unknown->engine.clauses()[1].when.size() == 1);
  CHECK(unknown->warnings.size() == 1);
  CHECK(book.as_of(2022_y / 1 / 1, 2021_y / 1 / 1)->engine.clauses()[1].when.empty());
}

TEST_CASE("the version names the contents and the day") {
  const Rulebook book = fx::book();
  CHECK(book.hash().size() == 32);
  CHECK(book.as_of(2026_y / 6 / 1)->version == book.hash() + "@2026-06-01");
  CHECK(book.as_of(2026_y / 6 / 1, 2026_y / 1 / 2)->version == book.hash() + "@2026-06-01/2026-01-02");
  auto files = fx::files(fx::rules());
  std::reverse(files.begin(), files.end());
  for (auto& file : files) file.text = replaced(file.text, ", ", ",\n    ");
  CHECK(load_rulebook(files, fx::subject())->hash() == book.hash());
  CHECK(load_rulebook(with("texts.json", replaced(fx::texts, "Texte 2", "Texte deux")), fx::subject())->hash() != book.hash());
}

TEST_CASE("a rule past its review warns") {
  const Rulebook book = fx::book({fx::rules()[0]});
  CHECK(book.as_of(2026_y / 12 / 31)->warnings.empty());
  REQUIRE(book.as_of(2027_y / 1 / 1)->warnings.size() == 1);
  CHECK(book.as_of(2027_y / 1 / 1)->warnings[0].text.en == "the rule A was to be read again before 2027-01-01");
}

TEST_CASE("a parameter without a value that day forbids and never permits") {
  const auto book = fx::book({fx::rule("P", "secrecy", "consent", "permit", R"({"who": "nurse", "if": {"strict": false}})",
                                       R"("since": "2000-01-01")"),
                              fx::rule("N", "secrecy", "absolute", "deny", R"({"who": "nurse", "if": {"strict": true}})",
                                       R"("since": "2000-01-01")")});
  const auto set = book.as_of(2010_y / 1 / 1);
  CHECK(set->engine.clauses()[0].when.empty());
  CHECK(set->engine.clauses()[1].when.size() == 1);
  CHECK(set->warnings.size() == 2);
}

TEST_CASE("an old answer can be given again as it was known") {
  const auto book = fx::book({
      fx::rule("A", "secrecy", "consent", "permit", R"({"who": "nurse"})", R"("recorded": "2020-01-01")"),
      fx::rule("A", "secrecy", "consent", "deny", R"({"who": "nurse"})", R"("recorded": "2023-05-01", "corrects": "2020-01-01")"),
  });
  const auto effect = [&](std::optional<Date> known) {
    const auto set = book.as_of(2022_y / 1 / 1, known);
    return decide(*set, ask(fx::Who::nurse, fx::What::name, fx::Agreement::none)).gates[0];
  };
  CHECK(effect(2022_y / 1 / 1) == Effect::permit);
  CHECK(effect(2023_y / 4 / 30) == Effect::permit);
  CHECK(effect(2023_y / 5 / 1) == Effect::deny);
  CHECK(effect(std::nullopt) == Effect::deny);
  CHECK(book.as_of(2022_y / 1 / 1, 2019_y / 1 / 1)->rules.empty());
}

TEST_CASE("entries of one id follow each other in time") {
  const auto twice = [](const std::string& first, const std::string& second) {
    return faults(fx::files({fx::rule("A", "secrecy", "consent", "permit", R"({"who": "nurse"})", first),
                             fx::rule("A", "secrecy", "consent", "permit", R"({"who": "clerk"})", second)}));
  };
  CHECK(twice(R"("until": "2024-01-01")", R"("since": "2024-01-01")").empty());
  CHECK(twice(R"("until": "2024-01-02")", R"("since": "2024-01-01")") == Faults{"rules.json#/rules/1/id overlapping_periods"});
  CHECK(twice("", "") == Faults{"rules.json#/rules/1/id overlapping_periods"});
  CHECK(twice("", R"("recorded": "2021-01-01")") == Faults{"rules.json#/rules/1/id overlapping_periods"});
  CHECK(twice("", R"("recorded": "2021-01-01", "corrects": "2020-01-02")") ==
        Faults{"rules.json#/rules/1/id overlapping_periods", "rules.json#/rules/1/corrects corrects_nothing"});
  CHECK(twice("", R"("recorded": "2021-01-01", "corrects": "2020-01-01")").empty());
}

TEST_CASE("every fault of a rule is found, each in its place") {
  CHECK(faults_with(fx::rule("X", "secrecy", "sharing", "permit", R"({"whom": "nurse", "who": ["nurse", "doctor"]}, {"what": 3})")) ==
        Faults{"rules.json#/rules/7/when/0/who/1 unknown_fact_value", "rules.json#/rules/7/when/0/whom unknown_fact",
               "rules.json#/rules/7/when/1/what not_a_text"});
  CHECK(faults_with(fx::rule("X", "secrecy", "sharing", "allow", R"({"who": {"not": ["nurse", "clerk", "neighbour"]}, "what": []})",
                             R"("texts": ["T 9"], "obligations": [{"code": "INF", "mandatory": true},
                                {"code": "INF", "mandatory": true}, {"code": "X", "mandatory": true}])")) ==
        Faults{"rules.json#/rules/7/effect unknown_effect", "rules.json#/rules/7/when/0/what admits_nothing",
               "rules.json#/rules/7/when/0/who admits_nothing", "rules.json#/rules/7/obligations/1/code repeated_name",
               "rules.json#/rules/7/obligations/2/code unknown_obligation", "rules.json#/rules/7/texts/0 unknown_text"});
  CHECK(faults_with(fx::rule("X", "secrecy", "", "deny", R"({"if": {"strict": true}}, {}, {"who": {"but": "nurse"}})",
                             R"("until": "2020-01-01", "texts": [])")) ==
        Faults{"rules.json#/rules/7/tier missing_tier", "rules.json#/rules/7/when/0 empty_cube",
               "rules.json#/rules/7/when/1 empty_cube", "rules.json#/rules/7/when/2/who not_a_set",
               "rules.json#/rules/7/texts missing_text", "rules.json#/rules/7/until ends_before_it_begins"});
  CHECK(faults_with(fx::rule("X", "secrecy", "sharing", "deny", R"({"who": "nurse", "if": {"loose": true, "strict": "yes"}})")) ==
        Faults{"rules.json#/rules/7/when/0/if/loose unknown_parameter",
               "rules.json#/rules/7/when/0/if/strict other_kind_of_value"});
  CHECK(faults_with(fx::rule("X", "secrecy", "sharing", "deny", "")) == Faults{"rules.json#/rules/7/when never_holds"});
  CHECK(faults_with(fx::rule("X", "gate", "tier", "deny", R"({"who": "nurse"})", R"("until": "2020-13-01", "extra": 1)")) ==
        Faults{"rules.json#/rules/7/gate unknown_value", "rules.json#/rules/7/tier unknown_value",
               "rules.json#/rules/7/until not_a_date", "rules.json#/rules/7 unknown_key"});
  CHECK(faults_with(fx::rule("X", "status", "", "strong", R"({"trade": "nurse"})")) ==
        Faults{"rules.json#/rules/7/effect unknown_effect"});
}

TEST_CASE("a cube that contradicts itself is refused where it does") {
  const auto twice = faults_with(fx::rule("X", "secrecy", "sharing", "permit", R"({"who": "nurse", "who": "clerk"})"));
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].starts_with("rules.json:1:"));
  CHECK(twice[0].ends_with(" repeated_key"));
  CHECK(faults_with(fx::rule("X", "secrecy", "sharing", "permit", R"({"who": {"not": ["nurse", "clerk", "neighbour"]}})")) ==
        Faults{"rules.json#/rules/7/when/0/who admits_nothing"});
}

TEST_CASE("a fault in one file hides none of the others") {
  auto rules = fx::rules();
  rules.push_back(fx::rule("X", "secrecy", "sharing", "deny", R"({"whom": "nurse"})", R"("texts": ["T 9"])"));
  auto files = fx::files(rules);
  files.push_back({"more.json", R"({"schema": "patio/texts/1", "texts": [{"ref": "T 9"}]})"});
  files.push_back({"cut.json", R"({"schema": )"});
  CHECK(faults(files) == Faults{"more.json#/texts/0/title missing_key", "cut.json:1:12 not_json",
                                "rules.json#/rules/7/when/0/whom unknown_fact"});
}

TEST_CASE("a permission cannot admit every request") {
  const std::string all = R"({"who": ["clerk", "nurse", "neighbour"], "what": {"not": []}})";
  CHECK(faults_with(fx::rule("X", "secrecy", "sharing", "permit", R"({"who": ["clerk", "nurse", "neighbour"]})")) ==
        Faults{"rules.json#/rules/7/when/0 permits_all"});
  CHECK(faults_with(fx::rule("X", "secrecy", "sharing", "deny", R"({"who": ["clerk", "nurse", "neighbour"]})")).empty());
  CHECK(faults_with(fx::rule("X", "status", "", "free", R"({"trade": ["clerk", "nurse", "neighbour"]})")) ==
        Faults{"rules.json#/rules/7/when/0 permits_all"});
}

TEST_CASE("every fault of the catalogues is found, each in its place") {
  CHECK(faults(with("more.json", R"({"schema": "patio/rule/1", "rules": []})")) == Faults{"more.json#/schema unknown_schema"});
  CHECK(faults(with("more.json", "[1, 2]")) == Faults{"more.json#/schema unknown_schema"});
  CHECK(faults(with("more.json", "{\n  \"schema\": }")) == Faults{"more.json:2:13 not_json"});
  CHECK(faults(with("more.json", R"({"schema": "patio/texts/1", "text": []})")) ==
        Faults{"more.json# unknown_key", "more.json#/texts missing_key"});
  CHECK(faults(with("more.json", fx::texts)) == Faults{"more.json#/texts/0/ref repeated_name", "more.json#/texts/1/ref repeated_name"});
  CHECK(faults(with("facts.json", replaced(fx::facts, "Ask", "Question"))) ==
        Faults{"facts.json#/of unknown_subject", "Ask/who missing_label", "Ask/what missing_label", "Ask/agreement missing_label"});
  CHECK(faults(with("facts.json", replaced(fx::facts, "\"name\": \"health\"", "\"name\": \"wealth\""))) ==
        Faults{"facts.json#/attributes/1/values/1/name unknown_fact_value", "facts.json#/attributes/1/values missing_label"});
  CHECK(faults(with("facts.json", replaced(replaced(fx::facts, "\"cost\": 2", "\"cost\": 0"), "\"en\": \"Who\"", "\"en\": \"\""))) ==
        Faults{"facts.json#/attributes/0/label empty_text", "facts.json#/attributes/2/obtainable/0/cost cost_below_one"});
  CHECK(faults(with("parameters.json", replaced(replaced(fx::parameters, "2025-01-01", "2025-02-01"), "\"value\": true", "\"value\": 1"))) ==
        Faults{"parameters.json#/parameters/0/values/1/value other_kind_of_value",
               "parameters.json#/parameters/0/values/1/since overlapping_periods"});
  CHECK(faults({}).front() == "Ask/who missing_label");
}

TEST_CASE("any file cut short is refused, and never crashes") {
  for (const auto& file : fx::files(fx::rules()))
    for (std::size_t length = 0; length < file.text.size(); length += 7)
      CHECK(load_rulebook(with(file.path, file.text.substr(0, length)), fx::subject()).has_error());
}
