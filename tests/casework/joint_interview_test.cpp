#include <patio/casework/joint_interview.hpp>

#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

const ProfessionalCode mds1{"pro:mds1"}, udaf1{"pro:udaf1"}, ts1{"pro:ts1"};

const CentrePlan& plan() {
  static const CentrePlan read = [] {
    std::ifstream file(std::string(PATIO_TEST_DATA) + "/../examples/data/le-patio.json", std::ios::binary);
    return read_centre_plan(std::string(std::istreambuf_iterator<char>(file), {})).value();
  }();
  return read;
}

const Zone& paris() {
  static const Zone zone = *find_zone("Europe/Paris");
  return zone;
}

/// From Monday 16 March 2026, when only Tuesday the 17th is within reach.
SlotSearch search(std::vector<Occupied> occupied) {
  return {*parse_instant("2026-03-16T08:00:00Z"), 3, std::move(occupied)};
}

Occupied taken(const ProfessionalCode& professional, const char* space, const char* at, int minutes) {
  return {*SpaceCode::parse(space), professional, *parse_instant(at), minutes};
}

std::vector<CommonSlot> slots(std::vector<ProfessionalCode> professionals, int minutes, std::vector<Occupied> occupied) {
  return common_slots({std::move(professionals), minutes}, plan(), search(std::move(occupied)), {}, paris());
}

JointInterview interview() {
  JointInterview made;
  made.person_id = PersonId{{1}};
  made.referent = ts1;
  made.attendees = {{mds1, HatCode{"hat:mds1"}, OrganisationCode{"org:mds"}},
                    {udaf1, HatCode{"hat:udaf1"}, OrganisationCode{"org:udaf"}}};
  made.themes = {CategoryCode{"resources"}, CategoryCode{"housing"}};
  return made;
}

Consent consent_for(std::vector<OrganisationCode> recipients, std::vector<CategoryCode> categories) {
  Consent given;
  given.person_id = PersonId{{1}};
  given.purpose = PurposeCode{"joint_interview"};
  given.recipients = std::move(recipients);
  given.categories = std::move(categories);
  given.period = {2026_y / 3 / 10, 2026_y / 3 / 18};
  given.state = ConsentState::active;
  return given;
}

const Date meeting = 2026_y / 3 / 17;

}  // namespace

TEST_CASE("when one is taken at nine, both are first free at a quarter to ten") {
  const auto found = slots({mds1, udaf1}, 45, {taken(udaf1, "space:c1", "2026-03-17T08:00:00Z", 45)});
  REQUIRE(found.size() == 3);
  CHECK(found.front() == CommonSlot{SpaceCode{"space:c1"}, *parse_instant("2026-03-17T08:45:00Z"), 45});
}

TEST_CASE("everybody needs a seat, and the room must be out of earshot") {
  CHECK_FALSE(slots({mds1, udaf1}, 45, {}).empty());
  // Three professionals and the person: no confidential space has four seats.
  CHECK(slots({mds1, udaf1, ts1}, 45, {}).empty());
  std::vector<Occupied> all_rooms;
  for (const char* space : {"space:c1", "space:c2", "space:c3"})
    all_rooms.push_back(taken(ProfessionalCode{"pro:other"}, space, "2026-03-17T08:00:00Z", 180));
  CHECK(slots({mds1, udaf1}, 45, all_rooms).empty());
}

TEST_CASE("a longer meeting ends before the permanence does, and who holds none is free when the diary says nothing") {
  const auto found = slots({mds1, udaf1}, 90, {});
  REQUIRE_FALSE(found.empty());
  CHECK(found.back().starts_at + std::chrono::minutes(90) <= *parse_instant("2026-03-17T11:00:00Z"));
  CHECK(slots({ts1}, 45, {}).empty());
  CHECK_FALSE(slots({mds1, ts1}, 45, {}).empty());
}

TEST_CASE("the consent covers each attendee and each theme, together or in several") {
  const OrganisationCode mds{"org:mds"}, udaf{"org:udaf"};
  const CategoryCode resources{"resources"}, housing{"housing"};
  CHECK(uncovered(interview(), {consent_for({mds, udaf}, {resources, housing})}, meeting) == std::nullopt);
  CHECK(uncovered(interview(), {consent_for({mds}, {resources, housing}), consent_for({udaf}, {resources, housing})},
                  meeting) == std::nullopt);
  CHECK(uncovered(interview(), {consent_for({mds}, {resources, housing})}, meeting)->code == "attendee_not_covered");
  const auto gap = uncovered(interview(), {consent_for({mds, udaf}, {resources})}, meeting);
  REQUIRE(gap.has_value());
  CHECK(gap->message.en == "the person's consent does not cover org:mds for housing");
  CHECK(uncovered(interview(), {}, meeting).has_value());
  CHECK(uncovered(interview(), {consent_for({mds, udaf}, {resources, housing})}, 2026_y / 3 / 18).has_value());
  Consent of_another = consent_for({mds, udaf}, {resources, housing});
  of_another.person_id = PersonId{{2}};
  CHECK(uncovered(interview(), {of_another}, meeting).has_value());
  Consent withheld = consent_for({mds, udaf}, {resources, housing});
  withheld.withheld = {housing};
  CHECK(uncovered(interview(), {withheld}, meeting).has_value());
}

TEST_CASE("a joint interview has two organisations at least, each attendee once, and a theme") {
  CHECK(check(interview()).list.empty());
  JointInterview alone = interview();
  alone.attendees.pop_back();
  alone.themes.clear();
  CHECK(check(alone).list.size() == 2);
  JointInterview twice = interview();
  twice.attendees.push_back(twice.attendees.front());
  CHECK(check(twice).list.front().code == "repeated");
}

TEST_CASE("it is held once begun and covered, and not after it was cancelled") {
  const auto& machine = joint_interview_machine();
  CHECK(check(machine.table()).list.empty());
  CHECK(machine.step(JointInterviewState::planned, JointInterviewEvent::hold, {false, true}).error().code == "too_early");
  CHECK(machine.step(JointInterviewState::planned, JointInterviewEvent::hold, {true, false}).error().code == "no_ground");
  CHECK(machine.step(JointInterviewState::planned, JointInterviewEvent::hold, {true, true})->state ==
        JointInterviewState::held);
  CHECK(machine.step(JointInterviewState::cancelled, JointInterviewEvent::hold, {true, true}).error().code ==
        "illegal_transition");
}

TEST_CASE("a common slot is one in which nobody and no room is taken, whatever the diary holds") {
  prop("for any diary", [](const std::vector<std::pair<std::uint8_t, std::uint8_t>>& bookings) {
    std::vector<Occupied> diary;
    const char* spaces[] = {"space:c1", "space:c2", "space:c3"};
    for (const auto& [who, when] : bookings)
      diary.push_back({*SpaceCode::parse(spaces[who % 3]), who % 2 ? mds1 : udaf1,
                       *parse_instant("2026-03-17T07:00:00Z") + std::chrono::minutes(when), who % 61});
    for (const auto& slot : slots({mds1, udaf1}, 45, diary)) {
      const auto until = slot.starts_at + std::chrono::minutes(45);
      for (const auto& each : diary) {
        const bool meets = each.minutes > 0 && each.starts_at < until &&
                           slot.starts_at < each.starts_at + std::chrono::minutes(each.minutes);
        RC_ASSERT_FALSE(meets && (each.professional == mds1 || each.professional == udaf1 || each.space == slot.space));
      }
    }
  });
}
