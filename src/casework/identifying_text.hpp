#pragma once
/// \file
/// A text read for what identifies: its words, which of them begin with a capital, and which begin a sentence.

#include <string>
#include <unordered_map>
#include <unordered_set>

#include <patio/casework/identifying_content.hpp>

#include "../base/folded_text.hpp"

namespace patio {

class IdentifyingVocabulary {
 public:
  void add(IdentifyingList list, std::string_view word);
  [[nodiscard]] bool has(IdentifyingList list, std::string_view folded_word) const;
  /// How many words of the text, from that one on, make the longest phrase of the list; 0 if none.
  [[nodiscard]] std::size_t phrase_at(IdentifyingList list, std::string_view folded, const std::vector<FoldedWord>& words,
                                      std::size_t word) const;

 private:
  std::unordered_map<IdentifyingList, std::unordered_set<std::string>> words_;
};

/// Signs of the folded text from `first` up to `last`, which is not in it.
struct IdentifyingHit {
  IdentifyingKind kind{};
  std::size_t first = 0;
  std::size_t last = 0;
};

class IdentifyingText {
 public:
  IdentifyingText(std::string_view text, const IdentifyingVocabulary& vocabulary);

  /// They may overlap.
  [[nodiscard]] std::vector<IdentifyingHit> find(const std::vector<std::string>& known) const;
  [[nodiscard]] std::size_t begin_byte(std::size_t sign) const { return folded_.begin_byte[sign]; }
  [[nodiscard]] std::size_t end_byte(std::size_t after_sign) const { return folded_.end_byte[after_sign - 1]; }

 private:
  [[nodiscard]] std::string_view word(std::size_t at) const {
    return std::string_view(folded_.text).substr(words_[at].first, words_[at].last - words_[at].first);
  }
  [[nodiscard]] std::string_view gap_before(std::size_t at) const;
  [[nodiscard]] bool in(IdentifyingList list, std::size_t at) const { return vocabulary_.has(list, word(at)); }
  [[nodiscard]] bool is_capital(std::size_t at) const;
  [[nodiscard]] bool is_all_capitals(std::size_t at) const;
  [[nodiscard]] bool begins_sentence(std::size_t at) const;
  [[nodiscard]] bool is_number(std::size_t at) const;
  [[nodiscard]] bool may_be_name(std::size_t at) const;
  /// The end of a date that begins there: "22/03/1985", "22 mars 1985"; 0 if none.
  [[nodiscard]] std::size_t date_end(std::size_t at) const;

  void titles(std::vector<IdentifyingHit>& hits) const;
  void capitals(std::vector<IdentifyingHit>& hits) const;
  void dates(std::vector<IdentifyingHit>& hits) const;
  void addresses(std::vector<IdentifyingHit>& hits) const;
  void numbers(std::vector<IdentifyingHit>& hits) const;
  void known_words(std::vector<IdentifyingHit>& hits, const std::vector<std::string>& known) const;

  std::string_view text_;
  const IdentifyingVocabulary& vocabulary_;
  FoldedText folded_;
  std::vector<FoldedWord> words_;
};

}  // namespace patio
