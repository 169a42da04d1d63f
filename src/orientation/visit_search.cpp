#include "visit_search.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace patio {
namespace {

using Set = std::uint32_t;

/// Ways to set the slots of one day are tried up to so many steps; beyond, the best so far is taken and said not to be sure.
constexpr int most_steps = 200'000;

/// The number with one digit, that of the urgency.
std::uint64_t digit(int urgency, std::uint64_t value) { return value << (12 * (4 - urgency)); }

VisitCost plus(const VisitCost& a, const VisitCost& b) {
  return {a.unmet + b.unmet, a.late + b.late, a.visits + b.visits, a.days + b.days, a.rank + b.rank, a.minutes + b.minutes};
}

std::uint64_t late_by(const VisitTask& task, int day) {
  return task.due >= 0 && day > task.due ? digit(task.urgency, static_cast<std::uint64_t>(day - task.due)) : 0;
}

/// Whether two needs of one day may stand like this.
bool go_together(const VisitProblem& problem, const VisitOption& a, const VisitOption& b) {
  if (a.slot >= 0 && a.slot == b.slot) return false;
  const VisitTask &first = problem.tasks[a.need], &second = problem.tasks[b.need];
  if ((first.persons & second.persons) != 0) {
    const int gap = a.site == b.site ? 0 : problem.travel_minutes;
    if (a.starts < b.ends + gap && b.starts < a.ends + gap) return false;
  }
  if (first.after >> b.need & 1 && a.starts < b.ends) return false;
  return !(second.after >> a.need & 1 && b.starts < a.ends);
}

/// Minutes spent at each site of a day: from the first slot there to the end of the last one.
int minutes_of(const std::vector<const VisitOption*>& options) {
  std::map<int, std::pair<int, int>> spans;
  for (const auto* each : options) {
    auto [span, added] = spans.try_emplace(each->site, each->starts, each->ends);
    if (added) continue;
    span->second.first = std::min(span->second.first, each->starts);
    span->second.second = std::max(span->second.second, each->ends);
  }
  int minutes = 0;
  for (const auto& [site, span] : spans) minutes += span.second - span.first;
  return minutes;
}

/// One day: which sets of needs can be met on it, in how many visits, and which slots are then the best.
class Day {
 public:
  Day(const VisitProblem& problem, std::size_t members, int day, const std::vector<const VisitOption*>& taken)
      : problem_(problem), taken_(taken), lists_(members), visits_(std::size_t{1} << members, unasked), day_(day) {
    for (const auto* each : taken) sites_taken_.insert(each->site);
  }

  void add(std::size_t member, const VisitOption& option) { lists_[member].push_back(&option); }

  void close() {
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      auto& list = lists_[i];
      std::erase_if(list, [&](const VisitOption* each) {
        return std::any_of(taken_.begin(), taken_.end(), [&](const auto* other) { return !go_together(problem_, *each, *other); });
      });
      std::stable_sort(list.begin(), list.end(), [](const VisitOption* a, const VisitOption* b) {
        return std::tuple(a->rank, a->starts, a->ends, a->site) < std::tuple(b->rank, b->starts, b->ends, b->site);
      });
      drop_worse(list);
      if (!list.empty()) able_ |= Set{1} << i;
    }
  }

  [[nodiscard]] Set able() const { return able_; }
  [[nodiscard]] bool sure() const { return sure_; }

  /// The fewest visits, whatever the doors; below 0 if these needs can't all be met on this day.
  int visits(Set needs) {
    int& known = visits_[needs];
    if (known != unasked) return known;
    known = impossible;
    // What a part can't do, the whole can't.
    for (Set left = needs; left != 0; left &= left - 1)
      if (const Set part = needs & ~(left & -left); part != 0 && visits(part) == impossible) return impossible;
    begin(needs, Aim::visits);
    if (best_) known = best_->visits;
    return known;
  }

