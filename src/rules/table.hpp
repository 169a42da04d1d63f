#pragma once
/// \file
/// The bitmaps of one list of cubes, which stand in the order in which they decide.

#include <patio/rules/engine.hpp>

namespace patio::rules {

/// Four words: what one pass over the attributes handles. Compilers turn loops over them into vector code by themselves.
inline constexpr std::size_t block_words = 4;
inline constexpr std::size_t block_cubes = block_words * 64;
struct Block {
  std::array<std::uint64_t, block_words> words;
};

/// Bit i is the cube number i of the block.
struct Rails {
  Block settled;
  Block possible;
};

/// A cube in its place.
struct Entry {
  const Cube* cube;
  std::uint32_t rule;
  Tier tier;
  Effect effect;
};

/// Blocking rules and lifting rules of one tier: what decides together.
[[nodiscard]] constexpr unsigned kind_of(const Entry& entry) noexcept {
  return 2 * static_cast<unsigned>(entry.tier) + (flows(entry.effect) ? 1 : 0);
}

class Table {
 public:
  /// `entries` in the order in which they decide; the attributes in `left_out` are known to be admitted by all cubes.
  Table(const Vocabulary& vocabulary, const std::vector<Entry>& entries, const std::vector<std::size_t>& left_out);

  struct Place {
    std::uint32_t rule;
    /// Where the rules of the same tier and effect begin.
    std::uint32_t group;
    /// Where the rules that decide together with this one end.
    std::uint32_t kind_end;
    Effect effect;
  };

  [[nodiscard]] std::size_t blocks() const noexcept { return blocking_.size(); }
  [[nodiscard]] const Place& place(std::size_t cube) const noexcept { return places_[cube]; }
  /// The cubes of blocking rules.
  [[nodiscard]] const Block& blocking(std::size_t block) const noexcept { return blocking_[block]; }
  [[nodiscard]] Rails match(const Facts& facts, std::size_t block) const noexcept;

 private:
  /// An attribute that some cube names, and where its rows begin: first the cubes that do not name it, then for each
  /// value the cubes that admit it.
  struct Named {
    std::uint32_t attribute;
    std::uint32_t first_row;
    std::uint32_t values;
  };

  [[nodiscard]] const Block* rows(std::size_t block) const noexcept { return rows_.data() + block * row_count_; }

  std::vector<Named> named_;
  std::vector<Block> rows_;
  std::size_t row_count_ = 0;
  std::vector<Block> blocking_;
  std::vector<Block> present_;
  std::vector<Place> places_;
};

}  // namespace patio::rules
