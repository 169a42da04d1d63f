#include "table.hpp"

#include <algorithm>
#include <cstring>

namespace patio::rules {

Table::Table(const Vocabulary& vocabulary, const Entries& entries, const std::vector<std::size_t>& left_out) {
  lay_out(vocabulary, entries, left_out);
  for (std::size_t gate = 0; gate < entries.size(); ++gate) add(entries[gate], gates_[gate]);
  admit_all();
  for (std::size_t gate = 0; gate < entries.size(); ++gate) exclude(entries[gate], gates_[gate]);
}

void Table::lay_out(const Vocabulary& vocabulary, const Entries& entries, const std::vector<std::size_t>& left_out) {
  for (const auto& gate : entries)
    for (const auto& entry : gate)
      for (const auto& literal : entry.cube->literals) names_ |= std::uint64_t{1} << literal.attribute;
  for (const auto attribute : left_out) names_ &= ~(std::uint64_t{1} << attribute);
  for (std::uint64_t left = names_; left != 0; left &= left - 1) {
    const auto attribute = static_cast<std::uint8_t>(std::countr_zero(left));
    const auto values = static_cast<std::uint8_t>(vocabulary.attributes[attribute].values.size());
    place_in_named_[attribute] = static_cast<std::uint8_t>(named_.size());
    named_.push_back({static_cast<std::uint32_t>(row_count_), attribute, values});
    row_count_ += first_value + values;
  }
  std::uint32_t words = 0;
  for (std::size_t gate = 0; gate < entries.size(); ++gate) {
    gates_[gate] = {words, words + static_cast<std::uint32_t>((entries[gate].size() + 63) / 64)};
    words = gates_[gate].last_word;
  }
  const std::size_t strips = (words + strip_words - 1) / strip_words;
  strip_width_ = std::min<std::size_t>((words + 1) / 2, strip_words / 2);
  rows_.assign(strips * row_count_ * strip_width_, WordPair{0, 0});
  places_.resize(std::size_t{64} * words);
}

void Table::mark(std::size_t row, std::size_t cube, bool there) {
  const std::size_t word = cube / 64, strip = word / strip_words, in_strip = word % strip_words;
  WordPair& pair = rows_[(strip * row_count_ + row) * strip_width_ + in_strip / 2];
  const std::uint64_t bit = std::uint64_t{1} << (cube % 64);
  pair[in_strip % 2] = there ? pair[in_strip % 2] | bit : pair[in_strip % 2] & ~bit;
}

void Table::add(const std::vector<Entry>& entries, Range range) {
  const std::size_t start = std::size_t{64} * range.first_word;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const std::size_t cube = start + i;
    mark(0, cube, true);
    const bool joins = i > 0 && entry.tier == entries[i - 1].tier && entry.effect == entries[i - 1].effect;
    const auto group = joins ? places_[cube - 1].group : static_cast<std::uint32_t>(cube);
    places_[cube] = {entry.rule, group, 0, entry.effect, entry.duties};
  }
  for (std::size_t i = entries.size(); i-- > 0;) {
    const bool last = i + 1 == entries.size() || kind_of(entries[i]) != kind_of(entries[i + 1]);
    places_[start + i].kind_end = last ? static_cast<std::uint32_t>(start + i + 1) : places_[start + i + 1].kind_end;
  }
}

/// Most cubes name few attributes: every row begins as the first one.
void Table::admit_all() {
  for (auto strip = rows_.begin(); strip != rows_.end(); strip += static_cast<std::ptrdiff_t>(row_count_ * strip_width_))
    for (std::size_t row = 1; row < row_count_; ++row)
      std::copy_n(strip, strip_width_, strip + static_cast<std::ptrdiff_t>(row * strip_width_));
}

void Table::exclude(const std::vector<Entry>& entries, Range range) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::size_t cube = std::size_t{64} * range.first_word + i;
    for (const auto& literal : entries[i].cube->literals) {
      if ((names_ >> literal.attribute & 1) == 0) continue;
      const Named& named = named_[place_in_named_[literal.attribute]];
      mark(named.first_row + not_naming, cube, false);
      for (Values left = ~literal.admits & first_values(named.values); left != 0; left &= left - 1)
        mark(named.first_row + first_value + static_cast<std::size_t>(std::countr_zero(left)), cube, false);
    }
  }
}

template <std::size_t Pairs>
Rails Table::match_pairs(const Question& question, std::size_t strip) const noexcept {
  const WordPair* const rows = rows_.data() + strip * row_count_ * Pairs;
  std::array<WordPair, Pairs> possible, settled;
  for (std::size_t p = 0; p < Pairs; ++p) possible[p] = rows[p];
  for (const auto& each : named_) {
    const WordPair* const row = rows + (each.first_row + for_unknown + question.known[each.attribute]) * Pairs;
    for (std::size_t p = 0; p < Pairs; ++p) possible[p] = possible[p] & row[p];
  }
  settled = possible;
  for (std::uint64_t open = question.open & names_; open != 0; open &= open - 1) {
    const auto attribute = static_cast<std::size_t>(std::countr_zero(open));
    const Named& each = named_[place_in_named_[attribute]];
    const WordPair* const first = rows + each.first_row * Pairs;
    if (question.facts.state(attribute) != Facts::partly) {
      for (std::size_t p = 0; p < Pairs; ++p) settled[p] = settled[p] & first[not_naming * Pairs + p];
      continue;
    }
    // Settled if every value that may be true is admitted, possible if one is.
    std::array<WordPair, Pairs> some;
    some.fill(WordPair{0, 0});
    for (Values may = question.facts.may(attribute, first_values(each.values)); may != 0; may &= may - 1) {
      const WordPair* const row = first + (first_value + static_cast<std::size_t>(std::countr_zero(may))) * Pairs;
      for (std::size_t p = 0; p < Pairs; ++p) settled[p] = settled[p] & row[p];
      for (std::size_t p = 0; p < Pairs; ++p) some[p] = some[p] | row[p];
    }
    for (std::size_t p = 0; p < Pairs; ++p) possible[p] = possible[p] & some[p];
  }
  for (std::size_t p = 0; p < Pairs; ++p) settled[p] = settled[p] & possible[p];
  Rails rails;
  std::memcpy(rails.settled.data(), settled.data(), sizeof settled);
  std::memcpy(rails.possible.data(), possible.data(), sizeof possible);
  return rails;
}

Rails Table::match(const Question& question, std::size_t strip) const noexcept {
  switch (strip_width_) {
    case 0:
    case 1: return match_pairs<1>(question, strip);
    case 2: return match_pairs<2>(question, strip);
    case 3: return match_pairs<3>(question, strip);
    default: return match_pairs<4>(question, strip);
  }
}

}  // namespace patio::rules
