#pragma once
/// \file
/// 256 rows of a batch, a bit each.

#include <array>
#include <cstddef>
#include <cstdint>

namespace patio::rules {

inline constexpr std::size_t lane_words = 4;
inline constexpr std::size_t batch_rows = lane_words * 64;

struct Lanes {
  std::array<std::uint64_t, lane_words> words{};

  Lanes& operator&=(const Lanes& other) noexcept {
    for (std::size_t w = 0; w < lane_words; ++w) words[w] &= other.words[w];
    return *this;
  }
  Lanes& operator|=(const Lanes& other) noexcept {
    for (std::size_t w = 0; w < lane_words; ++w) words[w] |= other.words[w];
    return *this;
  }
  friend Lanes operator&(Lanes a, const Lanes& b) noexcept { return a &= b; }
  friend Lanes operator|(Lanes a, const Lanes& b) noexcept { return a |= b; }
  friend Lanes operator~(Lanes a) noexcept {
    for (auto& word : a.words) word = ~word;
    return a;
  }
  [[nodiscard]] bool none() const noexcept { return (words[0] | words[1] | words[2] | words[3]) == 0; }
};

}  // namespace patio::rules
