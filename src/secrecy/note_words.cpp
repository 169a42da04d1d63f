#include "note_words.hpp"

#include <algorithm>

namespace patio {
namespace {

std::string_view text_of(std::string_view folded, const FoldedWord& word) {
  return folded.substr(word.first, word.last - word.first);
}

/// Two letters are not enough to tell a plural from another word.
std::string_view singular(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

bool is_word_or_plural(std::string_view word, std::string_view known) { return word == known || singular(word) == known; }

/// Words of one phrase are parted by spaces, hyphens and apostrophes, or by the point of a short form ("M.").
bool stand_together(std::string_view folded, const FoldedWord& word, const FoldedWord& next) {
  auto gap = folded.substr(word.last, next.first - word.last);
  if (gap.starts_with('.') && word.last - word.first <= 3) gap.remove_prefix(1);
  return gap.find_first_not_of(" '-\n") == std::string_view::npos;
}

}  // namespace

template <class Meaning>
void Phrases<Meaning>::add(std::string_view phrase, Meaning meaning) {
  const FoldedText folded = fold(phrase);
  Phrase added{{}, meaning};
  for (const auto& word : words_of(folded.text)) added.words.emplace_back(text_of(folded.text, word));
  if (!added.words.empty()) by_first_word_[added.words.front()].push_back(std::move(added));
}

template <class Meaning>
typename Phrases<Meaning>::Match Phrases<Meaning>::at(std::string_view folded, const std::vector<FoldedWord>& words,
                                                      std::size_t word) const {
  Match longest;
  const std::string_view first = text_of(folded, words[word]);
  const auto try_all = [&](std::string_view key) {
    const auto found = by_first_word_.find(std::string(key));
    if (found == by_first_word_.end()) return;
    for (const auto& phrase : found->second) {
      std::size_t next = word + 1, matched = 1;
      while (matched < phrase.words.size() && next < words.size() && stand_together(folded, words[next - 1], words[next]) &&
             is_word_or_plural(text_of(folded, words[next]), phrase.words[matched])) {
        ++next;
        ++matched;
      }
      if (matched == phrase.words.size() && next > longest.next_word) longest = {&phrase.meaning, next};
    }
  };
  try_all(first);
  if (singular(first) != first) try_all(singular(first));
  return longest;
}

template class Phrases<NoteKind>;
template class Phrases<SecretName>;
template class Phrases<bool>;

NoteWords::NoteWords(const std::vector<NoteWordList>& lists) {
  for (const auto& list : lists) {
    for (const auto& word : list.words) flagged_.add(word, list.kind);
    for (const auto& phrase : list.innocent) innocent_.add(phrase, true);
  }
}

std::vector<NoteHit> NoteWords::find(std::string_view folded, const std::vector<FoldedWord>& words) const {
  std::vector<NoteHit> hits;
  std::size_t innocent_until = 0;
  for (std::size_t word = 0; word < words.size(); ++word) {
    if (const auto match = innocent_.at(folded, words, word); match.meaning)
      innocent_until = std::max(innocent_until, match.next_word);
    const auto match = flagged_.at(folded, words, word);
    if (match.meaning && match.next_word > innocent_until)
      hits.push_back({*match.meaning, words[word].first, words[match.next_word - 1].last});
  }
  return hits;
}

}  // namespace patio
