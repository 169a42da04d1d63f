#include <patio/casework/case_change.hpp>

#include "a_case.hpp"
#include "catch.hpp"
#include "properties.hpp"

using namespace patio;
using namespace a_case;

TEST_CASE("a case is opened for somebody who is known and informed, with a referent") {
  CHECK(open_case(fresh(), {true, true})->file.state == CaseState::assessing);
  CHECK(open_case(fresh(), {false, true}).error().code == "person_anonymous");
  CHECK(open_case(fresh(), {true, false}).error().code == "not_informed");
  CaseFile alone = fresh();
  alone.members.clear();
  CHECK(open_case(alone, {true, true}).error().code == "no_referent");
}

TEST_CASE("a plan holds at least one step for a need of the case, and the person's agreement") {
  CHECK(plan_case(assessing(), {step()}, {debts}, true)->file.state == CaseState::active);
  CHECK(plan_case(assessing(), {}, {debts}, true).error().code == "plan_empty");
  CHECK(plan_case(assessing(), {step()}, {}, true).error().code == "plan_empty");
  CHECK(plan_case(assessing(), {step()}, {debts}, false).error().code == "person_not_agreed");
}

TEST_CASE("a member comes on a ground of the book, with the person's agreement, once") {
  const CaseMember member{mds1, hat_mds1, MemberRole::referent, ReasonCode{"consent"}, {opened_on, {}}};
  const auto added = add_member(active(), member, true, opened_on, book());
  REQUIRE(added.has_value());
  CHECK(standing_in(added->file, mds1, hat_mds1, opened_on) == Standing::member);  // never a second referent
  CHECK(add_member(added->file, member, true, opened_on, book()).error().code == "already_done");
  CHECK(add_member(active(), member, false, opened_on, book()).error().code == "person_not_agreed");
  CaseMember groundless = member;
  groundless.ground = ReasonCode{"curiosity"};
  CHECK(add_member(active(), groundless, true, opened_on, book()).error().code == "no_ground");
}

TEST_CASE("a member who leaves reads no longer the same day, and the referent does not leave that way") {
  const CaseMember member{mds1, hat_mds1, {}, ReasonCode{"consent"}, {opened_on, {}}};
  const auto file = add_member(active(), member, true, opened_on, book())->file;
  const auto left = remove_member(file, mds1, hat_mds1, 2026_y / 3 / 20);
  CHECK(standing_in(left->file, mds1, hat_mds1, 2026_y / 3 / 19) == Standing::member);
  CHECK(standing_in(left->file, mds1, hat_mds1, 2026_y / 3 / 20) == Standing::none);
  CHECK(remove_member(file, ts1, hat_ts1, 2026_y / 3 / 20).error().code == "not_a_member");
}

TEST_CASE("a case on hold says when it is looked at again, and that day is remembered") {
  CHECK(pause_case(active(), {}, opened_on).error().code == "review_date_required");
  CHECK(pause_case(active(), opened_on, opened_on).error().code == "review_date_required");
  const auto held = pause_case(active(), 2026_y / 4 / 1, opened_on);
  REQUIRE(held.has_value());
  CHECK(elapse_case(held->file, opened_on, false, 2026_y / 3 / 31, book())->effects.empty());
  CHECK(elapse_case(held->file, opened_on, false, 2026_y / 4 / 1, book())->effects ==
        std::vector<std::string>{"alert_review"});
  CHECK(resume_case(held->file)->file.state == CaseState::active);
}

TEST_CASE("until the new referent accepts, nothing changes; then the former one reads for thirty days and no longer") {
  const auto asked = transfer_case(active(), {ts2, hat_ts2}, true, 2026_y / 3 / 20);
  REQUIRE(asked.has_value());
  CHECK(standing_in(asked->file, ts1, hat_ts1, 2026_y / 3 / 25) == Standing::referent);
  CHECK(standing_in(asked->file, ts2, hat_ts2, 2026_y / 3 / 25) == Standing::none);
  CHECK(answer_transfer(asked->file, mds1, YesNo::yes, 2026_y / 3 / 25, book()).error().code == "not_the_new_referent");

  const auto accepted = answer_transfer(asked->file, ts2, YesNo::yes, 2026_y / 3 / 25, book());
  REQUIRE(accepted.has_value());
  CHECK(accepted->file.state == CaseState::active);
  CHECK(standing_in(accepted->file, ts2, hat_ts2, 2026_y / 3 / 25) == Standing::referent);
  CHECK(standing_in(accepted->file, ts1, hat_ts1, 2026_y / 3 / 25) == Standing::reader);
  CHECK(standing_in(accepted->file, ts1, hat_ts1, 2026_y / 4 / 23) == Standing::reader);
  CHECK(standing_in(accepted->file, ts1, hat_ts1, 2026_y / 4 / 24) == Standing::none);
  CHECK(referent_of(accepted->file, 2026_y / 3 / 25)->professional == ts2);
}

