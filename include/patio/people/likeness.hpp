#pragma once
/// \file
/// How alike two spellings are. Signs are bytes: give folded names (name.hpp), not raw UTF-8.
///
///     edits("lefebvre", "lefevre");            // 1
///     jaro_winkler("dwayne", "duane");         // 0.84

#include <cstddef>
#include <string_view>

namespace patio {

/// The least number of signs to insert, drop, replace, or swap with a neighbour, to come from one to the other
/// (Damerau-Levenshtein without restriction). Time and memory grow with the product of the lengths.
[[nodiscard]] std::size_t edits(std::string_view first, std::string_view second);

/// 0 for nothing in common, 1 for the same; 0 if either is empty.
[[nodiscard]] double jaro(std::string_view first, std::string_view second);

/// Jaro's likeness, raised by a tenth of what is missing for each of the first four signs in common once it is above 0.7.
[[nodiscard]] double jaro_winkler(std::string_view first, std::string_view second);

}  // namespace patio
