// usage: patio_cedar_answers [count]
// Writes the export of the French rules on a line, then as many random requests with our answer, each on a line: what
// tests/cedar reads. One request in two meets a permission in each gate; how much of the rest is known is drawn too.

#include <cstdlib>
#include <iostream>
#include <patio/base/json_tree.hpp>
#include <patio/exchange/cedar.hpp>
#include <patio/secrecy/french_rulebook.hpp>
#include <random>

using namespace patio;

namespace {

std::mt19937 source(20261124);

std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(source); }

/// One of the values of the set.
std::size_t one_of(rules::Values values) {
  std::size_t value = 0;
  do value = below(rules::max_values);
  while ((values >> value & 1) == 0);
  return value;
}

void meet(const rules::Engine& engine, rules::Gate gate, bool lifting, rules::Facts& facts) {
  std::vector<const rules::Clause*> fit;
  for (const auto& clause : engine.clauses())
    if (clause.gate == gate && (!lifting || flows(clause.effect)) && !clause.when.empty()) fit.push_back(&clause);
  const auto& clause = *fit[below(fit.size())];
  const auto& cube = clause.when[below(clause.when.size())];
  for (const auto& literal : cube.literals) facts.know(literal.attribute, one_of(literal.admits));
}

rules::Facts random_facts(const rules::Engine& engine) {
  const auto& attributes = engine.vocabulary().attributes;
  const std::size_t known = 10 - below(4) * 3;
  rules::Facts facts;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const std::size_t values = attributes[i].values.size();
    if (below(10) < known) facts.know(i, below(values));
    if (below(30) == 0) facts.limit(i, (rules::Values{1} << below(values)) | (rules::Values{1} << below(values)));
  }
  const bool lifting = below(2) == 0;
  for (const auto gate : {rules::Gate::mandate, rules::Gate::data_protection, rules::Gate::secrecy})
    meet(engine, gate, lifting, facts);
  for (std::size_t i = 0; i < attributes.size(); ++i)
    if (below(100) == 0) facts.forget(i);
  return facts;
}

}  // namespace

int main(int count, char** words) {
  const auto set = french_rulebook()->as_of(2026_y / 11 / 24);
  std::cout << to_json(to_cedar(*set)) << '\n';
  for (long left = count > 1 ? std::strtol(words[1], nullptr, 10) : 10000; left > 0; --left) {
    const auto facts = random_facts(set->engine);
    const auto found = examine(set->engine, facts);
    Json gates = Json::object();
    for (const auto& gate : found.gates) {
      Json rules = Json::array();
      for (const auto rule : gate.determining) rules.push_back(set->rules[rule].id);
      gates[std::string(name_of(gate.gate))] = {{"effect", name_of(gate.effect)}, {"rules", rules}};
    }
    const Json line{{"context", Json::parse(cedar_context(set->engine.vocabulary(), facts))},
                    {"effect", name_of(found.effect)},
                    {"gates", gates}};
    std::cout << line.dump() << '\n';
  }
}
