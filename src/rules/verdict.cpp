#include <patio/rules/verdict.hpp>

#include "compiled.hpp"

namespace patio::rules {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};  // no rule, no group

std::size_t lowest(std::uint64_t bits) { return static_cast<std::size_t>(std::countr_zero(bits)); }

/// One question put to a table. Strips of cubes are matched when a gate comes to them.
class Asking {
 public:
  Asking(const Table& table, const Question& question) : table_(table), question_(question) {}

  /// Walks the cubes of one gate until one decides, tells `found` of each rule once, in order, and adds
  /// what the determining ones ask.
  ///
  /// INVARIANT: cubes stand in the order tier, blocking before lifting, stronger effect first, and the cubes of a rule
  /// stand together. So the first settled cube decides, what is merely possible in a group (tier and effect) before its
  /// own could change the answer, and what is settled after it in its tier and on its side decides with it.
  template <class Found>
  Effect walk(std::size_t gate, Found found, Duties& duties) {
    const Table::Place* deciding = nullptr;
    bool blocked = false;
    std::size_t group = none, before_group = 0;
    std::uint32_t last_open = none, last_settled = none;
    const Table::Range range = table_.gate(gate);
    std::size_t end = std::size_t{64} * range.last_word;
    for (std::size_t word = range.first_word; 64 * word < end; ++word) {
      const std::size_t w = at(word), base = 64 * word;
      const std::uint64_t settled = rails_.settled[w];
      if (!deciding) {
        std::size_t open_end = end;
        if (settled != 0) {
          deciding = &table_.place(base + lowest(settled));
          end = deciding->kind_end;
          open_end = deciding->group;
          if (deciding->group == group) found.forget_unsettled_from(before_group);
        }
        for (std::uint64_t left = rails_.possible[w] & ~settled; left != 0; left &= left - 1) {
          const std::size_t cube = base + lowest(left);
          if (cube >= open_end) break;
          const Table::Place& place = table_.place(cube);
          if (place.rule == last_open) continue;
          if (place.group != group) before_group = found.unsettled_count();
          group = place.group;
          last_open = place.rule;
          blocked = blocked || !flows(place.effect);
          found.unsettled(place.rule);
        }
      }
      for (std::uint64_t left = settled; left != 0; left &= left - 1) {
        const std::size_t cube = base + lowest(left);
        if (cube >= end) break;
        const Table::Place& place = table_.place(cube);
        if (place.rule != last_settled) found.determining(place.rule);
        last_settled = place.rule;
        duties |= place.duties;
      }
    }
    if (!deciding) return Effect::deny;
    return flows(deciding->effect) && blocked ? Effect::human : deciding->effect;
  }

 private:
  /// The place in the rails of a word of the table.
  std::size_t at(std::size_t word) {
    const std::size_t strip = word / strip_words;
    if (strip != strip_) rails_ = table_.match(question_, strip_ = strip);
    return word % strip_words;
  }

  const Table& table_;
  const Question& question_;
  std::size_t strip_ = ~std::size_t{0};
  Rails rails_;
};

struct IntoVerdict {
  Verdict& verdict;

  void determining(std::uint32_t rule) { verdict.determining.push(rule); }
  void unsettled(std::uint32_t rule) { verdict.unsettled.push(rule); }
  std::size_t unsettled_count() const { return verdict.unsettled.total(); }
  void forget_unsettled_from(std::size_t count) { verdict.unsettled.shorten(count); }
};

struct IntoFindings {
  GateFindings& gate;

  void determining(std::uint32_t rule) { gate.determining.push_back(rule); }
  void unsettled(std::uint32_t rule) { gate.unsettled.push_back(rule); }
  std::size_t unsettled_count() const { return gate.unsettled.size(); }
  void forget_unsettled_from(std::size_t count) { gate.unsettled.resize(count); }
};

/// Asks the three gates; `into(gate)` gives where the rules of each are told.
template <class Answer, class Into>
std::array<Effect, 3> ask(const Engine& engine, const Facts& facts, Answer& answer, Into into) {
  const Question question = engine.compiled().ready(facts);
  Asking asking(engine.compiled().table(question), question);
  std::array<Effect, 3> effects;
  std::array<Duties, 3> duties;
  for (std::size_t gate = 0; gate < effects.size(); ++gate) effects[gate] = asking.walk(gate, into(gate), duties[gate]);
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
  verdict.gates = ask(engine, facts, verdict, [&](std::size_t) { return IntoVerdict{verdict}; });
  return verdict;
}

Findings examine(const Engine& engine, const Facts& facts) {
  Findings findings;
  for (const Gate gate : deciding_gates) findings.gates.push_back({gate, Effect::deny, {}, {}});
  const auto effects = ask(engine, facts, findings, [&](std::size_t gate) {
    return IntoFindings{findings.gates[gate]};
  });
  for (std::size_t gate = 0; gate < effects.size(); ++gate) findings.gates[gate].effect = effects[gate];
  return findings;
}

}  // namespace patio::rules
