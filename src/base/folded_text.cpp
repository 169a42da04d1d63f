#include "folded_text.hpp"

#include <cstdint>
#include <optional>

namespace patio {
namespace {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;
};

/// The code point at `at`, or nothing if its bytes are no UTF-8.
std::optional<CodePoint> code_point(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[at + i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return CodePoint{lead, 1};
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.size()) return std::nullopt;
  char32_t value = lead & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return std::nullopt;
    value = value << 6 | (byte(i) & 0x3fU);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < least[length] || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return std::nullopt;
  return CodePoint{value, length};
}

bool between(char32_t value, char32_t first, char32_t last) { return value >= first && value <= last; }

bool is_invisible(char32_t c) {
  return c == 0xad || c == 0xfeff || between(c, 0x200b, 0x200f) || between(c, 0x202a, 0x202e) || between(c, 0x2060, 0x2064) ||
         between(c, 0x300, 0x36f) || between(c, 0xfe00, 0xfe0f);
}

// From U+00C0 to U+00FF, then to U+017F. Signs that are no letter are '.', letters that fold to two are upper case.
constexpr std::string_view latin_1 = "aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTy";
constexpr std::string_view latin_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_1.size() == 0x40 && latin_a.size() == 0x80);

std::string_view latin(char32_t c) {
  const char letter = c < 0x100 ? latin_1[c - 0xc0] : latin_a[c - 0x100];
  switch (letter) {
    case '.': return "\x02";
    case 'A': return "ae";
    case 'O': return "oe";
    case 'T': return "th";
    case 'S': return "ss";
    case 'J': return "ij";
    default: return (c < 0x100 ? latin_1.substr(c - 0xc0, 1) : latin_a.substr(c - 0x100, 1));
  }
}

/// One sign for what is not in the tables of Latin letters.
char sign(char32_t c) {
  if (c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029) return '\n';
  if (c == '\t' || c == 0xa0 || c == 0x1680 || between(c, 0x2000, 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000) return ' ';
  if (between(c, 'A', 'Z')) return static_cast<char>(c - 'A' + 'a');
  if (between(c, 0x20, 0x7e)) return static_cast<char>(c);
  if (between(c, 0xff01, 0xff5e)) return sign(c - 0xfee0);
  if (between(c, 0x660, 0x669)) return static_cast<char>('0' + (c - 0x660));
  if (between(c, 0x6f0, 0x6f9)) return static_cast<char>('0' + (c - 0x6f0));
  if (c == 0x2018 || c == 0x2019 || c == 0x2bc || c == 0xb4) return '\'';
  if (between(c, 0x2010, 0x2015) || c == 0x2212) return '-';
  if (c < 0xc0 || between(c, 0x2000, 0x2bff) || between(c, 0x3000, 0x303f) || c >= 0x1f000) return other_sign;
  return other_letter;
}

}  // namespace

FoldedText fold(std::string_view bytes) {
  FoldedText folded;
  folded.text.reserve(bytes.size());
  folded.begin_byte.reserve(bytes.size());
  folded.end_byte.reserve(bytes.size());
  const auto add = [&](char one, std::size_t begin, std::size_t end) {
    folded.text += one;
    folded.begin_byte.push_back(begin);
    folded.end_byte.push_back(end);
  };
  for (std::size_t at = 0; at < bytes.size();) {
    const auto point = code_point(bytes, at);
    const std::size_t next = at + (point ? point->bytes : 1);
    if (!point) {
      add(other_sign, at, next);
    } else if (is_invisible(point->value)) {
      // An accent that stands by itself belongs to its letter.
      if (!folded.end_byte.empty()) folded.end_byte.back() = next;
    } else if (between(point->value, 0xc0, 0x17f)) {
      for (const char letter : latin(point->value)) add(letter, at, next);
    } else {
      add(sign(point->value), at, next);
    }
    at = next;
  }
  return folded;
}

std::vector<FoldedWord> words_of(std::string_view folded) {
  std::vector<FoldedWord> words;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (!is_word(folded[at])) continue;
    const std::size_t first = at;
    while (at < folded.size() && is_word(folded[at])) ++at;
    words.push_back({first, at});
  }
  return words;
}

}  // namespace patio
