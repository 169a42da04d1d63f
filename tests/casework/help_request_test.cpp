#include <patio/casework/help_request.hpp>

#include <patio/base/json.hpp>
#include <patio/schedule/holiday.hpp>

#include "arbitrary.hpp"
#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

const Date today = 2026_y / 3 / 10;
const CaseworkBook& book() { return french_casework_book(); }

std::vector<Date> holidays() {
  std::vector<Date> days;
  for (const auto& each : public_holidays(2026, HolidayZone::metropole)) days.push_back(each.day);
  return days;
}

HelpRequest draft() {
  HelpRequest request;
  request.kind = ReasonCode{"energy"};
  request.asked_cents = 30000;
  request.situation = {1, 5, 98760, 71200, "Coupure annoncée, deux mois impayés."};
  return request;
}

HelpRequest presented() { return present_help(submit_help(draft(), today, book()).value(), {}, today).value(); }

const HelpDecision grant{20000, ReasonCode{"to_creditor"}, {}};
const HelpDecision refuse{0, {}, ReasonCode{"legal_right_first"}};

}  // namespace

TEST_CASE("the table of help requests has no fault") { CHECK(check(help_machine().table()).list.empty()); }

TEST_CASE("a request asks for something of the list, and for some money") {
  CHECK(submit_help(draft(), today, book())->submitted_on == today);
  HelpRequest other = draft();
  other.kind = ReasonCode{"a_yacht"};
  CHECK(submit_help(other, today, book()).error().code == "reason_required");
  HelpRequest nothing = draft();
  nothing.asked_cents = 0;
  CHECK(submit_help(nothing, today, book()).error().code == "amount_out_of_range");
}

TEST_CASE("a summary that names somebody does not reach the board") {
  HelpRequest request = submit_help(draft(), today, book()).value();
  request.situation.summary = "Mme Petit n'a plus de chauffage.";
  CHECK(present_help(request, {}, today).error().code == "identifying_content");
  request.situation.summary = "Elle n'a plus de chauffage.";
  CHECK(present_help(request, {}, today)->state == HelpState::presented);
  request.situation.summary = "la dame Lilas n'a plus de chauffage";
  CHECK(present_help(request, {"Lilas"}, today).error().code == "identifying_content");
}

TEST_CASE("the board grants no more than was asked, in a way of the list, or refuses with a reason") {
  CHECK(decide_help(presented(), grant, today, book())->state == HelpState::granted);
  CHECK(decide_help(presented(), {30001, grant.payment_mode, {}}, today, book()).error().code == "amount_out_of_range");
  CHECK(decide_help(presented(), {-1, grant.payment_mode, {}}, today, book()).error().code == "amount_out_of_range");
  CHECK(decide_help(presented(), {100, {}, {}}, today, book()).error().code == "payment_mode_required");
  CHECK(decide_help(presented(), refuse, today, book())->state == HelpState::refused);
  CHECK(decide_help(presented(), {}, today, book()).error().code == "reason_required");
}

TEST_CASE("two months of silence refuse, and not a day before") {
  CHECK(elapse_help(presented(), 2026_y / 5 / 9, book())->state == HelpState::presented);
  CHECK(elapse_help(presented(), 2026_y / 5 / 10, book())->state == HelpState::refused_by_silence);
}

TEST_CASE("neither the day of the notice nor that of the term counts, and a day that is not worked moves it") {
  CHECK(appeal_until(2026_y / 3 / 10, holidays(), book()) == 2026_y / 5 / 11);
  // 15 March: the term is Friday 15 May, the day after is a Saturday.
  CHECK(appeal_until(2026_y / 3 / 15, holidays(), book()) == 2026_y / 5 / 18);
  // 13 March: the term is 13 May, the day after is Ascension Day.
  CHECK(appeal_until(2026_y / 3 / 13, holidays(), book()) == 2026_y / 5 / 15);
  // 31 December: February has no such day.
  CHECK(appeal_until(2025_y / 12 / 31, holidays(), book()) == 2026_y / 3 / 2);
}

TEST_CASE("an appeal comes in time, or at any time from whoever was never told how to appeal") {
  HelpRequest refused = decide_help(presented(), refuse, today, book()).value();
  CHECK(appeal_help(refused, 2027_y / 1 / 4, holidays(), book())->state == HelpState::appealed);
  refused.notified_on = today;
  CHECK(appeal_help(refused, 2026_y / 5 / 11, holidays(), book())->state == HelpState::appealed);
  CHECK(appeal_help(refused, 2026_y / 5 / 12, holidays(), book()).error().code == "appeal_too_late");
  const auto appealed = appeal_help(refused, today, holidays(), book()).value();
  CHECK(decide_help(appealed, grant, today, book())->state == HelpState::granted);
  CHECK(decide_help(appealed, refuse, today, book())->state == HelpState::upheld);
}

TEST_CASE("the board reads bands, rounded sums and no name") {
  Person person;
  person.usual_name = "Ormeau";
  person.birth_date = 1942_y / 1 / 15;
  HelpRequest request = presented();
  request.situation.summary = "La famille ormeau de Palaiseau a froid. Marc Petit aide.";
  const BoardCase seen = board_view(request, person, 4, today, book());
  CHECK(seen.number == 4);
  CHECK(seen.age == "80+");
  CHECK(seen.adults == "1");
  CHECK(seen.children == "4+");
  CHECK(seen.resources_euros == 1000);
  CHECK(seen.charges_euros == 700);
  CHECK(seen.summary == "La famille […] de […] a froid. […] aide.");
  person.birth_date = 1985_y / 3 / 22;
  CHECK(board_view(request, person, 4, today, book()).age == "35-44");
  person.birth_date.reset();
  CHECK(board_view(request, person, 4, today, book()).age.empty());
}

TEST_CASE("the board's view holds nothing that identifies, whatever was written") {
  prop("for any request and person", [](HelpRequest request, const Person& person) {
    const auto pick = *rc::gen::element<std::string>("Mme Petit", "née le 22/03/1985", "12 rue des Lilas", "0612345678",
                                                     "Marc", "", "à Igny");
    request.situation.summary += ' ' + pick;
    const BoardCase seen = board_view(request, person, 1, today, book());
    for (const auto& text : {seen.summary, seen.age, seen.adults, seen.children})
      RC_ASSERT(find_identifying(text, identity_words(person)).empty());
  });
}

TEST_CASE("what the board decided is of the day on which it met, and not before") {
  HelpRequest request = submit_help(draft(), today, book()).value();
  request = present_help(request, {}, 2026_y / 3 / 20).value();
  CHECK(decide_help(request, grant, 2026_y / 3 / 19, book()).error().code == "too_early");
  CHECK(decide_help(request, refuse, 2026_y / 3 / 19, book()).error().code == "too_early");
  CHECK(decide_help(request, grant, 2026_y / 3 / 25, book())->decided_on == 2026_y / 3 / 20);
  HelpDecision later = grant;
  later.sat_on = 2026_y / 3 / 24;
  CHECK(decide_help(request, later, 2026_y / 3 / 25, book())->decided_on == 2026_y / 3 / 24);
  later.sat_on = 2026_y / 3 / 9;
  CHECK(decide_help(request, later, 2026_y / 3 / 25, book()).error().code == "too_early");
}
