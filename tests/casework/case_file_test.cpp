#include <patio/casework/case_file.hpp>

#include <patio/base/json.hpp>

#include "a_case.hpp"
#include "catch.hpp"

using namespace patio;
using namespace a_case;

TEST_CASE("the table of a case has no fault, and every event in every state has an answer") {
  CHECK(check(case_machine().table()).list.empty());
  for (const auto& state : enumerators<CaseState>())
    for (const auto& event : enumerators<CaseEvent>()) {
      INFO(state.name << " " << event.name);
      const auto step = case_machine().step(state.value, event.value, {});
      if (!step) {
        CHECK_FALSE(step.error().message.fr.empty());
        CHECK(step.error().message.fr != step.error().code);
      }
    }
}

TEST_CASE("nothing leaves an anonymised case, and only the undoing of its merge leaves a merged one") {
  CHECK(case_machine().allowed_events(CaseState::anonymised) == std::vector<std::string>{"elapse"});
  CHECK(case_machine().allowed_events(CaseState::merged) == std::vector<std::string>{"elapse", "merge", "undo_merge"});
}

TEST_CASE("standing belongs to a hat and to a day, never to the professional alone") {
  CaseFile file = fresh();
  file.members.push_back({mds1, hat_mds1, MemberRole::member, ReasonCode{"consent"}, {2026_y / 3 / 12, 2026_y / 4 / 1}});
  file.members.push_back({ts2, hat_ts2, MemberRole::outgoing, ReasonCode{"own_service"}, {2026_y / 3 / 12, {}}});
  CHECK(standing_in(file, ts1, hat_ts1, opened_on) == Standing::referent);
  CHECK(standing_in(file, ts1, HatCode{"hat:other"}, opened_on) == Standing::none);
  CHECK(standing_in(file, mds1, hat_mds1, 2026_y / 3 / 11) == Standing::none);
  CHECK(standing_in(file, mds1, hat_mds1, 2026_y / 3 / 12) == Standing::member);
  CHECK(standing_in(file, mds1, hat_mds1, 2026_y / 4 / 1) == Standing::none);
  CHECK(standing_in(file, ts2, hat_ts2, 2026_y / 3 / 12) == Standing::reader);
}

TEST_CASE("a case goes to JSON and back without losing anything") {
  CHECK(from_json<CaseFile>(to_json(active())).value() == active());
}
