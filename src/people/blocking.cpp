#include <algorithm>

#include <patio/people/duplicate_index.hpp>

#include "prepared_traits.hpp"

namespace patio {
namespace {

enum class KeyKind : std::uint8_t { birth_date, nir, sound, year_and_beginnings, year_and_beginning, day_and_beginning, phone, email, address };

bool is_contact(KeyKind kind) { return kind >= KeyKind::phone; }

/// FNV-1a over the parts, each ended by a zero.
template <class... Part>
std::uint64_t key(KeyKind kind, const Part&... parts) {
  std::uint64_t hash = 14695981039346656037U;
  const auto mix = [&](std::uint8_t byte) { hash = (hash ^ byte) * 1099511628211U; };
  mix(static_cast<std::uint8_t>(kind));
  const auto mix_all = [&](std::string_view part) {
    for (const char each : part) mix(static_cast<std::uint8_t>(each));
    mix(0);
  };
  (mix_all(parts), ...);
  return (hash & ~std::uint64_t{1}) | (is_contact(kind) ? 1 : 0);
}

std::string_view beginning(const FoldedName& name, std::size_t signs) { return std::string_view(name.letters).substr(0, signs); }

/// In order, so that swapped names, or a swapped day and month, meet under one key.
template <class T>
std::pair<T, T> in_order(T first, T second) {
  return second < first ? std::pair(second, first) : std::pair(first, second);
}

void add_name_keys(const PreparedTraits& traits, const std::string& year, std::vector<std::uint64_t>& keys) {
  if (traits.first_names.empty()) return;
  const FoldedName& first_name = traits.first_names.front();
  for (const auto& surname : traits.surnames) {
    const auto [sound, other_sound] = in_order<std::string_view>(surname.sound, first_name.sound);
    if (!surname.sound.empty() && !first_name.sound.empty()) keys.push_back(key(KeyKind::sound, sound, other_sound));
    const auto [start, other_start] = in_order(beginning(surname, 2), beginning(first_name, 2));
    if (!year.empty()) keys.push_back(key(KeyKind::year_and_beginnings, year, start, other_start));
  }
}

void add_birth_keys(const PreparedTraits& traits, const std::string& year, std::vector<std::uint64_t>& keys) {
  if (traits.birth_date->ok()) keys.push_back(key(KeyKind::birth_date, to_text(*traits.birth_date)));
  const auto [low, high] = in_order(static_cast<unsigned>(traits.birth_date->month()), static_cast<unsigned>(traits.birth_date->day()));
  const std::string day = std::to_string(low) + '/' + std::to_string(high);
  const auto add = [&](const FoldedName& name) {
    keys.push_back(key(KeyKind::year_and_beginning, year, beginning(name, 3)));
    keys.push_back(key(KeyKind::day_and_beginning, day, beginning(name, 3)));
  };
  for (const auto& surname : traits.surnames) add(surname);
  if (!traits.first_names.empty()) add(traits.first_names.front());
}

}  // namespace

std::vector<std::uint64_t> keys_of(const PreparedTraits& traits) {
  std::vector<std::uint64_t> keys;
  const std::string year = traits.birth_date ? std::to_string(static_cast<int>(traits.birth_date->year())) : "";
  add_name_keys(traits, year, keys);
  if (traits.birth_date) add_birth_keys(traits, year, keys);
  if (!traits.nir.empty()) keys.push_back(key(KeyKind::nir, traits.nir));
  for (const auto& each : traits.phones) keys.push_back(key(KeyKind::phone, each));
  for (const auto& each : traits.emails) keys.push_back(key(KeyKind::email, each));
  for (const auto& each : traits.addresses) keys.push_back(key(KeyKind::address, each.name.letters));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<std::uint64_t> blocking_keys(const IdentityTraits& traits, const MatchingRules& rules) {
  return keys_of(prepare(traits, rules.names));
}

}  // namespace patio
