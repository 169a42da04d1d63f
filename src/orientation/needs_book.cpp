#include <patio/orientation/needs_book.hpp>

#include <algorithm>
#include <tuple>

#include "book_check.hpp"
#include "embedded.hpp"

namespace patio {
namespace {

template <class T>
std::vector<T> values_of(std::vector<Placed<T>> placed) {
  std::vector<T> values;
  for (auto& each : placed) values.push_back(std::move(each.value));
  return values;
}

template <class T, class Key>
std::vector<T> sorted_by(std::vector<T> values, Key key) {
  std::sort(values.begin(), values.end(), [&](const T& first, const T& second) { return key(first) < key(second); });
  return values;
}

NeedsBook assemble(BookParts parts) {
  return {sorted_by(values_of(std::move(parts.needs)),
                    [](const Need& need) { return std::tie(need.code, need.provenance.in_force.since); }),
          values_of(std::move(parts.safety)),
          sorted_by(values_of(std::move(parts.destinations)), [](const Destination& each) { return each.code; }),
          sorted_by(values_of(std::move(parts.facts)),
                    [](const FactSheet& sheet) { return orientation_vocabulary().find(sheet.name); })};
}

NeedsBook embedded_book() {
  std::vector<BookFile> files;
  for (const auto& file : embedded::needs()) files.push_back({file.path, file.text});
  return load_needs_book(files).value();
}

}  // namespace

Checked<NeedsBook> load_needs_book(std::span<const BookFile> files) {
  BookParts parts;
  for (const auto& file : files) read_book_file(file, parts);
  // References of a book that was only half read would be told as faults without being any.
  if (!parts.issues.list.empty()) return parts.issues;
  Issues faults = check_book(parts);
  if (!faults.list.empty()) return faults;
  return assemble(std::move(parts));
}

const NeedsBook& default_needs_book() {
  static const NeedsBook book = embedded_book();
  return book;
}

const rules::Vocabulary& orientation_vocabulary() {
  static const rules::Vocabulary vocabulary = rules::vocabulary_of<PersonFacts>();
  return vocabulary;
}

const NeedCode& fallback_need() {
  static const NeedCode code{"unknown"};
  return code;
}

NeedsBook as_of(const NeedsBook& book, Date day) {
  NeedsBook dated = book;
  std::erase_if(dated.needs, [&](const Need& need) { return !contains(need.provenance.in_force, day); });
  std::erase_if(dated.safety, [&](const SafetyRule& safety) { return !contains(safety.provenance.in_force, day); });
  return dated;
}

const Need* find_need(const NeedsBook& book, const NeedCode& code, Date day) {
  const auto found = std::find_if(book.needs.begin(), book.needs.end(), [&](const Need& need) {
    return need.code == code && contains(need.provenance.in_force, day);
  });
  return found == book.needs.end() ? nullptr : &*found;
}

const Destination* find_destination(const NeedsBook& book, const DestinationCode& code) {
  const auto found = std::find_if(book.destinations.begin(), book.destinations.end(),
                                  [&](const Destination& destination) { return destination.code == code; });
  return found == book.destinations.end() ? nullptr : &*found;
}

std::vector<NeedCode> due_for_review(const NeedsBook& book, Date day, int within_days) {
  std::vector<NeedCode> due;
  for (const auto& need : book.needs)
    if (contains(need.provenance.in_force, day) && days_between(day, need.provenance.review_by) <= within_days)
      due.push_back(need.code);
  return due;
}

}  // namespace patio
