#include <patio/orientation/needs_book.hpp>

#include <algorithm>
#include <tuple>

#include "book_check.hpp"
#include "dated.hpp"
#include "embedded.hpp"
#include "standing_rules.hpp"

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

/// By need; within one, in the order of the files.
std::vector<LocalRule> stably_sorted(std::vector<LocalRule> rules) {
  std::stable_sort(rules.begin(), rules.end(), [](const LocalRule& first, const LocalRule& second) { return first.need < second.need; });
  return rules;
}

template <class T>
void place_all(const std::vector<T>& values, std::vector<Placed<T>>& parts) {
  for (const auto& each : values) parts.push_back({each, {}});
}

/// A book that was checked before: its entries have no place to be found at fault.
BookParts parts_of(const NeedsBook& book) {
  BookParts parts;
  place_all(book.needs, parts.needs);
  place_all(book.safety, parts.safety);
  place_all(book.destinations, parts.destinations);
  place_all(book.facts, parts.facts);
  place_all(book.veille, parts.veille);
  parts.words.push_back({book.words, {}});
  place_all(book.local_rules, parts.local_rules);
  place_all(book.sectors, parts.sectors);
  return parts;
}

NeedsBook assemble(BookParts parts) {
  return {sorted_by(values_of(std::move(parts.needs)),
                    [](const Need& need) { return std::tie(need.code, need.provenance.in_force.since, need.provenance.recorded); }),
          values_of(std::move(parts.safety)),
          sorted_by(values_of(std::move(parts.destinations)), [](const Destination& each) { return each.code; }),
          sorted_by(values_of(std::move(parts.facts)),
                    [](const FactSheet& sheet) { return orientation_vocabulary().find(sheet.name); }),
          parts.words.empty() ? DirectoryWords{} : std::move(parts.words.front().value),
          sorted_by(values_of(std::move(parts.veille)),
                    [](const VeilleBrakes& brakes) { return brakes.provenance.in_force.since; }),
          stably_sorted(values_of(std::move(parts.local_rules))),
          values_of(std::move(parts.sectors))};
}

/// References of a book that was only half read would be told as faults without being any.
Checked<NeedsBook> checked(BookParts parts) {
  if (!parts.issues.list.empty()) return parts.issues;
  Issues faults = check_book(parts);
  if (!faults.list.empty()) return faults;
  return assemble(std::move(parts));
}

bool same_need(const Need& first, const Need& second) { return first.code == second.code; }
bool same_safety(const SafetyRule& first, const SafetyRule& second) { return first.rule.id == second.rule.id; }

NeedsBook embedded_book() {
  std::vector<BookFile> files;
  for (const auto& file : embedded::needs()) files.push_back({file.path, file.text});
  return load_needs_book(files).value();
}

}  // namespace

Checked<NeedsBook> load_needs_book(std::span<const BookFile> files) {
  BookParts parts;
  for (const auto& file : files) read_book_file(file, parts);
  return checked(std::move(parts));
}

Checked<NeedsBook> with_local_rules(const NeedsBook& book, std::span<const BookFile> files) {
  BookParts parts = parts_of(book);
  for (const auto& file : files) read_book_file(file, parts);
  return checked(std::move(parts));
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
  std::erase_if(dated.needs, [&](const Need& need) { return !holds(book.needs, need, same_need, day, {}); });
  std::erase_if(dated.safety, [&](const SafetyRule& safety) { return !holds(book.safety, safety, same_safety, day, {}); });
  dated.local_rules.clear();
  for (const auto& need : dated.needs)
    for (const auto* rule : local_rules_on(book, need.code, day)) dated.local_rules.push_back(*rule);
  return dated;
}

VeilleBrakes brakes_on(const NeedsBook& book, Date day) {
  for (const auto& brakes : book.veille)
    if (contains(brakes.provenance.in_force, day)) return brakes;
  return {2, 90, 30, {}};
}

const Need* find_need(const NeedsBook& book, const NeedCode& code, Date day, std::optional<Date> known_as_of) {
  // Sorted by code.
  const auto before = [](const Need& need, const NeedCode& each) { return need.code < each; };
  for (auto need = std::lower_bound(book.needs.begin(), book.needs.end(), code, before);
       need != book.needs.end() && need->code == code; ++need)
    if (holds(book.needs, *need, same_need, day, known_as_of)) return &*need;
  return nullptr;
}

std::vector<const SafetyRule*> safety_on(const NeedsBook& book, Date day, std::optional<Date> known_as_of) {
  std::vector<const SafetyRule*> rules;
  for (const auto& each : book.safety)
    if (holds(book.safety, each, same_safety, day, known_as_of)) rules.push_back(&each);
  return rules;
}

const Destination* find_destination(const NeedsBook& book, const DestinationCode& code) {
  const auto found = std::find_if(book.destinations.begin(), book.destinations.end(),
                                  [&](const Destination& destination) { return destination.code == code; });
  return found == book.destinations.end() ? nullptr : &*found;
}

std::vector<NeedCode> due_for_review(const NeedsBook& book, Date day, int within_days) {
  std::vector<NeedCode> due;
  for (const auto& need : book.needs)
    if (find_need(book, need.code, day) == &need && days_between(day, need.provenance.review_by) <= within_days)
      due.push_back(need.code);
  return due;
}

}  // namespace patio
