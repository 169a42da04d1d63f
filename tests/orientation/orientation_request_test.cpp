#include <patio/orientation/orientation_request.hpp>

#include "le_patio.hpp"

using namespace patio;

namespace {

OrientationRequest refusing(Date day) {
  OrientationRequest request;
  request.day = a_tuesday;
  request.refusals = {{DestinationCode{"caf"}, day}};
  return request;
}

bool barred(const OrientationRequest& request) { return is_barred(default_needs_book(), request, DestinationCode{"caf"}); }

}  // namespace

TEST_CASE("a refusal bars for 90 days and not for one more") {
  CHECK(barred(refusing(add_days(a_tuesday, -89))));
  CHECK_FALSE(barred(refusing(add_days(a_tuesday, -90))));
}

TEST_CASE("a conflict of interest bars for as long as it is told") {
  OrientationRequest request;
  request.day = a_tuesday;
  CHECK_FALSE(barred(request));
  request.do_not_route = {DestinationCode{"caf"}};
  CHECK(barred(request));
}

TEST_CASE("where nothing is said of a home, nothing is known of it") {
  CHECK(home_of(OrientationRequest{}) == Residence{});
  OrientationRequest request;
  request.circumstances.emplace().home.emplace().areas = {AreaCode{"dep:91"}};
  CHECK(home_of(request).areas == std::vector{AreaCode{"dep:91"}});
}

TEST_CASE("only a known difficulty makes the way hard") {
  CHECK(travel_of({}) == Travel::easy);
  PersonFacts facts;
  facts.mobility = Mobility::housebound;
  CHECK(travel_of(facts) == Travel::hard);
}
