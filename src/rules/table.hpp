#pragma once
/// \file
/// The bitmaps of the cubes of all gates, which stand in the order in which they decide.
///
/// A small table is matched in one pass over all attributes. In a large one the few most selective attributes go first, over a
/// stretch of cubes at a time, and each cube that they leave is looked at by itself; where they leave many, or are not known,
/// the other attributes follow in the same way.

#include <patio/rules/engine.hpp>

#include "words.hpp"

namespace patio::rules {

/// What rules ask to be done; see Clause.
struct Duties {
  std::uint64_t obligations = 0;
  std::uint64_t mandatory = 0;

  Duties& operator|=(const Duties& other) noexcept {
    obligations |= other.obligations;
    mandatory |= other.mandatory;
    return *this;
  }
};

/// A cube in its place.
struct Entry {
  const Cube* cube;
  std::uint32_t rule;
  Tier tier;
  Effect effect;
  Duties duties;
};

/// By gate, each in the order in which its cubes decide.
using Entries = std::array<std::vector<Entry>, deciding_gates.size()>;

/// Blocking rules and lifting rules of one tier: what decides together.
[[nodiscard]] constexpr unsigned kind_of(const Entry& entry) noexcept {
  return 2 * static_cast<unsigned>(entry.tier) + (flows(entry.effect) ? 1 : 0);
}

/// The facts of one question, ready for a table.
struct Question {
  explicit Question(const Facts& asked) noexcept : facts(asked) {}

  const Facts& facts;
  /// By attribute, the row of the table that holds the cubes which admit what is known of it.
  std::array<std::uint16_t, max_attributes> rows;
  /// The attributes that are not wholly known, a bit each.
  std::uint64_t open = 0;
};

/// The most pairs of words of a table that is matched in one pass.
inline constexpr std::size_t pass_pairs = 4;
/// The most words of a large table that are matched at once.
inline constexpr std::size_t stretch_words = 32;

/// Words of a large table in which some cube may hold, in their order: bit i of a word w is the cube 64 w + i.
struct Rails {
  std::size_t size = 0;
  std::array<std::uint32_t, stretch_words> words;
  /// The cubes that hold, and those that may.
  alignas(16) std::array<std::uint64_t, stretch_words> settled;
  alignas(16) std::array<std::uint64_t, stretch_words> possible;
};

class Table {
 public:
  Table(const Vocabulary& vocabulary, const Entries& entries);

  struct alignas(32) Place {
    std::uint32_t rule = 0;
    std::uint32_t group = 0;
    Duties duties;
  };

  /// The cubes of a small table, a bit each.
  using Bits = std::array<WordPair, pass_pairs>;

  /// Cubes of one gate, tier and effect, which stand together.
  struct Group {
    Effect effect = Effect::deny;
    std::uint32_t first = 0;
    /// Where the cubes that decide together with these end.
    std::uint32_t kind_end = 0;
    /// In a small table: what decides with the first settled cube if that one is in this group, and what could still change
    /// its answer.
    Bits deciding{};
    Bits before{};
  };

  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  /// What all pairs of words of a small table, or some of a large one, answer.
  template <std::size_t Pairs>
  struct Matched {
    std::array<WordPair, Pairs> settled;
    std::array<WordPair, Pairs> possible;
  };

  /// True if all its words are matched in one pass.
  [[nodiscard]] bool is_small() const noexcept { return row_pairs_ <= pass_pairs; }
  [[nodiscard]] std::size_t row_pairs() const noexcept { return row_pairs_; }
  /// The cubes of one gate. In a large table they begin a pair of words.
  [[nodiscard]] const Range& gate(std::size_t gate) const noexcept { return gates_[gate]; }
  [[nodiscard]] const Place& place(std::size_t cube) const noexcept { return places_[cube]; }
  [[nodiscard]] const Group& group(std::size_t cube) const noexcept { return groups_[places_[cube].group]; }

  /// Of a small table: the words of one gate. The word after the last has a single bit, for the place that stands for no cube
  /// and decides when none is settled.
  [[nodiscard]] const std::array<std::uint64_t, 2 * pass_pairs + 1>& own(std::size_t gate) const noexcept { return own_[gate]; }
  /// Of a small table: the cubes that lift nothing.
  [[nodiscard]] const Bits& blocking() const noexcept { return blocking_; }

  [[nodiscard]] Question ready(const Facts& facts) const noexcept;
  /// `row_pairs` as a constant where it is known: it is multiplied by for each attribute.
  template <std::size_t Pairs, class RowPairs>
  [[nodiscard]] Matched<Pairs> match_pairs(const Question& question, std::size_t first_pair, RowPairs row_pairs) const noexcept;
  /// At most a stretch of words of a large table; `first_word` begins a pair.
  void match(const Question& question, std::size_t first_word, std::size_t last_word, Rails& rails) const noexcept;

