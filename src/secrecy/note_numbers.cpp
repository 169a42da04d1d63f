#include "note_numbers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>

#include "people/check_digits.hpp"

namespace patio {
namespace {

constexpr std::size_t longest_number = 34;  // an IBAN

/// Digits (and letters, if asked) in groups: "06 12 34 56 78" has five.
struct Run {
  std::string symbols;
  /// How many symbols each group has, and where it ends in the text.
  std::vector<std::size_t> sizes, ends;
  /// The mark after each group but the last.
  std::string marks;

  /// The number of groups that hold exactly so many symbols together; 0 if none.
  [[nodiscard]] std::size_t groups_of(std::size_t count) const {
    std::size_t total = 0;
    for (std::size_t i = 0; i < sizes.size() && total < count; ++i)
      if ((total += sizes[i]) == count) return i + 1;
    return 0;
  }
  [[nodiscard]] bool begins_with(std::initializer_list<std::size_t> grouping) const {
    return sizes.size() >= grouping.size() && std::equal(grouping.begin(), grouping.end(), sizes.begin());
  }
};

/// What parts two groups: one of `.-/_` with spaces around it, or up to three spaces, or the "(0)" of +33 (0)6.
struct Gap {
  std::size_t last = 0;
  char mark = 0;
};

Gap read_gap(std::string_view text, std::size_t at) {
  const auto skip_spaces = [&](std::size_t from) {
    std::size_t to = from;
    while (to < text.size() && to < from + 3 && text[to] == ' ') ++to;
    return to;
  };
  std::size_t last = skip_spaces(at);
  char mark = last > at ? ' ' : '\0';
  if (last < text.size() && std::string_view(".-/_").find(text[last]) != std::string_view::npos) {
    mark = text[last];
    last = skip_spaces(last + 1);
  }
  if (text.substr(last, 3) == "(0)") last = skip_spaces(last + 3);
  return {last, mark};
}

enum class Symbols { digits, digits_and_letters };

Run read_run(std::string_view text, std::size_t at, Symbols symbols) {
  Run run;
  const auto belongs = [&](char sign) {
    if (is_digit(sign)) return true;
    if (symbols == Symbols::digits_and_letters) return is_letter(sign) && sign != other_letter;
    // The departments of Corsica, in their place of a social security number.
    return (sign == 'a' || sign == 'b') && run.symbols.size() == 6 && run.symbols[5] == '2';
  };
  while (at < text.size() && belongs(text[at])) {
    const std::size_t before = run.symbols.size();
    while (at < text.size() && belongs(text[at])) {
      if (run.symbols.size() == longest_number) return run;
      run.symbols += text[at++];
    }
    run.sizes.push_back(run.symbols.size() - before);
    run.ends.push_back(at);
    const Gap gap = read_gap(text, at);
    if (gap.last == at || gap.last >= text.size() || !belongs(text[gap.last])) break;
    run.marks += gap.mark;
    at = gap.last;
  }
  return run;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

bool has_shape_of_nir(std::string_view symbols) {
  if (std::string_view("123478").find(symbols[0]) == std::string_view::npos) return false;
  const int month = number(symbols.substr(3, 2));
  return (month >= 1 && month <= 12) || month == 20 || (month >= 31 && month <= 42) || month >= 50;
}

bool has_nir_key(std::string_view symbols) {
  return nir_key(symbols.substr(0, 13)) == static_cast<unsigned>(number(symbols.substr(13, 2)));
}

std::optional<NoteHit> nir_at(std::string_view text, std::size_t at, const Run& run) {
  const auto ends_word = [&](std::size_t end) { return end == text.size() || !is_digit(text[end]); };
  for (const std::size_t length : {15U, 13U}) {
    const std::size_t groups = run.groups_of(length);
    if (groups == 0 || !ends_word(run.ends[groups - 1]) || !has_shape_of_nir(run.symbols)) continue;
    const std::size_t last = run.ends[groups - 1];
    if (length == 15 && has_nir_key(run.symbols)) return NoteHit{NoteKind::nir, at, last};
    // Without the proof of a key, a reference of as many digits is taken for one only if it is grouped like one, or
    // begins like one of an adult born in a month that exists.
    const int month = number(std::string_view(run.symbols).substr(3, 2));
    const bool usual = run.symbols[0] <= '2' && month >= 1 && month <= 12;
    if (usual || run.begins_with({1, 2, 2, 2, 3, 3})) return NoteHit{NoteKind::nir_unproven, at, last};
  }
  return std::nullopt;
}

/// Only lengths that no SIRET has: one in ten of those would pass.
std::optional<NoteHit> card_at(std::size_t at, const Run& run) {
  for (const std::size_t length : {16U, 15U, 19U}) {
    const std::size_t groups = run.groups_of(length);
    if (groups == 0) continue;
    const std::string_view digits = std::string_view(run.symbols).substr(0, length);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) continue;
    const bool known_network = length == 15 ? digits.starts_with("34") || digits.starts_with("37")
                                            : std::string_view("2456").find(digits[0]) != std::string_view::npos ||
                                                  digits.starts_with("35");
    const bool written_so = std::all_of(run.sizes.begin(), run.sizes.begin() + static_cast<std::ptrdiff_t>(groups),
                                        [](std::size_t size) { return size >= 3; });
    if (known_network && written_so && passes_luhn(digits)) return NoteHit{NoteKind::bank_card, at, run.ends[groups - 1]};
  }
  return std::nullopt;
}

/// A national number of ten digits. Dates, sums and references are told apart by how they are grouped.
std::optional<NoteHit> national_phone_at(std::size_t at, const Run& run) {
  if (run.symbols.size() < 10 || run.symbols[0] != '0' || run.symbols[1] == '0' || run.symbols[1] == '8') return std::nullopt;
  const std::size_t groups = run.groups_of(10);
  const bool grouped = run.sizes[0] == 10 || run.begins_with({2, 2, 2, 2, 2}) || run.begins_with({4, 2, 2, 2}) ||
                       run.begins_with({2, 4, 4}) || run.begins_with({2, 2, 3, 3}) || run.begins_with({4, 3, 3}) ||
                       run.begins_with({3, 3, 4}) || run.begins_with({2, 8}) || run.begins_with({4, 6}) ||
                       run.begins_with({1, 1, 2, 2, 2, 2}) || run.begins_with({1, 3, 3, 3});
  const auto marks = std::string_view(run.marks).substr(0, groups == 0 ? 0 : groups - 1);
  const bool one_mark = marks.empty() || marks.find_first_not_of(marks.front()) == std::string_view::npos;
  if (groups == 0 || !grouped || !one_mark) return std::nullopt;
  return NoteHit{NoteKind::phone, at, run.ends[groups - 1]};
}

std::optional<NoteHit> foreign_phone_at(std::string_view text, std::size_t at) {
  const bool plus = text[at] == '+';
  const Run run = read_run(text, at + (plus ? 1 : 0), Symbols::digits);
  constexpr std::array<std::string_view, 7> french{"33", "262", "590", "594", "596", "508", "687"};
  const std::string_view after_zeros = run.symbols.size() < 2 ? "" : std::string_view(run.symbols).substr(2);
  const bool zeros = run.symbols.starts_with("00") && std::any_of(french.begin(), french.end(), [&](std::string_view code) {
    return after_zeros.starts_with(code);
  });
  if (!plus && !zeros) return std::nullopt;
  const std::size_t least = plus ? 9 : 11;
  std::size_t total = 0;
  for (std::size_t group = 0; group < run.sizes.size(); ++group) {
    total += run.sizes[group];
    const bool whole_french = run.symbols.starts_with(plus ? "33" : "0033") && total == least + 2;
    // Another mark begins something else: "+212 6 12 34 56 78 / 07...".
    const bool ends = group >= run.marks.size() || (group > 0 && run.marks[group] != run.marks[group - 1]);
    if (whole_french || (ends && total >= least && total <= least + 6)) return NoteHit{NoteKind::phone, at, run.ends[group]};
  }
  return std::nullopt;
}

std::optional<NoteHit> iban_at(std::string_view text, std::size_t at) {
  const std::size_t length = iban_length(text.substr(at, 2));
  if (length == 0) return std::nullopt;
  const Run run = read_run(text, at, Symbols::digits_and_letters);
  const std::size_t groups = run.groups_of(length);
  if (groups == 0 || !is_digit(run.symbols[2]) || !is_digit(run.symbols[3])) return std::nullopt;
  if (!has_iban_key(std::string_view(run.symbols).substr(0, length))) return std::nullopt;
  return NoteHit{NoteKind::bank_account, at, run.ends[groups - 1]};
}

/// The French form without country: bank 5, branch 5, account 11, key 2.
std::optional<NoteHit> rib_at(std::string_view text, std::size_t at) {
  const Run run = read_run(text, at, Symbols::digits_and_letters);
  const std::size_t groups = run.groups_of(23);
  if (groups == 0 || (run.sizes[0] != 23 && !run.begins_with({5, 5, 11, 2}))) return std::nullopt;
  std::string digits;
  for (std::size_t i = 0; i < 23; ++i) {
    const char symbol = run.symbols[i];
    constexpr std::string_view values = "12345678912345678923456789";  // a = 1 ... i = 9, j = 1 ... r = 9, s = 2 ...
    if (!is_digit(symbol) && (i < 10 || i > 20)) return std::nullopt;
    digits += is_digit(symbol) ? symbol : values[static_cast<std::size_t>(symbol - 'a')];
  }
  const unsigned rest = 89 * remainder_97(digits.substr(0, 5)) + 15 * remainder_97(digits.substr(5, 5)) +
                        3 * remainder_97(digits.substr(10, 11)) + static_cast<unsigned>(number(digits.substr(21)));
  if (rest % 97 != 0) return std::nullopt;
  return NoteHit{NoteKind::bank_account, at, run.ends[groups - 1]};
}

/// The sign @ as people write it, from `at` on; empty if it does not stand there.
std::string_view at_sign(std::string_view text, std::size_t at) {
  for (const std::string_view spelled : {"@", "(at)", "[at]", " (at) ", " [at] ", " @ ", " arobase ", " at "})
    if (text.substr(at, spelled.size()) == spelled) return text.substr(at, spelled.size());
  return {};
}

std::optional<NoteHit> email_at(std::string_view text, std::size_t at) {
  const std::string_view sign = at_sign(text, at);
  const auto in_address = [](char each) {
    return (is_word(each) && each != other_letter) || std::string_view("._%+-").find(each) != std::string_view::npos;
  };
  if (sign.empty() || at == 0 || !in_address(text[at - 1])) return std::nullopt;
  std::size_t first = at, last = at + sign.size();
  while (first > 0 && in_address(text[first - 1])) --first;
  while (last < text.size() && in_address(text[last])) ++last;
  while (last > at && !is_word(text[last - 1])) --last;
  if (last <= at + sign.size()) return std::nullopt;
  const std::string_view domain = text.substr(at + sign.size(), last - at - sign.size());
  const std::size_t dot = domain.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || domain.size() - dot < 3 || is_digit(domain[dot + 1])) return std::nullopt;
  return NoteHit{NoteKind::email, first, last};
}

void add(std::vector<NoteHit>& hits, const std::optional<NoteHit>& hit) {
  if (hit) hits.push_back(*hit);
}

}  // namespace

std::vector<NoteHit> find_numbers(std::string_view text) {
  std::vector<NoteHit> hits;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char before = at == 0 ? ' ' : text[at - 1];
    const bool begins_word = !is_word(before);
    if (is_digit(text[at]) && !is_digit(before)) {
      const Run run = read_run(text, at, Symbols::digits);
      add(hits, nir_at(text, at, run));
      add(hits, card_at(at, run));
      if (begins_word) add(hits, national_phone_at(at, run));
    }
    if (begins_word && is_digit(text[at])) add(hits, rib_at(text, at));
    if (begins_word && (text[at] == '+' || text[at] == '0')) add(hits, foreign_phone_at(text, at));
    if (begins_word && is_letter(text[at])) add(hits, iban_at(text, at));
    if (text[at] == '@' || text[at] == '(' || text[at] == '[' || text[at] == ' ') add(hits, email_at(text, at));
  }
  return hits;
}

}  // namespace patio
