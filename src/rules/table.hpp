#pragma once
/// \file
/// The bitmaps of one list of cubes, which stand in the order in which they decide.

#include <array>
#include <patio/rules/engine.hpp>

namespace patio::rules {

/// What one pass over the attributes handles. Compilers turn loops over so many words into vector code by themselves.
inline constexpr std::size_t block_words = 4;
inline constexpr std::size_t block_cubes = block_words * 64;
using Block = std::array<std::uint64_t, block_words>;

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
    /// The attributes that the cube names, a bit each.
    std::uint64_t names;
    const Cube* cube;
    std::uint32_t rule;
    /// Where the rules of the same tier and effect begin.
    std::uint32_t group;
    /// Where the rules that decide together with this one end.
    std::uint32_t kind_end;
    Effect effect;
  };

  [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
  [[nodiscard]] const Place& place(std::size_t cube) const noexcept { return places_[cube]; }

  /// The cubes of one block that are possible: bit i is its cube number i.
  [[nodiscard]] Block possible(const Facts& facts, std::size_t block) const noexcept;

 private:
  /// An attribute that some cube names, and where its rows begin: first all cubes, for when it is unknown, then for each
  /// value the cubes that admit it.
  struct Named {
    std::uint32_t first_row;
    std::uint8_t attribute;
    std::uint8_t values;
  };

  template <std::size_t Width>
  [[nodiscard]] Block possible_words(const Facts& facts, std::size_t block) const noexcept;
  [[nodiscard]] std::uint64_t* row(std::size_t block, std::size_t number) noexcept {
    return rows_.data() + (block * row_count_ + number) * width_;
  }

  std::vector<Named> named_;
  /// Words of one row of one block.
  std::size_t width_ = block_words;
  std::size_t row_count_ = 1;
  /// By block, then by row. The row number 0 holds every cube.
  std::vector<std::uint64_t> rows_;
  std::vector<Place> places_;
};

}  // namespace patio::rules
