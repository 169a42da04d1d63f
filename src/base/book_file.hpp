#pragma once
/// \file
/// A file of a book: as a reader takes it, and as an editor is told of it.

#include <patio/base/schema.hpp>
#include <patio/base/text.hpp>

namespace patio {

/// The tree of the file without `$schema`, which is for editors.
[[nodiscard]] Checked<Json> parse_book_file(std::string_view text);

template <class T>
[[nodiscard]] Checked<T> read_book_file(std::string_view text) {
  const auto tree = parse_book_file(text);
  if (!tree) return Issues(tree.error());
  return from_json_value<T>(*tree);
}

/// JSON Schema of a file of that shape, of which `schema` says `name`; it may name its own in `$schema`. No sentence is empty in
/// either language.
[[nodiscard]] Json book_file_schema(const Shape& file, std::string_view name);

/// The same for a file that is one list of such entries, under that name; `schema` says "patio/<kind>/1".
[[nodiscard]] Json list_file_schema(std::string_view kind, std::string_view list, const Shape& entry);

/// As it lies beside the book: indented, ended by a line feed.
[[nodiscard]] std::string written(const Json& schema);

}  // namespace patio
