#pragma once
/// \file
/// SHA-256: what proves that a document or a text is still the one that was seen, without keeping it.
///
///     std::string proof = to_text(sha256(text));        // 64 lower-case hexadecimal digits

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace patio {

using Hash = std::array<std::uint8_t, 32>;

[[nodiscard]] Hash sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string to_text(const Hash& hash);
/// Reads exactly what to_text() writes: no capitals.
[[nodiscard]] std::optional<Hash> parse_hash(std::string_view text) noexcept;

}  // namespace patio
