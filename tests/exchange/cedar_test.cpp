#include <patio/exchange/cedar.hpp>

#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

const rules::Vocabulary small{"Request",
                              {{"recipient", {"police", "judge", "mayor", "public"}}, {"danger", {"none", "peril"}}}};

rules::Rule rule(std::string id, std::string title, rules::Effect effect, std::vector<std::string> texts) {
  rules::Rule rule;
  rule.id = std::move(id);
  rule.title = {title, title};
  rule.effect = name_of(effect);
  rule.texts = std::move(texts);
  return rule;
}

rules::RuleSet set_of(std::vector<rules::Clause> clauses, std::vector<rules::Rule> rules) {
  const auto nothing = std::make_shared<rules::Catalogue>();
  return {rules::Engine(small, std::move(clauses)), std::move(rules), {}, {}, nothing, {}, "v1", {}};
}

rules::Clause clause(rules::Tier tier, rules::Effect effect, std::vector<rules::Cube> when) {
  return {rules::Gate::secrecy, tier, effect, std::move(when), 0, 0};
}

/// What stands from there on.
std::string from(const std::string& text, std::string_view mark) {
  const auto place = text.find(mark);
  return place == std::string::npos ? "" : text.substr(place);
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto place = text.find(part); place != std::string::npos; place = text.find(part, place + 1)) ++found;
  return found;
}

const auto lift = rules::Effect::permit;
const auto stop = rules::Effect::deny;

}  // namespace

TEST_CASE("a permission is one policy that asks for what is known") {
  const auto set = set_of({clause(rules::Tier::danger, lift, {{{{0, 0b0011}, {1, 0b10}}}, {{{0, 0b0100}}}})},
                          {rule("R1", "Le péril", lift, {"CP 223-6"})});
  CHECK(from(to_cedar(set).policies, "// -----") == R"(// ----- secrecy.danger

// Le péril
// Le péril
//   CP 223-6
@id("R1")
@effect("permit")
@texts("CP 223-6")
permit (principal, action in [Action::"secrecy.danger", Action::"secrecy.danger.lifts"], resource)
when {
  (["police", "judge"].containsAll(context.recipient) &&
   ["peril"].containsAll(context.danger))
  ||
  (["mayor"].containsAll(context.recipient))
};
)");
}

TEST_CASE("a prohibition is told when it holds, and stops its tier and those after it when it may") {
  const auto set =
      set_of({clause(rules::Tier::consent, stop, {{{{0, 0b0111}}}})}, {rule("R2", "Pas dehors", stop, {})});
  CHECK(from(to_cedar(set).policies, "@id(\"R2\")") == R"(@id("R2")
@effect("deny")
permit (principal, action == Action::"secrecy.consent.blocks", resource)
when {
  (!["public"].containsAny(context.recipient))
};
@id("R2.possible")
@effect("deny")
forbid (principal, action in [Action::"secrecy.consent", Action::"secrecy.contextual", Action::"secrecy.fallback"], resource)
when {
  (!["public"].containsAll(context.recipient))
};
)");
  CHECK(count(to_cedar(set).schema, "\"secrecy.consent\", \"secrecy.consent.lifts\", \"secrecy.consent.blocks\"\n") == 1);
}

TEST_CASE("a permission that names nothing has no policy, a prohibition that names nothing stops all") {
  const auto set = set_of({clause(rules::Tier::consent, lift, {{}}), clause(rules::Tier::fallback, stop, {{}})},
                          {rule("R3", "Tout", lift, {}), rule("R4", "Rien", stop, {})});
  const auto policies = to_cedar(set).policies;
  CHECK(count(policies, "R3") == 0);
  CHECK(count(policies, "when {\n  true\n};") == 2);
}

TEST_CASE("what a title or a text says cannot become a policy") {
  const std::string bad = "x\npermit (principal, action, resource);\r\"";
  const auto set = set_of({clause(rules::Tier::consent, lift, {{{{1, 0b01}}}})}, {rule("R5", bad, lift, {bad})});
  const auto policies = to_cedar(set).policies;
  CHECK(count(policies, "\npermit (principal, action, resource)") == 0);
  CHECK(count(policies, "@texts(\"x permit (principal, action, resource); \\\"\")") == 1);
}

TEST_CASE("the context says for each attribute what may be true") {
  rules::Facts facts;
  facts.limit(0, 0b1010);
  CHECK(cedar_context(small, facts) == R"({"danger":["none","peril"],"recipient":["judge","public"]})");
  facts.know(1, 1);
  facts.forget(0);
  CHECK(cedar_context(small, facts) == R"({"danger":["peril"],"recipient":["police","judge","mayor","public"]})");
}

TEST_CASE("each French rule that may hold is a policy, with its titles and texts") {
  const auto set = french_rulebook()->as_of(2026_y / 11 / 24);
  const auto cedar = to_cedar(*set);
  for (std::size_t i = 0; i < set->rules.size(); ++i) {
    const auto& rule = set->rules[i];
    const auto& clause = set->engine.clauses()[i];
    INFO(rule.id);
    CHECK(count(cedar.policies, "@id(\"" + rule.id + "\")") == (clause.when.empty() ? 0 : 1));
    const bool stops = !clause.when.empty() && !flows(clause.effect);
    CHECK(count(cedar.policies, "@id(\"" + rule.id + ".possible\")") == (stops ? 1 : 0));
    const std::string titles = "\n// " + rule.title.fr + "\n// " + rule.title.en + "\n";
    if (!clause.when.empty()) CHECK(count(cedar.policies, titles) >= 1);
  }
  for (const auto& attribute : set->engine.vocabulary().attributes)
    CHECK(count(cedar.schema, "  " + attribute.name + ": Set<String>,\n") == 1);
}
