#pragma once
/// \file
/// Keys under which records that may be of one person meet (people/duplicate_index.hpp), kept beside the persons so that a
/// search reads a few rows and not everybody.

#include <patio/people/person.hpp>
#include <patio/store/store.hpp>

namespace patio {

struct MatchKey {
  Id<struct MatchKeyTag> id;
  PersonId person_id;
  /// In hexadecimal. It has no meaning by itself; where the centre has no secret for it, names can still be guessed back from
  /// it: it is erased with the person.
  std::string match_key;
  bool operator==(const MatchKey&) const = default;
};
BOOST_DESCRIBE_STRUCT(MatchKey, (), (id, person_id, match_key))

struct Moment;

[[nodiscard]] std::vector<std::string> match_keys_of(const Person& person, const Moment& moment);

/// Brings the keys of a person in line with their record; one that was merged into another, or is gone, has none.
void keep_match_keys(Transaction& transaction, const Person& person, bool gone, const Moment& moment);

}  // namespace patio
