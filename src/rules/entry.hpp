#pragma once
/// \file
/// The cubes of all rules in the order in which they decide.

#include <patio/rules/engine.hpp>

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

}  // namespace patio::rules
