#include "openness.hpp"

#include <algorithm>
#include <tuple>

namespace patio {
namespace {

constexpr int days_ahead = 60;

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

Fit fit_of(bool yes) { return yes ? Fit::yes : Fit::no; }

template <class T>
bool names(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// One service of the plan as it would receive this person.
class Placing {
 public:
  Placing(const CentrePlan& plan, const OrientationRequest& request, const DestinationRule& rule, std::optional<Date> last_day)
      : plan_(plan), request_(request), rule_(rule), last_day_(last_day) {}

  void put(Candidate& candidate, const Service& service) const {
    candidate.service = service.code;
    candidate.openness = openness_of(service.status);
    candidate.next = is_closed(candidate.openness) ? std::nullopt : next_permanence(service, plan_, request_);
    candidate.modes = rule_.modes.empty() ? service.modes : rule_.modes;
    candidate.rank = {candidate.openness, {}, {}, Distance::unknown, Fit::unknown, Fit::unknown, Fit::no, {}};
    time(candidate, service);
    ground(candidate, service);
    person(candidate.rank, service);
  }

 private:
  void time(Candidate& candidate, const Service& service) const {
    CandidateRank& rank = candidate.rank;
    if (candidate.next) {
      rank.in_time = fit_of(!last_day_ || candidate.next->day <= *last_day_);
      if (rank.in_time == Fit::yes) rank.first_day = candidate.next->day;
      return;
    }
    const bool by_appointment = std::any_of(plan_.permanences.begin(), plan_.permanences.end(), [&](const Permanence& each) {
      return each.service == service.code;
    });
    if (is_closed(candidate.openness) || by_appointment) {
      rank.in_time = Fit::no;
    } else if (is_at_desk(plan_, service)) {
      rank.first_day = next_open_day();
      rank.in_time = fit_of(!last_day_ || !rank.first_day || *rank.first_day <= *last_day_);
      if (rank.in_time == Fit::no) rank.first_day.reset();
    } else {
      rank.in_time = Fit::unknown;
    }
  }

  /// On which some site of the plan is open; nothing if the plan tells no hours.
  std::optional<Date> next_open_day() const {
    for (int i = 0; i < days_ahead; ++i) {
      const Date day = add_days(request_.day, i);
      if (!is_received(request_, day)) continue;
      for (const auto& site : plan_.sites)
        for (const auto& hours : site.hours)
          if (hours.weekday == weekday_of(day)) return day;
    }
    return std::nullopt;
  }

  void ground(Candidate& candidate, const Service& service) const {
    const Site* site = site_of(candidate, service);
    if (!candidate.modes.empty() && !names(candidate.modes, ReceptionMode::in_person)) candidate.rank.distance = Distance::remote;
    if (!site) return;
    const auto& wanted = request_.circumstances;
    if (wanted && wanted->step_free == YesNo::yes && site->step_free)
      candidate.rank.step_free = fit_of(*site->step_free == YesNo::yes);
    const auto& home = home_of(request_).position;
    if (candidate.rank.distance == Distance::remote || !home || !site->latitude || !site->longitude) return;
    candidate.rank.km = distance_km(*home, {*site->latitude, *site->longitude});
    candidate.rank.distance = distance_of(*candidate.rank.km);
    // Who also receives from afar spares a hard way.
    const bool from_afar = names(candidate.modes, ReceptionMode::remote) || names(candidate.modes, ReceptionMode::home);
    if (from_afar && travel_of(request_.facts) == Travel::hard) candidate.rank.distance = Distance::remote;
  }

  /// Where they receive next; for a desk, the only site of a plan that has one.
  const Site* site_of(const Candidate& candidate, const Service& service) const {
    std::optional<SiteCode> code;
    for (const auto& each : plan_.permanences)
      if (candidate.next && each.code == candidate.next->permanence) code = each.site;
    if (!code && plan_.sites.size() == 1 && is_at_desk(plan_, service)) return &plan_.sites.front();
    const auto found = std::find_if(plan_.sites.begin(), plan_.sites.end(), [&](const Site& each) { return each.code == code; });
    return found == plan_.sites.end() ? nullptr : &*found;
  }

  void person(CandidateRank& rank, const Service& service) const {
    if (!request_.circumstances) return;
    const Circumstances& wanted = *request_.circumstances;
    if (wanted.language && !service.languages.empty()) rank.language = fit_of(names(service.languages, *wanted.language));
    const bool known = names(wanted.known_to, service.code.text()) ||
                       std::any_of(service.professionals.begin(), service.professionals.end(),
                                   [&](const ProfessionalCode& each) { return names(wanted.known_to, each.text()); });
    rank.known_to = fit_of(known);
  }

  const CentrePlan& plan_;
  const OrientationRequest& request_;
  const DestinationRule& rule_;
  std::optional<Date> last_day_;
};

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

bool is_at_desk(const CentrePlan& plan, const Service& service) {
  const auto found = std::find_if(plan.organisations.begin(), plan.organisations.end(),
                                  [&](const Organisation& each) { return each.code == service.organisation; });
  return found != plan.organisations.end() &&
         (found->kind == OrganisationKind::municipal || found->kind == OrganisationKind::operator_);
}

bool ranks_before(const CandidateRank& first, const CandidateRank& second, Travel travel) {
  const auto key = [&](const CandidateRank& rank) {
    return std::tuple(rank.openness, rank.in_time, rank.first_day, place_of(rank.distance, travel), rank.language, rank.step_free,
                      rank.known_to, rank.km);
  };
  return key(first) < key(second);
}

void place(Candidate& candidate, const Destination& destination, const DestinationRule& rule, const CentrePlan& plan,
           const OrientationRequest& request, std::optional<Date> last_day) {
  candidate.phone = destination.phone;
  const bool by_phone = destination.kind == DestinationKind::number;
  candidate.openness = by_phone ? Openness::by_phone : Openness::elsewhere;
  candidate.modes = rule.modes;
  candidate.rank = {candidate.openness, by_phone ? Fit::yes : Fit::unknown, {}, by_phone ? Distance::remote : Distance::unknown,
                    Fit::unknown, Fit::unknown, Fit::no, {}};
  const Placing placing(plan, request, rule, last_day);
  const Travel travel = travel_of(request.facts);
  for (const auto& service : plan.services) {
    if (service.destination != destination.code.text()) continue;
    Candidate other = candidate;
    placing.put(other, service);
    const bool better = !candidate.service || ranks_before(other.rank, candidate.rank, travel) ||
                        (!ranks_before(candidate.rank, other.rank, travel) && *other.service < *candidate.service);
    if (better) candidate = std::move(other);
  }
}

}  // namespace patio
