#include <patio/rules/columns.hpp>

#include <algorithm>
#include <cassert>

#include "compiled.hpp"
#include "pack_bits.hpp"

namespace patio::rules {
namespace {

/// Where the rows of a batch hold one value each, a bit per row.
using Planes = std::array<Words, 8>;

constexpr std::size_t unknown_plane = 7;
constexpr std::uint8_t unknown_byte = 0x80;

/// The bits of the bytes of a column: plane p is their bit p. Rows without a value have the unknown plane alone.
void read_planes(const std::uint8_t* bytes, std::size_t values, Planes& planes) {
  std::array<std::uint8_t, words_bits> clean;
  const auto limit = static_cast<std::uint8_t>(values);
  for (std::size_t row = 0; row < words_bits; ++row) {
    const std::uint8_t byte = bytes[row];
    clean[row] = byte < limit ? byte : unknown_byte;
  }
  const auto read = [&](std::size_t plane) {
    for (std::size_t w = 0; w < words_size; ++w) {
      std::uint64_t word = 0;
      for (std::size_t i = 0; i < 8; ++i) word |= pack_bit(clean.data() + 64 * w + 8 * i, plane) << (8 * i);
      planes[plane].set(w, word);
    }
  };
  for (std::size_t plane = 0; plane < static_cast<std::size_t>(std::bit_width(values - 1)); ++plane) read(plane);
  read(unknown_plane);
}

/// For each value the rows that have it: halves the rows bit by bit, from the highest plane down.
void spread(const Planes& planes, std::size_t values, std::array<Words, max_values>& rows_with) {
  rows_with[0] = ~planes[unknown_plane];
  std::size_t known = 1;
  for (auto plane = static_cast<std::size_t>(std::bit_width(values - 1)); plane-- > 0;) {
    for (std::size_t i = known; i-- > 0;) {
      const Words rows = rows_with[i];
      rows_with[2 * i + 1] = rows & planes[plane];
      rows_with[2 * i] = rows & ~planes[plane];
    }
    known *= 2;
  }
}

/// One batch of rows against one plan.
class Batch {
 public:
  explicit Batch(const ColumnPlan& plan) : plan_(plan), settled_(plan.literals.size(), Words::none()), unknown_(plan.attributes.size(), Words::none()) {}

  void read(std::span<const Column> columns, std::size_t first_row, std::size_t rows) {
    for (std::size_t i = 0; i < plan_.attributes.size(); ++i) {
      const auto& attribute = plan_.attributes[i];
      const Column& column = columns[attribute.attribute];
      if (column.empty()) {
        unknown_[i] = Words::all();
        std::fill(settled_.begin() + attribute.first_literal, settled_.begin() + attribute.last_literal, Words::none());
        continue;
      }
      std::array<std::uint8_t, words_bits> last;
      const std::uint8_t* bytes = column.data() + first_row;
      if (rows < words_bits) {
        last.fill(unknown_value);
        std::copy_n(bytes, rows, last.begin());
        bytes = last.data();
      }
      read_attribute(attribute, bytes, unknown_[i]);
    }
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
      Words holds = undecided;
      for (std::uint32_t i = step.first_literal; i < step.last_literal; ++i) holds &= settled_[plan_.cube_literals[i]];
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
  void read_attribute(const ColumnPlan::Attribute& attribute, const std::uint8_t* bytes, Words& unknown) {
    Planes planes;
    std::array<Words, max_values> rows_with;
    read_planes(bytes, attribute.values, planes);
    spread(planes, attribute.values, rows_with);
    unknown = planes[unknown_plane];
    for (std::uint32_t i = attribute.first_literal; i < attribute.last_literal; ++i) {
      Words rows = Words::none();
      // Of a set and what it leaves out, the smaller one is added up.
      const Values all = first_values(attribute.values), admits = plan_.literals[i];
      const bool few = 2 * std::popcount(admits) <= std::popcount(all);
      for (Values left = few ? admits : all & ~admits; left != 0; left &= left - 1)
        rows |= rows_with[static_cast<std::size_t>(std::countr_zero(left))];
      settled_[i] = few ? rows : ~(rows | unknown);
    }
  }

  Words may_hold(const ColumnPlan::Step& step) const {
    Words may = Words::all();
    for (std::uint32_t i = step.first_literal; i < step.last_literal; ++i) {
      const std::uint32_t literal = plan_.cube_literals[i];
      may &= settled_[literal] | unknown_[plan_.attribute_of[literal]];
    }
    return may;
  }

  const ColumnPlan& plan_;
  std::vector<Words> settled_;
  std::vector<Words> unknown_;
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

}  // namespace

void decide_columns(const Engine& engine, std::span<const Column> columns, std::span<Effect> effects) {
  assert(columns.size() == engine.vocabulary().attributes.size());
  assert(std::all_of(columns.begin(), columns.end(),
                     [&](const Column& column) { return column.empty() || column.size() == effects.size(); }));
  Batch batch(engine.compiled().columns());
  for (std::size_t first = 0; first < effects.size(); first += words_bits) {
    const std::size_t rows = std::min(words_bits, effects.size() - first);
    batch.read(columns, first, rows);
    write(combine({batch.walk(0), batch.walk(1), batch.walk(2)}), effects.data() + first, rows);
  }
}

}  // namespace patio::rules
