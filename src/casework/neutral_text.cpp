#include <patio/casework/neutral_text.hpp>

#include <algorithm>
#include <array>
#include <set>

#include <patio/base/json.hpp>

#include "../base/book_file.hpp"
#include "../embedded.hpp"
#include "../base/folded_text.hpp"

namespace patio {
namespace {

constexpr std::string_view book_schema = "patio/neutral_texts/1";
constexpr std::array<std::string_view, 4> places{"{day}", "{time}", "{place}", "{phone}"};

std::vector<std::string> folded_words(std::string_view text) {
  const FoldedText folded = fold(text);
  std::vector<std::string> words;
  for (const auto& word : words_of(folded.text)) {
    words.push_back(folded.text.substr(word.first, word.last - word.first));
    if (words.back().size() > 3 && words.back().ends_with('s')) words.back().pop_back();
  }
  return words;
}

bool holds_phrase(const std::vector<std::string>& words, const std::vector<std::string>& phrase) {
  return !phrase.empty() && std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
}

/// The text without the places that we fill in: a brace is left only if it was something else.
std::string without_places(std::string text) {
  for (const auto place : places)
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place)) text.erase(at, place.size());
  return text;
}

std::string french_day(Date day) {
  const std::string iso = to_text(day);
  return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
}

Issues faults_of(const NeutralBook& book) {
  Issues issues;
  const auto fault = [&](std::string path, std::string_view code, Text message) {
    issues.list.push_back({std::move(path), std::string(code), std::move(message)});
  };
  if (book.schema != book_schema)
    fault("/schema", "unknown_schema", {"écrire patio/neutral_texts/1", "write patio/neutral_texts/1"});
  for (std::size_t i = 0; i < book.telling_words.size(); ++i)
    if (folded_words(book.telling_words[i]).empty())
      fault(pointer("/telling_words", i), "no_word", {"écrire au moins une lettre", "write a letter at least"});
  std::set<MessageKind> told;
  for (std::size_t i = 0; i < book.messages.size(); ++i) {
    const NeutralMessage& message = book.messages[i];
    const std::string path = pointer("/messages", i);
    told.insert(message.kind);
    for (const auto& [text, key] : {std::pair(message.text.fr, "fr"), std::pair(message.text.en, "en")}) {
      const std::string at = pointer(pointer(path, "text"), key);
      const std::string rest = without_places(text);
      if (folded_words(rest).empty()) fault(at, "empty_text", {"écrire le texte", "write the text"});
      if (rest.find_first_of("{}") != std::string::npos)
        fault(at, "unknown_place",
              {"seulement {day}, {time}, {place} et {phone}", "only {day}, {time}, {place} and {phone}"});
      if (tells(book, rest)) fault(at, "text_tells", {"ce texte révèle un motif", "this text tells a reason"});
    }
    for (std::size_t earlier = 0; earlier < i; ++earlier)
      if (book.messages[earlier].kind == message.kind && overlaps(book.messages[earlier].period, message.period))
        fault(path, "overlap", {"finir l'ancien texte avant le nouveau", "end the old text before the new one"});
  }
  for (const auto& [kind, name] : enumerators<MessageKind>())
    if (!told.contains(kind)) fault("/messages", "missing", fill({"ajouter {}", "add {}"}, {name}));
  return issues;
}

std::string filled(std::string text, const std::array<std::string, 4>& words) {
  for (std::size_t i = 0; i < places.size(); ++i)
    for (auto at = text.find(places[i]); at != std::string::npos; at = text.find(places[i], at + words[i].size()))
      text.replace(at, places[i].size(), words[i]);
  return text;
}

}  // namespace

bool tells(const NeutralBook& book, std::string_view text) {
  const auto words = folded_words(text);
  return std::any_of(book.telling_words.begin(), book.telling_words.end(),
                     [&](const std::string& each) { return holds_phrase(words, folded_words(each)); });
}

Checked<NeutralBook> load_neutral_book(std::string_view json) {
  auto book = read_book_file<NeutralBook>(json);
  if (!book) return book;
  Issues faults = faults_of(*book);
  if (!faults.list.empty()) return faults;
  return book;
}

const NeutralBook& french_neutral_book() {
  static const NeutralBook book = load_neutral_book(embedded::neutral_texts().front().text).value();
  return book;
}

Result<Text> neutral_text(const NeutralBook& book, MessageKind kind, const MessageFacts& facts, Date today) {
  if (tells(book, facts.place) || tells(book, facts.phone)) return refusal("text_tells");
  const std::array<std::string, 4> fr{facts.day ? french_day(*facts.day) : "", facts.clock ? to_text(*facts.clock) : "",
                                      facts.place, facts.phone};
  std::array<std::string, 4> en = fr;
  if (facts.day) en[0] = to_text(*facts.day);
  for (const auto& message : book.messages) {
    if (message.kind != kind || !contains(message.period, today)) continue;
    for (std::size_t i = 0; i < places.size(); ++i)
      if (fr[i].empty() &&
          (message.text.fr.find(places[i]) != std::string::npos || message.text.en.find(places[i]) != std::string::npos))
        return refusal("message_incomplete");
    return Text{filled(message.text.fr, fr), filled(message.text.en, en)};
  }
  return refusal("message_incomplete");
}

Outgoing outgoing(const Person& person, const Text& text) {
  auto contacts = usable_contacts(person);
  const bool call_back = contacts.empty();
  return {std::move(contacts), call_back ? Text{} : text, call_back};
}

}  // namespace patio
