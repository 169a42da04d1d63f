#pragma once
/// \file
/// JSON Schema of each kind of file of a rulebook, so that an editor completes what a jurist writes and underlines what is
/// wrong: facts and their values by name, the texts, obligations and parameters of the book, dates, and what must be there.
///
///     write("rules.json", rulebook_schema(*french_rulebook(), "rules").value());
///
/// A file names its schema in `$schema`, which the reader does not look at. Those of the French rulebook lie in
/// src/rulebook/schemas. What the schema takes may still be refused by load_rulebook(): periods that overlap, permissions
/// that admit every request, entries named twice.

#include <optional>
#include <string>
#include <string_view>

#include <patio/rules/rulebook.hpp>

namespace patio::rules {

inline constexpr std::string_view rulebook_file_kinds[] = {"rules", "facts", "parameters", "texts", "obligations"};

/// JSON, indented, ended by a line feed; nothing if there is no such kind.
[[nodiscard]] std::optional<std::string> rulebook_schema(const Rulebook& book, std::string_view kind);

}  // namespace patio::rules
