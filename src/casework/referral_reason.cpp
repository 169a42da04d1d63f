#include <patio/casework/referral_reason.hpp>

#include <algorithm>

#include "embedded.hpp"
#include "base/book_file.hpp"

namespace patio {
namespace {

class ReasonCheck {
 public:
  Issues issues;

  template <class Entry>
  void list(const std::vector<Entry>& entries, const std::string& path) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Entry& each = entries[i];
      if (each.text.fr.empty() || each.text.en.empty())
        fault(pointer(path, i) + "/text", "missing_text", {"le dire en français et en anglais", "say it in French and English"});
      if (is_empty(each.in_force))
        fault(pointer(path, i) + "/in_force", "ends_before_it_begins",
              {"la fin doit suivre le début", "the end must follow the beginning"});
      for (std::size_t other = 0; other < i; ++other)
        if (entries[other].code == each.code && overlaps(entries[other].in_force, each.in_force))
          fault(pointer(path, i) + "/in_force", "overlap",
                {"deux entrées de ce code valent le même jour", "two entries of that code hold on the same day"});
    }
  }

  void fault(std::string path, const char* code, Text message) {
    issues.list.push_back({std::move(path), code, std::move(message)});
  }
};

}  // namespace

Checked<ReasonBook> read_reason_book(std::string_view json) {
  auto book = read_book_file<ReasonBook>(json);
  if (!book) return book;
  ReasonCheck check;
  if (book->schema != "patio/referral_reasons/1")
    check.fault("/schema", "unknown_schema", {"attendu : patio/referral_reasons/1", "expected patio/referral_reasons/1"});
  check.list(book->reasons, "/reasons");
  check.list(book->outcomes, "/outcomes");
  if (!check.issues.list.empty()) return check.issues;
  return book;
}

const ReasonBook& default_reasons() {
  static const ReasonBook book = read_reason_book(embedded::referral_reasons().front().text).value();
  return book;
}

bool is_reason_for(const ReasonBook& book, ReferralEvent event, const ReasonCode& reason, Date day) {
  return std::any_of(book.reasons.begin(), book.reasons.end(), [&](const ReferralReason& each) {
    return each.code == reason && contains(each.in_force, day) &&
           std::find(each.events.begin(), each.events.end(), event) != each.events.end();
  });
}

const ReferralOutcome* outcome_on(const ReasonBook& book, const OutcomeCode& outcome, Date day) {
  const auto found = std::find_if(book.outcomes.begin(), book.outcomes.end(), [&](const ReferralOutcome& each) {
    return each.code == outcome && contains(each.in_force, day);
  });
  return found == book.outcomes.end() ? nullptr : &*found;
}

}  // namespace patio