  struct Way {
    int visits = 0;
    int rank = 0;
    int minutes = 0;
    std::vector<const VisitOption*> options;
    [[nodiscard]] auto cost() const { return std::tuple(visits, rank, minutes); }
  };
  /// Of a set that can be met.
  const Way& way(Set needs) {
    auto [found, added] = ways_.try_emplace(needs);
    if (!added) return found->second;
    begin(needs, Aim::everything);
    found->second = *best_;
    return found->second;
  }

  [[nodiscard]] VisitCost cost_of_day(const VisitTask& task) const {
    VisitCost cost;
    cost.late = late_by(task, day_);
    cost.days = digit(task.urgency, static_cast<std::uint64_t>(day_));
    return cost;
  }

 private:
  static constexpr int unasked = -2, impossible = -1;
  enum class Aim { visits, everything };

  /// Of options at one time and place, more than there are needs can never all be wanted: the best ranked stay.
  void drop_worse(std::vector<const VisitOption*>& list) const {
    std::map<std::tuple<int, int, int>, std::size_t> seen;
    std::erase_if(list, [&](const VisitOption* each) {
      return ++seen[{each->site, each->starts, each->ends}] > lists_.size();
    });
  }

  void begin(Set needs, Aim aim) {
    aim_ = aim;
    best_.reset();
    chosen_.clear();
    members_.clear();
    for (Set left = needs; left != 0; left &= left - 1) members_.push_back(static_cast<std::size_t>(std::countr_zero(left)));
    // Whoever has the least choice first: dead ends show early.
    std::stable_sort(members_.begin(), members_.end(),
                     [&](std::size_t a, std::size_t b) { return lists_[a].size() < lists_[b].size(); });
    least_rank_.assign(members_.size() + 1, 0);
    for (std::size_t i = members_.size(); i-- > 0;) least_rank_[i] = least_rank_[i + 1] + lists_[members_[i]].front()->rank;
    least_minutes_ = least_minutes();
    steps_ = 0;
    descend(0, 0);
  }

  /// No arrangement through the best doors is shorter, when one person goes through all of them in one visit.
  int least_minutes() const {
    if (!taken_.empty()) return -1;
    int sum = 0;
    std::uint64_t persons = ~std::uint64_t{0};
    for (const auto member : members_) {
      int least = std::numeric_limits<int>::max();
      for (const auto* each : lists_[member])
        if (each->rank == lists_[member].front()->rank) least = std::min(least, each->ends - each->starts);
      sum += least;
      persons &= problem_.tasks[lists_[member].front()->need].persons;
    }
    return persons != 0 ? sum : -1;
  }

  /// True once nothing better can come.
  bool descend(std::size_t depth, int rank) {
    if (++steps_ > most_steps) {
      sure_ = false;
      return best_.has_value();
    }
    if (depth == members_.size()) return keep(rank);
    for (const auto* each : lists_[members_[depth]]) {
      const bool fits = std::all_of(chosen_.begin(), chosen_.end(),
                                    [&](const VisitOption* other) { return go_together(problem_, *each, *other); });
      if (!fits) continue;
      chosen_.push_back(each);
      const bool done = !hopeless(depth + 1, rank + each->rank) && descend(depth + 1, rank + each->rank);
      chosen_.pop_back();
      if (done) return true;
    }
    return false;
  }

  bool keep(int rank) {
    best_ = Way{new_sites(), rank, minutes(), chosen_};
    if (best_->visits > (sites_taken_.empty() ? 1 : 0)) return false;
    return aim_ == Aim::visits || (rank == least_rank_[0] && best_->minutes == least_minutes_);
  }

  /// Visits, rank and time on the spot only grow.
  bool hopeless(std::size_t depth, int rank) const {
    if (!best_) return false;
    if (aim_ == Aim::visits) return new_sites() >= best_->visits;
    return std::tuple(new_sites(), rank + least_rank_[depth], minutes()) >= best_->cost();
  }

