#include <patio/people/name.hpp>

#include <algorithm>
#include <utility>

#include <patio/people/likeness.hpp>

#include "base/folded_text.hpp"

namespace patio {
namespace {

/// Letters of the word; those of other alphabets by the bytes that they came from.
std::string spelled(std::string_view name, const FoldedText& folded, const FoldedWord& word) {
  std::string letters;
  for (std::size_t at = word.first; at < word.last; ++at) {
    if (folded.text[at] == other_letter)
      letters.append(name.substr(folded.begin_byte[at], folded.end_byte[at] - folded.begin_byte[at]));
    else letters += folded.text[at];
  }
  return letters;
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool all_among(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& each) { return holds(all, each); });
}

void replace_all(std::string& code, std::string_view group, std::string_view by) {
  for (std::size_t at = code.find(group); at != std::string::npos; at = code.find(group, at + by.size()))
    code.replace(at, group.size(), by);
}

/// Drops `mute` behind a letter that is none of `kept_after`.
void drop_behind(std::string& code, char mute, std::string_view kept_after) {
  std::string left;
  for (std::size_t at = 0; at < code.size(); ++at) {
    left += code[at];
    const bool drops = at + 1 < code.size() && code[at + 1] == mute && kept_after.find(code[at]) == std::string_view::npos;
    if (drops) ++at;
  }
  code = std::move(left);
}

std::string capitals_of(std::string_view name) {
  std::string capitals;
  for (const char sign : fold(name).text)
    if (sign >= 'a' && sign <= 'z') capitals += static_cast<char>(sign - 'a' + 'A');
  return capitals;
}

void merge_vowels(std::string& code) {
  for (std::size_t at = 1; at < code.size(); ++at)
    if (std::string_view("EIOU").find(code[at]) != std::string_view::npos) code[at] = 'A';
}

void change_beginning(std::string& code) {
  constexpr std::pair<std::string_view, std::string_view> beginnings[] = {{"MAC", "MCC"}, {"SCH", "SSS"}, {"ASA", "AZA"},
                                                                          {"KN", "NN"},   {"PH", "FF"},   {"PF", "FF"}};
  for (const auto& [beginning, by] : beginnings)
    if (code.starts_with(beginning)) code.replace(0, beginning.size(), by);
}

constexpr std::size_t least_for_one_edit = 3, least_for_two_edits = 6, least_for_sound = 4;

bool is_misspelling(const std::string& first, const std::string& second) {
  const auto [least, most] = std::minmax({first.size(), second.size()});
  if (least < least_for_one_edit || most - least > 2) return false;
  return edits(first, second) <= (least >= least_for_two_edits ? 2U : 1U);
}

}  // namespace

FoldedName fold_name(std::string_view name, const NameHabits& habits) {
  const FoldedText folded = fold(name);
  FoldedName made;
  for (const auto& place : words_of(folded.text)) {
    std::string word = spelled(name, folded, place);
    if (const auto found = habits.abbreviations.find(word); found != habits.abbreviations.end()) word = found->second;
    made.letters += word;
    if (holds(habits.particles, word)) continue;
    made.core += word;
    made.words.push_back(std::move(word));
  }
  if (made.core.empty() && !made.letters.empty()) {
    made.core = made.letters;
    made.words = {made.letters};
  }
  made.sound = soundex2(made.letters);
  return made;
}

std::string soundex2(std::string_view name) {
  std::string code = capitals_of(name);
  constexpr std::pair<std::string_view, std::string_view> groups[] = {
      {"GUI", "KI"}, {"GUE", "KE"}, {"GA", "KA"}, {"GO", "KO"}, {"GU", "K"},
      {"CA", "KA"},  {"CO", "KO"},  {"CU", "KU"}, {"CC", "K"},  {"CK", "K"}, {"Q", "K"}};
  for (const auto& [group, by] : groups) replace_all(code, group, by);
  merge_vowels(code);
  change_beginning(code);
  drop_behind(code, 'H', "CS");
  drop_behind(code, 'Y', "A");
  if (!code.empty() && std::string_view("ADTS").find(code.back()) != std::string_view::npos) code.pop_back();
  if (code.size() > 1) code.erase(std::remove(code.begin() + 1, code.end(), 'A'), code.end());
  code.erase(std::unique(code.begin(), code.end()), code.end());
  return code.substr(0, 4);
}

NameLikeness compare_names(const FoldedName& first, const FoldedName& second) {
  if (first.letters.empty() || second.letters.empty()) return NameLikeness::different;
  if (first.letters == second.letters) return NameLikeness::same;
  if (first.core == second.core) return NameLikeness::similar;
  if (all_among(first.words, second.words) || all_among(second.words, first.words)) return NameLikeness::partial;
  if (is_misspelling(first.letters, second.letters)) return NameLikeness::similar;
  // In rare cases it depends on which comes first.
  const auto [one, other] = std::minmax(first.letters, second.letters);
  const double likeness = jaro_winkler(one, other);
  if (likeness >= 0.92) return NameLikeness::similar;
  const bool long_enough = std::min(first.letters.size(), second.letters.size()) >= least_for_sound;
  if (long_enough && first.sound == second.sound && likeness > 0.8) return NameLikeness::sounds_alike;
  return NameLikeness::different;
}

}  // namespace patio
