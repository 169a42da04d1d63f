#include "match_keys.hpp"

#include <patio/people/duplicate_index.hpp>

#include "kept_beside.hpp"
#include "records.hpp"

namespace patio {
namespace {

std::string hexadecimal(std::uint64_t key) {
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; key >>= 4) text[i] = "0123456789abcdef"[key & 15];
  return text;
}

}  // namespace

std::vector<std::string> match_keys_of(const Person& person, Date today) {
  std::vector<std::string> keys;
  if (const MatchingRules* rules = matching_on(french_matching(), today))
    for (const auto key : blocking_keys(traits_of(person), *rules)) keys.push_back(hexadecimal(key));
  return keys;
}

void keep_match_keys(Transaction& transaction, const Person& person, bool gone, Date today) {
  const bool searched = !gone && !person.merged_into;
  keep_beside(transaction, person.id, &MatchKey::match_key, searched ? match_keys_of(person, today) : std::vector<std::string>{});
}

}  // namespace patio