  int new_sites() const {
    int count = 0;
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      bool seen = sites_taken_.contains(chosen_[i]->site);
      for (std::size_t j = 0; j < i && !seen; ++j) seen = chosen_[j]->site == chosen_[i]->site;
      count += seen ? 0 : 1;
    }
    return count;
  }

  int minutes() const {
    const bool one_site = std::all_of(chosen_.begin(), chosen_.end(), [&](const auto* each) { return each->site == chosen_[0]->site; });
    if (taken_.empty() && one_site) {
      int first = std::numeric_limits<int>::max(), last = 0;
      for (const auto* each : chosen_) {
        first = std::min(first, each->starts);
        last = std::max(last, each->ends);
      }
      return chosen_.empty() ? 0 : last - first;
    }
    std::vector<const VisitOption*> all = taken_;
    const int before = minutes_of(all);
    all.insert(all.end(), chosen_.begin(), chosen_.end());
    return minutes_of(all) - before;
  }

  const VisitProblem& problem_;
  const std::vector<const VisitOption*>& taken_;
  std::set<int> sites_taken_;
  std::vector<std::vector<const VisitOption*>> lists_;
  std::vector<int> visits_;
  int day_;
  Set able_ = 0;
  bool sure_ = true;
  std::map<Set, Way> ways_;

  Aim aim_{};
  std::vector<std::size_t> members_;
  std::vector<int> least_rank_;
  int least_minutes_ = -1;
  std::vector<const VisitOption*> chosen_;
  std::optional<Way> best_;
  int steps_ = 0;
};

/// A group of at most `exact_needs` needs around what is taken already.
class Group {
 public:
  Group(const VisitProblem& problem, std::vector<std::size_t> members, const std::vector<int>& chosen)
      : problem_(problem), members_(std::move(members)), taken_(static_cast<std::size_t>(problem.days)) {
    for (const int place : chosen) {
      if (place < 0) continue;
      taken_[static_cast<std::size_t>(option(place).day)].push_back(&option(place));
      met_before_ |= std::uint64_t{1} << option(place).need;
    }
  }

  void arrange(VisitSolution& solution) {
    for (int day = 0; day < problem_.days; ++day)
      days_.emplace_back(problem_, members_.size(), day, taken_[static_cast<std::size_t>(day)]);
    for (const auto& each : problem_.options) {
      const auto member = std::find(members_.begin(), members_.end(), each.need);
      if (member == members_.end() || each.day < 0 || each.day >= problem_.days || is_too_early(each)) continue;
      days_[static_cast<std::size_t>(each.day)].add(static_cast<std::size_t>(member - members_.begin()), each);
    }
    for (auto& day : days_) day.close();
    count_visits();
    keep_best_ends();
    choose_doors();
    read_back(solution);
    for (const auto& day : days_) solution.exact = solution.exact && day.sure();
  }

 private:
  struct Step {
    VisitCost cost;
    /// Doors and time, once the rest is settled.
    std::pair<int, int> fine;
    Set today = 0;
    bool reached = false;
    bool wanted = false;
    bool fine_known = false;
  };

  const VisitOption& option(int place) const { return problem_.options[static_cast<std::size_t>(place)]; }
  /// Before the day of an earlier group's need that comes first.
  bool is_too_early(const VisitOption& later) const {
    for (const auto& day : taken_)
      for (const auto* each : day)
        if (problem_.tasks[later.need].after >> each->need & 1 && later.day < each->day) return true;
    return false;
  }
  std::size_t sets() const { return std::size_t{1} << members_.size(); }

  /// Calls `visit(day, met, today, cost of the day)` for each way to go on from a set that is `from`.
  template <class From, class Visit>
  void each_way(std::size_t day, From from, Visit visit) {
    for (Set met = 0; met < sets(); ++met) {
      if (!from(steps_[day][met])) continue;
      visit(met, Set{0}, VisitCost{});
      const Set open = days_[day].able() & ~met;
      for (Set today = open; today != 0; today = (today - 1) & open) {
        const int visits = in_sequence(met, today) ? days_[day].visits(today) : -1;
        if (visits < 0) continue;
        VisitCost cost;
        for (Set left = today; left != 0; left &= left - 1)
          cost = plus(cost, days_[day].cost_of_day(problem_.tasks[members_[static_cast<std::size_t>(std::countr_zero(left))]]));
        cost.visits = visits;
        visit(met, today, cost);
      }
    }
  }

