#pragma once
/// \file
/// The global plan (accompagnement global): several needs of one person or household become the fewest visits, in order of
/// urgency, on the slots of the permanences and the opening hours of the desk, with who comes and what to bring.
///
///     VisitPlanRequest request{.now = now, .needs = {{.need = NeedCode{"over_indebtedness"}}, {.need = NeedCode{"c2s"}}}};
///     VisitPlan plan = plan_visits(default_needs_book(), le_patio, request);
///     plan.visits.front().stops.front().starts_at;        // Tuesday 9:00, Point conseil budget
///     plan.alone.visits;                                  // how many it would have been, need by need
///
/// First no need stays without a slot, then none is late, then visits are few, then the most urgent come first, then the
/// doors are those that orientation ranks first, then little time is spent waiting. Exact for up to eight needs (`proof`);
/// more are arranged eight by eight, the most urgent first. It proposes: nothing is booked.

#include <patio/orientation/orientation.hpp>

namespace patio {

struct VisitNeed {
  NeedCode need;
  /// What is known of whoever has the need.
  PersonFacts facts;
  std::optional<Date> event_day;
  /// Who must be there, by any name of the host: whoever is named twice can't be in two places. Nobody named: the one person
  /// whom the plan is about.
  std::vector<std::string> persons;
  std::vector<DestinationCode> refused;
  bool operator==(const VisitNeed&) const = default;
};
BOOST_DESCRIBE_STRUCT(VisitNeed, (), (need, facts, event_day, persons, refused))

struct VisitPlanRequest {
  Instant now;
  /// How far to look: 1 to 60 days, today included.
  int days = 28;
  /// At most 64.
  std::vector<VisitNeed> needs;
  std::vector<Date> holidays;
  /// What is taken already.
  std::vector<Occupied> occupied;
  /// How long the desk takes for a need that is met without an appointment.
  int desk_minutes = 30;
  /// Between two sites on one day.
  int travel_minutes = 30;
  /// Of the one person or the household.
  std::optional<Circumstances> circumstances;
  bool operator==(const VisitPlanRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(VisitPlanRequest, (), (now, days, needs, holidays, occupied, desk_minutes, travel_minutes,
                                            circumstances))

/// One need met at one door.
struct VisitStop {
  /// Place in the request.
  int place = 0;
  NeedCode need;
  Text title;
  NeedUrgency urgency{};
  DestinationCode destination;
  Text name;
  ServiceCode service;
  /// None at the desk, where no appointment is needed.
  std::optional<PermanenceCode> permanence;
  ClockTime starts_at;
  ClockTime ends_at;
  std::vector<std::string> persons;
  std::vector<Text> documents;
  /// The last day in time, by its urgency or its deadline. Met later, it is `late`.
  std::optional<Date> due;
  bool late = false;
  std::vector<Text> reasons;
  bool operator==(const VisitStop&) const = default;
};
BOOST_DESCRIBE_STRUCT(VisitStop, (), (place, need, title, urgency, destination, name, service, permanence, starts_at, ends_at,
                                      persons, documents, due, late, reasons))

/// One coming to one site on one day.
struct PlannedVisit {
  Date day{};
  SiteCode site;
  /// In order of time.
  std::vector<VisitStop> stops;
  /// Everybody who comes, and every paper once.
  std::vector<std::string> persons;
  std::vector<Text> documents;
  bool operator==(const PlannedVisit&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlannedVisit, (), (day, site, stops, persons, documents))

/// `elsewhere`: nobody receives for it at the centre. `no_slot`: none is left in time. `question`: a fact is missing to know
/// who does. `emergency`: call now.
enum class UnplannedReason { elsewhere, no_slot, question, emergency };
BOOST_DESCRIBE_ENUM(UnplannedReason, elsewhere, no_slot, question, emergency)

struct UnplannedNeed {
  int place = 0;
  NeedCode need;
  Text title;
  UnplannedReason reason{};
  Text text;
  /// Whom to contact, or call, directly.
  std::vector<Candidate> contacts;
  std::optional<Question> question;
  bool operator==(const UnplannedNeed&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnplannedNeed, (), (place, need, title, reason, text, contacts, question))

/// What the needs would cost one by one, each at its own best.
struct VisitComparison {
  int visits = 0;
  int minutes = 0;
  std::optional<Date> last_day;
  bool operator==(const VisitComparison&) const = default;
};
BOOST_DESCRIBE_STRUCT(VisitComparison, (), (visits, minutes, last_day))

/// `exact`: no arrangement is better. `good`: a better one may exist, but none with fewer visits than `least_visits`.
enum class PlanProof { exact, good };
BOOST_DESCRIBE_ENUM(PlanProof, exact, good)

struct VisitPlan {
  std::vector<PlannedVisit> visits;
  std::vector<UnplannedNeed> unplanned;
  VisitComparison together;
  VisitComparison alone;
  PlanProof proof{};
  int least_visits = 0;
  /// Why it is like this.
  std::vector<Text> reasons;
  /// Emergencies of any need: shown first.
  std::vector<Candidate> emergencies;
  Text notice;
  bool operator==(const VisitPlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(VisitPlan, (), (visits, unplanned, together, alone, proof, least_visits, reasons, emergencies, notice))

/// Throws InvalidInput for needs that are not in force, more than 64 of them, days outside 1 to 60, a zone of the plan that
/// is not known, minutes outside 5 to 480 (travel: 0 to 480).
[[nodiscard]] VisitPlan plan_visits(const NeedsBook& book, const CentrePlan& plan, const VisitPlanRequest& request);

}  // namespace patio
