#pragma once
/// \file
/// 256 bits handled together: the cubes of a block, or the rows of a batch.

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace patio::rules {

inline constexpr std::size_t words_size = 4;
inline constexpr std::size_t words_bits = words_size * 64;

#if defined(__GNUC__)
// What every 64-bit processor has, spelled so that the compiler keeps it in vector registers: of arrays it makes scalars.
typedef std::uint64_t WordPair __attribute__((vector_size(16)));
#else
struct alignas(16) WordPair {
  std::uint64_t pair[2];
  std::uint64_t& operator[](std::size_t i) { return pair[i]; }
  const std::uint64_t& operator[](std::size_t i) const { return pair[i]; }
  friend WordPair operator&(WordPair a, WordPair b) { return {{a.pair[0] & b.pair[0], a.pair[1] & b.pair[1]}}; }
  friend WordPair operator|(WordPair a, WordPair b) { return {{a.pair[0] | b.pair[0], a.pair[1] | b.pair[1]}}; }
  friend WordPair operator~(WordPair a) { return {{~a.pair[0], ~a.pair[1]}}; }
};
#endif

struct alignas(32) Words {
  WordPair low;
  WordPair high;

  /// No bit set.
  [[nodiscard]] static Words none() noexcept { return {WordPair{0, 0}, WordPair{0, 0}}; }
  [[nodiscard]] static Words all() noexcept { return ~none(); }

  [[nodiscard]] std::uint64_t operator[](std::size_t i) const noexcept { return i < 2 ? low[i] : high[i - 2]; }
  void store(std::uint64_t* words) const noexcept {
    std::memcpy(words, &low, sizeof low);
    std::memcpy(words + 2, &high, sizeof high);
  }
  void set(std::size_t i, std::uint64_t word) noexcept {
    WordPair& pair = i < 2 ? low : high;
    pair[i % 2] = word;
  }
  void add_bit(std::size_t bit) noexcept { set(bit / 64, (*this)[bit / 64] | std::uint64_t{1} << (bit % 64)); }
  [[nodiscard]] bool any() const noexcept {
    const WordPair both = low | high;
    return (both[0] | both[1]) != 0;
  }

  friend Words operator&(const Words& a, const Words& b) noexcept { return {a.low & b.low, a.high & b.high}; }
  friend Words operator|(const Words& a, const Words& b) noexcept { return {a.low | b.low, a.high | b.high}; }
  friend Words operator~(const Words& a) noexcept { return {~a.low, ~a.high}; }
  Words& operator&=(const Words& other) noexcept { return *this = *this & other; }
  Words& operator|=(const Words& other) noexcept { return *this = *this | other; }
};

}  // namespace patio::rules
