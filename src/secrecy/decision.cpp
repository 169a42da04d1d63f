#include <patio/secrecy/decision.hpp>

#include <algorithm>
#include <patio/rules/way.hpp>

#include "wording.hpp"

namespace patio {
namespace {

using rules::flows;

std::vector<std::string> ids(const rules::RuleSet& set, const std::vector<std::uint32_t>& numbers) {
  std::vector<std::string> all;
  for (const auto number : numbers) all.push_back(set.rules[number].id);
  return all;
}

void tell_rules(const rules::RuleSet& set, const rules::Facts& facts, const rules::Findings& found, Decision& decision) {
  for (const auto& gate : found.gates) {
    decision.gates.push_back({gate.gate, gate.effect, ids(set, gate.determining)});
    for (const auto number : gate.determining) decision.determining.push_back(determining_rule(set.rules[number]));
    for (const auto number : gate.unsettled) {
      const auto& clause = set.engine.clauses()[number];
      decision.unsettled.push_back(unsettled_rule(set.rules[number], clause.when, flows(clause.effect),
                                                  set.engine.vocabulary(), set.catalogue->request_facts, facts));
    }
  }
}

void tell_obligations(const rules::RuleSet& set, const rules::Findings& found, Decision& decision) {
  const auto& kinds = set.catalogue->obligations;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if ((found.obligations >> i & 1U) == 0) continue;
    decision.obligations.push_back({kinds[i].code, kinds[i].label, (found.mandatory >> i & 1U) != 0, kinds[i].discharge,
                                    ids(set, rules::rules_asking(set.engine, found, i))});
  }
}

/// Why no change leads to a yes.
Text dead_end(const rules::RuleSet& set, const rules::Findings& found) {
  for (const auto& gate : found.gates) {
    if (flows(gate.effect) || gate.determining.empty()) continue;
    const auto& clause = set.engine.clauses()[gate.determining.front()];
    if (clause.tier == rules::Tier::absolute && !flows(clause.effect))
      return fill({"la règle {} est absolue : rien ne la lève dans cette situation",
                   "the rule {} is absolute: nothing lifts it in this situation"},
                  {set.rules[gate.determining.front()].id});
  }
  const bool open = std::any_of(found.gates.begin(), found.gates.end(), [](const auto& gate) { return !gate.unsettled.empty(); });
  if (open)
    return {"des faits manquent : répondre d'abord aux questions posées", "facts are missing: answer the questions first"};
  return {"avec ce qui est connu, aucune démarche à la portée des professionnels ne change cette réponse",
          "with what is known, nothing that professionals can obtain changes this answer"};
}

}  // namespace

DeterminingRule determining_rule(const rules::Rule& rule) {
  return {rule.id, rule.title, rule.texts, rule.confidence, rule.disputed};
}

WayOut way_out(const rules::RuleSet& set, const rules::Facts& facts, const rules::Findings& found) {
  const auto way = rules::cheapest_way(set, facts);
  if (!way) return {std::nullopt, dead_end(set, found)};
  const rules::Findings reached = rules::examine(set.engine, way->facts);
  LawfulWay lawful{{}, reached.effect, {}};
  for (const auto& step : way->steps) lawful.changes.push_back({step.fact->name, step.obtainable->value, step.obtainable->how});
  for (const auto& gate : reached.gates)
    for (auto& id : ids(set, gate.determining)) lawful.rules.push_back(std::move(id));
  return {std::move(lawful), std::nullopt};
}

std::vector<std::size_t> warnings_about(const rules::RuleSet& set, const rules::Findings& found) {
  const auto named_by = [&](const std::vector<std::uint32_t>& numbers, const std::string& rule) {
    return std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) { return set.rules[number].id == rule; });
  };
  std::vector<std::size_t> about;
  for (std::size_t i = 0; i < set.warnings.size(); ++i)
    if (std::any_of(found.gates.begin(), found.gates.end(), [&](const rules::GateFindings& gate) {
          return named_by(gate.determining, set.warnings[i].rule) || named_by(gate.unsettled, set.warnings[i].rule);
        }))
      about.push_back(i);
  return about;
}

Decision decide(const rules::RuleSet& set, const AccessRequest& request, WayWanted way) {
  const rules::Facts facts = rules::facts_of(request);
  const rules::Findings found = rules::examine(set.engine, facts);
  Decision decision;
  decision.effect = found.effect;
  tell_rules(set, facts, found, decision);
  tell_obligations(set, found, decision);
  if (way == WayWanted::yes && !flows(found.effect)) {
    WayOut out = way_out(set, facts, found);
    decision.lawful_way = std::move(out.lawful_way);
    decision.no_way_reason = std::move(out.no_way_reason);
  }
  decision.texts = cited_texts(*set.catalogue, decision.determining);
  decision.version = set.version;
  decision.day = set.day;
  for (const auto place : warnings_about(set, found)) decision.warnings.push_back(set.warnings[place].text);
  return decision;
}

rules::Verdict verdict(const rules::RuleSet& set, const AccessRequest& request) noexcept {
  return rules::decide(set.engine, rules::facts_of(request));
}

Decision discharge(Decision decision, const std::vector<std::string>& met) {
  if (!flows(decision.effect)) return decision;
  std::string unmet;
  for (const auto& obligation : decision.obligations) {
    if (!obligation.mandatory || std::find(met.begin(), met.end(), obligation.code) != met.end()) continue;
    unmet += unmet.empty() ? obligation.code : ", " + obligation.code;
  }
  if (unmet.empty()) return decision;
  decision.effect = rules::Effect::deny;
  decision.no_way_reason = fill({"à faire d'abord : {}", "to be done first: {}"}, {unmet});
  return decision;
}

}  // namespace patio
