#pragma once
/// \file
/// Canonical JSON written straight into a text: keys sorted, no spaces, byte for byte what the dump of the tree is. A row, a
/// leaf and a command are written many times for each time that somebody looks into them as a tree.

#include <optional>

#include <patio/base/json_tree.hpp>

namespace patio::detail {

/// A text in quotes. Throws Json::type_error if it is not UTF-8.
void add_json(std::string& json, std::string_view text);

/// Nothing if some of it would not be read back as it is: a text that is not clean, a nil code, a day that does not exist.
/// Throws Error (misuse) if a number is not finite.
[[nodiscard]] std::optional<std::string> readable_json(const void* value, const Shape& shape);

}  // namespace patio::detail
