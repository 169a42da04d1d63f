#pragma once
/// \file
/// Many requests at once, in columns: for matrices, lists and what-if tables over whole registers.
///
///     std::vector<std::uint8_t> recipient = ..., category = ...;              // places of values, by row
///     std::vector<Column> columns(engine.vocabulary().attributes.size());     // an empty column is unknown in each row
///     columns[4] = recipient;
///     std::vector<Effect> effects(recipient.size());
///     decide_columns(engine, columns, effects);
///
/// The answers are those of `decide`, row by row. 256 rows are decided together, a bit each, and by more than 512 cubes of
/// rules each row alone; so nothing is cached and the time does not depend on how rows resemble each other.

#include <span>

#include <patio/rules/engine.hpp>

namespace patio::rules {

/// The place of a value for each row; what is no place of a value, like `unknown_value`, is unknown.
using Column = std::span<const std::uint8_t>;
inline constexpr std::uint8_t unknown_value = 0xff;

/// One column for each attribute of the engine, in its order: as long as `effects`, or empty. Reads nothing else, so any
/// number of threads may decide slices of the same columns.
void decide_columns(const Engine& engine, std::span<const Column> columns, std::span<Effect> effects);

}  // namespace patio::rules
