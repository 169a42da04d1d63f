#pragma once
/// \file
/// What people read, in French and in English.

#include <initializer_list>
#include <string>
#include <string_view>

#include <patio/base/describe.hpp>

namespace patio {

enum class Language { fr, en };
BOOST_DESCRIBE_ENUM(Language, fr, en)

/// One sentence or label in both languages. French is the reference.
struct Text {
  std::string fr;
  std::string en;
  bool operator==(const Text&) const = default;
};
BOOST_DESCRIBE_STRUCT(Text, (), (fr, en))

[[nodiscard]] inline const std::string& in(const Text& text, Language language) {
  return language == Language::fr ? text.fr : text.en;
}

/// Replaces each `{}` of the text, in order and in both languages; a `{}` without a word becomes empty. Give codes and
/// names of fields only: a text that reaches a log or an error must not carry a personal value.
[[nodiscard]] Text fill(const Text& pattern, std::initializer_list<std::string_view> words);

/// True if the bytes are well-formed UTF-8 without NUL. Stored and exchanged text always is.
[[nodiscard]] bool is_clean_utf8(std::string_view bytes) noexcept;

}  // namespace patio
