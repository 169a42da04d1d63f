#pragma once
/// \file
/// How much each agreement and each contradiction between two records weighs: data of the rulebook (matching.json), so
/// that whoever answers for the file can read and change what makes a duplicate.
///
///     const MatchingRules* rules = matching_on(french_matching(), today);
///
/// Weights are bits in the manner of Fellegi and Sunter (1969): +10 means that so much agreement is about a thousand times
/// more frequent between two records of one person than between two people taken at random. They add up.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/base/error.hpp>
#include <patio/base/time.hpp>
#include <patio/people/name.hpp>

namespace patio {

/// What is compared.
enum class MatchField { surname, first_name, birth_date, sex, birth_place, nir, phone, email, address, residence };
BOOST_DESCRIBE_ENUM(MatchField, surname, first_name, birth_date, sex, birth_place, nir, phone, email, address, residence)

/// How it compares. Names: see NameLikeness.
///  - `misspelt`: similar, and one of the two spellings is borne by nearly nobody else.
///  - `swapped`: surname and first name, or day and month, have changed places.
///  - `day_unknown`: the same year, and one of the days is one by convention (1 January, 31 December) or missing.
///  - `near`: one digit apart, two digits swapped, or the same day of the next year.
enum class MatchLevel {
  same, similar, misspelt, partial, sounds_alike, swapped, day_unknown, near, different
};
BOOST_DESCRIBE_ENUM(MatchLevel, same, similar, misspelt, partial, sounds_alike, swapped, day_unknown, near, different)

struct MatchWeight {
  MatchField field{};
  MatchLevel level{};
  /// Whole bits.
  int weight = 0;
  /// Whether two records that compare so may still be called certainly one person.
  bool allows_certain = false;
  /// "même date de naissance"
  Text text;
  bool operator==(const MatchWeight&) const = default;
};
BOOST_DESCRIBE_STRUCT(MatchWeight, (), (field, level, weight, allows_certain, text))

/// The rules of one time. What is not listed weighs nothing and rules nothing out.
struct MatchingRules {
  Period in_force;
  /// From this total on, two records are shown to a person who decides.
  int review_from = 0;
  /// From this total on, and if all of `certain_needs` agree, they are shown as certain. Still nobody merges them.
  int certain_from = 0;
  std::vector<MatchField> certain_needs;
  /// For so many days a merge can be undone.
  int undo_days = 0;
  /// A spelling is rare if at most one person in so many bears it, and is only called so in a file of as many people.
  int rare_one_in = 0;
  /// A phone, an e-mail or an address of more people than this brings nobody together: a hostel, a social worker.
  int crowded_from = 0;
  NameHabits names;
  std::vector<MatchWeight> weights;
  std::string source;
  /// Who has read it: "unreviewed" until then.
  std::string review;
  bool operator==(const MatchingRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(MatchingRules, (), (in_force, review_from, certain_from, certain_needs, undo_days, rare_one_in,
                                          crowded_from, names, weights, source, review))

struct MatchingBook {
  /// "patio/matching/1"
  std::string schema;
  std::vector<MatchingRules> editions;
  bool operator==(const MatchingBook&) const = default;
};
BOOST_DESCRIBE_STRUCT(MatchingBook, (), (schema, editions))

/// Every fault, or the book: two editions on one day, an agreement weighed twice, a review that begins above what is
/// certain, numbers that are not positive, a word that is not written in small letters without accents.
[[nodiscard]] Checked<MatchingBook> load_matching(std::string_view json);

/// The French one that is compiled in. Read once.
[[nodiscard]] const MatchingBook& french_matching();

/// The rules in force on that day; null if there are none. Points into the book.
[[nodiscard]] const MatchingRules* matching_on(const MatchingBook& book, Date day);

/// The weight of that comparison; null if it is not listed. Points into the rules.
[[nodiscard]] const MatchWeight* weight_of(const MatchingRules& rules, MatchField field, MatchLevel level);

}  // namespace patio
