#pragma once
/// \file
/// What lets a person be known in a free text: names, birth dates, addresses, numbers. For questions put to a jurist, and for
/// what a board reads.
///
///     for (const IdentifyingFinding& finding : find_identifying("Mme M., née le 22/03/1985, 12 rue des Lilas"))
///       underline(finding.begin_byte, finding.end_byte, in(finding.advice, Language::fr));    // three of them
///
/// A finding says where and what to do, and never repeats the text. `refuse` is what may not stay; `warn` a person reads
/// again. No finding does not make a text anonymous: somebody may be known by their story. Any bytes may be given.
///
/// Words and their sources are in `identifying_words.json` of the rulebook. Threads: the French finder is shared.

#include <patio/secrecy/note_check.hpp>

namespace patio {

///  - `name`: a title with a name or an initial, a first name of the list, two capitalised words that are not ordinary.
///  - `possible_name`: one capitalised word inside a sentence.
///  - `birth_date`: a date or a year after "né le", "date de naissance"...; `date`: any other full date.
///  - `address`: a street with a number or a name, a postal code with a place.
///  - `number`: social security, bank, file and benefit numbers. `rare`: an age of 95 or more.
///  - `known`: words that the caller gave, from the person's own file.
enum class IdentifyingKind { name, possible_name, birth_date, date, address, phone, email, number, rare, known };
BOOST_DESCRIBE_ENUM(IdentifyingKind, name, possible_name, birth_date, date, address, phone, email, number, rare, known)

/// The bytes of the text from `begin_byte` up to `end_byte`, which is not in it.
struct IdentifyingFinding {
  IdentifyingKind kind{};
  NoteSeverity severity{};
  std::size_t begin_byte = 0;
  std::size_t end_byte = 0;
  Text advice;
  bool operator==(const IdentifyingFinding&) const = default;
};
BOOST_DESCRIBE_STRUCT(IdentifyingFinding, (), (kind, severity, begin_byte, end_byte, advice))

struct IdentifyingKindSheet {
  IdentifyingKind kind{};
  NoteSeverity severity{};
  Text advice;
  std::vector<std::string> texts;
  bool operator==(const IdentifyingKindSheet&) const = default;
};
BOOST_DESCRIBE_STRUCT(IdentifyingKindSheet, (), (kind, severity, advice, texts))

enum class IdentifyingList { titles, short_titles, street_words, birth_words, months, ordinary_words, first_names, units };
BOOST_DESCRIBE_ENUM(IdentifyingList, titles, short_titles, street_words, birth_words, months, ordinary_words, first_names,
                    units)

struct IdentifyingWords {
  IdentifyingList name{};
  std::vector<std::string> words;
  Period period;
  std::string source;
  std::string review;
  bool operator==(const IdentifyingWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(IdentifyingWords, (), (name, words, period, source, review))

struct IdentifyingBook {
  /// "patio/identifying_words/1"
  std::string schema;
  std::vector<IdentifyingKindSheet> kinds;
  std::vector<IdentifyingWords> lists;
  bool operator==(const IdentifyingBook&) const = default;
};
BOOST_DESCRIBE_STRUCT(IdentifyingBook, (), (schema, kinds, lists))

/// Every fault, or the book: a kind that is missing or told twice, a word without letters.
[[nodiscard]] Checked<IdentifyingBook> load_identifying_book(std::string_view json);

[[nodiscard]] const IdentifyingBook& french_identifying_book();

/// A book made ready to read with. Immutable, shared by threads. It uses every list of the book, whatever its dates.
class IdentifyingFinder {
 public:
  explicit IdentifyingFinder(const IdentifyingBook& book);
  IdentifyingFinder(IdentifyingFinder&&) noexcept;
  IdentifyingFinder& operator=(IdentifyingFinder&&) noexcept;
  ~IdentifyingFinder();

  /// By place, without overlap: of two findings on one place the more severe stands, then the longer. `known` are texts of
  /// the person's file: names, streets, a birth date; accents and capitals make no difference, shorter than 3 letters are
  /// left out.
  [[nodiscard]] std::vector<IdentifyingFinding> find(std::string_view text,
                                                     const std::vector<std::string>& known = {}) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

/// With the French book.
[[nodiscard]] std::vector<IdentifyingFinding> find_identifying(std::string_view text,
                                                               const std::vector<std::string>& known = {});

/// True if one of them is of severity `refuse`.
[[nodiscard]] bool refuses(const std::vector<IdentifyingFinding>& findings) noexcept;

/// The text with "[…]" in the place of each finding of that severity or a more severe one.
[[nodiscard]] std::string without_identifying(std::string_view text, const std::vector<IdentifyingFinding>& findings,
                                              NoteSeverity from = NoteSeverity::refuse);

}  // namespace patio
