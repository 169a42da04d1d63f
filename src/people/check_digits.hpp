#pragma once
/// \file
/// The arithmetic of keys. Digits and ASCII letters only, of either case; anything else is the caller's to keep out.

#include <cstddef>
#include <string>
#include <string_view>

namespace patio {

/// The formula of Luhn, over digits alone.
[[nodiscard]] bool passes_luhn(std::string_view digits) noexcept;

/// The remainder by 97 of a number of any length.
[[nodiscard]] unsigned remainder_97(std::string_view digits) noexcept;

/// The key of the 13 signs of a social security number: 97 less the remainder, with 2A read as 19 and 2B as 18.
[[nodiscard]] unsigned nir_key(std::string_view thirteen);

/// How long an IBAN of that country is, "fr" or "FR"; 0 if the list does not know it.
[[nodiscard]] std::size_t iban_length(std::string_view country) noexcept;

/// ISO 13616: the first four signs at the end, letters as 10 to 35, and the remainder by 97 is 1.
[[nodiscard]] bool has_iban_key(std::string_view signs);

}  // namespace patio
