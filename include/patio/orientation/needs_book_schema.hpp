#pragma once
/// \file
/// JSON Schema of each kind of file of a needs book, so that an editor completes needs, destinations, facts and their values by
/// name, and underlines what is wrong. Those of the French book lie in src/rulebook/schemas, and its files name them in
/// `$schema`. What a schema takes may still be refused by load_needs_book(): see there.
///
///     write("needs.json", needs_book_schema(default_needs_book(), "needs").value());

#include <patio/orientation/needs_book.hpp>

namespace patio {

inline constexpr std::string_view needs_book_file_kinds[] = {"needs", "safety", "destinations", "orientation_facts",
                                                             "veille", "directory_words", "local_rules"};

/// JSON, indented, ended by a line feed; nothing if there is no such kind.
[[nodiscard]] std::optional<std::string> needs_book_schema(const NeedsBook& book, std::string_view kind);

}  // namespace patio
