#pragma once
/// \file
/// Text files compiled into the library by cmake/EmbedData.cmake.

#include <span>
#include <string_view>

namespace patio::embedded {

struct File {
  /// As listed in the build: "france/secrecy.json".
  std::string_view path;
  std::string_view text;
};

/// The default rulebook, in the order of the build file.
std::span<const File> rulebook();

/// Texts of refusals in both languages.
std::span<const File> refusals();

/// Words that notes should not hold.
std::span<const File> note_words();

/// Delays, reasons and lists of casework.
std::span<const File> casework();

/// Words by which a person can be known in a text.
std::span<const File> identifying_words();

/// What leaves the centre, in words that tell nothing.
std::span<const File> neutral_texts();
/// National operators over time.
std::span<const File> operators();

/// Closed lists of codes of the public directories, and what the words of one stand for in another.
std::span<const File> directory_lists();

/// What makes two records of one person.
std::span<const File> matching();

/// Limits of time and number.
std::span<const File> limits();

/// Why referrals are declined, stopped or disputed, and how they end.
std::span<const File> referral_reasons();

/// The default book of needs.
std::span<const File> needs();

/// Delays and limits of consent; rules of the mandates of Aidants Connect; who may consent and sign.
std::span<const File> consent_terms();
std::span<const File> mandate_terms();
std::span<const File> capacity();

}  // namespace patio::embedded
