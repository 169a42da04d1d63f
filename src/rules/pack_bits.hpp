#pragma once
/// \file
/// Bytes to bits and back; the first byte is the lowest bit. Written with what every 64-bit processor of a kind has, never
/// with instructions that only some have.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace patio::rules {

[[nodiscard]] inline std::uint64_t load_bytes(const std::uint8_t* bytes) noexcept {
  std::uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little) std::memcpy(&word, bytes, sizeof word);
  else for (unsigned i = 0; i < 8; ++i) word |= std::uint64_t{bytes[i]} << (8 * i);
  return word;
}

inline void store_bytes(std::uint64_t word, std::uint8_t* bytes) noexcept {
  if constexpr (std::endian::native == std::endian::little) std::memcpy(bytes, &word, sizeof word);
  else for (unsigned i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(word >> (8 * i));
}

/// The bit number `bit` of each of eight bytes.
[[nodiscard]] inline std::uint64_t pack_bit(const std::uint8_t* bytes, std::size_t bit) noexcept {
  return (load_bytes(bytes) >> bit & 0x0101010101010101U) * 0x0102040810204080U >> 56;
}

/// The bit number `bit` of each of 64 bytes.
[[nodiscard]] inline std::uint64_t pack_bits(const std::uint8_t* bytes, std::size_t bit) noexcept {
  std::uint64_t bits = 0;
#if defined(__SSE2__)
  const __m128i to_highest = _mm_cvtsi64_si128(static_cast<long long>(7 - bit));
  for (unsigned i = 0; i < 64; i += 16) {
    const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
    bits |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(_mm_sll_epi16(sixteen, to_highest)))} << i;
  }
#else
  for (unsigned i = 0; i < 64; i += 8) bits |= pack_bit(bytes + i, bit) << i;
#endif
  return bits;
}

/// Eight bytes, each 0 or 1.
[[nodiscard]] inline std::uint64_t spread_bits(std::uint8_t bits) noexcept {
  const std::uint64_t apart = bits * 0x0101010101010101U & 0x8040201008040201U;
  return (apart + 0x00406070787c7e7fU) >> 7 & 0x0101010101010101U;
}

}  // namespace patio::rules
