#include <patio/orientation/visit_plan.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <patio/base/json.hpp>

#include "answer_texts.hpp"
#include "openness.hpp"
#include "urgency_days.hpp"
#include "visit_search.hpp"

namespace patio {
namespace {

constexpr std::size_t most_needs = 64;
constexpr int most_days = 60;

Issue out_of_range(std::string path, int first, int last) {
  const std::string range = std::to_string(first), end = std::to_string(last);
  return {std::move(path), "out_of_range", {"attendu : de " + range + " à " + end, "expected " + range + " to " + end}};
}

int minutes_of(ClockTime clock) { return static_cast<int>(clock.since_midnight.count()); }
ClockTime clock_at(int minutes) { return {std::chrono::minutes(minutes)}; }

template <class T>
void add_once(std::vector<T>& all, const std::vector<T>& more) {
  for (const auto& each : more)
    if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
}

class Planner {
 public:
  Planner(const NeedsBook& book, const CentrePlan& centre, const VisitPlanRequest& request)
      : book_(book), centre_(centre), request_(request), zone_(*find_zone(centre.zone)), now_(local(request.now, zone_)) {}

  VisitPlan run() {
    problem_.days = request_.days;
    problem_.travel_minutes = request_.travel_minutes;
    for (const auto& need : request_.needs) orientations_.push_back(orient_one(need));
    for (std::size_t i = 0; i < request_.needs.size(); ++i) add_task(i);
    const VisitSolution solution = arrange(problem_);
    VisitPlan plan;
    plan.notice = orientations_.empty() ? Text{} : orientations_.front().notice;
    for (const auto& each : orientations_)
      for (const auto& call : each.emergencies)
        if (std::none_of(plan.emergencies.begin(), plan.emergencies.end(),
                         [&](const Candidate& known) { return known.destination == call.destination; }))
          plan.emergencies.push_back(call);
    write_visits(solution, plan);
    for (std::size_t i = 0; i < solution.chosen.size(); ++i)
      if (solution.chosen[i] < 0) plan.unplanned.push_back(unplanned(i));
    plan.together = compared(solution);
    plan.alone = compared_one_by_one();
    plan.proof = solution.exact ? PlanProof::exact : PlanProof::good;
    plan.least_visits = solution.exact ? plan.together.visits : least_visits(solution);
    explain(plan);
    return plan;
  }

 private:
  /// Where an option of the problem leads.
  struct Door {
    const Candidate* candidate;
    ServiceCode service;
    std::optional<PermanenceCode> permanence;
  };

  Orientation orient_one(const VisitNeed& need) const {
    OrientationRequest request;
    request.need = need.need;
    request.facts = need.facts;
    request.day = now_.day;
    request.event_day = need.event_day;
    request.refused = need.refused;
    request.holidays = request_.holidays;
    request.circumstances = request_.circumstances;
    return orient(book_, centre_, request);
  }

  void add_task(std::size_t place) {
    const Orientation& orientation = orientations_[place];
    VisitTask task;
    task.urgency = static_cast<int>(orientation.urgency);
    if (const auto due = due_day(orientation)) task.due = std::max(0, days_between(now_.day, *due));
    task.persons = persons_of(request_.needs[place]);
    for (const auto& first : orientation.comes_after)
      for (std::size_t other = 0; other < request_.needs.size(); ++other)
        if (other != place && request_.needs[other].need == first.need) task.after |= std::uint64_t{1} << other;
    problem_.tasks.push_back(task);
    int rank = 0;
    for (const auto& candidate : orientation.primaries) {
      for (const auto& service : centre_.services)
        if (service.destination == candidate.destination.text() && service.status == ServiceStatus::open)
          add_service(place, candidate, service, rank);
      ++rank;
    }
  }

  std::uint64_t persons_of(const VisitNeed& need) {
    // Bit 0 is the one person whom the plan is about.
    if (need.persons.empty()) return 1;
    std::uint64_t bits = 0;
    for (const auto& name : need.persons) {
      const auto known = std::find(persons_.begin(), persons_.end(), name);
      const auto number = static_cast<std::size_t>(known - persons_.begin());
      if (known == persons_.end()) persons_.push_back(name);
      // Beyond 63 people, the last bit stands for several: they are then not sent to two places at once.
      bits |= std::uint64_t{1} << std::min<std::size_t>(63, number + 1);
    }
    return bits;
  }

  void add_service(std::size_t place, const Candidate& candidate, const Service& service, int rank) {
    bool by_appointment = false;
    for (const auto& permanence : centre_.permanences) {
      if (permanence.service != service.code) continue;
      by_appointment = true;
      const int site = site_number(permanence.site);
      for (const auto& slot : free_slots(permanence, {request_.now, request_.days, request_.occupied}, request_.holidays, zone_)) {
        const LocalTime at = local(slot.starts_at, zone_);
        add(place, {0, days_between(now_.day, at.day), site, minutes_of(at.clock), minutes_of(at.clock) + slot.minutes, rank,
                    slot_number(slot)},
            {&candidate, service.code, permanence.code});
      }
    }
    if (!by_appointment && is_at_desk(centre_, service)) add_desk(place, candidate, service, rank);
  }

