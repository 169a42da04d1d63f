#include "identifying_text.hpp"

#include <algorithm>

namespace patio {
namespace {

using List = IdentifyingList;
using Kind = IdentifyingKind;

constexpr std::size_t longest_name = 5;
constexpr std::size_t longest_street = 8;

bool all_digits(std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), is_digit); }

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits.substr(0, 6)) value = value * 10 + (digit - '0');
  return value;
}

bool only(std::string_view gap, std::string_view signs) { return gap.find_first_not_of(signs) == std::string_view::npos; }

/// A capital of the Latin alphabets: ASCII, and U+00C0 to U+00DE.
bool capital_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead >= 'A' && lead <= 'Z') return true;
  if (lead != 0xc3 || at + 1 >= text.size()) return false;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  return next >= 0x80 && next <= 0x9e && next != 0x97;
}

bool is_year(std::string_view word) {
  return all_digits(word) && word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

/// "Mme de La Tour", "M. Ben Ali".
bool is_particle(std::string_view word) {
  constexpr std::string_view particles[] = {"de", "du", "des", "d", "la", "le", "von", "van", "den", "ben", "el", "al"};
  return std::find(std::begin(particles), std::end(particles), word) != std::end(particles);
}

bool is_day_or_month(std::string_view word) {
  return word == "1er" || (all_digits(word) && word.size() <= 2 && number(word) >= 1 && number(word) <= 31);
}

}  // namespace

void IdentifyingVocabulary::add(IdentifyingList list, std::string_view phrase) {
  const FoldedText folded = fold(phrase);
  std::string key;
  for (const auto& each : words_of(folded.text)) {
    if (!key.empty()) key += ' ';
    key.append(folded.text, each.first, each.last - each.first);
  }
  words_[list].insert(key);
}

bool IdentifyingVocabulary::has(IdentifyingList list, std::string_view folded_word) const {
  const auto found = words_.find(list);
  return found != words_.end() && found->second.contains(std::string(folded_word));
}

std::size_t IdentifyingVocabulary::phrase_at(IdentifyingList list, std::string_view folded,
                                             const std::vector<FoldedWord>& words, std::size_t word) const {
  const auto found = words_.find(list);
  if (found == words_.end()) return 0;
  std::string key;
  std::size_t longest = 0;
  for (std::size_t count = 0; count < 4 && word + count < words.size(); ++count) {
    if (count > 0) key += ' ';
    const auto& each = words[word + count];
    key.append(folded.substr(each.first, each.last - each.first));
    if (found->second.contains(key)) longest = count + 1;
  }
  return longest;
}

IdentifyingText::IdentifyingText(std::string_view text, const IdentifyingVocabulary& vocabulary)
    : text_(text), vocabulary_(vocabulary), folded_(fold(text)), words_(words_of(folded_.text)) {}

std::string_view IdentifyingText::gap_before(std::size_t at) const {
  const std::size_t from = at == 0 ? 0 : words_[at - 1].last;
  return std::string_view(folded_.text).substr(from, words_[at].first - from);
}

bool IdentifyingText::is_capital(std::size_t at) const { return capital_at(text_, folded_.begin_byte[words_[at].first]); }

bool IdentifyingText::is_all_capitals(std::size_t at) const {
  for (std::size_t sign = words_[at].first; sign < words_[at].last; ++sign)
    if (is_letter(folded_.text[sign]) && !capital_at(text_, folded_.begin_byte[sign])) return false;
  return words_[at].last - words_[at].first > 1;
}

bool IdentifyingText::begins_sentence(std::size_t at) const {
  const auto gap = gap_before(at);
  return at == 0 || gap.find_first_of(".!?:;\n\x02(\"") != std::string_view::npos;
}

bool IdentifyingText::is_number(std::size_t at) const { return all_digits(word(at)); }

