#pragma once
/// \file
/// A cube: for some attributes, the set of values that it admits. All its literals must hold.
///
/// A literal is *settled* when every value that may be true is admitted, *possible* when one of them is. A permission
/// fires on settled, a prohibition on possible: so what is not known never opens a door.

#include <optional>
#include <vector>

#include <patio/rules/facts.hpp>
#include <patio/rules/vocabulary.hpp>

namespace patio::rules {

struct Literal {
  std::size_t attribute = 0;
  Values admits = 0;
  bool operator==(const Literal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Literal, (), (attribute, admits))

/// Literals in the order of attributes, each attribute once; none admits everything, none admits nothing.
struct Cube {
  std::vector<Literal> literals;
  bool operator==(const Cube&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cube, (), (literals))

/// The cube of some literals: several of one attribute are intersected, those that admit everything are left out.
/// Nothing if no request can meet them.
[[nodiscard]] std::optional<Cube> make_cube(const Vocabulary& vocabulary, const std::vector<Literal>& literals);

/// A set of attributes: bit i is the attribute number i.
using Attributes = std::uint64_t;

[[nodiscard]] bool is_settled(const Literal& literal, const Vocabulary& vocabulary, const Facts& facts) noexcept;
[[nodiscard]] bool is_settled(const Cube& cube, const Vocabulary& vocabulary, const Facts& facts) noexcept;
[[nodiscard]] bool is_possible(const Literal& literal, const Vocabulary& vocabulary, const Facts& facts) noexcept;
[[nodiscard]] bool is_possible(const Cube& cube, const Vocabulary& vocabulary, const Facts& facts) noexcept;

/// The facts that keep a rule with these cubes from being settled. For a rule that lifts, those of the case that lacks least:
/// it is enough. For one that blocks, those of every case: each has to be ruled out.
[[nodiscard]] Attributes missing_facts(const std::vector<Cube>& when, bool lifts, const Vocabulary& vocabulary,
                                       const Facts& facts) noexcept;

}  // namespace patio::rules
