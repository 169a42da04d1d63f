#include <patio/base/text.hpp>

#include <cstdint>
#include <cstring>

namespace patio {
namespace {

/// Eight bytes of ASCII without NUL at a time: most of what is exchanged is nothing else.
std::size_t plain_beginning(std::string_view bytes, std::size_t from) noexcept {
  constexpr std::uint64_t high = 0x8080808080808080U, ones = 0x0101010101010101U;
  std::uint64_t word = 0;
  for (; from + sizeof word <= bytes.size(); from += sizeof word) {
    std::memcpy(&word, bytes.data() + from, sizeof word);
    if (((word | (word - ones)) & high) != 0) break;
  }
  return from;
}

std::string fill_one(std::string_view pattern, std::initializer_list<std::string_view> words) {
  std::string filled;
  auto word = words.begin();
  while (!pattern.empty()) {
    const auto hole = pattern.find("{}");
    filled += pattern.substr(0, hole);
    if (hole == std::string_view::npos) break;
    if (word != words.end()) filled += *word++;
    pattern.remove_prefix(hole + 2);
  }
  return filled;
}

}  // namespace

Text fill(const Text& pattern, std::initializer_list<std::string_view> words) {
  return {fill_one(pattern.fr, words), fill_one(pattern.en, words)};
}

bool is_clean_utf8(std::string_view bytes) noexcept {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  for (std::size_t i = plain_beginning(bytes, 0); i < bytes.size();) {
    const unsigned lead = at(i);
    if (lead == 0) return false;
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length == 0 || i + length > bytes.size()) return false;
    for (std::size_t k = 1; k < length; ++k)
      if ((at(i + k) & 0xc0U) != 0x80U) return false;
    if (length > 2) {
      const unsigned next = at(i + 1);
      const bool overlong = (lead == 0xe0 && next < 0xa0) || (lead == 0xf0 && next < 0x90);
      const bool surrogate = lead == 0xed && next >= 0xa0;
      if (overlong || surrogate || (lead == 0xf4 && next >= 0x90)) return false;
    }
    i = length == 1 ? i + 1 : plain_beginning(bytes, i + length);
  }
  return true;
}

}  // namespace patio
