#include "search_words.hpp"

#include "handle.hpp"
#include "kept_beside.hpp"

namespace patio {
namespace {

const NameHabits& habits_of(const Moment& moment) {
  if (const MatchingRules* rules = matching_on(*moment.house.matching, moment.today)) return rules->names;
  static const NameHabits none;
  return none;
}

void add(std::vector<std::string>& words, std::string word) {
  if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
}

std::vector<std::string> words_of(const Person& person, const NameHabits& habits) {
  auto names = person.first_names;
  for (const auto* name : {&person.usual_name, &person.birth_name})
    if (*name) names.push_back(**name);
  std::vector<std::string> words;
  for (const auto& name : names) {
    const FoldedName folded = fold_name(name, habits);
    for (const auto& word : folded.words) add(words, word);
    add(words, folded.letters);
    add(words, folded.core);
  }
  return words;
}

/// After every text that begins so.
std::string after(const std::string& beginning) { return beginning + "\U0010FFFF"; }

Condition has_word(const std::string& beginning) {
  return exists(&SearchWord::person_id, column(&Person::id),
                Query<SearchWord>().at_least(&SearchWord::word, beginning).below(&SearchWord::word, after(beginning)));
}

}  // namespace

void keep_search_words(Transaction& transaction, const Person& person, bool gone, const Moment& moment) {
  const bool searched = !gone && !person.merged_into;
  keep_beside(transaction, person.id, &SearchWord::word,
              searched ? words_of(person, habits_of(moment)) : std::vector<std::string>{});
}

Condition is_named(std::string_view name, const Moment& moment) {
  const FoldedName folded = fold_name(name, habits_of(moment));
  if (folded.letters.empty()) return either({});
  if (folded.words.empty()) return has_word(folded.letters);
  std::vector<Condition> words;
  for (const auto& word : folded.words) words.push_back(has_word(word));
  return either({all_of(std::move(words)), has_word(folded.letters)});
}

}  // namespace patio
