#pragma once
/// \file
/// Traits made ready to be compared many times.

#include <array>
#include <cstdint>
#include <unordered_map>

#include <patio/people/duplicate.hpp>

namespace patio {

struct PreparedAddress {
  FoldedName name;
  /// The numbers in it: neighbours of one street differ by them.
  std::string digits;
};

struct PreparedTraits {
  std::vector<FoldedName> surnames, first_names;
  std::optional<Date> birth_date;
  std::optional<RecordedSex> sex;
  std::optional<CommuneCode> birth_place, residence;
  std::vector<std::string> phones, emails;
  std::vector<PreparedAddress> addresses;
  std::string nir;
};

[[nodiscard]] PreparedTraits prepare(const IdentityTraits& traits, const NameHabits& habits);

/// How many people of a file bear a first name. Without a file nothing is rare.
struct NameUse {
  std::unordered_map<std::string, std::uint32_t> bearers;
  std::size_t people = 0;
  std::size_t rare_one_in = 1;

  [[nodiscard]] bool is_rare(const std::string& letters) const;
};

using Levels = std::array<std::optional<MatchLevel>, enum_count<MatchField>>;

[[nodiscard]] inline std::optional<MatchLevel> at(const Levels& levels, MatchField field) {
  return levels[static_cast<std::size_t>(field)];
}

[[nodiscard]] Levels compare_traits(const PreparedTraits& first, const PreparedTraits& second, const NameUse& use);

/// The weights as a table, for speed.
class WeightTable {
 public:
  explicit WeightTable(const MatchingRules& rules);
  [[nodiscard]] int score(const Levels& levels) const;
  [[nodiscard]] std::optional<Match> judge(const Levels& levels) const;

 private:
  [[nodiscard]] bool is_certain(const Levels& levels) const;

  const MatchingRules* rules_;
  std::array<std::array<const MatchWeight*, enum_count<MatchLevel>>, enum_count<MatchField>> weights_{};
};

/// The last bit of a key tells that it is a contact.
[[nodiscard]] std::vector<std::uint64_t> keys_of(const PreparedTraits& traits);
[[nodiscard]] constexpr bool is_contact_key(std::uint64_t key) noexcept { return (key & 1) != 0; }

}  // namespace patio