  /// The cheapest way to have met each set of needs by the end of each day, doors and time on the spot aside.
  void count_visits() {
    steps_.assign(days_.size() + 1, std::vector<Step>(sets()));
    steps_[0][0].reached = true;
    for (std::size_t day = 0; day < days_.size(); ++day) {
      each_way(day, [](const Step& step) { return step.reached; }, [&](Set met, Set today, const VisitCost& cost) {
        Step& next = steps_[day + 1][met | today];
        const VisitCost all = plus(steps_[day][met].cost, cost);
        if (next.reached && next.cost <= all) return;
        next.cost = all;
        next.reached = true;
      });
    }
  }

  void keep_best_ends() {
    const auto with_unmet = [&](Set met) {
      VisitCost cost = steps_.back()[met].cost;
      for (std::size_t i = 0; i < members_.size(); ++i)
        if (!(met >> i & 1)) cost.unmet += digit(problem_.tasks[members_[i]].urgency, 1);
      return cost;
    };
    std::optional<VisitCost> least;
    for (Set met = 0; met < sets(); ++met)
      if (steps_.back()[met].reached && (!least || with_unmet(met) < *least)) least = with_unmet(met);
    for (Set met = 0; met < sets(); ++met)
      steps_.back()[met].wanted = steps_.back()[met].reached && with_unmet(met) == *least;
    for (std::size_t day = days_.size(); day-- > 0;) {
      each_way(day, [](const Step& step) { return step.reached; }, [&](Set met, Set today, const VisitCost& cost) {
        const Step& next = steps_[day + 1][met | today];
        if (next.wanted && plus(steps_[day][met].cost, cost) == next.cost) steps_[day][met].wanted = true;
      });
    }
  }

  /// Among the arrangements that are equally good so far.
  void choose_doors() {
    steps_[0][0].fine_known = true;
    for (std::size_t day = 0; day < days_.size(); ++day) {
      const auto wanted = [](const Step& step) { return step.wanted && step.fine_known; };
      each_way(day, wanted, [&](Set met, Set today, const VisitCost& cost) {
        const Step& before = steps_[day][met];
        Step& next = steps_[day + 1][met | today];
        if (!next.wanted || plus(before.cost, cost) != next.cost) return;
        auto fine = before.fine;
        if (today != 0) {
          const auto& way = days_[day].way(today);
          fine = {fine.first + way.rank, fine.second + way.minutes};
        }
        if (next.fine_known && next.fine <= fine) return;
        next.fine = fine;
        next.today = today;
        next.fine_known = true;
      });
    }
  }

  /// What comes first is met before, or on the same day.
  bool in_sequence(Set met, Set today) const {
    std::uint64_t known = met_before_;
    for (std::size_t i = 0; i < members_.size(); ++i)
      if ((met | today) >> i & 1) known |= std::uint64_t{1} << members_[i];
    for (std::size_t i = 0; i < members_.size(); ++i)
      if (today >> i & 1 && (problem_.tasks[members_[i]].after & ~known) != 0) return false;
    return true;
  }

  void read_back(VisitSolution& solution) {
    const auto& last = steps_.back();
    std::optional<Set> best;
    for (Set met = 0; met < sets(); ++met)
      if (last[met].wanted && last[met].fine_known && (!best || last[met].fine < last[*best].fine)) best = met;
    Set met = *best;
    for (std::size_t day = days_.size(); day-- > 0;) {
      const Set today = steps_[day + 1][met].today;
      if (today == 0) continue;
      for (const auto* each : days_[day].way(today).options)
        solution.chosen[each->need] = static_cast<int>(each - problem_.options.data());
      met &= ~today;
    }
  }

  const VisitProblem& problem_;
  std::vector<std::size_t> members_;
  std::vector<std::vector<const VisitOption*>> taken_;
  std::uint64_t met_before_ = 0;
  std::vector<Day> days_;
  std::vector<std::vector<Step>> steps_;
};

