#include "match_keys.hpp"

#include <sodium.h>

#include <array>

#include <patio/people/duplicate_index.hpp>

#include "handle.hpp"
#include "kept_beside.hpp"

namespace patio {
namespace {

std::string hexadecimal(std::uint64_t key) {
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; key >>= 4) text[i] = "0123456789abcdef"[key & 15];
  return text;
}

/// What only the holder of the secret could have made from the key.
std::string sealed(const std::string& key, std::string_view secret) {
  if (secret.empty()) return key;
  std::array<unsigned char, 16> made;
  static_assert(made.size() >= crypto_generichash_BYTES_MIN);
  crypto_generichash(made.data(), made.size(), reinterpret_cast<const unsigned char*>(key.data()), key.size(),
                     reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
  std::string text(2 * made.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), made.data(), made.size());
  text.pop_back();
  return text;
}

}  // namespace

std::vector<std::string> match_keys_of(const Person& person, const Moment& moment) {
  std::vector<std::string> keys;
  if (const MatchingRules* rules = matching_on(*moment.house.matching, moment.today))
    for (const auto key : blocking_keys(traits_of(person), *rules))
      keys.push_back(sealed(hexadecimal(key), moment.match_secret));
  return keys;
}

void keep_match_keys(Transaction& transaction, const Person& person, bool gone, const Moment& moment) {
  const bool searched = !gone && !person.merged_into;
  keep_beside(transaction, person.id, &MatchKey::match_key, searched ? match_keys_of(person, moment) : std::vector<std::string>{});
}

}  // namespace patio
