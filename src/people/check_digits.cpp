#include "check_digits.hpp"

#include <utility>

namespace patio {
namespace {

constexpr char lower(char sign) noexcept { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign; }
constexpr bool is_digit(char sign) noexcept { return sign >= '0' && sign <= '9'; }

}  // namespace

bool passes_luhn(std::string_view digits) noexcept {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1 && (digit *= 2) > 9) digit -= 9;
    sum += digit;
  }
  return sum % 10 == 0;
}

unsigned remainder_97(std::string_view digits) noexcept {
  unsigned rest = 0;
  for (const char digit : digits) rest = (rest * 10 + static_cast<unsigned>(digit - '0')) % 97;
  return rest;
}

unsigned nir_key(std::string_view thirteen) {
  std::string digits(thirteen);
  if (lower(digits[6]) == 'a') digits.replace(5, 2, "19");
  if (lower(digits[6]) == 'b') digits.replace(5, 2, "18");
  return 97 - remainder_97(digits);
}

std::size_t iban_length(std::string_view country) noexcept {
  constexpr std::pair<std::string_view, std::size_t> lengths[] = {
      {"fr", 27}, {"mc", 27}, {"be", 16}, {"lu", 20}, {"de", 22}, {"ch", 21}, {"it", 27}, {"es", 24}, {"pt", 25}, {"nl", 18},
      {"gb", 22}, {"ie", 22}, {"at", 20}, {"pl", 28}, {"ro", 24}, {"bg", 22}, {"cz", 24}, {"sk", 24}, {"hu", 28}, {"hr", 21},
      {"si", 19}, {"gr", 27}, {"cy", 28}, {"mt", 31}, {"lt", 20}, {"lv", 21}, {"ee", 20}, {"fi", 18}, {"se", 24}, {"dk", 18},
      {"no", 15}, {"is", 26}, {"li", 21}, {"ad", 24}, {"sm", 27}, {"tn", 24}, {"mr", 27}, {"tr", 26}, {"ua", 29}, {"md", 24},
      {"rs", 22}, {"al", 28}, {"mk", 19}, {"me", 22}, {"ba", 20}, {"ge", 22}, {"lb", 28}, {"il", 23}, {"sn", 28}, {"ci", 28}};
  for (const auto& [code, length] : lengths)
    if (country.size() == 2 && code[0] == lower(country[0]) && code[1] == lower(country[1])) return length;
  return 0;
}

bool has_iban_key(std::string_view signs) {
  std::string digits;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const char sign = lower(signs[(i + 4) % signs.size()]);
    digits += is_digit(sign) ? std::string(1, sign) : std::to_string(sign - 'a' + 10);
  }
  return remainder_97(digits) == 1;
}

}  // namespace patio
