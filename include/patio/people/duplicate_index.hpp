#pragma once
/// \file
/// People made ready to be searched for duplicates: one against a hundred thousand in about a millisecond.
///
///     DuplicateIndex index(*matching_on(french_matching(), today));
///     for (const Person& person : people) index.add(person.id, traits_of(person));
///     for (const DuplicateCandidate& each : index.candidates(traits_of(newcomer))) propose(each);
///
/// Only records that share a key are compared: a birth date, a year and a beginning, names that sound alike, a number, a
/// contact (`blocking_keys`). A value: copies are independent. Several threads may search it while none adds.

#include <cstdint>
#include <memory>

#include <patio/people/duplicate.hpp>

namespace patio {

struct DuplicateCandidate {
  PersonId person_id;
  Match match;
  bool operator==(const DuplicateCandidate&) const = default;
};
BOOST_DESCRIBE_STRUCT(DuplicateCandidate, (), (person_id, match))

struct DuplicatePair {
  PersonId person_id;
  PersonId other_person_id;
  Match match;
  bool operator==(const DuplicatePair&) const = default;
};
BOOST_DESCRIBE_STRUCT(DuplicatePair, (), (person_id, other_person_id, match))

/// Records of which none shares a key with another need not be compared. For a host that keeps them beside its own rows.
/// Numbers without meaning, and still personal data: names can be guessed back from them.
[[nodiscard]] std::vector<std::uint64_t> blocking_keys(const IdentityTraits& traits, const MatchingRules& rules);

class DuplicateIndex {
 public:
  explicit DuplicateIndex(MatchingRules rules);
  DuplicateIndex(const DuplicateIndex&);
  DuplicateIndex(DuplicateIndex&&) noexcept;
  DuplicateIndex& operator=(DuplicateIndex) noexcept;
  ~DuplicateIndex();

  /// In place of what the index knew of that person.
  void add(const PersonId& person, const IdentityTraits& traits);
  void remove(const PersonId& person);
  [[nodiscard]] std::size_t size() const noexcept;

  /// The best first, at most `limit`; of equals the smaller id first. A person of the index is no candidate for
  /// themselves if `except` names them.
  [[nodiscard]] std::vector<DuplicateCandidate> candidates(const IdentityTraits& traits, std::size_t limit = 20,
                                                           const PersonId& except = {}) const;

  /// Every pair that deserves a look, in the order in which people were added.
  [[nodiscard]] std::vector<DuplicatePair> pairs() const;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace patio
