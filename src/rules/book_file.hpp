#pragma once
/// \file
/// A file of a book: as a reader takes it, and as an editor is told of it.

#include <patio/base/schema.hpp>
#include <patio/base/text.hpp>

namespace patio::rules {

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

/// As it lies beside the book: indented, ended by a line feed.
[[nodiscard]] std::string written(const Json& schema);

/// Names of a list, each with words that an editor shows beside it.
class Names {
 public:
  void add(std::string_view name, const Text& words);
  [[nodiscard]] Json schema() const;

 private:
  Json names_ = Json::array(), words_ = Json::array();
};

/// What a cube admits of a fact: one value of the definition `values`, some, or all but some.
[[nodiscard]] Json admitted(const Text& label, const Text& question, const std::string& values);

}  // namespace patio::rules
