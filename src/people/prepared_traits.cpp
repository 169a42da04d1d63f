#include "prepared_traits.hpp"

#include <algorithm>

#include <patio/people/identifier.hpp>

namespace patio {
namespace {

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char sign : text)
    if (sign >= '0' && sign <= '9') digits += sign;
  return digits;
}

/// "+33 (0)6 12..." and "06 12..." are one.
std::string phone_of(std::string_view written) {
  std::string digits = digits_of(written);
  for (const std::string_view prefix : {"0033", "33"}) {
    if (!digits.starts_with(prefix) || digits.size() < prefix.size() + 9) continue;
    digits.erase(0, prefix.size());
    return digits.starts_with('0') ? digits : '0' + digits;
  }
  return digits;
}

std::string email_of(std::string_view written) {
  std::string email;
  for (const char sign : written)
    if (sign != ' ' && sign != '\t') email += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
  return email;
}

void add_name(std::vector<FoldedName>& names, const std::optional<std::string>& name, const NameHabits& habits) {
  if (!name) return;
  FoldedName folded = fold_name(*name, habits);
  if (!folded.letters.empty() && std::find(names.begin(), names.end(), folded) == names.end())
    names.push_back(std::move(folded));
}

void add_text(std::vector<std::string>& texts, std::string text) {
  if (!text.empty()) texts.push_back(std::move(text));
}

MatchLevel level_of(NameLikeness likeness) {
  switch (likeness) {
    case NameLikeness::same: return MatchLevel::same;
    case NameLikeness::similar: return MatchLevel::similar;
    case NameLikeness::partial: return MatchLevel::partial;
    case NameLikeness::sounds_alike: return MatchLevel::sounds_alike;
    case NameLikeness::different: break;
  }
  return MatchLevel::different;
}

/// The closest of any name of the one and any name of the other.
std::optional<MatchLevel> best_of(const std::vector<FoldedName>& first, const std::vector<FoldedName>& second) {
  if (first.empty() || second.empty()) return std::nullopt;
  NameLikeness best = NameLikeness::different;
  for (const auto& one : first)
    for (const auto& other : second) best = std::min(best, compare_names(one, other));
  return level_of(best);
}

/// "Alex" for "Alexandre", "J." for "Jacques".
bool shortens(const std::string& short_form, const std::string& whole) {
  return (short_form.size() == 1 || short_form.size() >= 3) && whole.starts_with(short_form);
}

bool has_letters(const std::vector<FoldedName>& names, const std::string& letters) {
  return std::any_of(names.begin(), names.end(), [&](const FoldedName& each) { return each.letters == letters; });
}

/// The first of the first names counts: brothers share the others.
std::optional<MatchLevel> compare_first_names(const std::vector<FoldedName>& first, const std::vector<FoldedName>& second,
                                              const NameUse& use) {
  if (first.empty() || second.empty()) return std::nullopt;
  const std::string& one = first.front().letters;
  const std::string& other = second.front().letters;
  const NameLikeness likeness = compare_names(first.front(), second.front());
  if (likeness == NameLikeness::similar && (use.is_rare(one) || use.is_rare(other))) return MatchLevel::misspelt;
  if (likeness <= NameLikeness::partial) return level_of(likeness);
  const bool among = has_letters(second, one) || has_letters(first, other);
  if (among || shortens(one, other) || shortens(other, one)) return MatchLevel::partial;
  return level_of(likeness);
}

bool alike(const std::vector<FoldedName>& surnames, const std::vector<FoldedName>& first_names) {
  const auto level = best_of(surnames, first_names);
  return level && *level <= MatchLevel::partial;
}

bool is_swapped(const PreparedTraits& first, const PreparedTraits& second) {
  return alike(first.surnames, second.first_names) && alike(second.surnames, first.first_names);
}

bool disagrees(const std::optional<MatchLevel>& level) { return !level || *level == MatchLevel::different; }

int number(date::year year) { return static_cast<int>(year); }
unsigned number(date::month month) { return static_cast<unsigned>(month); }
unsigned number(date::day day) { return static_cast<unsigned>(day); }

bool is_conventional(Date date) {
  return !date.ok() || (number(date.month()) == 1 && number(date.day()) == 1) ||
         (number(date.month()) == 12 && number(date.day()) == 31);
}

std::array<char, 8> digits_of(Date date) {
  std::array<char, 8> digits{};
  int year = number(date.year());
  for (std::size_t i = 4; i-- > 0; year /= 10) digits[i] = static_cast<char>('0' + year % 10);
  digits[4] = static_cast<char>('0' + number(date.month()) / 10);
  digits[5] = static_cast<char>('0' + number(date.month()) % 10);
  digits[6] = static_cast<char>('0' + number(date.day()) / 10);
  digits[7] = static_cast<char>('0' + number(date.day()) % 10);
  return digits;
}

/// One digit apart, or two neighbours swapped.
bool is_one_keystroke(Date first, Date second) {
  const auto one = digits_of(first), other = digits_of(second);
  std::size_t apart = 0, last = 0;
  for (std::size_t i = 0; i < one.size(); ++i)
    if (one[i] != other[i]) ++apart, last = i;
  if (apart == 2 && last > 0) return one[last] == other[last - 1] && one[last - 1] == other[last];
  return apart == 1;
}

