#include <patio/rules/review.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace patio::rules {
namespace {

std::vector<std::string> ids(const RuleSet& set, const std::vector<std::uint32_t>& numbers) {
  std::vector<std::string> all;
  for (const auto number : numbers) all.push_back(set.rules[number].id);
  return all;
}

/// The attributes that these rules look at.
std::set<std::size_t> looked_at(const Engine& engine, const std::vector<std::uint32_t>& rules) {
  std::set<std::size_t> attributes;
  for (const auto rule : rules)
    for (const auto& cube : engine.clauses()[rule].when)
      for (const auto& literal : cube.literals) attributes.insert(literal.attribute);
  return attributes;
}

std::vector<NamedFact> named(const Vocabulary& vocabulary, const Facts& facts, const std::set<std::size_t>& attributes) {
  std::vector<NamedFact> all;
  for (const auto i : attributes) {
    const auto& attribute = vocabulary.attributes[i];
    const Values may = facts.may(i, attribute.all());
    all.push_back({attribute.name, attribute.values[static_cast<std::size_t>(std::countr_zero(may))]});
  }
  return all;
}

std::vector<NamedValues> named(const Vocabulary& vocabulary, const Cube& region) {
  std::vector<NamedValues> all;
  for (const auto& literal : region.literals) {
    const auto& attribute = vocabulary.attributes[literal.attribute];
    all.push_back({attribute.name, {}});
    for (std::size_t value = 0; value < attribute.values.size(); ++value)
      if (literal.admits >> value & 1) all.back().one_of.push_back(attribute.values[value]);
  }
  return all;
}

RuleFinding finding(const RuleSet& set, std::uint32_t rule, const std::vector<std::uint32_t>& by, const Facts* witness) {
  RuleFinding found{set.rules[rule].id, ids(set, by), {}};
  auto involved = by;
  involved.push_back(rule);
  if (witness) found.example = named(set.engine.vocabulary(), *witness, looked_at(set.engine, involved));
  return found;
}

std::vector<std::uint32_t> determining(const Findings& findings) {
  std::vector<std::uint32_t> all;
  for (const auto& gate : findings.gates) all.insert(all.end(), gate.determining.begin(), gate.determining.end());
  return all;
}

}  // namespace

RulebookReview review_rules(const RuleSet& set) {
  RulebookReview review{set.version, {}, {}, {}};
  for (const auto& each : dead_rules(set.engine))
    review.dead.push_back(finding(set, each.rule, each.by, each.witness ? &*each.witness : nullptr));
  for (const auto& each : shadowed_rules(set.engine)) review.shadowed.push_back(finding(set, each.rule, each.by, &each.witness));
  for (const auto& each : overlaps(set.engine)) review.excepted.push_back(finding(set, each.lifting, {each.blocking}, &each.witness));
  return review;
}

RulebookComparison compare_rules(const RuleSet& before, const RuleSet& after, std::size_t limit) {
  RulebookComparison comparison{before.version, after.version, {}, {}, 0, 0, true};
  const auto found = differences(before.engine, after.engine, limit);
  comparison.complete = found.complete;
  const auto& vocabulary = before.engine.vocabulary();
  const auto id_of = [&](const ChangedRule& changed) { return (changed.gone ? before : after).rules[changed.rule].id; };
  std::map<std::string, RuleImpact> by_rule;
  for (const auto& changed : found.rules) {
    RuleImpact& impact = by_rule[id_of(changed)];
    impact.rule = id_of(changed);
    impact.complete = impact.complete && changed.complete;
  }
  for (const auto& change : found.changes) {
    const auto old_rules = determining(examine(before.engine, change.witness));
    const auto new_rules = determining(examine(after.engine, change.witness));
    auto attributes = looked_at(before.engine, old_rules);
    attributes.merge(looked_at(after.engine, new_rules));
    for (const auto& literal : change.region.literals) attributes.insert(literal.attribute);
    RuleImpact& impact = by_rule[id_of(found.rules[change.changed])];
    comparison.regions.push_back({change.gate, named(vocabulary, change.region), change.before, change.after,
                                  named(vocabulary, change.witness, attributes), change.witness_before, change.witness_after,
                                  ids(before, old_rules), ids(after, new_rules), impact.rule});
    ++impact.regions;
    impact.gains += gains(change) ? 1 : 0;
    impact.loses += loses(change) ? 1 : 0;
  }
  for (const auto& [id, impact] : by_rule) {
    comparison.gains += impact.gains;
    comparison.loses += impact.loses;
    comparison.by_rule.push_back(impact);
  }
  return comparison;
}

}  // namespace patio::rules
