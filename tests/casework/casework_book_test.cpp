#include <patio/casework/casework_book.hpp>

#include <patio/base/json.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

Issues faults_after(auto change) {
  CaseworkBook book = french_casework_book();
  change(book);
  const auto read = load_casework_book(to_json(book));
  return read ? Issues{} : read.error();
}

bool has(const Issues& issues, std::string_view path, std::string_view code) {
  for (const auto& issue : issues.list)
    if (issue.path == path && issue.code == code) return true;
  return false;
}

}  // namespace

TEST_CASE("the French book of casework can be read, and a copy of it is the same") {
  CHECK(load_casework_book(to_json(french_casework_book())).value() == french_casework_book());
}

TEST_CASE("a value holds from its day until the next one begins") {
  CaseworkBook book = french_casework_book();
  for (auto& term : book.terms)
    if (term.name == CaseworkTerm::handover_read) term.values.push_back({15, 2027_y / 1 / 1, {}, "", ""});
  CHECK(value_of(book, CaseworkTerm::handover_read, 2026_y / 12 / 31) == 30);
  CHECK(value_of(book, CaseworkTerm::handover_read, 2027_y / 1 / 1) == 15);
  CHECK_THROWS_AS(value_of(book, CaseworkTerm::handover_read, 1999_y / 1 / 1), Error);
}

TEST_CASE("a term in days or months has a day when it is over, and one that is no time has none") {
  const auto& book = french_casework_book();
  CHECK(due(book, CaseworkTerm::handover_read, 2026_y / 3 / 10) == 2026_y / 4 / 9);
  CHECK(due(book, CaseworkTerm::reopening, 2026_y / 8 / 31) == 2027_y / 2 / 28);
  CHECK_THROWS_AS(due(book, CaseworkTerm::closing_people, 2026_y / 3 / 10), Error);
}

TEST_CASE("a reason is known by its code while it is in force") {
  CaseworkBook book = french_casework_book();
  for (auto& list : book.lists)
    if (list.name == CaseworkList::closing_reason) list.entries.front().period.until = 2026_y / 3 / 10;
  const ReasonCode reached{"objective_reached"};
  CHECK(find(book, CaseworkList::closing_reason, reached, 2026_y / 3 / 9) != nullptr);
  CHECK(find(book, CaseworkList::closing_reason, reached, 2026_y / 3 / 10) == nullptr);
  CHECK(find(book, CaseworkList::home_reason, reached, 2026_y / 3 / 9) == nullptr);
  CHECK(entries_on(book, CaseworkList::closing_reason, 2026_y / 3 / 10).size() == 7);
}

TEST_CASE("every fault of a book is told with its place") {
  CHECK(has(faults_after([](auto& book) { book.schema = "patio/casework/2"; }), "/schema", "unknown_schema"));
  CHECK(has(faults_after([](auto& book) { book.terms.pop_back(); }), "/terms", "missing"));
  CHECK(has(faults_after([](auto& book) { book.terms[1].name = book.terms[0].name; }), "/terms/1", "repeated"));
  CHECK(has(faults_after([](auto& book) { book.terms[0].values.clear(); }), "/terms/0/values", "no_value"));
  CHECK(
      has(faults_after([](auto& book) { book.terms[0].values[0].value = -1; }), "/terms/0/values/0/value", "out_of_range"));
  CHECK(has(faults_after([](auto& book) { book.terms[0].values.push_back(book.terms[0].values[0]); }),
            "/terms/0/values/1/since", "out_of_order"));
  CHECK(has(faults_after([](auto& book) { book.lists[0].entries[0].label.en.clear(); }), "/lists/0/entries/0/label",
            "empty_text"));
  CHECK(has(faults_after([](auto& book) { book.lists[0].entries[1].code = book.lists[0].entries[0].code; }),
            "/lists/0/entries/1", "overlap"));
  CHECK(has(faults_after([](auto& book) {
              for (auto& list : book.lists)
                if (list.name == CaseworkList::sealed_category) list.entries[0].code = ReasonCode{"weather"};
            }),
            "/lists/2/entries/0/code", "unknown_reference"));
  CHECK_FALSE(load_casework_book("{").has_value());
}
