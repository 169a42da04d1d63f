#include <patio/orientation/candidate.hpp>

#include <algorithm>

#include "le_patio.hpp"

using namespace patio;

namespace {

OrientationRequest rent_arrears() {
  OrientationRequest request;
  request.need = NeedCode{"rent_arrears"};
  request.day = a_tuesday;
  request.circumstances.emplace();
  return request;
}

Service& service_of(CentrePlan& plan, std::string_view destination) {
  return *std::find_if(plan.services.begin(), plan.services.end(),
                       [&](const Service& each) { return each.destination == destination; });
}

const Candidate& named(const std::vector<Candidate>& all, std::string_view destination) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Candidate& each) { return each.destination.text() == destination; });
  REQUIRE(found != all.end());
  return *found;
}

Orientation asked(const CentrePlan& plan, const OrientationRequest& request) { return orient(default_needs_book(), plan, request); }

}  // namespace

TEST_CASE("each candidate carries what the desk tells about it: papers, deadline, what the desk can do") {
  OrientationRequest request;
  request.need = NeedCode{"carte_grise"};
  request.day = a_tuesday;
  request.event_day = 2026_y / 2 / 27;
  const auto answer = asked(le_patio(), request);
  REQUIRE(answer.primaries.size() == 1);
  const Candidate& desk = answer.primaries[0];
  CHECK(desk.documents == answer.documents);
  REQUIRE(desk.deadline);
  CHECK(desk.deadline->day == 2026_y / 3 / 27);
  REQUIRE(desk.desk_can.size() == 2);
  CHECK(desk.desk_can[0].fr == "recevoir sans rendez-vous");
  CHECK(desk.desk_can[1].fr == "faire la démarche en ligne avec la personne");
}

TEST_CASE("a permanence within the time that the urgency leaves is in time; a later one is not") {
  auto plan = le_patio();
  auto request = rent_arrears();
  const auto in_time = named(asked(plan, request).primaries, "mds");
  CHECK(in_time.rank.in_time == Fit::yes);
  CHECK(in_time.rank.first_day == a_tuesday);
  // Three working days from Tuesday end on Friday, before the next Tuesday.
  request.holidays = {a_tuesday};
  const auto late = named(asked(plan, request).primaries, "mds");
  CHECK(late.next->day == 2026_y / 3 / 17);
  CHECK(late.rank.in_time == Fit::no);
  CHECK_FALSE(late.rank.first_day);
}

TEST_CASE("a desk is there when the house is open, and nothing is known of who is elsewhere") {
  const auto answer = asked(le_patio(), rent_arrears());
  CHECK(named(answer.primaries, "ccas_social_worker").rank.in_time == Fit::yes);
  CHECK(named(answer.primaries, "ccas_social_worker").rank.first_day == a_tuesday);
  CHECK(named(answer.secondaries, "adil").rank.in_time == Fit::unknown);
  CHECK(named(answer.secondaries, "adil").rank.openness == Openness::elsewhere);
}

TEST_CASE("how far it is comes from the site that receives") {
  auto request = rent_arrears();
  request.circumstances->home.emplace().position = Position{48.8566, 2.3522};
  const auto mds = named(asked(le_patio(), request).primaries, "mds");
  REQUIRE(mds.rank.km);
  CHECK(*mds.rank.km == Approx(16.6).margin(0.1));
  CHECK(mds.rank.distance == Distance::within_25_km);
}

TEST_CASE("the language of the person, steps in the way and who knows them already are weighed") {
  auto plan = le_patio();
  service_of(plan, "mds").languages = {"ar", "en"};
  plan.sites.front().step_free = YesNo::no;
  auto request = rent_arrears();
  request.circumstances->language = "ar";
  request.circumstances->step_free = YesNo::yes;
  request.circumstances->known_to = {"pro:mds1"};
  const auto mds = named(asked(plan, request).primaries, "mds");
  CHECK(mds.rank.language == Fit::yes);
  CHECK(mds.rank.step_free == Fit::no);
  CHECK(mds.rank.known_to == Fit::yes);
  CHECK(named(asked(plan, request).primaries, "ccas_social_worker").rank.language == Fit::unknown);
  request.circumstances->language = "pt";
  CHECK(named(asked(plan, request).primaries, "mds").rank.language == Fit::no);
}

TEST_CASE("who comes to the home spares a hard way") {
  auto plan = le_patio();
  service_of(plan, "mds").modes = {ReceptionMode::in_person, ReceptionMode::home};
  auto request = rent_arrears();
  request.circumstances->home.emplace().position = Position{48.8566, 2.3522};
  CHECK(named(asked(plan, request).primaries, "mds").rank.distance == Distance::within_25_km);
  request.facts.mobility = Mobility::housebound;
  CHECK(named(asked(plan, request).primaries, "mds").rank.distance == Distance::remote);
}

TEST_CASE("the fields of a rank weigh in their order") {
  const CandidateRank open{Openness::open, Fit::yes, a_tuesday, Distance::within_2_km, Fit::yes, Fit::yes, Fit::yes, 1.0};
  const auto worse = [&](auto change) {
    CandidateRank other = open;
    change(other);
    CHECK(ranks_before(open, other, Travel::easy));
    CHECK_FALSE(ranks_before(other, open, Travel::easy));
  };
  worse([](CandidateRank& rank) { rank.openness = Openness::full; });
  worse([](CandidateRank& rank) { rank.in_time = Fit::unknown; });
  worse([](CandidateRank& rank) { rank.first_day = add_days(a_tuesday, 1); });
  worse([](CandidateRank& rank) { rank.distance = Distance::farther; });
  worse([](CandidateRank& rank) { rank.language = Fit::no; });
  worse([](CandidateRank& rank) { rank.step_free = Fit::unknown; });
  worse([](CandidateRank& rank) { rank.known_to = Fit::no; });
  worse([](CandidateRank& rank) { rank.km = 1.5; });
  CHECK_FALSE(ranks_before(open, open, Travel::easy));
}