 private:
  /// The rows of an attribute: the cubes that do not name it, all cubes (what is unknown excludes none), then for each value the
  /// cubes that admit it.
  static constexpr std::size_t not_naming = 0, for_unknown = 1, first_value = 2;

  /// Of a cube of a large table: the attributes that it names, a bit each, and what it admits of the first that is not selective,
  /// so that most cubes are told at once whether they may hold.
  struct Probe {
    std::uint64_t names = 0;
    Values admits = ~Values{0};
  };

  void lay_out_rows(const Vocabulary& vocabulary, const Entries& entries);
  void place_gates(const Entries& entries);
  void add(const std::vector<Entry>& entries, std::size_t first);
  void set_bits(const Entries& entries);
  void admit_all();
  void exclude(const std::vector<Entry>& entries, std::size_t first);
  void probe(Probe& probe, const Literal& literal) const;
  void mark(std::size_t row, std::size_t cube, bool there);

  [[nodiscard]] const WordPair* row(std::size_t row) const noexcept { return rows_.data() + row * row_pairs_; }
  [[nodiscard]] bool match_few(const Question& question, std::size_t first_word, std::size_t last_word, Rails& rails) const noexcept;
  [[nodiscard]] bool passes_probe(const Question& question, std::size_t cube) const noexcept;
  [[nodiscard]] bool may_hold(const Question& question, std::size_t cube) const noexcept;

  std::array<Range, deciding_gates.size()> gates_;
  std::size_t attributes_ = 0;
  /// By attribute: the row for what is unknown, and how many values follow it. An attribute that no cube names has the row of all
  /// cubes and no values.
  std::array<std::uint16_t, max_attributes> unknown_rows_{};
  std::array<std::uint8_t, max_attributes> value_counts_{};
  /// The attributes that some cube names, a bit each.
  std::uint64_t names_ = 0;
  /// Those that leave the fewest cubes: what is left is then looked at cube by cube.
  std::vector<std::size_t> selective_;
  std::uint64_t selective_bits_ = 0;
  std::size_t row_count_ = 1;
  std::size_t row_pairs_ = 0;
  /// The row number 0 holds every cube.
  std::vector<WordPair> rows_;
  std::vector<Place> places_;
  std::vector<Group> groups_;
  std::array<std::array<std::uint64_t, 2 * pass_pairs + 1>, deciding_gates.size()> own_{};
  Bits blocking_{};
  /// By cube.
  std::vector<Probe> probes_;
};

template <std::size_t Pairs, class RowPairs>
inline Table::Matched<Pairs> Table::match_pairs(const Question& question, std::size_t first_pair, RowPairs row_pairs) const noexcept {
  const WordPair* const rows = rows_.data() + first_pair;
  std::array<WordPair, Pairs> possible, settled;
  for (std::size_t p = 0; p < Pairs; ++p) possible[p] = rows[p];
  // Four at a time: beyond the last attribute stands the row of all cubes.
  for (std::size_t i = 0; i < attributes_; i += 4)
    for (std::size_t four = 0; four < 4; ++four) {
      const WordPair* const row = rows + question.rows[i + four] * row_pairs;
      for (std::size_t p = 0; p < Pairs; ++p) possible[p] = possible[p] & row[p];
    }
  settled = possible;
  for (std::uint64_t open = question.open & names_; open != 0; open &= open - 1) {
    const auto attribute = static_cast<std::size_t>(std::countr_zero(open));
    const WordPair* const first = rows + (unknown_rows_[attribute] - for_unknown) * row_pairs;
    if (question.facts.state(attribute) != Facts::partly) {
      for (std::size_t p = 0; p < Pairs; ++p) settled[p] = settled[p] & first[not_naming * row_pairs + p];
      continue;
    }
    // Settled if every value that may be true is admitted, possible if one is.
    std::array<WordPair, Pairs> some;
    some.fill(WordPair{0, 0});
    for (Values may = question.facts.may(attribute, first_values(value_counts_[attribute])); may != 0; may &= may - 1) {
      const WordPair* const row = first + (first_value + static_cast<std::size_t>(std::countr_zero(may))) * row_pairs;
      for (std::size_t p = 0; p < Pairs; ++p) settled[p] = settled[p] & row[p];
      for (std::size_t p = 0; p < Pairs; ++p) some[p] = some[p] | row[p];
    }
    for (std::size_t p = 0; p < Pairs; ++p) possible[p] = possible[p] & some[p];
  }
  for (std::size_t p = 0; p < Pairs; ++p) settled[p] = settled[p] & possible[p];
  return {settled, possible};
}

}  // namespace patio::rules
