#include "table.hpp"

#include <algorithm>
#include <cstring>

#include "pack_bits.hpp"

namespace patio::rules {
namespace {

/// What leaves more than this share of the cubes, on average over the values, is not selective.
constexpr double most_left = 0.5;
constexpr std::size_t most_selective = 4;
/// Above this number, matching the other attributes is quicker than looking at the cubes of a stretch one by one.
constexpr std::size_t few_cubes = 48;

/// By attribute, the part of the cubes that remains once it is known, on average over its values.
std::vector<double> shares_left(const Vocabulary& vocabulary, const Entries& entries) {
  std::vector<double> excluded(vocabulary.attributes.size(), 0);
  std::size_t cubes = 0;
  for (const auto& gate : entries) {
    cubes += gate.size();
    for (const auto& entry : gate)
      for (const auto& [attribute, admits] : entry.cube->literals) {
        const auto all = vocabulary.attributes[attribute].all();
        excluded[attribute] += static_cast<double>(std::popcount(all & ~admits)) / static_cast<double>(std::popcount(all));
      }
  }
  std::vector<double> left;
  for (const double each : excluded) left.push_back(cubes == 0 ? 1 : 1 - each / static_cast<double>(cubes));
  return left;
}

}  // namespace

Table::Table(const Vocabulary& vocabulary, const Entries& entries) {
  lay_out_rows(vocabulary, entries);
  place_gates(entries);
  rows_.assign(row_count_ * row_pairs_, WordPair{0, 0});
  places_.resize(128 * row_pairs_ + entries.size());
  if (!is_small()) probes_.resize(places_.size());
  for (std::size_t gate = 0; gate < entries.size(); ++gate) add(entries[gate], gates_[gate].first);
  if (is_small()) set_bits(entries);
  admit_all();
  for (std::size_t gate = 0; gate < entries.size(); ++gate) exclude(entries[gate], gates_[gate].first);
}

void Table::lay_out_rows(const Vocabulary& vocabulary, const Entries& entries) {
  for (const auto& gate : entries)
    for (const auto& entry : gate)
      for (const auto& literal : entry.cube->literals) names_ |= std::uint64_t{1} << literal.attribute;
  attributes_ = vocabulary.attributes.size();
  for (std::uint64_t left = names_; left != 0; left &= left - 1) {
    const auto attribute = static_cast<std::size_t>(std::countr_zero(left));
    value_counts_[attribute] = static_cast<std::uint8_t>(vocabulary.attributes[attribute].values.size());
    unknown_rows_[attribute] = static_cast<std::uint16_t>(row_count_ + for_unknown);
    row_count_ += first_value + value_counts_[attribute];
  }
  const auto left = shares_left(vocabulary, entries);
  for (std::size_t attribute = 0; attribute < attributes_; ++attribute)
    if (left[attribute] <= most_left) selective_.push_back(attribute);
  std::stable_sort(selective_.begin(), selective_.end(), [&](auto a, auto b) { return left[a] < left[b]; });
  if (selective_.size() > most_selective) selective_.resize(most_selective);
  for (const auto attribute : selective_) selective_bits_ |= std::uint64_t{1} << attribute;
}

void Table::place_gates(const Entries& entries) {
  const auto place = [&](std::size_t unit) {
    std::size_t cubes = 0;
    for (std::size_t gate = 0; gate < entries.size(); ++gate) {
      const std::size_t first = (cubes + unit - 1) / unit * unit;
      cubes = first + entries[gate].size();
      gates_[gate] = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(cubes)};
    }
    row_pairs_ = (cubes + 127) / 128;
  };
  place(1);
  // Without any cube there is still a pair to read.
  row_pairs_ = std::max<std::size_t>(row_pairs_, 1);
  if (is_small()) return;
  place(128);
  // So that a pass never reads beyond a row.
  row_pairs_ += pass_pairs - 1;
}

void Table::mark(std::size_t row, std::size_t cube, bool there) {
  WordPair& pair = rows_[row * row_pairs_ + cube / 128];
  const std::uint64_t bit = std::uint64_t{1} << (cube % 64);
  const std::size_t word = cube / 64 % 2;
  pair[word] = there ? pair[word] | bit : pair[word] & ~bit;
}

