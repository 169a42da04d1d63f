#include <patio/casework/casework_book.hpp>

#include <algorithm>
#include <set>

#include <patio/base/json.hpp>
#include <patio/secrecy/request.hpp>

#include "../base/book_file.hpp"
#include "../embedded.hpp"

namespace patio {
namespace {

constexpr std::string_view book_schema = "patio/casework/1";

class BookCheck {
 public:
  explicit BookCheck(const CaseworkBook& book) : book_(book) {}

  Issues run() {
    if (book_.schema != book_schema)
      fault("/schema", "unknown_schema", {"écrire patio/casework/1", "write patio/casework/1"});
    each_once<CaseworkTerm>(book_.terms, "/terms");
    each_once<CaseworkList>(book_.lists, "/lists");
    for (std::size_t i = 0; i < book_.terms.size(); ++i) check_term(book_.terms[i], pointer("/terms", i));
    for (std::size_t i = 0; i < book_.lists.size(); ++i) check_list(book_.lists[i], pointer("/lists", i));
    return std::move(issues_);
  }

 private:
  void fault(std::string path, std::string_view code, Text message) {
    issues_.list.push_back({std::move(path), std::string(code), std::move(message)});
  }

  template <DescribedEnum Name, class List>
  void each_once(const List& list, const std::string& path) {
    std::set<Name> told;
    for (std::size_t i = 0; i < list.size(); ++i)
      if (!told.insert(list[i].name).second) fault(pointer(path, i), "repeated", {"ne le dire qu'une fois", "tell it once"});
    for (const auto& [name, word] : enumerators<Name>())
      if (!told.contains(name)) fault(path, "missing", fill({"ajouter {}", "add {}"}, {word}));
  }

  void check_term(const DatedTerm& term, const std::string& path) {
    if (term.values.empty()) fault(pointer(path, "values"), "no_value", {"donner une valeur", "give a value"});
    for (std::size_t i = 0; i < term.values.size(); ++i) {
      const std::string at = pointer(pointer(path, "values"), i);
      if (term.values[i].value < 0)
        fault(pointer(at, "value"), "out_of_range", {"pas de valeur négative", "no negative value"});
      if (i > 0 && term.values[i].since <= term.values[i - 1].since)
        fault(pointer(at, "since"), "out_of_order", {"du plus ancien au plus récent", "the earliest first"});
    }
  }

  void check_list(const CaseworkEntries& list, const std::string& path) {
    for (std::size_t i = 0; i < list.entries.size(); ++i) {
      const CaseworkEntry& entry = list.entries[i];
      const std::string at = pointer(pointer(path, "entries"), i);
      if (entry.label.fr.empty() || entry.label.en.empty())
        fault(pointer(at, "label"), "empty_text",
              {"écrire le libellé en français et en anglais", "write the label in French and in English"});
      if (is_empty(entry.period))
        fault(pointer(at, "period"), "empty_period", {"finir après le début", "end after the beginning"});
      if (list.name == CaseworkList::sealed_category && !enum_from<DataCategory>(entry.code.text()))
        fault(pointer(at, "code"), "unknown_reference",
              {"nommer une catégorie des règles du secret", "name a category of the secrecy rules"});
      for (std::size_t earlier = 0; earlier < i; ++earlier)
        if (list.entries[earlier].code == entry.code && overlaps(list.entries[earlier].period, entry.period))
          fault(at, "overlap", {"finir l'ancienne entrée avant la nouvelle", "end the old entry before the new one"});
    }
  }

  const CaseworkBook& book_;
  Issues issues_;
};

const DatedTerm& term_of(const CaseworkBook& book, CaseworkTerm name) {
  for (const auto& term : book.terms)
    if (term.name == name) return term;
  throw Error(ErrorCode::misuse, {"ce délai n'est pas dans le livre", "that term is not in the book"});
}

const std::vector<CaseworkEntry>& list_of(const CaseworkBook& book, CaseworkList name) {
  static const std::vector<CaseworkEntry> none;
  for (const auto& list : book.lists)
    if (list.name == name) return list.entries;
  return none;
}

}  // namespace

Checked<CaseworkBook> load_casework_book(std::string_view json) {
  auto book = read_book_file<CaseworkBook>(json);
  if (!book) return book;
  Issues faults = BookCheck(*book).run();
  if (!faults.list.empty()) return faults;
  return book;
}

const CaseworkBook& french_casework_book() {
  static const CaseworkBook book = load_casework_book(embedded::casework().front().text).value();
  return book;
}

int value_of(const CaseworkBook& book, CaseworkTerm name, Date day) {
  const auto& values = term_of(book, name).values;
  const auto later = std::find_if(values.begin(), values.end(), [&](const TermValue& each) { return day < each.since; });
  if (later == values.begin())
    throw Error(ErrorCode::misuse,
                {"ce délai n'a pas encore de valeur ce jour-là", "that term has no value yet on that day"});
  return std::prev(later)->value;
}

Date due(const CaseworkBook& book, CaseworkTerm name, Date from) {
  const int value = value_of(book, name, from);
  switch (term_of(book, name).unit) {
    case TermUnit::days: return add_days(from, value);
    case TermUnit::months: return add_months(from, value, Rounding::down).value_or(add_days(from, 31 * value));
    default:
      throw Error(ErrorCode::misuse, {"ce n'est pas un délai en jours ou en mois", "that is no term in days or months"});
  }
}

const CaseworkEntry* find(const CaseworkBook& book, CaseworkList list, const ReasonCode& code, Date day) {
  for (const auto& entry : list_of(book, list))
    if (entry.code == code && contains(entry.period, day)) return &entry;
  return nullptr;
}

std::vector<CaseworkEntry> entries_on(const CaseworkBook& book, CaseworkList list, Date day) {
  std::vector<CaseworkEntry> found;
  for (const auto& entry : list_of(book, list))
    if (contains(entry.period, day)) found.push_back(entry);
  return found;
}

}  // namespace patio
