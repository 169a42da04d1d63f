#include <patio/rules/verdict.hpp>

#include <algorithm>

#include "compiled.hpp"

namespace patio::rules {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};  // no rule, no group

std::size_t lowest(std::uint64_t bits) { return static_cast<std::size_t>(std::countr_zero(bits)); }

/// Where the rules of an answer are told, gate by gate and in order.
struct IntoVerdict {
  Verdict& verdict;

  void determining(std::size_t, std::uint32_t rule, bool wanted) { verdict.determining.push_if(wanted, rule); }
  void unsettled(std::size_t, std::uint32_t rule, bool wanted) { verdict.unsettled.push_if(wanted, rule); }
  std::size_t unsettled_count(std::size_t) const { return verdict.unsettled.total(); }
  void forget_unsettled_from(std::size_t, std::size_t count) { verdict.unsettled.shorten(count); }
};

struct IntoFindings {
  std::vector<GateFindings>& gates;

  void determining(std::size_t gate, std::uint32_t rule, bool wanted) {
    if (wanted) gates[gate].determining.push_back(rule);
  }
  void unsettled(std::size_t gate, std::uint32_t rule, bool wanted) {
    if (wanted) gates[gate].unsettled.push_back(rule);
  }
  std::size_t unsettled_count(std::size_t gate) const { return gates[gate].unsettled.size(); }
  void forget_unsettled_from(std::size_t gate, std::size_t count) { gates[gate].unsettled.resize(count); }
};

struct GateAnswers {
  std::array<Effect, deciding_gates.size()> effects;
  std::array<Duties, deciding_gates.size()> duties;
};

/// Tells each cube of one gate, and whether its rule is that of the one before.
template <std::size_t Words, class Told>
void tell(const std::array<std::uint64_t, Words>& cubes, std::size_t gate, const Table& table, std::uint32_t last, Told told) {
  for (std::size_t w = table.gate(gate).first / 64; 64 * w < table.gate(gate).last; ++w)
    for (std::uint64_t left = cubes[w] & table.own(gate)[w]; left != 0; left &= left - 1) {
      const Table::Place& place = table.place(64 * w + lowest(left));
      told(place, place.rule == last);
      last = place.rule;
    }
}

// INVARIANT: the cubes of a gate stand in the order tier, blocking before lifting, stronger effect first, and the cubes of a
// rule stand together. So the first settled cube decides, what is merely possible in a group (tier and effect) before its own
// could change the answer, and what is settled after it in its tier and on its side decides with it.

/// The answers of a small table, by masks over all its cubes. With few branches: a processor cannot guess where a cube stands.
template <std::size_t Pairs, class Found>
GateAnswers ask(const Table& table, const Table::Rows<Pairs>& rows, const Question& question, Found found) {
  constexpr std::size_t words = 2 * Pairs;
  const auto [settled_row, possible_row] = match(table.plan(), question, rows.data());
  // The word after the last stands for no cube: it decides where none is settled.
  std::array<std::uint64_t, words + 1> settled, open, further;
  for (std::size_t w = 0; w < words; ++w) settled[w] = settled_row.word(w);
  settled[words] = ~std::uint64_t{0};

  GateAnswers answers;
  std::array<std::size_t, deciding_gates.size()> deciders;
  std::array<WordPair, Pairs> before{}, deciding{};
  for (std::size_t gate = 0; gate < deciders.size(); ++gate) {
    const auto& own = table.own(gate);
    std::uint64_t some = std::uint64_t{1} << words;
    for (std::size_t w = table.gate(gate).first / 64; 64 * w < table.gate(gate).last; ++w)
      some |= std::uint64_t{(settled[w] & own[w]) != 0} << w;
    const std::size_t word = lowest(some);
    deciders[gate] = 64 * word + lowest(settled[word] & own[word]);
    const Table::Group& group = table.group(deciders[gate]);
    WordPair blocked{0, 0};
    for (std::size_t p = 0; p < Pairs; ++p) {
      const WordPair stronger = possible_row.pairs[p] & ~settled_row.pairs[p] & group.before[p];
      blocked = blocked | (stronger & table.blocking()[p]);
      before[p] = before[p] | stronger;
      deciding[p] = deciding[p] | (settled_row.pairs[p] & group.deciding[p]);
    }
    const bool stopped = flows(group.effect) & ((blocked[0] | blocked[1]) != 0);
    answers.effects[gate] = stopped ? Effect::human : group.effect;
  }

  std::uint64_t some_open = 0, some_further = 0;
  for (std::size_t w = 0; w < words; ++w) {
    some_open |= open[w] = before[w / 2][w % 2];
    further[w] = deciding[w / 2][w % 2];
  }
  for (const auto cube : deciders) further[cube / 64] &= ~(std::uint64_t{1} << (cube % 64));
  for (std::size_t w = 0; w < words; ++w) some_further |= further[w];

  for (std::size_t gate = 0; gate < deciders.size(); ++gate) {
    const Table::Place& decider = table.place(deciders[gate]);
    found.determining(gate, decider.rule, deciders[gate] < 64 * words);
    answers.duties[gate] = decider.duties;
    if (some_further != 0) tell(further, gate, table, decider.rule, [&](const Table::Place& place, bool again) {
      found.determining(gate, place.rule, !again);
      answers.duties[gate] |= place.duties;
    });
    if (some_open != 0) tell(open, gate, table, none, [&](const Table::Place& place, bool again) { found.unsettled(gate, place.rule, !again); });
  }
  return answers;
}

