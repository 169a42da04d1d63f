#include <patio/casework/last_contact.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

Encounter visit(std::string_view at) {
  Encounter encounter;
  encounter.person_id = PersonId{{1}};
  encounter.began_at = *parse_instant(at);
  return encounter;
}

Appointment appointment(std::string_view at, AppointmentState state) {
  Appointment made;
  made.starts_at = *parse_instant(at);
  made.state = state;
  return made;
}

}  // namespace

TEST_CASE("the last contact is the latest visit or kept appointment, on the wall of the centre") {
  const auto paris = *find_zone("Europe/Paris");
  CHECK(last_contact({}, {}, paris) == std::nullopt);
  CHECK(last_contact({visit("2026-03-10T08:00:00Z"), visit("2026-01-10T08:00:00Z")}, {}, paris) == 2026_y / 3 / 10);
  CHECK(last_contact({visit("2026-03-10T23:30:00Z")}, {}, paris) == 2026_y / 3 / 11);
  CHECK(last_contact({visit("2026-03-10T08:00:00Z")}, {appointment("2026-04-01T08:00:00Z", AppointmentState::honoured)},
                     paris) == 2026_y / 4 / 1);
}

TEST_CASE("an appointment that was not kept, and a visit of nobody known, are no contact") {
  const auto paris = *find_zone("Europe/Paris");
  for (const auto& state : enumerators<AppointmentState>()) {
    INFO(state.name);
    const bool counts = last_contact({}, {appointment("2026-04-01T08:00:00Z", state.value)}, paris).has_value();
    CHECK(counts == (state.value == AppointmentState::honoured));
  }
  Encounter anonymous = visit("2026-03-10T08:00:00Z");
  anonymous.person_id.reset();
  CHECK(last_contact({anonymous}, {}, paris) == std::nullopt);
}

TEST_CASE("a session at home that took place is a contact, one that was planned is none") {
  const auto paris = *find_zone("Europe/Paris");
  HomeVisit home;
  home.starts_at = *parse_instant("2026-05-01T08:00:00Z");
  for (const auto& state : enumerators<HomeVisitState>()) {
    INFO(state.name);
    home.state = state.value;
    CHECK(last_contact({}, {}, paris, {home}).has_value() == (state.value == HomeVisitState::done));
  }
}
