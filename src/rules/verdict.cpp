#include <patio/rules/verdict.hpp>

#include "compiled.hpp"

namespace patio::rules {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};  // no rule, no cube

std::uint64_t bits_below(std::size_t count) { return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1; }

/// Walks the cubes of one gate until one decides, and tells `found` of each rule once, in order.
///
/// INVARIANT: cubes stand in the order tier, blocking before lifting, stronger effect first, and the cubes of a rule stand
/// together. So the first settled cube decides, what is merely possible in a group (tier and effect) before its own could
/// change the answer, and what is settled after it in its tier and on its side decides with it.
template <class Found>
Effect walk_gate(const Table& table, const Facts& facts, Found& found) {
  const auto place_of = [&](std::size_t base, std::uint64_t bits) -> const Table::Place& {
    return table.place(base + static_cast<std::size_t>(std::countr_zero(bits)));
  };
  Effect effect = Effect::deny;
  std::size_t kind_end = none, group = none, before_group = found.unsettled_count();
  bool decided = false, blocked = false;
  std::uint32_t last_unsettled = none, last_settled = none;
  for (std::size_t block = 0; block < table.blocks() && block * block_cubes < kind_end; ++block) {
    const Rails rails = table.match(facts, block);
    for (std::size_t w = 0; w < block_words; ++w) {
      const std::size_t base = block * block_cubes + 64 * w;
      if (base >= kind_end) break;
      std::uint64_t settled = rails.settled.words[w];
      if (!decided) {
        std::uint64_t open = rails.possible.words[w];
        if (settled != 0) {
          const Table::Place& place = place_of(base, settled);
          decided = true;
          effect = place.effect;
          kind_end = place.kind_end;
          open &= place.group > base ? bits_below(place.group - base) : 0;
          if (place.group == group) found.forget_unsettled_from(before_group);
        }
        blocked = blocked || (open & table.blocking(block).words[w]) != 0;
        for (; open != 0; open &= open - 1) {
          const Table::Place& place = place_of(base, open);
          if (place.rule == last_unsettled) continue;
          if (place.group != group) before_group = found.unsettled_count();
          group = place.group;
          last_unsettled = place.rule;
          found.unsettled(place.rule);
        }
      }
      if (!decided) continue;
      for (settled &= bits_below(kind_end - base); settled != 0; settled &= settled - 1) {
        const std::uint32_t rule = place_of(base, settled).rule;
        if (rule != last_settled) found.determining(rule);
        last_settled = rule;
      }
    }
  }
  return flows(effect) && blocked ? Effect::human : effect;
}

/// What the rules of one gate ask.
struct Asked {
  std::uint64_t obligations = 0;
  std::uint64_t mandatory = 0;
};

template <class Answer>
void add_asked(Answer& answer, const std::array<Asked, 3>& asked, const std::array<Effect, 3>& gates) {
  for (std::size_t gate = 0; gate < gates.size(); ++gate) {
    if (answer.effect == Effect::deny && flows(gates[gate])) continue;
    answer.obligations |= asked[gate].obligations;
    answer.mandatory |= asked[gate].mandatory;
  }
}

struct IntoVerdict {
  const std::vector<Clause>& clauses;
  Verdict& verdict;
  Asked asked;

  void determining(std::uint32_t rule) {
    verdict.determining.push(rule);
    asked.obligations |= clauses[rule].obligations;
    asked.mandatory |= clauses[rule].mandatory;
  }
  void unsettled(std::uint32_t rule) { verdict.unsettled.push(rule); }
  std::size_t unsettled_count() const { return verdict.unsettled.total(); }
  void forget_unsettled_from(std::size_t count) { verdict.unsettled.shorten(count); }
};

struct IntoFindings {
  const std::vector<Clause>& clauses;
  GateFindings& gate;
  Asked asked;

  void determining(std::uint32_t rule) {
    gate.determining.push_back(rule);
    asked.obligations |= clauses[rule].obligations;
    asked.mandatory |= clauses[rule].mandatory;
  }
  void unsettled(std::uint32_t rule) { gate.unsettled.push_back(rule); }
  std::size_t unsettled_count() const { return gate.unsettled.size(); }
  void forget_unsettled_from(std::size_t count) { gate.unsettled.resize(count); }
};

}  // namespace

Verdict decide(const Engine& engine, const Facts& facts) noexcept {
  Verdict verdict;
  std::array<Asked, 3> asked;
  for (std::size_t gate = 0; gate < deciding_gates.size(); ++gate) {
    IntoVerdict found{engine.clauses(), verdict, {}};
    verdict.gates[gate] = walk_gate(engine.compiled().gate(deciding_gates[gate]).table(facts), facts, found);
    asked[gate] = found.asked;
  }
  verdict.effect = combine(verdict.gates[0], verdict.gates[1], verdict.gates[2]);
  add_asked(verdict, asked, verdict.gates);
  return verdict;
}

Findings examine(const Engine& engine, const Facts& facts) {
  Findings findings;
  std::array<Asked, 3> asked;
  std::array<Effect, 3> effects;
  for (std::size_t gate = 0; gate < deciding_gates.size(); ++gate) {
    GateFindings& found = findings.gates.emplace_back();
    found.gate = deciding_gates[gate];
    IntoFindings into{engine.clauses(), found, {}};
    found.effect = walk_gate(engine.compiled().gate(found.gate).table(facts), facts, into);
    effects[gate] = found.effect;
    asked[gate] = into.asked;
  }
  findings.effect = combine(effects[0], effects[1], effects[2]);
  add_asked(findings, asked, effects);
  return findings;
}

}  // namespace patio::rules