  /// Met without an appointment, whenever the site is open.
  void add_desk(std::size_t place, const Candidate& candidate, const Service& service, int rank) {
    for (int day = 0; day < request_.days; ++day) {
      const Date date = add_days(now_.day, day);
      if (is_holiday(date)) continue;
      for (const auto& site : centre_.sites)
        for (const auto& hours : site.hours) {
          if (hours.weekday != weekday_of(date)) continue;
          for (int at = minutes_of(hours.opens); at + request_.desk_minutes <= minutes_of(hours.closes); at += request_.desk_minutes)
            if (day > 0 || at >= minutes_of(now_.clock))
              add(place, {0, day, site_number(site.code), at, at + request_.desk_minutes, rank, -1}, {&candidate, service.code, {}});
        }
    }
  }

  void add(std::size_t place, VisitOption option, Door door) {
    option.need = place;
    problem_.options.push_back(option);
    doors_.push_back(std::move(door));
  }

  int site_number(const SiteCode& code) {
    const auto known = std::find(sites_.begin(), sites_.end(), code);
    const auto number = static_cast<int>(known - sites_.begin());
    if (known == sites_.end()) sites_.push_back(code);
    return number;
  }

  /// The same hour of the same professional is one slot, whatever need it is looked at for.
  int slot_number(const Slot& slot) {
    const auto [known, added] = slots_.try_emplace({slot.professional, slot.starts_at}, static_cast<int>(slots_.size()));
    return known->second;
  }

  bool is_holiday(Date day) const {
    return std::find(request_.holidays.begin(), request_.holidays.end(), day) != request_.holidays.end();
  }

  std::optional<Date> due_day(const Orientation& orientation) const {
    std::optional<Date> due = last_day_for(orientation.urgency, now_.day, request_.holidays);
    if (orientation.deadline && (!due || orientation.deadline->day < *due)) due = orientation.deadline->day;
    return due;
  }

  void write_visits(const VisitSolution& solution, VisitPlan& plan) const {
    std::map<std::pair<int, int>, std::vector<std::size_t>> visits;
    for (std::size_t i = 0; i < solution.chosen.size(); ++i)
      if (solution.chosen[i] >= 0) visits[{option(solution.chosen[i]).day, option(solution.chosen[i]).site}].push_back(i);
    for (auto& [where, places] : visits) {
      std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return option(solution.chosen[a]).starts < option(solution.chosen[b]).starts;
      });
      PlannedVisit visit{add_days(now_.day, where.first), sites_[static_cast<std::size_t>(where.second)], {}, {}, {}};
      for (const auto place : places) {
        visit.stops.push_back(stop(place, solution.chosen[place]));
        add_once(visit.persons, visit.stops.back().persons);
        add_once(visit.documents, visit.stops.back().documents);
      }
      plan.visits.push_back(std::move(visit));
    }
    std::stable_sort(plan.visits.begin(), plan.visits.end(), [](const PlannedVisit& a, const PlannedVisit& b) {
      return std::tie(a.day, a.stops.front().starts_at) < std::tie(b.day, b.stops.front().starts_at);
    });
  }

  VisitStop stop(std::size_t place, int chosen) const {
    const Orientation& orientation = orientations_[place];
    const VisitOption& at = option(chosen);
    const Door& door = doors_[static_cast<std::size_t>(chosen)];
    VisitStop stop{static_cast<int>(place), orientation.need, orientation.title, orientation.urgency,
                   door.candidate->destination, door.candidate->name, door.service, door.permanence,
                   clock_at(at.starts), clock_at(at.ends), request_.needs[place].persons, orientation.documents,
                   due_day(orientation), false, {}};
    if (!door.candidate->reasons.empty()) stop.reasons.push_back(door.candidate->reasons.front());
    stop.late = stop.due && add_days(now_.day, at.day) > *stop.due;
    if (stop.late)
      stop.reasons.push_back({"aucun créneau avant : il aurait fallu le " + french_day(*stop.due) + " au plus tard",
                              "no slot before: it should have been on " + to_text(*stop.due) + " at the latest"});
    return stop;
  }

  UnplannedNeed unplanned(std::size_t place) const {
    const Orientation& orientation = orientations_[place];
    UnplannedNeed need{static_cast<int>(place), orientation.need, orientation.title, UnplannedReason::elsewhere,
                       {"personne ne reçoit pour cela dans ce centre : à joindre directement",
                        "nobody receives for it at this centre: contact directly"},
                       orientation.primaries, {}};
    const bool has_option = std::any_of(problem_.options.begin(), problem_.options.end(),
                                        [&](const VisitOption& each) { return each.need == place; });
    const bool here = std::any_of(orientation.primaries.begin(), orientation.primaries.end(),
                                  [](const Candidate& each) { return each.service && each.openness == Openness::open; });
    if (orientation.primaries.empty() && !orientation.questions.empty()) {
      need.reason = UnplannedReason::question;
      need.text = {"il manque un fait pour savoir qui reçoit", "a fact is missing to know who receives"};
      need.contacts = orientation.conditional;
      need.question = orientation.questions.front();
    } else if (has_option || here) {
      need.reason = UnplannedReason::no_slot;
      need.text = {"aucun créneau libre dans la période", "no free slot within the period"};
    }
    if (!orientation.emergencies.empty()) need.reason = UnplannedReason::emergency;
    return need;
  }

