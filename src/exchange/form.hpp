#pragma once
/// \file
/// The forms of texts that public formats know, each in one place: what reads them decides, and what is written is held to the
/// same.

#include "exchange/field_rule.hpp"

namespace patio {

/// What is wrong with the text as a value of that form; empty if nothing is.
[[nodiscard]] std::string_view fault_of(Form form, std::string_view text, const FieldLimits& limits);

/// A text as the form wants it, with what had to be done to it ("zero_restored", "number_restored"), or why it cannot be.
struct Shaped {
  std::string text;
  std::string_view told;
  bool usable = true;
};
[[nodiscard]] Shaped shaped(Form form, std::string_view text, const FieldLimits& limits);

/// The five characters of a commune that a spreadsheet took for a number ("59350.0", "1001"), as they were; anything else as it
/// is.
[[nodiscard]] Shaped shaped_insee(std::string_view text);

/// "91312" as "insee:91312", "91" as "dep:91", nine digits as "epci:...", "99100" and "france" as "country:...".
[[nodiscard]] std::optional<AreaCode> zone_of(std::string_view text);
/// The other way; empty for what the format cannot say ("reg:11").
[[nodiscard]] std::string zone_text(const AreaCode& zone);

/// A day with or without a time after it, impossible ones left out.
[[nodiscard]] std::optional<Date> day_of(std::string_view text);
[[nodiscard]] std::optional<double> number_of(std::string_view text);
/// The shortest text that is read back as the same number.
[[nodiscard]] std::string number_text(double number);

/// The items of one cell: a JSON list, a list in braces, or items between separators.
[[nodiscard]] std::vector<std::string> items_of(std::string_view text, std::string_view separators);

/// Characters of UTF-8.
[[nodiscard]] std::size_t length_of(std::string_view text);

}  // namespace patio
