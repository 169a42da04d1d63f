#include <patio/rules/columns.hpp>

#include <algorithm>
#include <cassert>

#include <patio/rules/verdict.hpp>

#include "compiled.hpp"
#include "pack_bits.hpp"

namespace patio::rules {
namespace {

/// One batch of rows against one plan.
class Batch {
 public:
  explicit Batch(const ColumnPlan& plan) : plan_(plan), literals_(plan.literals) {}

  void read(std::span<const Column> columns, std::size_t first_row, std::size_t rows) {
    literals_.read(columns, first_row, rows);
  }

  /// The answers of one gate: plane p is bit p of the effect's number.
  std::array<Words, 3> walk(std::size_t gate) const {
    std::array<Words, 3> answer{Words::none(), Words::none(), Words::none()};
    Words undecided = Words::all(), blocked = Words::none();
    const auto give = [&](const Words& rows, Effect effect) {
      for (std::size_t bit = 0; bit < answer.size(); ++bit)
        if (static_cast<unsigned>(effect) >> bit & 1) answer[bit] |= rows;
    };
    for (const auto& step : plan_.gates[gate]) {
      const Words holds = undecided & hold(step);
      if (flows(step.effect)) {
        give(holds & blocked, Effect::human);
        give(holds & ~blocked, step.effect);
      } else {
        give(holds, step.effect);
        blocked |= may_hold(step);
      }
      undecided &= ~holds;
      if (!undecided.any()) break;
    }
    return answer;
  }

 private:
  Words hold(const ColumnPlan::Step& step) const {
    return one_holds(step, [&](std::uint32_t literal) { return literals_.settled(literal); });
  }
  Words may_hold(const ColumnPlan::Step& step) const {
    return one_holds(step, [&](std::uint32_t literal) { return literals_.possible(literal); });
  }

  template <class LiteralHolds>
  Words one_holds(const ColumnPlan::Step& step, LiteralHolds literal_holds) const {
    Words some = Words::none();
    for (std::uint32_t cube = step.cubes.first; cube < step.cubes.last; ++cube) {
      Words all = Words::all();
      for (std::uint32_t i = plan_.cubes[cube].first; i < plan_.cubes[cube].last; ++i) all &= literal_holds(plan_.cube_literals[i]);
      some |= all;
    }
    return some;
  }

  const ColumnPlan& plan_;
  LiteralBatch literals_;
};

/// What all three gates answer together, in planes as each of them.
std::array<Words, 3> combine(const std::array<std::array<Words, 3>, 3>& gates) {
  const auto gives = [](const std::array<Words, 3>& gate, Effect effect) {
    Words rows = Words::all();
    for (std::size_t bit = 0; bit < gate.size(); ++bit)
      rows &= static_cast<unsigned>(effect) >> bit & 1 ? gate[bit] : ~gate[bit];
    return rows;
  };
  Words left = Words::all();
  std::array<Words, 3> answer{Words::none(), Words::none(), Words::none()};
  const auto take = [&](const Words& rows, Effect effect) {
    for (std::size_t bit = 0; bit < answer.size(); ++bit)
      if (static_cast<unsigned>(effect) >> bit & 1) answer[bit] |= rows & left;
    left &= ~rows;
  };
  for (const Effect effect : {Effect::deny, Effect::human, Effect::defer, Effect::transform})
    take(gives(gates[0], effect) | gives(gates[1], effect) | gives(gates[2], effect), effect);
  take(gives(gates[0], Effect::oblige), Effect::oblige);
  take(left, Effect::permit);
  return answer;
}

void write(const std::array<Words, 3>& answer, Effect* effects, std::size_t rows) {
  std::array<std::uint8_t, words_bits> bytes;
  for (std::size_t i = 0; i < words_bits; i += 8) {
    std::uint64_t eight = 0;
    for (std::size_t bit = 0; bit < answer.size(); ++bit)
      eight |= spread_bits(static_cast<std::uint8_t>(answer[bit][i / 64] >> (i % 64))) << bit;
    store_bytes(eight, bytes.data() + i);
  }
  for (std::size_t row = 0; row < rows; ++row) effects[row] = static_cast<Effect>(bytes[row]);
}

/// Of many rules each row needs few, and other rows need others.
void decide_rows(const Engine& engine, std::span<const Column> columns, std::span<Effect> effects) {
  constexpr std::size_t batch = 64;
  std::array<std::array<Facts::State, max_attributes>, batch> states{};
  for (std::size_t first = 0; first < effects.size(); first += batch) {
    const std::size_t rows = std::min(batch, effects.size() - first);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].empty()) continue;
      for (std::size_t row = 0; row < rows; ++row) {
        const std::uint8_t value = columns[i][first + row];
        states[row][i] = value < max_values ? static_cast<Facts::State>(value + 1) : Facts::unknown;
      }
    }
    for (std::size_t row = 0; row < rows; ++row) effects[first + row] = decide(engine, Facts(states[row])).effect;
  }
}

}  // namespace

void decide_columns(const Engine& engine, std::span<const Column> columns, std::span<Effect> effects) {
  assert(columns.size() == engine.vocabulary().attributes.size());
  assert(std::all_of(columns.begin(), columns.end(),
                     [&](const Column& column) { return column.empty() || column.size() == effects.size(); }));
  if (engine.compiled().table().is_large()) return decide_rows(engine, columns, effects);
  Batch batch(engine.compiled().columns());
  for (std::size_t first = 0; first < effects.size(); first += words_bits) {
    const std::size_t rows = std::min(words_bits, effects.size() - first);
    batch.read(columns, first, rows);
    write(combine({batch.walk(0), batch.walk(1), batch.walk(2)}), effects.data() + first, rows);
  }
}

}  // namespace patio::rules
