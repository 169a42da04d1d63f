#pragma once
/// \file
/// Two records that may be of one person. What is found is proposed with its reasons: a person decides, and nothing here
/// merges anything.
///
///     const MatchingRules& rules = *matching_on(french_matching(), today);
///     if (const auto match = compare(traits_of(one), traits_of(other), rules))
///       for (const MatchReason& reason : match->reasons) show(reason.text, reason.weight);
///
/// Twins, brothers, a couple: what shares a household but not a first name says so (`same_household`) and is never called
/// certain. Nor is anything whose name or birth date is not known on both sides: a son may bear his father's name and
/// phone. A number of social security in common is one reason among others, as it may be borrowed or mistyped.

#include <optional>
#include <vector>

#include <patio/people/matching.hpp>
#include <patio/people/person.hpp>

namespace patio {

/// As the civil status records it; used for nothing but telling records apart.
enum class RecordedSex { female, male };
BOOST_DESCRIBE_ENUM(RecordedSex, female, male)

/// What two records are compared on. All of it may be missing: what is missing weighs nothing.
///
/// `nir` only where the law lets the host hold and search by it (see identifier.hpp): leave it out elsewhere.
/// A birth date that is no day, as in Date{1956_y / 0 / 0}, counts as its year alone.
struct IdentityTraits {
  std::optional<std::string> birth_name;
  std::optional<std::string> usual_name;
  std::vector<std::string> first_names;
  std::optional<Date> birth_date;
  std::optional<RecordedSex> sex;
  /// "insee:99352" for who was born abroad.
  std::optional<CommuneCode> birth_place;
  std::optional<CommuneCode> residence;
  std::vector<std::string> phones;
  std::vector<std::string> emails;
  std::vector<std::string> addresses;
  std::optional<std::string> nir;
  bool operator==(const IdentityTraits&) const = default;
};
BOOST_DESCRIBE_STRUCT(IdentityTraits, (), (birth_name, usual_name, first_names, birth_date, sex, birth_place, residence,
                                           phones, emails, addresses, nir))

/// What a record of a person says; unsafe contacts too, as they serve to recognise and not to write.
[[nodiscard]] IdentityTraits traits_of(const Person& person);

enum class MatchZone { review, certain };
BOOST_DESCRIBE_ENUM(MatchZone, review, certain)

struct MatchReason {
  MatchField field{};
  MatchLevel level{};
  int weight = 0;
  Text text;
  bool operator==(const MatchReason&) const = default;
};
BOOST_DESCRIBE_STRUCT(MatchReason, (), (field, level, weight, text))

struct Match {
  MatchZone zone{};
  /// The sum of the weights of the reasons.
  int score = 0;
  /// First names differ, while a name or a contact is shared: more likely two people of one household.
  bool same_household = false;
  /// In the order of MatchField. They hold no value of either record.
  std::vector<MatchReason> reasons;
  bool operator==(const Match&) const = default;
};
BOOST_DESCRIBE_STRUCT(Match, (), (zone, score, same_household, reasons))

/// Nothing if there is no reason to look at the two together. Symmetric. Two records alone do not tell which spelling of
/// a first name is rare: an index of all does (duplicate_index.hpp).
[[nodiscard]] std::optional<Match> compare(const IdentityTraits& first, const IdentityTraits& second,
                                           const MatchingRules& rules);

/// Somebody looked, and these are two people. Symmetric; remembered, so that nobody is asked twice.
struct NotDuplicate {
  Id<struct NotDuplicateTag> id;
  PersonId person_id;
  PersonId other_person_id;
  Instant decided_at;
  bool operator==(const NotDuplicate&) const = default;
};
BOOST_DESCRIBE_STRUCT(NotDuplicate, (), (id, person_id, other_person_id, decided_at))

[[nodiscard]] bool told_apart(const std::vector<NotDuplicate>& decisions, const PersonId& one, const PersonId& other);

}  // namespace patio
