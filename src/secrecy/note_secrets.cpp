#include <algorithm>

#include "note_words.hpp"

namespace patio {
namespace {

constexpr std::size_t most_qualifiers = 5;  // "mot de passe de son compte à la CAF : ..."
constexpr std::size_t longest_value = 64;

std::string_view text_of(std::string_view folded, const FoldedWord& word) {
  return folded.substr(word.first, word.last - word.first);
}

std::size_t skip_spaces(std::string_view folded, std::size_t at) {
  while (at < folded.size() && folded[at] == ' ') ++at;
  return at;
}

/// The end of a mark that introduces a value, or `at` if there is none: ":", "=", "->", also after spaces.
std::size_t after_mark(std::string_view folded, std::size_t at) {
  const std::size_t mark = skip_spaces(folded, at);
  if (folded.substr(mark, 2) == "->" || folded.substr(mark, 2) == "=>") return mark + 2;
  return mark < folded.size() && (folded[mark] == ':' || folded[mark] == '=') ? mark + 1 : at;
}

bool is_quote(char sign) { return sign == '"' || sign == '\'' || sign == other_sign || sign == '(' || sign == ')'; }

/// What stands between spaces, without quotes around it nor the point that ends the sentence.
FoldedWord value_at(std::string_view folded, std::size_t at) {
  const std::size_t nearest = at;
  while (at < folded.size() && at < nearest + 6 && (is_quote(folded[at]) || folded[at] == ' ')) ++at;
  std::size_t last = at;
  while (last < folded.size() && last < at + longest_value && folded[last] != ' ' && folded[last] != '\n') ++last;
  while (last > at && (is_quote(folded[last - 1]) || std::string_view(".,;").find(folded[last - 1]) != std::string_view::npos)) --last;
  return {at, last};
}

struct Signs {
  std::size_t letters = 0, digits = 0, others = 0;
};

Signs count_signs(std::string_view value) {
  Signs signs;
  for (const char sign : value) ++(is_letter(sign) ? signs.letters : is_digit(sign) ? signs.digits : signs.others);
  return signs;
}

/// "12/03/2024", "14h30", "1er", "3eme": numbers that count and date.
bool is_date_or_rank(std::string_view value) {
  const Signs signs = count_signs(value);
  if (signs.letters == 0) return signs.others > 0 && value.find_first_not_of("0123456789/:.-") == std::string_view::npos;
  std::string letters;
  for (const char sign : value)
    if (is_letter(sign)) letters += sign;
  constexpr std::string_view units[] = {"h", "er", "e", "eme", "ere", "min", "mn", "j", "ans", "eur", "euros", "kwh"};
  return std::find(std::begin(units), std::end(units), letters) != std::end(units) && is_digit(value.front());
}

bool is_mixed(std::string_view value) {
  const Signs signs = count_signs(value);
  return value.size() >= 4 && signs.digits > 0 && signs.letters > 0 && !is_date_or_rank(value);
}

bool is_pin(std::string_view value) {
  const Signs signs = count_signs(value);
  return signs.digits == value.size() && value.size() >= 4 && value.size() <= 8;
}

/// True if nothing follows the value in its sentence: "mot de passe : soleil, à changer".
bool ends_there(std::string_view folded, std::size_t at) {
  if (at >= folded.size() || !(folded[at] == ' ' || is_word(folded[at]))) return true;
  const std::size_t next = skip_spaces(folded, at);
  return next == folded.size() || !is_word(folded[next]);
}

}  // namespace

/// What stands between a name and its value.
struct SecretWords::Introduction {
  std::size_t end = 0;
  std::size_t qualifiers = 0;
  bool marked = false;
  bool harmless = false;
};

SecretWords::SecretWords(const NoteSecrets& secrets) {
  for (const auto& name : secrets.secret_names) names_.add(name, SecretName::secret);
  for (const auto& name : secrets.login_names) names_.add(name, SecretName::login);
  for (const auto& name : secrets.vague_names) names_.add(name, SecretName::vague);
  for (const auto& word : secrets.harmless_qualifiers) harmless_.add(word, true);
  for (const auto& word : secrets.no_values) no_values_.add(word, true);
}

SecretWords::Introduction SecretWords::introduction(std::string_view folded, const std::vector<FoldedWord>& words,
                                                    std::size_t first_word) const {
  Introduction intro{words[first_word - 1].last, 0, false, false};
  for (std::size_t next = first_word; !intro.marked; ++next) {
    const std::size_t marked = after_mark(folded, intro.end);
    intro.marked = marked != intro.end;
    intro.end = marked;
    if (intro.marked || next == words.size() || intro.qualifiers == most_qualifiers) break;
    const auto gap = folded.substr(intro.end, words[next].first - intro.end);
    const auto text = text_of(folded, words[next]);
    // A word with a digit is no qualifier, it is what we look for.
    if (gap.find_first_not_of(" '-/") != std::string_view::npos || count_signs(text).digits > 0) break;
    intro.harmless = intro.harmless || harmless_.at(folded, words, next).meaning != nullptr;
    intro.end = words[next].last;
    intro.marked = text == "est" || text == "is";
    if (!intro.marked) ++intro.qualifiers;
  }
  return intro;
}

bool SecretWords::is_no_value(std::string_view value) const {
  const auto words = words_of(value);
  if (words.empty()) return true;
  // "l'usager" is none, "le-Chat12" is one.
  return count_signs(value).digits == 0 && no_values_.at(value, words, 0).meaning != nullptr;
}

std::optional<NoteKind> SecretWords::judge(std::string_view folded, const FoldedWord& value, SecretName name,
                                           const Introduction& intro) const {
  const auto text = text_of(folded, value);
  // "code de la construction 2024"
  const bool far = name != SecretName::secret && !intro.marked && intro.qualifiers > 2;
  if (is_no_value(text) || intro.harmless || far) return std::nullopt;
  const bool bare = intro.qualifiers == 0;
  const bool plain_word = intro.marked && text.size() >= 3 && !is_date_or_rank(text);
  switch (name) {
    case SecretName::vague:
      if (is_pin(text)) return bare ? NoteKind::credential : NoteKind::credential_hint;
      return is_mixed(text) ? std::optional(NoteKind::credential_hint) : std::nullopt;
    case SecretName::login:
      return is_pin(text) || is_mixed(text) || (bare && plain_word) ? std::optional(NoteKind::credential_hint) : std::nullopt;
    case SecretName::secret: break;
  }
  if (is_mixed(text) || (is_pin(text) && (intro.marked || bare))) return NoteKind::credential;
  if (!plain_word) return std::nullopt;
  return ends_there(folded, value.last) ? NoteKind::credential : NoteKind::credential_hint;
}

std::vector<NoteHit> SecretWords::find(std::string_view folded, const std::vector<FoldedWord>& words) const {
  std::vector<NoteHit> hits;
  for (std::size_t word = 0; word < words.size(); ++word) {
    const auto name = names_.at(folded, words, word);
    if (!name.meaning) continue;
    const Introduction intro = introduction(folded, words, name.next_word);
    const FoldedWord value = value_at(folded, intro.end);
    if (value.first == value.last) continue;
    if (const auto kind = judge(folded, value, *name.meaning, intro)) hits.push_back({*kind, words[word].first, value.last});
  }
  return hits;
}

}  // namespace patio