TEST_CASE("a transfer that is refused leaves the case with its referent, and one without answer is told of") {
  const auto asked = transfer_case(active(), {ts2, hat_ts2}, true, 2026_y / 3 / 20)->file;
  const auto refused = answer_transfer(asked, ts2, YesNo::no, 2026_y / 3 / 25, book());
  CHECK(refused->file == active());
  CHECK(elapse_case(asked, opened_on, false, 2026_y / 3 / 29, book())->effects.empty());
  CHECK(elapse_case(asked, opened_on, false, 2026_y / 3 / 30, book())->effects ==
        std::vector<std::string>{"alert_transfer"});
}

TEST_CASE("a case closes for a reason of the list, and not over an urgent need unless that is justified") {
  const ClosingRequest request{ReasonCode{"moved_away"}, ts1, 1, false};
  CHECK(close_case(active(), request, opened_on, book()).error().code == "need_still_open");
  ClosingRequest justified = request;
  justified.justified = true;
  CHECK(close_case(active(), justified, opened_on, book())->file.state == CaseState::closing);
  CHECK(close_case(active(), {ReasonCode{"bored"}, ts1, 0, false}, opened_on, book()).error().code == "reason_required");
  const auto closing = close_case(active(), justified, opened_on, book())->file;
  CHECK(reject_closure(closing)->file == active());
}

TEST_CASE("where a closing takes two people, who asked for it does not approve it") {
  CaseworkBook two = book();
  for (auto& term : two.terms)
    if (term.name == CaseworkTerm::closing_people) term.values[0].value = 2;
  const auto closing = close_case(active(), {ReasonCode{"rights_opened"}, ts1, 0, false}, opened_on, two)->file;
  CHECK(approve_closure(closing, ts1, opened_on, two).error().code == "approval_required");
  CHECK(approve_closure(closing, ts2, opened_on, two)->file.state == CaseState::closed);
  CHECK(approve_closure(closing, ts1, opened_on, book())->file.state == CaseState::closed);
}

TEST_CASE("within six months it is the same case that opens again, later another that follows it") {
  const CaseFile file = closed(2026_y / 3 / 10);
  CHECK(reopen_case(file, false, {ts1, hat_ts1}, second_case, 2026_y / 9 / 9, book()).error().code == "reason_required");
  const auto same = reopen_case(file, true, {ts1, hat_ts1}, second_case, 2026_y / 9 / 9, book());
  CHECK(same->file.id == first_case);
  CHECK(same->file.state == CaseState::active);
  const auto other = reopen_case(file, true, {ts1, hat_ts1}, second_case, 2026_y / 9 / 10, book());
  CHECK(other->file.id == second_case);
  CHECK(other->file.follows == first_case);
  CHECK(other->file.steps.empty());
}

TEST_CASE("two years after the last contact nobody reads any more, unless a legal hold keeps it") {
  const CaseFile file = closed(2026_y / 6 / 1);
  const Date contact = 2026_y / 5 / 20;
  CHECK(elapse_case(file, contact, false, 2028_y / 5 / 19, book())->file.state == CaseState::closed);
  CHECK(elapse_case(file, contact, true, 2028_y / 5 / 20, book())->file.state == CaseState::closed);
  const auto over = elapse_case(file, contact, false, 2028_y / 5 / 20, book());
  REQUIRE(over->file.state == CaseState::inactive);
  CHECK(standing_in(over->file, ts1, hat_ts1, 2028_y / 5 / 20) == Standing::none);
  CHECK(record_visa(over->file, false, false).error().code == "visa_missing");
  CHECK(record_visa(over->file, true, true).error().code == "legal_hold");
  CHECK(record_visa(over->file, true, false)->file.state == CaseState::anonymised);
}

TEST_CASE("a contact never heard of counts from the opening") {
  CHECK(elapse_case(closed(opened_on), {}, false, 2028_y / 3 / 10, book())->file.state == CaseState::inactive);
}

TEST_CASE("an open case has one referent at most, whatever is done to it") {
  prop("after any steps", [](const std::vector<int>& choices) {
    CaseFile file = active();
    Date today = opened_on;
    for (const int choice : choices) {
      today = add_days(today, 1);
      const auto change = [&]() -> Result<CaseChange> {
        switch (((choice % 6) + 6) % 6) {
          case 0: return transfer_case(file, {choice % 2 ? ts1 : ts2, choice % 2 ? hat_ts1 : hat_ts2}, true, today);
          case 1: return answer_transfer(file, file.next_referent.value_or(ts2), YesNo::yes, today, book());
          case 2: return add_member(file, {ts2, hat_ts2, {}, ReasonCode{"consent"}, {today, {}}}, true, today, book());
          case 3: return remove_member(file, ts2, hat_ts2, today);
          case 4: return pause_case(file, add_days(today, 3), today);
          default: return resume_case(file);
        }
      }();
      if (change) file = change->file;
      int referents = 0;
      for (const auto& member : file.members)
        if (member.role == MemberRole::referent && contains(member.period, today)) ++referents;
      RC_ASSERT(referents == 1);
    }
  });
}
