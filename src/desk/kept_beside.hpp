#pragma once
/// \file
/// Rows that are worked out from a person and kept beside them, so that a search reads a few rows and not everybody.

#include <algorithm>

#include <patio/base/hash.hpp>
#include <patio/people/person.hpp>
#include <patio/store/store.hpp>

namespace patio {

/// Brings the rows of a person in line: one for each of these texts, and no other. The same person and text have the same
/// row: one that comes back needs no source of ids.
template <Stored T>
void keep_beside(Transaction& transaction, const PersonId& person, std::string T::*text, const std::vector<std::string>& wanted) {
  std::vector<std::string> known;
  for (const auto& row : transaction.find(where(&T::person_id, person))) {
    known.push_back(row.*text);
    if (std::find(wanted.begin(), wanted.end(), row.*text) == wanted.end()) transaction.erase<T>(row.id);
  }
  for (const auto& each : wanted) {
    if (std::find(known.begin(), known.end(), each) != known.end()) continue;
    T row;
    const auto digest = sha256(to_text(person) + each);
    std::copy_n(digest.begin(), row.id.bytes.size(), row.id.bytes.begin());
    row.person_id = person;
    row.*text = each;
    transaction.insert(row);
  }
}

}  // namespace patio
