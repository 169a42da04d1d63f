#include <patio/orientation/visit_plan.hpp>

#include <patio/base/json.hpp>

#include "le_patio.hpp"

using namespace patio;

namespace {

/// Monday 9 March 2026, 8:00 in Paris.
VisitPlanRequest at_le_patio(std::vector<NeedCode> needs) {
  VisitPlanRequest request;
  request.now = *parse_instant("2026-03-09T07:00:00Z");
  for (auto& each : needs) request.needs.push_back({std::move(each), {}, {}, {}, {}});
  return request;
}

VisitPlan plan(const VisitPlanRequest& request) { return plan_visits(default_needs_book(), le_patio(), request); }

}  // namespace

TEST_CASE("debts and rent arrears are seen to on one Tuesday, when the budget adviser and the MDS both receive") {
  const auto made = plan(at_le_patio({NeedCode{"over_indebtedness"}, NeedCode{"rent_arrears"}}));
  REQUIRE(made.visits.size() == 1);
  CHECK(made.visits[0].day == a_tuesday);
  CHECK(made.visits[0].stops.size() == 2);
  CHECK(made.together.visits == 1);
  CHECK(made.alone.visits == 2);
  CHECK(made.proof == PlanProof::exact);
  REQUIRE_FALSE(made.reasons.empty());
  CHECK(made.reasons[0].fr == "1 passage au lieu de 2");
}

TEST_CASE("every paper is named once for the visit, and so is everybody who comes") {
  auto request = at_le_patio({NeedCode{"over_indebtedness"}, NeedCode{"budget"}});
  request.needs[0].persons = {"marc"};
  request.needs[1].persons = {"marc", "jeanne"};
  const auto made = plan(request);
  REQUIRE(made.visits.size() == 1);
  CHECK(made.visits[0].persons.size() == 2);
  for (std::size_t i = 0; i < made.visits[0].documents.size(); ++i)
    CHECK(std::count(made.visits[0].documents.begin(), made.visits[0].documents.end(), made.visits[0].documents[i]) == 1);
  CHECK_FALSE(made.visits[0].documents.empty());
}

TEST_CASE("what the desk does without an appointment fills the way of another need") {
  const auto made = plan(at_le_patio({NeedCode{"carte_grise"}, NeedCode{"neighbour_dispute"}}));
  // Facts of the neighbour's dispute are missing: it waits for its question.
  REQUIRE(made.visits.size() == 1);
  CHECK(made.visits[0].stops[0].need == NeedCode{"carte_grise"});
  CHECK_FALSE(made.visits[0].stops[0].permanence);
  REQUIRE(made.unplanned.size() == 1);
  CHECK(made.unplanned[0].reason == UnplannedReason::question);
  CHECK(made.unplanned[0].question);
}

TEST_CASE("a partner who says no days is to be contacted: nobody is sent to a closed door") {
  const auto made = plan(at_le_patio({NeedCode{"cv_job_search"}}));
  CHECK(made.visits.empty());
  REQUIRE(made.unplanned.size() == 1);
  CHECK(made.unplanned[0].contacts.at(0).destination == DestinationCode{"meif"});
}

TEST_CASE("a need for which nobody receives at the centre names whom to contact") {
  const auto made = plan(at_le_patio({NeedCode{"unhealthy_housing"}}));
  REQUIRE(made.unplanned.size() == 1);
  CHECK(made.unplanned[0].reason == UnplannedReason::elsewhere);
  REQUIRE_FALSE(made.unplanned[0].contacts.empty());
  CHECK(made.unplanned[0].contacts[0].destination == DestinationCode{"hygiene_service"});
}

TEST_CASE("a plan that can't be asked for says everything that is wrong with it") {
  auto request = at_le_patio({NeedCode{"teleport"}});
  request.days = 0;
  request.desk_minutes = 1;
  try {
    (void)plan(request);
    FAIL("an impossible plan was made");
  } catch (const InvalidInput& bad) {
    CHECK(bad.issues().list.size() == 3);
  }
}

TEST_CASE("the same request has the same plan, and it is the same in JSON and back") {
  const auto request = at_le_patio({NeedCode{"over_indebtedness"}, NeedCode{"rent_arrears"}, NeedCode{"carte_grise"}});
  const auto made = plan(request);
  CHECK(to_json(made) == to_json(plan(request)));
  CHECK(from_json<VisitPlan>(to_json(made)).value() == made);
}
