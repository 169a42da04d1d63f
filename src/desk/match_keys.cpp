#include "match_keys.hpp"

#include <algorithm>
#include <array>

#include <patio/base/hash.hpp>
#include <patio/people/duplicate_index.hpp>

#include "records.hpp"

namespace patio {
namespace {

std::string hexadecimal(std::uint64_t key) {
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; key >>= 4) text[i] = "0123456789abcdef"[key & 15];
  return text;
}

std::vector<std::string> keys_on(const Person& person, Date today) {
  std::vector<std::string> keys;
  if (const MatchingRules* rules = matching_on(french_matching(), today))
    for (const auto key : blocking_keys(traits_of(person), *rules)) keys.push_back(hexadecimal(key));
  return keys;
}

/// The same person and key have the same row: a key that comes back needs no source of ids.
MatchKey row_of_key(const PersonId& person, const std::string& key) {
  MatchKey row{{person.bytes}, person, key};
  const auto digest = sha256(to_text(person) + key);
  std::copy_n(digest.begin(), row.id.bytes.size(), row.id.bytes.begin());
  return row;
}

}  // namespace

void keep_match_keys(Transaction& transaction, const Person& person, bool gone, Date today) {
  const bool searched = !gone && !person.merged_into;
  const auto wanted = searched ? keys_on(person, today) : std::vector<std::string>{};
  std::vector<std::string> known;
  for (const auto& row : transaction.find(where(&MatchKey::person_id, person.id))) {
    known.push_back(row.match_key);
    if (std::find(wanted.begin(), wanted.end(), row.match_key) == wanted.end()) transaction.erase<MatchKey>(row.id);
  }
  for (const auto& key : wanted)
    if (std::find(known.begin(), known.end(), key) == known.end()) transaction.insert(row_of_key(person.id, key));
}

}  // namespace patio