bool IdentifyingText::may_be_name(std::size_t at) const {
  return is_capital(at) && !is_number(at) && !in(List::ordinary_words, at) && !in(List::titles, at) && !in(List::months, at);
}

std::vector<IdentifyingHit> IdentifyingText::find(const std::vector<std::string>& known) const {
  std::vector<IdentifyingHit> hits;
  titles(hits);
  capitals(hits);
  dates(hits);
  addresses(hits);
  numbers(hits);
  known_words(hits, known);
  return hits;
}

/// "Mme M.", "M. Dupont", "la famille Ben Ali", and never "madame a deux enfants".
void IdentifyingText::titles(std::vector<IdentifyingHit>& hits) const {
  for (std::size_t at = 0; at + 1 < words_.size(); ++at) {
    if (!in(List::titles, at)) continue;
    const bool is_short = in(List::short_titles, at);
    if (is_short && !is_capital(at)) continue;
    std::size_t next = at + 1;
    const auto joined = [&](std::size_t each) {
      return each < words_.size() && only(gap_before(each), each == at + 1 && is_short ? ". " : " -'");
    };
    // "M. D." is an initial, "Mme d'Orves" a particle.
    while (joined(next) && is_particle(word(next)) && !(word(next).size() == 1 && is_capital(next))) ++next;
    const std::size_t name = next;
    while (joined(next) && next <= at + longest_name && is_capital(next) && !is_number(next) &&
           !(next == name && in(List::ordinary_words, next) && word(next).size() > 1))
      ++next;
    const bool particle_alone = name > at + 1 && is_capital(name - 1) && !in(List::ordinary_words, name - 1);
    if (next == name && !particle_alone) continue;
    std::size_t last = words_[next - 1].last;
    // The point of an initial belongs to it.
    if (word(next - 1).size() == 1 && last < folded_.text.size() && folded_.text[last] == '.') ++last;
    hits.push_back({Kind::name, words_[at].first, last});
  }
}

/// Runs of capitalised words that are no ordinary ones, and first names wherever they stand.
void IdentifyingText::capitals(std::vector<IdentifyingHit>& hits) const {
  for (std::size_t at = 0; at < words_.size(); ++at) {
    if (!may_be_name(at)) continue;
    std::size_t next = at + 1;
    while (next < words_.size() && may_be_name(next) && only(gap_before(next), " -'")) ++next;
    const auto first_name = [&](std::size_t each) { return in(List::first_names, each); };
    bool named = next - at >= 2;
    for (std::size_t each = at; each < next; ++each) named = named || first_name(each);
    const bool initial = next - at == 1 && word(at).size() == 1;
    const bool acronym = next - at == 1 && is_all_capitals(at) && word(at).size() <= 4;
    if (named)
      hits.push_back({Kind::name, words_[at].first, words_[next - 1].last});
    else if (!initial && !acronym && !begins_sentence(at))
      hits.push_back({Kind::possible_name, words_[at].first, words_[next - 1].last});
    at = next - 1;
  }
}

std::size_t IdentifyingText::date_end(std::size_t at) const {
  if (at + 2 >= words_.size()) return 0;
  if (is_year(word(at)) && is_day_or_month(word(at + 1)) && is_day_or_month(word(at + 2)) &&
      only(gap_before(at + 1), "-/.") && only(gap_before(at + 2), "-/."))
    return at + 3;
  if (!is_day_or_month(word(at))) return 0;
  const bool written = in(List::months, at + 1) && only(gap_before(at + 1), " .") && only(gap_before(at + 2), " .");
  const bool numeric = is_day_or_month(word(at + 1)) && only(gap_before(at + 1), "/.- ") && only(gap_before(at + 2), "/.- ");
  const bool year = is_year(word(at + 2)) || (numeric && all_digits(word(at + 2)) && word(at + 2).size() == 2 &&
                                              gap_before(at + 1) == gap_before(at + 2) && gap_before(at + 2) != " ");
  return (written || numeric) && year ? at + 3 : 0;
}