std::optional<MatchLevel> compare_dates(const std::optional<Date>& first, const std::optional<Date>& second) {
  if (!first || !second) return std::nullopt;
  const bool same_year = first->year() == second->year();
  if (*first == *second) return first->ok() ? MatchLevel::same : MatchLevel::day_unknown;
  const bool crossed = number(first->month()) == number(second->day()) && number(first->day()) == number(second->month());
  if (same_year && crossed) return MatchLevel::swapped;
  if (same_year && (is_conventional(*first) || is_conventional(*second))) return MatchLevel::day_unknown;
  const bool same_day = first->month() == second->month() && first->day() == second->day();
  const bool next_year = same_day && std::abs(number(first->year()) - number(second->year())) == 1;
  return next_year || is_one_keystroke(*first, *second) ? MatchLevel::near : MatchLevel::different;
}

template <class T>
std::optional<MatchLevel> compare_values(const std::optional<T>& first, const std::optional<T>& second) {
  if (!first || !second) return std::nullopt;
  return *first == *second ? MatchLevel::same : MatchLevel::different;
}

/// Twins stand on neighbouring lines of one register: their numbers differ by the rank alone. A key would tell a slip from
/// another line; without it, it is another line.
bool is_other_line(const std::string& first, const std::string& second) {
  constexpr std::size_t without_key = 13, rank = 10;
  return first.size() == without_key && second.size() == without_key && first.compare(0, rank, second, 0, rank) == 0;
}

std::optional<MatchLevel> compare_numbers(const std::string& first, const std::string& second) {
  if (first.empty() || second.empty()) return std::nullopt;
  if (first == second) return MatchLevel::same;
  if (first.size() != second.size() || is_other_line(first, second)) return MatchLevel::different;
  std::size_t apart = 0, last = 0;
  for (std::size_t i = 0; i < first.size(); ++i)
    if (first[i] != second[i]) ++apart, last = i;
  const bool crossed = apart == 2 && last > 0 && first[last] == second[last - 1] && first[last - 1] == second[last];
  return apart == 1 || crossed ? MatchLevel::near : MatchLevel::different;
}

/// People have several phones: two that differ say nothing.
std::optional<MatchLevel> shared(const std::vector<std::string>& first, const std::vector<std::string>& second) {
  const bool any = std::any_of(first.begin(), first.end(), [&](const std::string& each) {
    return std::find(second.begin(), second.end(), each) != second.end();
  });
  return any ? std::optional(MatchLevel::same) : std::nullopt;
}

std::optional<MatchLevel> compare_addresses(const std::vector<PreparedAddress>& first,
                                            const std::vector<PreparedAddress>& second) {
  if (first.empty() || second.empty()) return std::nullopt;
  MatchLevel best = MatchLevel::different;
  for (const auto& one : first)
    for (const auto& other : second) {
      const NameLikeness likeness = compare_names(one.name, other.name);
      if (likeness == NameLikeness::same) return MatchLevel::same;
      if (likeness == NameLikeness::similar && one.digits == other.digits) best = MatchLevel::similar;
    }
  return best;
}

}  // namespace

bool NameUse::is_rare(const std::string& letters) const {
  if (people < rare_one_in) return false;
  const auto found = bearers.find(letters);
  return found == bearers.end() || found->second * rare_one_in <= people;
}

PreparedTraits prepare(const IdentityTraits& traits, const NameHabits& habits) {
  PreparedTraits made{{}, {}, traits.birth_date, traits.sex, traits.birth_place, traits.residence, {}, {}, {}, {}};
  add_name(made.surnames, traits.birth_name, habits);
  add_name(made.surnames, traits.usual_name, habits);
  for (const auto& each : traits.first_names) add_name(made.first_names, each, habits);
  for (const auto& each : traits.phones) add_text(made.phones, phone_of(each));
  for (const auto& each : traits.emails) add_text(made.emails, email_of(each));
  for (const auto& each : traits.addresses)
    if (FoldedName name = fold_name(each, habits); !name.letters.empty())
      made.addresses.push_back({std::move(name), digits_of(each)});
  if (traits.nir) made.nir = normal_identifier(*traits.nir);
  return made;
}

Levels compare_traits(const PreparedTraits& first, const PreparedTraits& second, const NameUse& use) {
  Levels levels;
  const auto level = [&](MatchField field) -> std::optional<MatchLevel>& { return levels[static_cast<std::size_t>(field)]; };
  level(MatchField::surname) = best_of(first.surnames, second.surnames);
  level(MatchField::first_name) = compare_first_names(first.first_names, second.first_names, use);
  if (disagrees(level(MatchField::surname)) || disagrees(level(MatchField::first_name)))
    if (is_swapped(first, second)) level(MatchField::surname) = level(MatchField::first_name) = MatchLevel::swapped;
  level(MatchField::birth_date) = compare_dates(first.birth_date, second.birth_date);
  level(MatchField::sex) = compare_values(first.sex, second.sex);
  level(MatchField::birth_place) = compare_values(first.birth_place, second.birth_place);
  level(MatchField::residence) = compare_values(first.residence, second.residence);
  level(MatchField::nir) = compare_numbers(first.nir, second.nir);
  level(MatchField::phone) = shared(first.phones, second.phones);
  level(MatchField::email) = shared(first.emails, second.emails);
  level(MatchField::address) = compare_addresses(first.addresses, second.addresses);
  return levels;
}

}  // namespace patio
