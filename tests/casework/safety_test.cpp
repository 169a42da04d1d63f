#include <patio/casework/safety.hpp>

#include "a_case.hpp"
#include "catch.hpp"

using namespace patio;
using namespace a_case;

namespace {

const PersonId claire{{3}};

}  // namespace

TEST_CASE("a mark holds from its day until it is taken back, and is told once") {
  const std::vector<SafetyMark> marks{
      {SafetyMarkId{{1}}, claire, SafetyFlag::violence_context, ts1, {opened_on, {}}},
      {SafetyMarkId{{2}}, claire, SafetyFlag::violence_context, ts2, {opened_on, {}}},
      {SafetyMarkId{{3}}, claire, SafetyFlag::unsafe_contact, ts1, {opened_on, 2026_y / 4 / 1}}};
  CHECK(flags_on(marks, 2026_y / 3 / 9).empty());
  CHECK(flags_on(marks, opened_on) == std::vector{SafetyFlag::unsafe_contact, SafetyFlag::violence_context});
  CHECK(flags_on(marks, 2026_y / 4 / 1) == std::vector{SafetyFlag::violence_context});
}

TEST_CASE("who follows the adverse party does not follow the other, on either side") {
  const std::vector<CaseFile> cases{active()};  // of marc, followed by ts1
  for (const auto& pair : {AdverseParty{AdversePartyId{{1}}, claire, marc, {opened_on, {}}},
                           AdverseParty{AdversePartyId{{1}}, marc, claire, {opened_on, {}}}}) {
    CHECK(conflicts(ts1, claire, {}, {pair}, cases, opened_on) == std::vector{ReasonCode{"adverse_party"}});
    CHECK(conflicts(ts2, claire, {}, {pair}, cases, opened_on).empty());
    CHECK(conflicts(ts1, claire, {}, {pair}, cases, 2026_y / 3 / 9).empty());
    CHECK(conflicts(ts1, claire, {}, {pair}, {closed(opened_on)}, opened_on).empty());
  }
  CHECK(conflicts(ts1, claire, {}, {}, cases, opened_on).empty());
}

TEST_CASE("a declared conflict stands until somebody in charge lifts it") {
  ConflictOfInterest declared{ConflictId{{1}}, ts1, claire, ReasonCode{"neighbour"}, {opened_on, {}}, {}};
  CHECK(conflicts(ts1, claire, {declared, declared}, {}, {}, opened_on) == std::vector{ReasonCode{"neighbour"}});
  CHECK(conflicts(ts1, marc, {declared}, {}, {}, opened_on).empty());
  declared.lifted_by = ProfessionalCode{"pro:dir"};
  CHECK(conflicts(ts1, claire, {declared}, {}, {}, opened_on).empty());
}
