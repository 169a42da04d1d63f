#include "visit_day.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace patio {
namespace {

VisitCost plus(const VisitCost& a, const VisitCost& b) {
  return {a.unmet + b.unmet, a.late + b.late, a.visits + b.visits, a.days + b.days, a.rank + b.rank, a.minutes + b.minutes};
}

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
    NeedSet today = 0;
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
    for (NeedSet met = 0; met < sets(); ++met) {
      if (!from(steps_[day][met])) continue;
      visit(met, NeedSet{0}, VisitCost{});
      const NeedSet open = days_[day].able() & ~met;
      for (NeedSet today = open; today != 0; today = (today - 1) & open) {
        const int visits = in_sequence(met, today) ? days_[day].visits(today) : -1;
        if (visits < 0) continue;
        VisitCost cost;
        for (NeedSet left = today; left != 0; left &= left - 1)
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
      each_way(day, [](const Step& step) { return step.reached; }, [&](NeedSet met, NeedSet today, const VisitCost& cost) {
        Step& next = steps_[day + 1][met | today];
        const VisitCost all = plus(steps_[day][met].cost, cost);
        if (next.reached && next.cost <= all) return;
        next.cost = all;
        next.reached = true;
      });
    }
  }

  void keep_best_ends() {
    const auto with_unmet = [&](NeedSet met) {
      VisitCost cost = steps_.back()[met].cost;
      for (std::size_t i = 0; i < members_.size(); ++i)
        if (!(met >> i & 1)) cost.unmet += digit(problem_.tasks[members_[i]].urgency, 1);
      return cost;
    };
    std::optional<VisitCost> least;
    for (NeedSet met = 0; met < sets(); ++met)
      if (steps_.back()[met].reached && (!least || with_unmet(met) < *least)) least = with_unmet(met);
    for (NeedSet met = 0; met < sets(); ++met)
      steps_.back()[met].wanted = steps_.back()[met].reached && with_unmet(met) == *least;
    for (std::size_t day = days_.size(); day-- > 0;) {
      each_way(day, [](const Step& step) { return step.reached; }, [&](NeedSet met, NeedSet today, const VisitCost& cost) {
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
      each_way(day, wanted, [&](NeedSet met, NeedSet today, const VisitCost& cost) {
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
  bool in_sequence(NeedSet met, NeedSet today) const {
    std::uint64_t known = met_before_;
    for (std::size_t i = 0; i < members_.size(); ++i)
      if ((met | today) >> i & 1) known |= std::uint64_t{1} << members_[i];
    for (std::size_t i = 0; i < members_.size(); ++i)
      if (today >> i & 1 && (problem_.tasks[members_[i]].after & ~known) != 0) return false;
    return true;
  }

  void read_back(VisitSolution& solution) {
    const auto& last = steps_.back();
    std::optional<NeedSet> best;
    for (NeedSet met = 0; met < sets(); ++met)
      if (last[met].wanted && last[met].fine_known && (!best || last[met].fine < last[*best].fine)) best = met;
    NeedSet met = *best;
    for (std::size_t day = days_.size(); day-- > 0;) {
      const NeedSet today = steps_[day + 1][met].today;
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
  std::vector<VisitDay> days_;
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
