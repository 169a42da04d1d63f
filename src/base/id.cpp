#include <patio/base/id.hpp>

#include <random>

namespace patio {
namespace {

constexpr bool dash_at(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

constexpr int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// SplitMix64: every seed gives a full-period sequence.
std::uint64_t next_word(std::uint64_t& state) {
  std::uint64_t word = state += 0x9e3779b97f4a7c15U;
  word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9U;
  word = (word ^ (word >> 27)) * 0x94d049bb133111ebU;
  return word ^ (word >> 31);
}

template <class NextWord>
Bytes16 sixteen_bytes(NextWord next) {
  Bytes16 bytes{};
  for (std::size_t half = 0; half < 2; ++half) {
    const std::uint64_t word = next();
    for (std::size_t i = 0; i < 8; ++i) bytes[half * 8 + i] = static_cast<std::uint8_t>(word >> (8 * i));
  }
  return bytes;
}

}  // namespace

IdSource random_ids() {
  return [] {
    thread_local std::random_device device;
    return sixteen_bytes([] { return (std::uint64_t{device()} << 32) | device(); });
  };
}

IdSource seeded_ids(std::uint64_t seed) {
  return [state = seed]() mutable { return sixteen_bytes([&] { return next_word(state); }); };
}

std::string uuid_text(const Bytes16& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(36, '-');
  std::size_t at = 0;
  for (const auto byte : bytes) {
    if (dash_at(at)) ++at;
    text[at++] = digits[byte >> 4];
    text[at++] = digits[byte & 15];
  }
  return text;
}

std::optional<Bytes16> parse_uuid(std::string_view text) noexcept {
  if (text.size() != 36) return std::nullopt;
  Bytes16 bytes{};
  std::size_t at = 0;
  for (auto& byte : bytes) {
    if (dash_at(at) && text[at++] != '-') return std::nullopt;
    const int high = hex_digit(text[at]), low = hex_digit(text[at + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    byte = static_cast<std::uint8_t>(high << 4 | low);
    at += 2;
  }
  return bytes;
}

}  // namespace patio
