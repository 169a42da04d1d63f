#pragma once
/// \file
/// The words of a note book, made ready to be found in a folded text.

#include <string>
#include <unordered_map>
#include <vector>

#include "note_numbers.hpp"

namespace patio {

/// Phrases found by their first word. A word of a text matches with or without the -s of a plural.
template <class Meaning>
class Phrases {
 public:
  void add(std::string_view phrase, Meaning meaning);

  struct Match {
    const Meaning* meaning = nullptr;
    /// The number of the word after the phrase.
    std::size_t next_word = 0;
  };

  /// Of the phrases that begin at that word, the longest.
  [[nodiscard]] Match at(std::string_view folded, const std::vector<FoldedWord>& words, std::size_t word) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    Meaning meaning;
  };
  std::unordered_map<std::string, std::vector<Phrase>> by_first_word_;
};

class NoteWords {
 public:
  explicit NoteWords(const std::vector<NoteWordList>& lists);
  /// They may overlap.
  [[nodiscard]] std::vector<NoteHit> find(std::string_view folded, const std::vector<FoldedWord>& words) const;

 private:
  Phrases<NoteKind> flagged_;
  Phrases<bool> innocent_;
};

/// How sure a name makes us that a secret follows.
enum class SecretName { secret, login, vague };

class SecretWords {
 public:
  explicit SecretWords(const NoteSecrets& secrets);
  /// Passwords and codes with what introduces them. They may overlap.
  [[nodiscard]] std::vector<NoteHit> find(std::string_view folded, const std::vector<FoldedWord>& words) const;

 private:
  struct Introduction;
  [[nodiscard]] Introduction introduction(std::string_view folded, const std::vector<FoldedWord>& words,
                                          std::size_t first_word) const;
  [[nodiscard]] bool is_no_value(std::string_view value) const;
  /// What the value at that place is, after a name of that kind.
  [[nodiscard]] std::optional<NoteKind> judge(std::string_view folded, const FoldedWord& value, SecretName name,
                                              const Introduction& intro) const;

  Phrases<SecretName> names_;
  Phrases<bool> harmless_, no_values_;
};

}  // namespace patio
