#include <patio/schedule/permanence.hpp>

#include <algorithm>

namespace patio {
namespace {

using std::chrono::minutes;

constexpr int farthest_days = 366;

bool listed(const std::vector<Date>& days, Date day) { return std::find(days.begin(), days.end(), day) != days.end(); }

bool overlap(const Occupied& taken, Instant since, Instant until) {
  return taken.minutes > 0 && taken.starts_at < until && since < taken.starts_at + minutes(taken.minutes);
}

/// The beginnings of the slots of one day. None depends on what is booked.
std::vector<Instant> beginnings(const Permanence& permanence, Date day, const Zone& zone) {
  const minutes length(permanence.slot_minutes);
  const Instant closing = instant_at({day, permanence.closes}, zone).instant;
  std::vector<Instant> begins;
  for (ClockTime clock = permanence.opens; clock.since_midnight + length <= permanence.closes.since_midnight;
       clock.since_midnight += length) {
    const auto at = instant_at({day, clock}, zone);
    // When the clocks go forward, a slot begun before the gap lasts into what the wall calls the next one.
    const bool cut = at.problem == WallProblem::skipped || at.instant + length > closing ||
                     (!begins.empty() && at.instant < begins.back() + length);
    if (!cut) begins.push_back(at.instant);
  }
  return begins;
}

/// What could stand in the way: the professional's own appointments, and those in the spaces of the permanence.
class Diary {
 public:
  Diary(const Permanence& permanence, const std::vector<Occupied>& occupied) : permanence_(permanence) {
    for (const auto& each : occupied)
      if (each.professional == permanence.professional || uses_space(each)) relevant_.push_back(each);
  }

  [[nodiscard]] const SpaceCode* free_space(Instant since) const {
    const Instant until = since + minutes(permanence_.slot_minutes);
    if (taken(since, until, [&](const Occupied& each) { return each.professional == permanence_.professional; }))
      return nullptr;
    const auto free = std::find_if(permanence_.spaces.begin(), permanence_.spaces.end(), [&](const SpaceCode& space) {
      return !taken(since, until, [&](const Occupied& each) { return each.space == space; });
    });
    return free == permanence_.spaces.end() ? nullptr : &*free;
  }

 private:
  [[nodiscard]] bool uses_space(const Occupied& each) const {
    return std::find(permanence_.spaces.begin(), permanence_.spaces.end(), each.space) != permanence_.spaces.end();
  }
  template <class Concerns>
  [[nodiscard]] bool taken(Instant since, Instant until, Concerns concerns) const {
    return std::any_of(relevant_.begin(), relevant_.end(),
                       [&](const Occupied& each) { return concerns(each) && overlap(each, since, until); });
  }

  const Permanence& permanence_;
  std::vector<Occupied> relevant_;
};

bool on_the_clock(ClockTime clock) { return clock >= ClockTime{} && clock <= ClockTime{std::chrono::hours(24)}; }

bool has_repeats(auto list) {
  std::sort(list.begin(), list.end());
  return std::adjacent_find(list.begin(), list.end()) != list.end();
}

class PermanenceCheck {
 public:
  Issues issues;

  void weeks(const std::vector<int>& weeks) {
    if (std::any_of(weeks.begin(), weeks.end(), [](int week) { return week < 1 || week > 5; }))
      fault("/weeks_of_month", "out_of_range",
            {"les semaines du mois vont de 1 à 5", "weeks of the month go from 1 to 5"});
    if (has_repeats(weeks)) fault("/weeks_of_month", "repeated", {"une semaine figure deux fois", "a week stands twice"});
  }

  void hours(const Permanence& permanence) {
    const auto length = permanence.closes.since_midnight - permanence.opens.since_midnight;
    if (!on_the_clock(permanence.opens) || !on_the_clock(permanence.closes))
      fault("/opens", "not_a_clock_time", {"les heures vont de 00:00 à 24:00", "times go from 00:00 to 24:00"});
    else if (permanence.closes <= permanence.opens)
      fault("/closes", "closes_before_opening", {"la fermeture doit suivre l'ouverture", "closing must follow opening"});
    else if (permanence.slot_minutes > length.count())
      fault("/slot_minutes", "slot_too_long",
            {"un créneau dure plus que la permanence", "a slot lasts longer than the permanence"});
    if (permanence.slot_minutes < 1)
      fault("/slot_minutes", "out_of_range", {"un créneau dure au moins une minute", "a slot lasts one minute at least"});
    if (permanence.notice_minutes < 0 || permanence.notice_minutes > farthest_days * 24 * 60)
      fault("/notice_minutes", "out_of_range", {"le préavis va de 0 minute à un an", "notice goes from 0 minutes to a year"});
  }

  void spaces(const std::vector<SpaceCode>& spaces) {
    if (spaces.empty()) fault("/spaces", "no_space", {"donner au moins un espace", "give one space at least"});
    if (has_repeats(spaces)) fault("/spaces", "repeated", {"un espace figure deux fois", "a space stands twice"});
  }

  void period(const Period& period) {
    if (!period.since.ok() || (period.until && !period.until->ok()))
      fault("/period", "not_a_date", {"un de ces jours n'existe pas", "one of these days does not exist"});
    else if (is_empty(period))
      fault("/period", "ends_before_it_begins", {"la fin doit suivre le début", "the end must follow the beginning"});
  }

 private:
  void fault(const char* path, const char* code, Text message) {
    issues.list.push_back({path, code, std::move(message)});
  }
};

}  // namespace

bool held_on(const Permanence& permanence, Date day) {
  if (!day.ok() || weekday_of(day) != permanence.weekday) return false;
  if (!contains(permanence.period, day) || listed(permanence.cancelled, day)) return false;
  const auto& weeks = permanence.weeks_of_month;
  const int week = (static_cast<int>(static_cast<unsigned>(day.day())) - 1) / 7 + 1;
  return weeks.empty() || std::find(weeks.begin(), weeks.end(), week) != weeks.end();
}

std::vector<Slot> free_slots(const Permanence& permanence, const SlotSearch& search, const std::vector<Date>& holidays,
                             const Zone& zone) {
  std::vector<Slot> slots;
  if (!check(permanence).list.empty()) return slots;
  const Diary diary(permanence, search.occupied);
  const Instant earliest = search.now + minutes(permanence.notice_minutes);
  const Date today = day_in(search.now, zone);
  for (int ahead = 0; ahead < std::min(search.days, farthest_days); ++ahead) {
    const Date day = add_days(today, ahead);
    if (!held_on(permanence, day) || listed(holidays, day)) continue;
    for (const Instant begins : beginnings(permanence, day, zone)) {
      if (begins < earliest) continue;
      if (const SpaceCode* space = diary.free_space(begins))
        slots.push_back({permanence.code, permanence.service, permanence.professional, *space, begins,
                         permanence.slot_minutes});
    }
  }
  return slots;
}

Issues check(const Permanence& permanence) {
  PermanenceCheck check;
  check.weeks(permanence.weeks_of_month);
  check.hours(permanence);
  check.spaces(permanence.spaces);
  check.period(permanence.period);
  return check.issues;
}

}  // namespace patio
