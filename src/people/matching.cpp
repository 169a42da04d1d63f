#include <patio/people/matching.hpp>

#include <algorithm>
#include <set>
#include <utility>

#include <patio/base/json.hpp>

#include "base/book_file.hpp"
#include "base/folded_text.hpp"
#include "embedded.hpp"

namespace patio {
namespace {

class BookCheck {
 public:
  explicit BookCheck(const MatchingBook& book) : book_(book) {}

  Issues run() {
    if (book_.schema != "patio/matching/1")
      fault("/schema", "unknown_schema", {"écrire patio/matching/1", "write patio/matching/1"});
    for (std::size_t i = 0; i < book_.editions.size(); ++i) check_edition(i, pointer("/editions", i));
    return std::move(issues_);
  }

 private:
  void fault(std::string path, std::string_view code, Text message) {
    issues_.list.push_back({std::move(path), std::string(code), std::move(message)});
  }

  void check_edition(std::size_t at, const std::string& path) {
    const MatchingRules& rules = book_.editions[at];
    if (is_empty(rules.in_force))
      fault(pointer(path, "in_force"), "empty_period", {"finir après le début", "end after the beginning"});
    for (std::size_t earlier = 0; earlier < at; ++earlier)
      if (overlaps(book_.editions[earlier].in_force, rules.in_force))
        fault(path, "overlapping_editions", {"finir l'ancienne édition avant la nouvelle", "end the old edition before the new one"});
    check_numbers(rules, path);
    check_weights(rules, path);
    check_words(rules, path);
  }

  void check_numbers(const MatchingRules& rules, const std::string& path) {
    for (const auto& [name, number] : {std::pair("review_from", rules.review_from), std::pair("certain_from", rules.certain_from),
                                       std::pair("undo_days", rules.undo_days), std::pair("rare_one_in", rules.rare_one_in),
                                       std::pair("crowded_from", rules.crowded_from)})
      if (number <= 0) fault(pointer(path, name), "not_positive", {"écrire un nombre positif", "write a positive number"});
    if (rules.certain_from < rules.review_from)
      fault(pointer(path, "certain_from"), "below_review", {"placer le seuil certain au-dessus de l'examen", "put what is certain above what is reviewed"});
  }

  void check_weights(const MatchingRules& rules, const std::string& path) {
    std::set<std::pair<MatchField, MatchLevel>> weighed;
    for (std::size_t i = 0; i < rules.weights.size(); ++i)
      if (!weighed.insert({rules.weights[i].field, rules.weights[i].level}).second)
        fault(pointer(pointer(path, "weights"), i), "repeated_weight", {"ne peser qu'une fois", "weigh this once"});
  }

  void check_words(const MatchingRules& rules, const std::string& path) {
    const auto folded = [](const std::string& word) { return !word.empty() && fold(word).text == word; };
    const auto& [particles, abbreviations] = rules.names;
    const bool all_folded = std::all_of(particles.begin(), particles.end(), folded) &&
                            std::all_of(abbreviations.begin(), abbreviations.end(),
                                        [&](const auto& each) { return folded(each.first) && folded(each.second); });
    if (!all_folded)
      fault(pointer(path, "names"), "not_folded", {"écrire en minuscules sans accents", "write in small letters without accents"});
  }

  const MatchingBook& book_;
  Issues issues_;
};

}  // namespace

Checked<MatchingBook> load_matching(std::string_view json) {
  auto book = read_book_file<MatchingBook>(json);
  if (!book) return book;
  if (Issues faults = BookCheck(*book).run(); !faults.list.empty()) return faults;
  return book;
}

const MatchingBook& french_matching() {
  static const MatchingBook book = load_matching(embedded::matching().front().text).value();
  return book;
}

const MatchingRules* matching_on(const MatchingBook& book, Date day) {
  for (const auto& edition : book.editions)
    if (contains(edition.in_force, day)) return &edition;
  return nullptr;
}

const MatchWeight* weight_of(const MatchingRules& rules, MatchField field, MatchLevel level) {
  const auto found = std::find_if(rules.weights.begin(), rules.weights.end(),
                                  [&](const MatchWeight& each) { return each.field == field && each.level == level; });
  return found == rules.weights.end() ? nullptr : &*found;
}

}  // namespace patio
