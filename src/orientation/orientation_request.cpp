#include <patio/orientation/orientation_request.hpp>

#include <algorithm>

namespace patio {
namespace {

bool names(const std::vector<DestinationCode>& destinations, const DestinationCode& destination) {
  return std::find(destinations.begin(), destinations.end(), destination) != destinations.end();
}

}  // namespace

bool is_barred(const NeedsBook& book, const OrientationRequest& request, const DestinationCode& destination) {
  if (names(request.refused, destination) || names(request.do_not_route, destination)) return true;
  return std::any_of(request.refusals.begin(), request.refusals.end(), [&](const DestinationRefusal& each) {
    return each.destination == destination && days_between(each.day, request.day) < brakes_on(book, request.day).refusal_days;
  });
}

const Residence& home_of(const OrientationRequest& request) {
  static const Residence unknown;
  return request.circumstances && request.circumstances->home ? *request.circumstances->home : unknown;
}

Travel travel_of(const PersonFacts& facts) {
  return facts.mobility && *facts.mobility != Mobility::easy ? Travel::hard : Travel::easy;
}

}  // namespace patio
