#pragma once
/// \file
/// Text as a reader hears it: small letters without accents, one kind of space, of apostrophe and of hyphen, no invisible
/// characters. Each sign knows the bytes that it came from.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace patio {

/// A letter of another alphabet, in the folded text.
inline constexpr char other_letter = '\x01';
/// Any other sign, and bytes that are no UTF-8.
inline constexpr char other_sign = '\x02';

struct FoldedText {
  std::string text;
  /// For each sign of `text`, its bytes in the original. Never decreasing.
  std::vector<std::size_t> begin_byte, end_byte;
};

[[nodiscard]] FoldedText fold(std::string_view bytes);

[[nodiscard]] constexpr bool is_digit(char sign) noexcept { return sign >= '0' && sign <= '9'; }
[[nodiscard]] constexpr bool is_letter(char sign) noexcept { return (sign >= 'a' && sign <= 'z') || sign == other_letter; }
[[nodiscard]] constexpr bool is_word(char sign) noexcept { return is_digit(sign) || is_letter(sign); }

/// Letters and digits that stand together, from `first` up to `last`, which is not in it.
struct FoldedWord {
  std::size_t first = 0;
  std::size_t last = 0;
};

[[nodiscard]] std::vector<FoldedWord> words_of(std::string_view folded);

}  // namespace patio
