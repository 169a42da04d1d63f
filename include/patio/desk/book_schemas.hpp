#pragma once
/// \file
/// JSON Schema of every kind of file that a jurist, a house or a place writes, so that an editor completes names and underlines
/// what is wrong. Those of the French books lie in src/rulebook/schemas, and the files name them in `$schema`. What a schema
/// takes may still be refused by the reader of its book.
///
///     write("casework.json", schema_of_file(default_books(), "casework").value());

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/desk/doors.hpp>

namespace patio {

/// Indented, ended by a line feed; nothing if there is no such kind. Names that a file may refer to are those of these books.
[[nodiscard]] std::optional<std::string> schema_of_file(const Books& books, std::string_view kind);

/// Every kind, each once: "rules", "needs", "casework"...
[[nodiscard]] std::vector<std::string_view> kinds_of_files();

}  // namespace patio
