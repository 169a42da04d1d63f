#include "table.hpp"

#include <algorithm>

namespace patio::rules {
namespace {

std::size_t words_for(std::size_t cubes) { return cubes <= 64 ? 1 : cubes <= 128 ? 2 : block_words; }

}  // namespace

Table::Table(const Vocabulary& vocabulary, const std::vector<Entry>& entries, const std::vector<std::size_t>& left_out)
    : width_(words_for(entries.size())) {
  std::uint64_t left = 0, named = 0;
  for (const auto attribute : left_out) left |= std::uint64_t{1} << attribute;
  for (const auto& entry : entries) {
    std::uint64_t names = 0;
    for (const auto& literal : entry.cube->literals) names |= std::uint64_t{1} << literal.attribute;
    places_.push_back({names & ~left, entry.cube, entry.rule, 0, 0, entry.effect});
    named |= names & ~left;
  }
  for (; named != 0; named &= named - 1) {
    const auto attribute = static_cast<std::uint8_t>(std::countr_zero(named));
    const auto values = static_cast<std::uint8_t>(vocabulary.attributes[attribute].values.size());
    named_.push_back({static_cast<std::uint32_t>(row_count_), attribute, values});
    row_count_ += values + 1u;
  }

  rows_.resize((entries.size() + block_cubes - 1) / block_cubes * row_count_ * width_);
  for (std::size_t cube = 0; cube < entries.size(); ++cube) {
    const auto mark = [&, block = cube / block_cubes, word = cube % block_cubes / 64](std::size_t number) {
      row(block, number)[word] |= std::uint64_t{1} << (cube % 64);
    };
    mark(0);
    std::array<Values, max_attributes> admits;
    admits.fill(~Values{0});
    for (const auto& literal : entries[cube].cube->literals) admits[literal.attribute] = literal.admits;
    for (const auto& each : named_) {
      mark(each.first_row);
      for (std::size_t value = 0; value < each.values; ++value)
        if (admits[each.attribute] >> value & 1) mark(each.first_row + 1 + value);
    }
  }

  for (std::size_t cube = entries.size(); cube-- > 0;) {
    const bool last = cube + 1 == entries.size() || kind_of(entries[cube]) != kind_of(entries[cube + 1]);
    places_[cube].kind_end = last ? static_cast<std::uint32_t>(cube + 1) : places_[cube + 1].kind_end;
  }
  for (std::size_t cube = 0; cube < entries.size(); ++cube) {
    const bool joins = cube > 0 && entries[cube].tier == entries[cube - 1].tier && entries[cube].effect == entries[cube - 1].effect;
    places_[cube].group = joins ? places_[cube - 1].group : static_cast<std::uint32_t>(cube);
  }
}

template <std::size_t Width>
Block Table::possible_words(const Facts& facts, std::size_t block) const noexcept {
  const std::uint64_t* const rows = rows_.data() + block * row_count_ * Width;
  std::array<std::uint64_t, Width> left;
  for (std::size_t w = 0; w < Width; ++w) left[w] = rows[w];
  for (const auto& each : named_) {
    const Facts::State state = facts.state(each.attribute);
    const std::uint64_t* const first = rows + each.first_row * Width;
    if (state == Facts::partly) [[unlikely]] {
      std::array<std::uint64_t, Width> some{};
      for (Values may = facts.may(each.attribute, first_values(each.values)); may != 0; may &= may - 1)
        for (std::size_t w = 0; w < Width; ++w) some[w] |= first[(1u + static_cast<unsigned>(std::countr_zero(may))) * Width + w];
      for (std::size_t w = 0; w < Width; ++w) left[w] &= some[w];
      continue;
    }
    const std::uint64_t* const row = first + (state <= each.values ? state : 0u) * Width;
    for (std::size_t w = 0; w < Width; ++w) left[w] &= row[w];
  }
  Block words{};
  std::copy(left.begin(), left.end(), words.begin());
  return words;
}

Block Table::possible(const Facts& facts, std::size_t block) const noexcept {
  switch (width_) {
    case 1: return possible_words<1>(facts, block);
    case 2: return possible_words<2>(facts, block);
    default: return possible_words<block_words>(facts, block);
  }
}

}  // namespace patio::rules
