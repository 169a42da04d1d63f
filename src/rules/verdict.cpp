#include <patio/rules/verdict.hpp>

#include "compiled.hpp"

namespace patio::rules {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};  // no rule, no group

/// The facts of one question, made ready.
struct Asked {
  const Vocabulary& vocabulary;
  const Facts& facts;
  /// The attributes that are not known, a bit each.
  std::uint64_t open;

  /// A possible cube is settled if all that it names is known, or known so far that every value is admitted.
  [[nodiscard]] bool settles(const Table::Place& place) const noexcept {
    if ((place.names & open) == 0) return true;
    return facts.some_partly() && is_settled(*place.cube, vocabulary, facts);
  }
};

/// Walks the possible cubes of one gate until one decides, and tells `found` of each rule once, in order.
///
/// INVARIANT: cubes stand in the order tier, blocking before lifting, stronger effect first, and the cubes of a rule stand
/// together. So the first settled cube decides, what is merely possible in a group (tier and effect) before its own could
/// change the answer, and what is settled after it in its tier and on its side decides with it.
template <class Found>
Effect walk_gate(const Table& table, const Asked& asked, Found& found) {
  const Table::Place* deciding = nullptr;
  bool blocked = false;
  std::size_t end = table.size(), group = none, before_group = 0;
  std::uint32_t last = none;
  for (std::size_t start = 0; start < end; start += block_cubes) {
    const Block possible = table.possible(asked.facts, start / block_cubes);
    for (std::size_t w = 0; w < block_words; ++w) {
      for (std::uint64_t left = possible[w]; left != 0; left &= left - 1) {
        const std::size_t cube = start + 64 * w + static_cast<std::size_t>(std::countr_zero(left));
        if (cube >= end) break;
        const Table::Place& place = table.place(cube);
        if (asked.settles(place)) {
          if (!deciding) {
            deciding = &place;
            end = place.kind_end;
            if (place.group == group) found.forget_unsettled_from(before_group);
          } else if (place.rule == last) {
            continue;
          }
          last = place.rule;
          found.determining(place.rule);
        } else if (!deciding) {
          blocked = blocked || !flows(place.effect);
          if (place.rule == last) continue;
          if (place.group != group) before_group = found.unsettled_count();
          group = place.group;
          last = place.rule;
          found.unsettled(place.rule);
        }
      }
    }
  }
  if (!deciding) return Effect::deny;
  return flows(deciding->effect) && blocked ? Effect::human : deciding->effect;
}

/// What the rules of one gate have done.
struct Duties {
  std::uint64_t obligations = 0;
  std::uint64_t mandatory = 0;

  void add(const Clause& clause) {
    obligations |= clause.obligations;
    mandatory |= clause.mandatory;
  }
};

struct IntoVerdict {
  const std::vector<Clause>& clauses;
  Verdict& verdict;
  Duties duties;

  void determining(std::uint32_t rule) {
    verdict.determining.push(rule);
    duties.add(clauses[rule]);
  }
  void unsettled(std::uint32_t rule) { verdict.unsettled.push(rule); }
  std::size_t unsettled_count() const { return verdict.unsettled.total(); }
  void forget_unsettled_from(std::size_t count) { verdict.unsettled.shorten(count); }
};

struct IntoFindings {
  const std::vector<Clause>& clauses;
  GateFindings& gate;
  Duties duties;

  void determining(std::uint32_t rule) {
    gate.determining.push_back(rule);
    duties.add(clauses[rule]);
  }
  void unsettled(std::uint32_t rule) { gate.unsettled.push_back(rule); }
  std::size_t unsettled_count() const { return gate.unsettled.size(); }
  void forget_unsettled_from(std::size_t count) { gate.unsettled.resize(count); }
};

/// Asks the three gates; `into(gate)` gives where the rules of each are told.
template <class Answer, class Into>
std::array<Effect, 3> ask(const Engine& engine, const Facts& facts, Answer& answer, Into into) {
  const Compiled& compiled = engine.compiled();
  const Asked asked{engine.vocabulary(), facts, compiled.open(facts)};
  std::array<Effect, 3> effects;
  std::array<Duties, 3> duties;
  for (std::size_t gate = 0; gate < deciding_gates.size(); ++gate) {
    auto found = into(gate);
    effects[gate] = walk_gate(compiled.gate(deciding_gates[gate]).table(facts), asked, found);
    duties[gate] = found.duties;
  }
  answer.effect = combine(effects[0], effects[1], effects[2]);
  for (std::size_t gate = 0; gate < deciding_gates.size(); ++gate) {
    if (answer.effect == Effect::deny && flows(effects[gate])) continue;
    answer.obligations |= duties[gate].obligations;
    answer.mandatory |= duties[gate].mandatory;
  }
  return effects;
}

}  // namespace

Verdict decide(const Engine& engine, const Facts& facts) noexcept {
  Verdict verdict;
  verdict.gates = ask(engine, facts, verdict, [&](std::size_t) { return IntoVerdict{engine.clauses(), verdict, {}}; });
  return verdict;
}

Findings examine(const Engine& engine, const Facts& facts) {
  Findings findings;
  for (const Gate gate : deciding_gates) findings.gates.push_back({gate, Effect::deny, {}, {}});
  const auto effects = ask(engine, facts, findings, [&](std::size_t gate) {
    return IntoFindings{engine.clauses(), findings.gates[gate], {}};
  });
  for (std::size_t gate = 0; gate < effects.size(); ++gate) findings.gates[gate].effect = effects[gate];
  return findings;
}

}  // namespace patio::rules
