#include <patio/casework/participants.hpp>

#include <numeric>

#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

const Date day = 2026_y / 3 / 24;
const CaseworkBook& book() { return french_casework_book(); }

std::string code_of(const Checked<AnonymousGroup>& group) {
  return group ? "" : group.error().list.front().path + ' ' + group.error().list.front().code;
}

}  // namespace

TEST_CASE("three women and two men declared among seven leave two not stated, and every total is seven") {
  const auto group = completed({7, {{"woman", 3}, {"man", 2}}, {}, {{"retired", 7}}}, book(), day);
  REQUIRE(group.has_value());
  CHECK(group->gender == std::map<std::string, int>{{"woman", 3}, {"man", 2}, {"not_stated", 2}});
  CHECK(group->age == std::map<std::string, int>{{"not_stated", 7}});
  CHECK(group->status == std::map<std::string, int>{{"retired", 7}, {"not_stated", 0}});
}

TEST_CASE("more people declared than there were, a class nobody knows and a negative number are faults") {
  CHECK(code_of(completed({2, {{"woman", 3}}, {}, {}}, book(), day)) == "/gender more_than_total");
  CHECK(code_of(completed({2, {{"woman", 1}, {"not_stated", 2}}, {}, {}}, book(), day)) == "/gender more_than_total");
  CHECK(code_of(completed({2, {}, {{"old", 1}}, {}}, book(), day)) == "/age unknown_reference");
  CHECK(code_of(completed({2, {}, {}, {{"retired", -1}}}, book(), day)) == "/status out_of_range");
  CHECK(code_of(completed({-1, {}, {}, {}}, book(), day)) == "/total out_of_range");
}

TEST_CASE("a workshop with three people who are known and seven who are not has ten participants") {
  CollectiveSession session;
  session.known = {PersonId{{1}}, PersonId{{2}}, PersonId{{3}}, PersonId{{3}}};
  session.others.total = 7;
  CHECK(count(session) == ParticipantCount{10, 3, 7});
}

TEST_CASE("a completed group adds up, whatever was declared, and completing it again changes nothing") {
  prop("for any numbers", [](std::uint8_t women, std::uint8_t men, std::uint8_t more) {
    const int total = women + men + more;
    const auto group = completed({total, {{"woman", women}, {"man", men}}, {}, {}}, book(), day);
    RC_ASSERT(group.has_value());
    for (const auto* classes : {&group->gender, &group->age, &group->status}) {
      int sum = 0;
      for (const auto& each : *classes) sum += each.second;
      RC_ASSERT(sum == total);
    }
    RC_ASSERT(completed(*group, book(), day).value() == *group);
  });
}
