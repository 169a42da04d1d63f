#pragma once
/// \file
/// The bitmaps of the cubes of all gates. The cubes of each gate stand in the order in which they decide, and begin a word.

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

/// The facts of one question, ready for the tables.
struct Question {
  const Facts& facts;
  /// By attribute: 0 if it is not wholly known, or its value's place plus one.
  std::array<Facts::State, max_attributes> known;
  /// The attributes that are not wholly known, a bit each.
  std::uint64_t open;
};

/// What one pass over the attributes handles: the words of a strip.
inline constexpr std::size_t strip_words = 8;

/// The cubes of one strip that hold, and those that may: bit i of word w is the cube 64 w + i of the strip.
struct Rails {
  alignas(16) std::array<std::uint64_t, strip_words> settled;
  alignas(16) std::array<std::uint64_t, strip_words> possible;
};

class Table {
 public:
  /// The attributes in `left_out` are known to be admitted by all cubes.
  Table(const Vocabulary& vocabulary, const Entries& entries, const std::vector<std::size_t>& left_out);

  struct Place {
    std::uint32_t rule = 0;
    /// Where the rules of the same tier and effect begin.
    std::uint32_t group = 0;
    /// Where the rules that decide together with this one end.
    std::uint32_t kind_end = 0;
    Effect effect{};
    Duties duties;
  };
  /// The words of one gate.
  struct Range {
    std::uint32_t first_word = 0;
    std::uint32_t last_word = 0;
  };

  [[nodiscard]] const Range& gate(std::size_t gate) const noexcept { return gates_[gate]; }
  [[nodiscard]] const Place& place(std::size_t cube) const noexcept { return places_[cube]; }
  [[nodiscard]] Rails match(const Question& question, std::size_t strip) const noexcept;

 private:
  /// An attribute that some cube names, and where its rows begin: the cubes that do not name it, all cubes (what is unknown
  /// excludes none), then for each value the cubes that admit it.
  struct Named {
    std::uint32_t first_row;
    std::uint8_t attribute;
    std::uint8_t values;
  };
  static constexpr std::size_t not_naming = 0, for_unknown = 1, first_value = 2;

  void lay_out(const Vocabulary& vocabulary, const Entries& entries, const std::vector<std::size_t>& left_out);
  void add(const std::vector<Entry>& entries, Range range);
  void admit_all();
  void exclude(const std::vector<Entry>& entries, Range range);
  void mark(std::size_t row, std::size_t cube, bool there);

  template <std::size_t Pairs>
  [[nodiscard]] Rails match_pairs(const Question& question, std::size_t strip) const noexcept;

  std::array<Range, deciding_gates.size()> gates_;
  std::vector<Named> named_;
  /// By attribute: its place in `named_`.
  std::array<std::uint8_t, max_attributes> place_in_named_{};
  /// The attributes in `named_`, a bit each.
  std::uint64_t names_ = 0;
  std::size_t row_count_ = 1;
  /// In pairs of words.
  std::size_t strip_width_ = 0;
  /// By strip, then by row. The row number 0 holds every cube.
  std::vector<WordPair> rows_;
  std::vector<Place> places_;
};

}  // namespace patio::rules