  const VisitOption& option(int place) const { return problem_.options[static_cast<std::size_t>(place)]; }

  VisitComparison compared(const VisitSolution& solution) const {
    VisitComparison sum;
    add(sum, problem_, solution);
    return sum;
  }

  /// Each need as if it were the only one, with what the centre has for it.
  VisitComparison compared_one_by_one() const {
    VisitComparison sum;
    for (std::size_t i = 0; i < problem_.tasks.size(); ++i) {
      VisitProblem alone{{problem_.tasks[i]}, {}, problem_.days, problem_.travel_minutes};
      alone.tasks[0].after = 0;
      for (const auto& each : problem_.options) {
        if (each.need != i) continue;
        alone.options.push_back(each);
        alone.options.back().need = 0;
      }
      add(sum, alone, arrange(alone));
    }
    return sum;
  }

  void add(VisitComparison& sum, const VisitProblem& problem, const VisitSolution& solution) const {
    sum.visits += solution.cost.visits;
    sum.minutes += solution.cost.minutes;
    for (const int chosen : solution.chosen) {
      if (chosen < 0) continue;
      const Date day = add_days(now_.day, problem.options[static_cast<std::size_t>(chosen)].day);
      if (!sum.last_day || *sum.last_day < day) sum.last_day = day;
    }
  }

  /// No day can meet more needs than have a slot on it.
  int least_visits(const VisitSolution& solution) const {
    std::map<int, std::set<std::size_t>> able;
    for (const auto& each : problem_.options) able[each.day].insert(each.need);
    std::size_t most = 1;
    for (const auto& [day, needs] : able) most = std::max(most, needs.size());
    const auto met = static_cast<std::size_t>(std::count_if(solution.chosen.begin(), solution.chosen.end(), [](int each) { return each >= 0; }));
    return static_cast<int>((met + most - 1) / most);
  }

  void explain(VisitPlan& plan) const {
    const auto count = [](int number, const char* one, const char* many) {
      return std::to_string(number) + ' ' + (number > 1 ? many : one);
    };
    const int together = plan.together.visits, alone = plan.alone.visits;
    if (together < alone)
      plan.reasons.push_back({count(together, "passage", "passages") + " au lieu de " + std::to_string(alone),
                              count(together, "visit", "visits") + " instead of " + std::to_string(alone)});
    for (const auto& visit : plan.visits)
      if (visit.stops.size() > 1)
        plan.reasons.push_back({"le " + french_day(visit.day) + ", " + std::to_string(visit.stops.size()) + " besoins en une fois",
                                "on " + to_text(visit.day) + ", " + std::to_string(visit.stops.size()) + " needs at once"});
    for (const auto& orientation : orientations_)
      for (const auto& reason : orientation.urgency_reasons) add_once(plan.reasons, {reason});
    for (const auto& orientation : orientations_)
      for (const auto& first : orientation.comes_after) add_once(plan.reasons, {first.explanation});
  }

  const NeedsBook& book_;
  const CentrePlan& centre_;
  const VisitPlanRequest& request_;
  Zone zone_;
  LocalTime now_;
  std::vector<Orientation> orientations_;
  VisitProblem problem_;
  /// By place of the option.
  std::vector<Door> doors_;
  std::vector<SiteCode> sites_;
  std::vector<std::string> persons_;
  std::map<std::pair<ProfessionalCode, Instant>, int> slots_;
};

void check(const NeedsBook& book, const CentrePlan& plan, const VisitPlanRequest& request) {
  Issues faults;
  const auto zone = find_zone(plan.zone);
  if (!zone) faults.list.push_back({"/plan/zone", "unknown_zone", {"fuseau horaire inconnu", "unknown time zone"}});
  const auto range = [&](int value, int first, int last, const char* path) {
    if (value < first || value > last) faults.list.push_back(out_of_range(path, first, last));
  };
  range(request.days, 1, most_days, "/days");
  range(request.desk_minutes, 5, 480, "/desk_minutes");
  range(request.travel_minutes, 0, 480, "/travel_minutes");
  if (request.needs.size() > most_needs) faults.list.push_back(out_of_range("/needs", 0, most_needs));
  for (std::size_t i = 0; zone && i < request.needs.size(); ++i)
    if (!find_need(book, request.needs[i].need, day_in(request.now, *zone)))
      faults.list.push_back({pointer(pointer("/needs", i), "need"), "unknown_need",
                             {"aucun besoin de ce code n'est en vigueur ce jour-là", "no need of that code is in force on that day"}});
  if (!faults.list.empty()) throw InvalidInput(std::move(faults));
}

}  // namespace

VisitPlan plan_visits(const NeedsBook& book, const CentrePlan& plan, const VisitPlanRequest& request) {
  check(book, plan, request);
  return Planner(book, plan, request).run();
}

}  // namespace patio
