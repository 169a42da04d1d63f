#include "openness.hpp"

#include <algorithm>
#include <tuple>

namespace patio {
namespace {

constexpr int days_ahead = 60;
constexpr Date never{date::year::max(), date::December, date::day(31)};

Openness openness_of(ServiceStatus status) {
  switch (status) {
    case ServiceStatus::open: return Openness::open;
    case ServiceStatus::waitlist: return Openness::waitlist;
    case ServiceStatus::full: return Openness::full;
    case ServiceStatus::not_yet_open: return Openness::not_yet_open;
    case ServiceStatus::suspended: return Openness::suspended;
  }
  return Openness::suspended;
}

bool is_received(const OrientationRequest& request, Date day) {
  return std::find(request.holidays.begin(), request.holidays.end(), day) == request.holidays.end();
}

std::optional<NextPermanence> next_permanence(const Service& service, const CentrePlan& plan,
                                              const OrientationRequest& request) {
  std::optional<NextPermanence> next;
  const auto key = [](const NextPermanence& each) { return std::tie(each.day, each.opens, each.permanence); };
  for (const auto& permanence : plan.permanences) {
    if (permanence.service != service.code) continue;
    for (int i = 0; i < days_ahead; ++i) {
      const Date day = add_days(request.day, i);
      if (!held_on(permanence, day) || !is_received(request, day)) continue;
      const NextPermanence found{permanence.code, day, permanence.opens};
      if (!next || key(found) < key(*next)) next = found;
      break;
    }
  }
  return next;
}

}  // namespace

bool is_closed(Openness openness) {
  return openness == Openness::full || openness == Openness::suspended || openness == Openness::not_yet_open;
}

std::optional<Text> openness_text(Openness openness) {
  switch (openness) {
    case Openness::open:
    case Openness::by_phone: return std::nullopt;
    case Openness::waitlist: return Text{"sur liste d'attente", "there is a waiting list"};
    case Openness::elsewhere:
      return Text{"ne reçoit pas dans ce centre : à joindre directement",
                  "does not receive at this centre: contact directly"};
    case Openness::full: return Text{"complet pour le moment", "full for now"};
    case Openness::suspended: return Text{"suspendu pour le moment", "suspended for now"};
    case Openness::not_yet_open:
      return Text{"pas encore ouvert : aucun rendez-vous possible", "not open yet: nothing can be booked"};
  }
  return std::nullopt;
}

void place(Candidate& candidate, const Destination& destination, const CentrePlan& plan, const OrientationRequest& request) {
  candidate.phone = destination.phone;
  candidate.openness = destination.kind == DestinationKind::number ? Openness::by_phone : Openness::elsewhere;
  const auto key = [](Openness openness, const std::optional<NextPermanence>& next, const ServiceCode& code) {
    return std::tuple(openness, next ? next->day : never, code);
  };
  for (const auto& service : plan.services) {
    if (service.destination != destination.code.text()) continue;
    const Openness openness = openness_of(service.status);
    const auto next = is_closed(openness) ? std::nullopt : next_permanence(service, plan, request);
    const auto found = key(openness, next, service.code);
    if (candidate.service && key(candidate.openness, candidate.next, *candidate.service) <= found) continue;
    candidate.service = service.code;
    candidate.openness = openness;
    candidate.next = next;
  }
}

}  // namespace patio