void Table::add(const std::vector<Entry>& entries, std::size_t first) {
  const std::size_t first_group = groups_.size();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const auto cube = static_cast<std::uint32_t>(first + i);
    mark(0, cube, true);
    if (i == 0 || entry.tier != entries[i - 1].tier || entry.effect != entries[i - 1].effect)
      groups_.push_back({entry.effect, cube, 0, {}, {}});
    places_[cube] = {entry.rule, static_cast<std::uint32_t>(groups_.size() - 1), entry.duties};
  }
  auto end = static_cast<std::uint32_t>(first + entries.size());
  for (std::size_t group = groups_.size(); group-- > first_group;) {
    groups_[group].kind_end = end;
    const std::size_t at = groups_[group].first - first;
    if (at > 0 && kind_of(entries[at - 1]) != kind_of(entries[at])) end = groups_[group].first;
  }
}

/// What a small table needs to answer without a walk over its cubes.
void Table::set_bits(const Entries& entries) {
  const auto set = [](Bits& bits, std::size_t first, std::size_t last) {
    for (std::size_t cube = first; cube < last; ++cube) bits[cube / 128][cube / 64 % 2] |= std::uint64_t{1} << (cube % 64);
  };
  for (std::size_t gate = 0; gate < entries.size(); ++gate) {
    const Range range = gates_[gate];
    for (std::size_t cube = range.first; cube < range.last; ++cube) {
      own_[gate][cube / 64] |= std::uint64_t{1} << (cube % 64);
      if (!flows(entries[gate][cube - range.first].effect)) set(blocking_, cube, cube + 1);
    }
    for (auto& group : groups_) {
      if (group.first < range.first || group.first >= range.last) continue;
      set(group.deciding, group.first, group.kind_end);
      set(group.before, range.first, group.first);
    }
    own_[gate][2 * row_pairs_] = std::uint64_t{1} << gate;
    places_[128 * row_pairs_ + gate].group = static_cast<std::uint32_t>(groups_.size() + gate);
  }
  for (const Range& range : gates_) {
    groups_.push_back({Effect::deny, range.last, range.last, {}, {}});
    set(groups_.back().before, range.first, range.last);
  }
}

/// Most cubes name few attributes: every row begins as the first one.
void Table::admit_all() {
  for (std::size_t row = 1; row < row_count_; ++row)
    std::copy_n(rows_.begin(), row_pairs_, rows_.begin() + static_cast<std::ptrdiff_t>(row * row_pairs_));
}

void Table::exclude(const std::vector<Entry>& entries, std::size_t first) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::size_t cube = first + i;
    for (const auto& literal : entries[i].cube->literals) {
      const std::size_t unknown = unknown_rows_[literal.attribute];
      if (!is_small()) probe(probes_[cube], literal);
      mark(unknown - for_unknown + not_naming, cube, false);
      for (Values left = ~literal.admits & first_values(value_counts_[literal.attribute]); left != 0; left &= left - 1)
        mark(unknown - for_unknown + first_value + static_cast<std::size_t>(std::countr_zero(left)), cube, false);
    }
  }
}

void Table::probe(Probe& probe, const Literal& literal) const {
  if ((probe.names & ~selective_bits_) == 0 && (selective_bits_ >> literal.attribute & 1) == 0) probe.admits = literal.admits;
  probe.names |= std::uint64_t{1} << literal.attribute;
}

Question Table::ready(const Facts& facts) const noexcept {
  Question question(facts);
  // Bytes first, then many of them at a time into bits: a loop over single bits costs as much as a whole match.
  std::array<std::uint8_t, max_attributes> open;
  for (std::size_t i = 0; i < max_attributes; ++i) {
    const Facts::State state = facts.states()[i];
    const bool known = static_cast<Facts::State>(state - 1) < value_counts_[i];
    question.rows[i] = static_cast<std::uint16_t>(unknown_rows_[i] + (known ? state : Facts::unknown));
    open[i] = known ? 0 : 1;
  }
  question.open = pack_bits(open.data(), 0);
  return question;
}

