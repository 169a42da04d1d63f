#pragma once
/// \file
/// What the words of public directories (data·inclusion) mean for orientation: whom an audience is, as a condition over
/// PersonFacts, and which destination of the book a network is. Data of the rulebook's directory_words.json; the official
/// lists of the words are those of directory.hpp, and each need names its themes beside its destinations.
///
///     book.words.networks.front();              // {"action-logement", "action_logement"}
///     category_of("numerique--acquerir-un-equipement");      // "numerique": all that old rows say

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/base/time.hpp>
#include <patio/orientation/destination.hpp>
#include <patio/rules/cube.hpp>

namespace patio {

/// Whom a service says it receives.
struct AudienceRule {
  /// "jeunes": of the list "audiences".
  std::string code;
  /// Without any cube it is everybody. Absent: no fact of orientation tells, so it stays unknown.
  std::optional<std::vector<rules::Cube>> when;
  bool operator==(const AudienceRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(AudienceRule, (), (code, when))

/// Which destination of the book the services of a network are.
struct NetworkRule {
  /// "mission-locale": of the list "networks".
  std::string code;
  DestinationCode destination;
  bool operator==(const NetworkRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(NetworkRule, (), (code, destination))

struct DirectoryWords {
  std::vector<AudienceRule> audiences;
  std::vector<NetworkRule> networks;
  std::string source;
  Date recorded{};
  Date review_by{};
  /// Who has read what they stand for: "unreviewed" until then.
  std::string review;
  bool operator==(const DirectoryWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(DirectoryWords, (), (audiences, networks, source, recorded, review_by, review))

/// What stands before "--"; the whole code if it has none.
[[nodiscard]] constexpr std::string_view category_of(std::string_view theme) noexcept { return theme.substr(0, theme.find("--")); }

}  // namespace patio
