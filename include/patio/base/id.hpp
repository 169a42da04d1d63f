#pragma once
/// \file
/// Identifiers: random 128-bit UUIDs (version 4) with the type of what they identify, written in lower case.
///
///     using PersonId = Id<struct PersonTag>;
///     auto ids = seeded_ids(1);                 // reproducible, for tests and demonstrations
///     PersonId marc = next_id<PersonId>(ids);
///     to_text(marc);                            // "9f0c...-....-4...-....-............"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace patio {

using Bytes16 = std::array<std::uint8_t, 16>;

/// Never reused, never meaningful. The nil id (all zero) means "not given yet" and is refused by the store.
template <class Tag>
struct Id {
  Bytes16 bytes{};
  auto operator<=>(const Id&) const = default;
};

template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;

/// Gives 16 fresh bytes at each call. Engines never make ids by themselves: the host passes a source in.
using IdSource = std::function<Bytes16()>;

/// Bytes of the system's random generator. Safe to call from several threads.
[[nodiscard]] IdSource random_ids();

/// A reproducible sequence, for tests and demonstrations only: anyone can guess the next one. One thread at a time.
[[nodiscard]] IdSource seeded_ids(std::uint64_t seed);

template <class TypedId>
  requires is_id<TypedId>
[[nodiscard]] TypedId next_id(const IdSource& source) {
  TypedId id{source()};
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | 0x40);
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
  return id;
}

[[nodiscard]] std::string uuid_text(const Bytes16& bytes);
/// Reads exactly the 36-character lower-case form that uuid_text() writes.
[[nodiscard]] std::optional<Bytes16> parse_uuid(std::string_view text) noexcept;

template <class Tag>
[[nodiscard]] std::string to_text(const Id<Tag>& id) {
  return uuid_text(id.bytes);
}

template <class TypedId>
  requires is_id<TypedId>
[[nodiscard]] std::optional<TypedId> parse_id(std::string_view text) noexcept {
  const auto bytes = parse_uuid(text);
  if (!bytes) return std::nullopt;
  return TypedId{*bytes};
}

template <class Tag>
[[nodiscard]] bool is_nil(const Id<Tag>& id) {
  return id == Id<Tag>{};
}

}  // namespace patio

template <class Tag>
struct std::hash<patio::Id<Tag>> {
  std::size_t operator()(const patio::Id<Tag>& id) const noexcept {
    std::size_t seed = 0;
    for (const auto byte : id.bytes) seed = seed * 1099511628211U + byte;
    return seed;
  }
};
