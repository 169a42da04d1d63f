#include <patio/casework/home_visit.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

const Date today = 2026_y / 3 / 10;
const ProfessionalCode cn1{"pro:cn1"}, dir{"pro:dir"};
const CaseworkBook& book() { return french_casework_book(); }

HomeVisit visit() {
  HomeVisit made;
  made.professional = cn1;
  made.starts_at = *parse_instant("2026-03-12T09:00:00Z");
  made.reason = ReasonCode{"mobility"};
  made.equipment = {AssetCode{"asset:l1"}};
  return made;
}

HomeDiary diary() {
  const SiteCode site{"site:patio"};
  return {{{AssetCode{"asset:f1"}, site, AssetKind::fixed_computer, "F1"},
           {AssetCode{"asset:l1"}, site, AssetKind::laptop, "L1"}},
          {},
          {},
          0};
}

std::string refused(const HomeVisit& made, const HomeDiary& at) {
  const auto planned = plan_home_visit(made, at, today, book());
  return planned ? "" : planned.error().code;
}

}  // namespace

TEST_CASE("a session at home needs a reason of the list, and the direction's approval") {
  HomeVisit without = visit();
  without.reason.reset();
  CHECK(refused(without, diary()) == "home_needs_reason");
  without.reason = ReasonCode{"comfort"};
  CHECK(refused(without, diary()) == "home_needs_reason");

  const auto asked = plan_home_visit(visit(), diary(), today, book());
  REQUIRE(asked.has_value());
  CHECK(asked->state == HomeVisitState::asked);
  CHECK(asked->minutes == 120);
  CHECK(home_visit_machine().step(asked->state, HomeVisitEvent::finish, {}).error().code == "home_needs_approval");
  CHECK(approve_home_visit(*asked, cn1).error().code == "home_needs_approval");
  const auto approved = approve_home_visit(*asked, dir);
  CHECK(approved->state == HomeVisitState::booked);
  CHECK(approved->approved_by == dir);
}

TEST_CASE("a fixed computer stays, and equipment that is out is not taken twice") {
  HomeVisit fixed = visit();
  fixed.equipment = {AssetCode{"asset:f1"}};
  CHECK(refused(fixed, diary()) == "asset_fixed");
  fixed.equipment = {AssetCode{"asset:nowhere"}};
  CHECK(refused(fixed, diary()) == "asset_fixed");
  HomeDiary busy = diary();
  busy.taken = {{AssetCode{"asset:l1"}, *parse_instant("2026-03-12T10:59:00Z"), 60}};
  CHECK(refused(visit(), busy) == "equipment_busy");
  busy.taken.front().starts_at = *parse_instant("2026-03-12T11:00:00Z");
  CHECK(refused(visit(), busy).empty());
}

TEST_CASE("who is taken elsewhere goes nowhere, and home stays the exception") {
  HomeDiary busy = diary();
  busy.occupied = {{SpaceCode{"space:c1"}, cn1, *parse_instant("2026-03-12T08:30:00Z"), 31}};
  CHECK(refused(visit(), busy) == "overlap");
  busy.occupied.front().minutes = 30;
  CHECK(refused(visit(), busy).empty());
  HomeDiary many = diary();
  many.visits_this_month = 8;
  CHECK(refused(visit(), many) == "home_visits_used_up");
  many.visits_this_month = 7;
  CHECK(refused(visit(), many).empty());
}

TEST_CASE("the table of home visits has no fault") { CHECK(check(home_visit_machine().table()).list.empty()); }
