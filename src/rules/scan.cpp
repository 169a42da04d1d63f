#include <algorithm>
#include <patio/rules/verdict.hpp>

namespace patio::rules {
namespace {

enum class Standing { out, unsettled, settled };

/// A rule without cubes never holds; a lifting cube that names nothing is no cube.
Standing standing(const Clause& clause, const Vocabulary& vocabulary, const Facts& facts) {
  Standing best = Standing::out;
  for (const auto& cube : clause.when) {
    if (cube.literals.empty() && flows(clause.effect)) continue;
    if (is_settled(cube, vocabulary, facts)) return Standing::settled;
    if (is_possible(cube, vocabulary, facts)) best = Standing::unsettled;
  }
  return best;
}

/// One tier of one gate, in numbers of rules; each list in the order in which effects beat each other.
struct TierRules {
  std::vector<std::uint32_t> blocking_settled, blocking_unsettled, lifting_settled, lifting_unsettled;
};

TierRules read_tier(const Engine& engine, const Facts& facts, Gate gate, Tier tier) {
  TierRules rules;
  for (const auto& [effect, name] : enumerators<Effect>()) {
    for (std::uint32_t rule = 0; rule < engine.clauses().size(); ++rule) {
      const Clause& clause = engine.clauses()[rule];
      if (clause.gate != gate || clause.tier != tier || clause.effect != effect) continue;
      const Standing found = standing(clause, engine.vocabulary(), facts);
      if (found == Standing::settled) (flows(effect) ? rules.lifting_settled : rules.blocking_settled).push_back(rule);
      if (found == Standing::unsettled)
        (flows(effect) ? rules.lifting_unsettled : rules.blocking_unsettled).push_back(rule);
    }
  }
  return rules;
}

/// Adds the unsettled rules whose effect beats that of the deciding rule.
void add_stronger(const Engine& engine, const std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to,
                  std::uint32_t deciding) {
  for (const auto rule : from)
    if (engine.clauses()[rule].effect < engine.clauses()[deciding].effect) to.push_back(rule);
}

GateFindings read_gate(const Engine& engine, const Facts& facts, Gate gate) {
  GateFindings found{gate, Effect::deny, {}, {}};
  bool blocked = false;
  for (const auto& [tier, name] : enumerators<Tier>()) {
    const TierRules rules = read_tier(engine, facts, gate, tier);
    if (!rules.blocking_settled.empty()) {
      add_stronger(engine, rules.blocking_unsettled, found.unsettled, rules.blocking_settled.front());
      found.effect = engine.clauses()[rules.blocking_settled.front()].effect;
      found.determining = rules.blocking_settled;
      return found;
    }
    blocked = blocked || !rules.blocking_unsettled.empty();
    found.unsettled.insert(found.unsettled.end(), rules.blocking_unsettled.begin(), rules.blocking_unsettled.end());
    if (!rules.lifting_settled.empty()) {
      add_stronger(engine, rules.lifting_unsettled, found.unsettled, rules.lifting_settled.front());
      found.effect = blocked ? Effect::human : engine.clauses()[rules.lifting_settled.front()].effect;
      found.determining = rules.lifting_settled;
      return found;
    }
    found.unsettled.insert(found.unsettled.end(), rules.lifting_unsettled.begin(), rules.lifting_unsettled.end());
  }
  return found;
}

}  // namespace

Findings examine_by_scan(const Engine& engine, const Facts& facts) {
  Findings findings;
  for (const Gate gate : deciding_gates) findings.gates.push_back(read_gate(engine, facts, gate));
  findings.effect = combine(findings.gates[0].effect, findings.gates[1].effect, findings.gates[2].effect);
  for (const auto& gate : findings.gates) {
    if (findings.effect == Effect::deny && flows(gate.effect)) continue;
    for (const auto rule : gate.determining) {
      findings.obligations |= engine.clauses()[rule].obligations;
      findings.mandatory |= engine.clauses()[rule].mandatory;
    }
  }
  return findings;
}

}  // namespace patio::rules