void IdentifyingText::dates(std::vector<IdentifyingHit>& hits) const {
  for (std::size_t at = 0; at < words_.size(); ++at) {
    if (const std::size_t birth = vocabulary_.phrase_at(List::birth_words, folded_.text, words_, at)) {
      std::size_t from = at + birth;
      while (from < words_.size() && from < at + birth + 2 &&
             (word(from) == "le" || word(from) == "en" || word(from) == "on"))
        ++from;
      if (from < words_.size()) {
        const std::size_t end = date_end(from);
        if (end)
          hits.push_back({Kind::birth_date, words_[at].first, words_[end - 1].last});
        else if (is_year(word(from)))
          hits.push_back({Kind::birth_date, words_[at].first, words_[from].last});
      }
    }
    if (const std::size_t end = date_end(at)) hits.push_back({Kind::date, words_[at].first, words_[end - 1].last});
  }
}

void IdentifyingText::addresses(std::vector<IdentifyingHit>& hits) const {
  const auto name_follows = [&](std::size_t at) {
    for (std::size_t next = at + 1; next < words_.size() && next <= at + 4 && only(gap_before(next), " -'."); ++next)
      if (is_capital(next)) return true;
    return false;
  };
  for (std::size_t at = 0; at < words_.size(); ++at) {
    if (in(List::street_words, at)) {
      std::size_t first = at;
      if (at > 0 && only(gap_before(at), " ,")) {
        const bool repeated = word(at - 1) == "bis" || word(at - 1) == "ter" || word(at - 1) == "quater";
        if (repeated && at > 1 && is_number(at - 2))
          first = at - 2;
        else if (is_number(at - 1) && word(at - 1).size() <= 4)
          first = at - 1;
      }
      if (first == at && !name_follows(at)) continue;
      std::size_t last = at;
      // Up to the end of the clause.
      while (last + 1 < words_.size() && last < at + longest_street && only(gap_before(last + 1), " -'")) ++last;
      hits.push_back({Kind::address, words_[first].first, words_[last].last});
    }
    // "91430 Igny"
    const bool postal = is_number(at) && word(at).size() == 5 && at + 1 < words_.size() && is_capital(at + 1) &&
                        !in(List::units, at + 1) && only(gap_before(at + 1), " ");
    if (postal) hits.push_back({Kind::address, words_[at].first, words_[at + 1].last});
  }
}

void IdentifyingText::numbers(std::vector<IdentifyingHit>& hits) const {
  for (std::size_t at = 0; at < words_.size(); ++at) {
    const auto text = word(at);
    const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
    const bool amount = at + 1 < words_.size() && in(List::units, at + 1);
    if (digits >= 6 && digits + 2 >= text.size() && !amount)
      hits.push_back({Kind::number, words_[at].first, words_[at].last});
    if (is_number(at) && at + 1 < words_.size() && word(at + 1) == "ans" && number(text) >= 95)
      hits.push_back({Kind::rare, words_[at].first, words_[at + 1].last});
  }
}

void IdentifyingText::known_words(std::vector<IdentifyingHit>& hits, const std::vector<std::string>& known) const {
  for (const auto& each : known) {
    const FoldedText folded = fold(each);
    const auto wanted = words_of(folded.text);
    if (wanted.empty() || wanted.back().last - wanted.front().first < 3) continue;
    const auto same = [&](std::size_t at) {
      for (std::size_t i = 0; i < wanted.size(); ++i)
        if (word(at + i) != std::string_view(folded.text).substr(wanted[i].first, wanted[i].last - wanted[i].first))
          return false;
      return true;
    };
    for (std::size_t at = 0; at + wanted.size() <= words_.size(); ++at)
      if (same(at)) hits.push_back({Kind::known, words_[at].first, words_[at + wanted.size() - 1].last});
  }
}

}  // namespace patio