void Table::match(const Question& question, std::size_t first_word, std::size_t last_word, Rails& rails) const noexcept {
  rails.size = 0;
  if (!selective_.empty() && !question.facts.some_partly() && match_few(question, first_word, last_word, rails)) return;
  rails.size = 0;
  for (std::size_t word = first_word; word < last_word; word += 2 * pass_pairs) {
    const auto matched = match_pairs<pass_pairs>(question, word / 2, row_pairs_);
    // Beyond the last word may stand the cubes of another gate.
    for (std::size_t w = 0; w < std::min(2 * pass_pairs, last_word - word); ++w) {
      rails.words[rails.size] = static_cast<std::uint32_t>(word + w);
      rails.settled[rails.size] = matched.settled[w / 2][w % 2];
      rails.possible[rails.size] = matched.possible[w / 2][w % 2];
      rails.size += rails.possible[rails.size] != 0 ? 1 : 0;
    }
  }
}

/// False if the selective attributes leave too many cubes.
bool Table::match_few(const Question& question, std::size_t first_word, std::size_t last_word, Rails& rails) const noexcept {
  std::array<const WordPair*, most_selective> rows;
  for (std::size_t i = 0; i < most_selective; ++i) {
    rows[i] = row(question.rows[selective_[std::min(i, selective_.size() - 1)]]) + first_word / 2;
  }
  // The words with some cube left are listed without a branch: a processor cannot guess which they are.
  std::array<std::uint64_t, stretch_words> left;
  std::array<std::uint8_t, stretch_words + 1> listed;
  std::size_t count = 0;
  for (std::size_t word = 0; word < last_word - first_word; word += 2) {
    const WordPair pair = rows[0][word / 2] & rows[1][word / 2] & rows[2][word / 2] & rows[3][word / 2];
    std::memcpy(left.data() + word, &pair, sizeof pair);
    listed[count] = static_cast<std::uint8_t>(word);
    count += pair[0] != 0 ? 1 : 0;
    listed[count] = static_cast<std::uint8_t>(word + 1);
    count += pair[1] != 0 ? 1 : 0;
  }
  // Again without a branch: those that the first of their other attributes does not exclude.
  std::array<std::uint32_t, few_cubes + 1> cubes;
  std::size_t tried = 0, kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t first = 64 * (first_word + listed[i]);
    for (std::uint64_t each = left[listed[i]]; each != 0; each &= each - 1) {
      if (++tried > few_cubes) return false;
      const std::size_t cube = first + static_cast<std::size_t>(std::countr_zero(each));
      cubes[kept] = static_cast<std::uint32_t>(cube);
      kept += passes_probe(question, cube) ? 1 : 0;
    }
  }
  for (std::size_t i = 0; i < kept; ++i) {
    const std::size_t cube = cubes[i];
    if (!may_hold(question, cube)) continue;
    const std::uint64_t bit = std::uint64_t{1} << (cube % 64);
    if (rails.size == 0 || rails.words[rails.size - 1] != cube / 64) {
      rails.words[rails.size] = static_cast<std::uint32_t>(cube / 64);
      rails.settled[rails.size] = rails.possible[rails.size] = 0;
      ++rails.size;
    }
    rails.possible[rails.size - 1] |= bit;
    if ((probes_[cube].names & question.open) == 0) rails.settled[rails.size - 1] |= bit;
  }
  return true;
}

bool Table::passes_probe(const Question& question, std::size_t cube) const noexcept {
  const Probe& probe = probes_[cube];
  const std::size_t attribute = static_cast<std::size_t>(std::countr_zero(probe.names & ~selective_bits_)) % max_attributes;
  const auto state = static_cast<unsigned>(question.rows[attribute] - unknown_rows_[attribute]);
  return ((probe.admits >> ((state - 1) % max_values) & 1) | (state == Facts::unknown ? 1 : 0)) != 0;
}

/// Of a cube that the selective attributes leave and that passes its probe.
bool Table::may_hold(const Question& question, std::size_t cube) const noexcept {
  const std::uint64_t others = probes_[cube].names & ~selective_bits_;
  for (std::uint64_t left = others & (others - 1) & ~question.open; left != 0; left &= left - 1) {
    const auto attribute = static_cast<std::size_t>(std::countr_zero(left));
    std::uint64_t word;
    std::memcpy(&word, reinterpret_cast<const char*>(row(question.rows[attribute])) + cube / 64 * sizeof word, sizeof word);
    if ((word >> (cube % 64) & 1) == 0) return false;
  }
  return true;
}

}  // namespace patio::rules