/// The most urgent first; what comes first before what comes after it.
std::vector<std::size_t> in_turn(const VisitProblem& problem) {
  std::vector<std::size_t> turn(problem.tasks.size());
  std::iota(turn.begin(), turn.end(), std::size_t{0});
  std::stable_sort(turn.begin(), turn.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(problem.tasks[a].urgency, problem.tasks[a].due) < std::pair(problem.tasks[b].urgency, problem.tasks[b].due);
  });
  std::vector<std::size_t> sorted;
  std::uint64_t out = 0;
  while (sorted.size() < turn.size()) {
    const auto next = std::find_if(turn.begin(), turn.end(), [&](std::size_t each) {
      return !(out >> each & 1) && (problem.tasks[each].after & ~out) == 0;
    });
    // Needs that each wait for the other: the most urgent of them goes first.
    const auto taken = next != turn.end() ? *next : *std::find_if(turn.begin(), turn.end(), [&](std::size_t each) { return !(out >> each & 1); });
    sorted.push_back(taken);
    out |= std::uint64_t{1} << taken;
  }
  return sorted;
}

/// What comes first counts only if it could be met at all: nobody waits for what has no slot.
VisitProblem without_vain_waits(VisitProblem problem) {
  std::uint64_t able = 0;
  for (const auto& each : problem.options)
    if (each.day >= 0 && each.day < problem.days) able |= std::uint64_t{1} << each.need;
  for (auto& task : problem.tasks) task.after &= able;
  return problem;
}

}  // namespace

VisitCost cost_of(const VisitProblem& problem, const std::vector<int>& chosen) {
  VisitCost cost;
  std::map<int, std::vector<const VisitOption*>> days;
  for (std::size_t need = 0; need < chosen.size(); ++need) {
    const VisitTask& task = problem.tasks[need];
    if (chosen[need] < 0) {
      cost.unmet += digit(task.urgency, 1);
      continue;
    }
    const VisitOption& option = problem.options[static_cast<std::size_t>(chosen[need])];
    cost.late += late_by(task, option.day);
    cost.days += digit(task.urgency, static_cast<std::uint64_t>(option.day));
    cost.rank += option.rank;
    days[option.day].push_back(&option);
  }
  for (const auto& [day, options] : days) {
    std::set<int> sites;
    for (const auto* each : options) sites.insert(each->site);
    cost.visits += static_cast<int>(sites.size());
    cost.minutes += minutes_of(options);
  }
  return cost;
}

bool is_possible(const VisitProblem& given, const std::vector<int>& chosen) {
  const VisitProblem problem = without_vain_waits(given);
  for (std::size_t a = 0; a < chosen.size(); ++a) {
    if (chosen[a] < 0) continue;
    const VisitOption& first = problem.options[static_cast<std::size_t>(chosen[a])];
    for (std::size_t b = 0; b < chosen.size(); ++b) {
      const bool waits = problem.tasks[a].after >> b & 1;
      if (chosen[b] < 0) {
        if (waits) return false;
        continue;
      }
      const VisitOption& second = problem.options[static_cast<std::size_t>(chosen[b])];
      if (waits && second.day > first.day) return false;
      if (a < b && first.day == second.day && !go_together(problem, first, second)) return false;
    }
  }
  return true;
}

VisitSolution arrange(const VisitProblem& given) {
  const VisitProblem problem = without_vain_waits(given);
  VisitSolution solution{std::vector<int>(problem.tasks.size(), -1), {}, problem.tasks.size() <= exact_needs};
  const auto turn = in_turn(problem);
  for (std::size_t first = 0; first < turn.size(); first += exact_needs) {
    const auto last = std::min(first + exact_needs, turn.size());
    Group(problem, {turn.begin() + static_cast<std::ptrdiff_t>(first), turn.begin() + static_cast<std::ptrdiff_t>(last)},
          solution.chosen)
        .arrange(solution);
  }
  solution.cost = cost_of(problem, solution.chosen);
  return solution;
}

}  // namespace patio
