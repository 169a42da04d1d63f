#include <patio/casework/referral_reason.hpp>

#include <patio/base/json.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

constexpr Date day = 2026_y / 3 / 10;

ReasonBook small_book() {
  ReasonBook book = default_reasons();
  book.reasons.resize(2);
  book.outcomes.resize(1);
  return book;
}

std::vector<std::string> faults(const ReasonBook& book) {
  std::vector<std::string> found;
  const auto read = read_reason_book(to_json(book));
  if (!read)
    for (const auto& issue : read.error().list) found.push_back(issue.path + " " + issue.code);
  return found;
}

}  // namespace

TEST_CASE("a reason holds for the steps that it was made for, from its first day") {
  const auto& book = default_reasons();
  CHECK(is_reason_for(book, ReferralEvent::decline, {"waiting_list_too_long"}, day));
  CHECK_FALSE(is_reason_for(book, ReferralEvent::stop, {"waiting_list_too_long"}, day));
  CHECK_FALSE(is_reason_for(book, ReferralEvent::decline, {"no_such_reason"}, day));
  CHECK_FALSE(is_reason_for(book, ReferralEvent::decline, {"waiting_list_too_long"}, 2019_y / 12 / 31));
}

TEST_CASE("an outcome says what became of the need") {
  REQUIRE(outcome_on(default_reasons(), {"right_opened"}, day));
  CHECK(outcome_on(default_reasons(), {"right_opened"}, day)->need == NeedStatus::covered);
  CHECK(outcome_on(default_reasons(), {"person_did_not_come"}, day)->need == NeedStatus::unmet);
  CHECK_FALSE(outcome_on(default_reasons(), {"no_such_outcome"}, day));
}

TEST_CASE("each step that needs a reason has some to choose from") {
  for (const auto event : {ReferralEvent::decline, ReferralEvent::ask_info, ReferralEvent::stop, ReferralEvent::person_leaves,
                           ReferralEvent::dispute, ReferralEvent::void_}) {
    INFO(name_of(event));
    CHECK(std::any_of(default_reasons().reasons.begin(), default_reasons().reasons.end(), [&](const ReferralReason& each) {
      return is_reason_for(default_reasons(), event, each.code, day);
    }));
  }
}

TEST_CASE("a book of reasons that cannot be right is refused with every fault") {
  CHECK(faults(small_book()).empty());
  ReasonBook book = small_book();
  book.schema = "other";
  book.reasons[1].code = book.reasons[0].code;
  book.reasons[1].text.en.clear();
  book.outcomes[0].in_force.until = book.outcomes[0].in_force.since;
  CHECK(faults(book) == std::vector<std::string>{"/schema unknown_schema", "/reasons/1/text missing_text",
                                                 "/reasons/1/in_force overlap",
                                                 "/outcomes/0/in_force ends_before_it_begins"});
}
