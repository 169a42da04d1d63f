#include <patio/rules/engine.hpp>

#include <algorithm>

#include "compiled.hpp"

namespace patio::rules {
namespace {

Entries all_in_order(const std::vector<Clause>& clauses) {
  Entries entries;
  for (std::size_t gate = 0; gate < entries.size(); ++gate) entries[gate] = in_order(clauses, deciding_gates[gate]);
  return entries;
}

}  // namespace

std::vector<Entry> in_order(const std::vector<Clause>& clauses, Gate gate) {
  std::vector<Entry> entries;
  for (std::uint32_t rule = 0; rule < clauses.size(); ++rule) {
    const Clause& clause = clauses[rule];
    if (clause.gate != gate) continue;
    for (const auto& cube : clause.when)
      if (!cube.literals.empty() || !flows(clause.effect)) entries.push_back({&cube, rule, clause.tier, clause.effect, {clause.obligations, clause.mandatory}});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.tier, a.effect) < std::pair(b.tier, b.effect);
  });
  return entries;
}

Compiled::Compiled(const Vocabulary& vocabulary, const std::vector<Clause>& clauses)
    : Compiled(vocabulary, all_in_order(clauses)) {}

Compiled::Compiled(const Vocabulary& vocabulary, const Entries& entries)
    : table_(vocabulary, entries), columns_(plan_columns(vocabulary, entries)) {}

Engine::Engine(Vocabulary vocabulary, std::vector<Clause> clauses)
    : vocabulary_(std::move(vocabulary)),
      clauses_(std::move(clauses)),
      compiled_(std::make_unique<const Compiled>(vocabulary_, clauses_)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

}  // namespace patio::rules
