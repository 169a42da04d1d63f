#include "table.hpp"

#include <algorithm>

namespace patio::rules {
namespace {

void set_bit(Block& block, std::size_t cube) { block.words[cube % block_cubes / 64] |= std::uint64_t{1} << (cube % 64); }

void keep(Block& block, const Block& row) {
  for (std::size_t w = 0; w < block_words; ++w) block.words[w] &= row.words[w];
}

void keep_unless(Block& block, const Block& row, std::uint64_t excused) {
  for (std::size_t w = 0; w < block_words; ++w) block.words[w] &= row.words[w] | excused;
}

void add(Block& block, const Block& row) {
  for (std::size_t w = 0; w < block_words; ++w) block.words[w] |= row.words[w];
}

}  // namespace

Table::Table(const Vocabulary& vocabulary, const std::vector<Entry>& entries, const std::vector<std::size_t>& left_out) {
  const std::size_t blocks = (entries.size() + block_cubes - 1) / block_cubes;
  std::vector<bool> named(vocabulary.attributes.size());
  for (const auto& entry : entries)
    for (const auto& literal : entry.cube->literals) named[literal.attribute] = true;
  for (const auto attribute : left_out) named[attribute] = false;
  std::vector<const Named*> named_as(named.size(), nullptr);
  for (std::size_t attribute = 0; attribute < named.size(); ++attribute) {
    if (!named[attribute]) continue;
    const auto values = static_cast<std::uint32_t>(vocabulary.attributes[attribute].values.size());
    named_.push_back({static_cast<std::uint32_t>(attribute), static_cast<std::uint32_t>(row_count_), values});
    row_count_ += values + 1;
  }
  for (const auto& each : named_) named_as[each.attribute] = &each;

  rows_.resize(blocks * row_count_);
  blocking_.resize(blocks);
  present_.resize(blocks);
  for (std::size_t cube = 0; cube < entries.size(); ++cube) {
    const std::size_t block = cube / block_cubes;
    Block* const row = rows_.data() + block * row_count_;
    std::vector<Values> admits(named.size(), ~Values{0});
    for (const auto& literal : entries[cube].cube->literals) admits[literal.attribute] = literal.admits;
    for (const auto& each : named_) {
      if (admits[each.attribute] == ~Values{0}) set_bit(row[each.first_row], cube);
      for (std::uint32_t value = 0; value < each.values; ++value)
        if (admits[each.attribute] >> value & 1) set_bit(row[each.first_row + 1 + value], cube);
    }
    if (!flows(entries[cube].effect)) set_bit(blocking_[block], cube);
    set_bit(present_[block], cube);
  }

  places_.resize(entries.size());
  for (std::size_t cube = entries.size(); cube-- > 0;) {
    const bool last = cube + 1 == entries.size() || kind_of(entries[cube]) != kind_of(entries[cube + 1]);
    const auto end = last ? static_cast<std::uint32_t>(cube + 1) : places_[cube + 1].kind_end;
    places_[cube] = {entries[cube].rule, static_cast<std::uint32_t>(cube), end, entries[cube].effect};
  }
  for (std::size_t cube = 1; cube < entries.size(); ++cube)
    if (entries[cube].tier == entries[cube - 1].tier && entries[cube].effect == entries[cube - 1].effect)
      places_[cube].group = places_[cube - 1].group;
}

Rails Table::match(const Facts& facts, std::size_t block) const noexcept {
  const Block* const rows = this->rows(block);
  Block settled = present_[block];
  Block possible = settled;
  for (const auto& each : named_) {
    const Facts::State state = facts.state(each.attribute);
    const Block* const row = rows + each.first_row;
    if (state == Facts::partly) {
      // Settled if every value that may be true is admitted, possible if one is.
      Block every = row[0], some = row[0];
      for (auto& word : every.words) word = ~std::uint64_t{0};
      for (Values may = facts.may(each.attribute, first_values(each.values)); may != 0; may &= may - 1) {
        const Block& admitting = row[1 + std::countr_zero(may)];
        keep(every, admitting);
        add(some, admitting);
      }
      keep(settled, every);
      keep(possible, some);
      continue;
    }
    const std::size_t known = state <= each.values ? state : 0;
    keep(settled, row[known]);
    keep_unless(possible, row[known], known == 0 ? ~std::uint64_t{0} : 0);
  }
  return {settled, possible};
}

}  // namespace patio::rules