/// Reads the cubes of one gate of a large table, in their order, until one decides.
template <class Found>
class Reading {
 public:
  Reading(const Table& table, std::size_t gate, Found found) : table_(table), gate_(gate), end_(table.gate(gate).last), found_(found) {}

  void take(std::uint32_t cube, bool settled) {
    if (settled && cube < end_) return decide_by(cube);
    if (!deciding_) tell_open(cube);
  }

  /// True if a cube, and so all that follow it, changes nothing.
  [[nodiscard]] bool ended(std::uint32_t cube) const { return cube >= end_; }
  [[nodiscard]] Effect effect() const {
    if (!deciding_) return Effect::deny;
    return flows(deciding_->effect) && blocked_ ? Effect::human : deciding_->effect;
  }
  [[nodiscard]] const Duties& duties() const { return duties_; }

 private:
  void decide_by(std::uint32_t cube) {
    if (!deciding_) {
      deciding_ = &table_.group(cube);
      end_ = deciding_->kind_end;
      if (deciding_ == group_) found_.forget_unsettled_from(gate_, before_group_);
    }
    const Table::Place& place = table_.place(cube);
    found_.determining(gate_, place.rule, place.rule != last_settled_);
    last_settled_ = place.rule;
    duties_ |= place.duties;
  }

  void tell_open(std::uint32_t cube) {
    const Table::Place& place = table_.place(cube);
    if (place.rule == last_open_) return;
    const Table::Group* const group = &table_.group(cube);
    if (group != group_) before_group_ = found_.unsettled_count(gate_);
    group_ = group;
    last_open_ = place.rule;
    blocked_ = blocked_ || !flows(group->effect);
    found_.unsettled(gate_, place.rule, true);
  }

  const Table& table_;
  const std::size_t gate_;
  std::size_t end_;
  Found found_;
  const Table::Group* deciding_ = nullptr;
  bool blocked_ = false;
  /// Of the last rule that is not settled, and how many there were before that group.
  const Table::Group* group_ = nullptr;
  std::size_t before_group_ = 0;
  std::uint32_t last_open_ = none, last_settled_ = none;
  Duties duties_;
};

template <class Found>
GateAnswers ask(const Table& table, const Cells& cells, const Question& question, Found found) {
  std::array<Reading<Found>, deciding_gates.size()> readings{{{table, 0, found}, {table, 1, found}, {table, 2, found}}};
  FoundCubes some;
  std::size_t gate = 0;
  const auto read = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const std::uint32_t cube = some.cubes[i] / 2;
      while (cube >= table.gate(gate).last) ++gate;
      readings[gate].take(cube, some.cubes[i] % 2 != 0);
    }
  };

  std::uint32_t strip = cells.first_strip(question);
  cells.find(table.plan(), question, strip, some);
  // The cubes of the later gates that stand first are kept until the first gate has its answer.
  std::size_t kept = 0;
  if (table.few_come_first())
    while (kept < some.size && some.cubes[kept] / 2 >= table.gate(0).last) ++kept;
  read(kept, some.size);
  while ((strip = cells.strip(strip).next) != Cells::none) {
    const std::uint32_t* const cubes = cells.cubes_of(strip);
    while (cubes[0] >= table.gate(gate).last) ++gate;
    if (readings[gate].ended(cubes[0]) && cubes[cells.strip(strip).size - 1] < table.gate(gate).last) continue;
    some.size = kept;
    cells.find(table.plan(), question, strip, some);
    read(kept, some.size);
  }
  read(0, kept);

  GateAnswers answers;
  for (std::size_t each = 0; each < readings.size(); ++each) {
    answers.effects[each] = readings[each].effect();
    answers.duties[each] = readings[each].duties();
  }
  return answers;
}

/// Asks the three gates and tells `found` their rules.
template <class Answer, class Found>
std::array<Effect, 3> ask_gates(const Engine& engine, const Facts& facts, Answer& answer, Found found) {
  const Table& table = engine.compiled().table();
  const Question question = table.plan().ready(facts);
  const GateAnswers gates = std::visit([&](const auto& body) { return ask(table, body, question, found); }, table.body());
  answer.effect = combine(gates.effects[0], gates.effects[1], gates.effects[2]);
  for (std::size_t gate = 0; gate < deciding_gates.size(); ++gate) {
    if (answer.effect == Effect::deny && flows(gates.effects[gate])) continue;
    answer.obligations |= gates.duties[gate].obligations;
    answer.mandatory |= gates.duties[gate].mandatory;
  }
  return gates.effects;
}

}  // namespace

Verdict decide(const Engine& engine, const Facts& facts) noexcept {
  Verdict verdict;
  verdict.gates = ask_gates(engine, facts, verdict, IntoVerdict{verdict});
  return verdict;
}

Findings examine(const Engine& engine, const Facts& facts) {
  Findings findings;
  for (const Gate gate : deciding_gates) findings.gates.push_back({gate, Effect::deny, {}, {}});
  const auto effects = ask_gates(engine, facts, findings, IntoFindings{findings.gates});
  for (std::size_t gate = 0; gate < effects.size(); ++gate) findings.gates[gate].effect = effects[gate];
  return findings;
}

std::vector<std::uint32_t> rules_asking(const Engine& engine, const Findings& found, std::size_t obligation) {
  std::vector<std::uint32_t> asking;
  for (const auto& gate : found.gates) {
    if (found.effect == Effect::deny && flows(gate.effect)) continue;
    for (const auto rule : gate.determining)
      if (engine.clauses()[rule].obligations >> obligation & 1U) asking.push_back(rule);
  }
  return asking;
}

}  // namespace patio::rules
