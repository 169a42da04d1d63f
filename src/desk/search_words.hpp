#pragma once
/// \file
/// The words of people's names as they are searched by: folded after the habits of the house's book (people/name.hpp),
/// each a row of its own.

#include <patio/people/person.hpp>
#include <patio/store/store.hpp>

namespace patio {

struct SearchWord {
  Id<struct SearchWordTag> id;
  PersonId person_id;
  std::string word;
  bool operator==(const SearchWord&) const = default;
};
BOOST_DESCRIBE_STRUCT(SearchWord, (), (id, person_id, word))

struct Moment;

/// Brings the words of a person in line with their record; one that was merged into another, or is gone, has none.
void keep_search_words(Transaction& transaction, const Person& person, bool gone, const Moment& moment);

/// True of the persons of whose names each of these words begins one, or whose name begins so when it is written in one
/// word. A name without a letter is nobody's.
[[nodiscard]] Condition is_named(std::string_view name, const Moment& moment);

}  // namespace patio
