#pragma once
/// \file
/// What may be asked about people at hand: who may consent or sign, who they are.

#include <patio/people/capacity.hpp>
#include <patio/people/duplicate.hpp>
#include <patio/people/identifier.hpp>

namespace patio {

/// Who may consent, sign, be informed, must assist, or may not, for that act on that day?
struct CapacityOf {
  using Answer = Capacity;
  CapacityRequest request;
  bool operator==(const CapacityOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(CapacityOf, (), (request))

/// What does the writing of this number tell? The answer holds no more of it than may be shown.
struct CheckIdentifier {
  using Answer = IdentifierCheck;
  IdentifierScheme scheme{};
  std::string written;
  bool operator==(const CheckIdentifier&) const = default;
};
BOOST_DESCRIBE_STRUCT(CheckIdentifier, (), (scheme, written))

/// One of the others, by its place in the question, from 0.
struct PlacedMatch {
  std::uint64_t place = 0;
  Match match;
  bool operator==(const PlacedMatch&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlacedMatch, (), (place, match))

struct PersonMatches {
  /// The likeliest first.
  std::vector<PlacedMatch> matches;
  bool operator==(const PersonMatches&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonMatches, (), (matches))

/// Which of the others may be this person, by the rules of that day?
struct MatchPersons {
  using Answer = PersonMatches;
  Date day{};
  IdentityTraits person;
  std::vector<IdentityTraits> others;
  bool operator==(const MatchPersons&) const = default;
};
BOOST_DESCRIBE_STRUCT(MatchPersons, (), (day, person, others))

}  // namespace patio
