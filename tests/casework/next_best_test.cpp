#include <patio/casework/next_best.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

Candidate candidate(std::optional<ServiceCode> service, Openness openness = Openness::open) {
  Candidate made;
  made.service = std::move(service);
  made.openness = openness;
  return made;
}

Orientation some_orientation() {
  Orientation orientation;
  orientation.primaries = {candidate(ServiceCode{"svc:udaf"}), candidate(ServiceCode{"svc:full"}, Openness::full)};
  orientation.secondaries = {candidate(ServiceCode{"svc:mds"})};
  orientation.conditional = {candidate({}, Openness::elsewhere)};
  orientation.recipients = {candidate(ServiceCode{"svc:dgfip"})};
  return orientation;
}

std::vector<std::optional<ServiceCode>> services(const NextBest& next) {
  std::vector<std::optional<ServiceCode>> found;
  for (const auto& each : next.candidates) found.push_back(each.service);
  return found;
}

}  // namespace

TEST_CASE("after a service says no, the next one that receives is proposed") {
  const auto next = next_best(some_orientation(), {{"svc:udaf"}});
  CHECK(services(next) == std::vector<std::optional<ServiceCode>>{ServiceCode{"svc:mds"}, std::nullopt});
  CHECK_FALSE(next.see_person_again);
}

TEST_CASE("when nobody is left to ask, the sender sees the person again") {
  CHECK(next_best(Orientation{}, {}).see_person_again);
}

TEST_CASE("a service counts as asked once its referral is more than a draft") {
  Referral first, second, other;
  first.service = {"svc:udaf"};
  first.state = ReferralState::declined;
  second.service = {"svc:mds"};
  other.service = {"svc:alec"};
  other.state = ReferralState::declined;
  other.need_id.bytes = {1};
  CHECK(services_asked({first, second, other}, first.need_id) == std::vector{ServiceCode{"svc:udaf"}});
}
