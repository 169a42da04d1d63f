#include "visit_day.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace patio {
namespace {

/// Ways to set the slots of one day are tried up to so many steps; beyond, the best so far is taken and said not to be sure.
constexpr int most_steps = 200'000;

}  // namespace

std::uint64_t late_by(const VisitTask& task, int day) noexcept {
  return task.due >= 0 && day > task.due ? digit(task.urgency, static_cast<std::uint64_t>(day - task.due)) : 0;
}

bool go_together(const VisitProblem& problem, const VisitOption& a, const VisitOption& b) noexcept {
  if (a.slot >= 0 && a.slot == b.slot) return false;
  const VisitTask &first = problem.tasks[a.need], &second = problem.tasks[b.need];
  if ((first.persons & second.persons) != 0) {
    const int gap = a.site == b.site ? 0 : problem.travel_minutes;
    if (a.starts < b.ends + gap && b.starts < a.ends + gap) return false;
  }
  if (first.after >> b.need & 1 && a.starts < b.ends) return false;
  return !(second.after >> a.need & 1 && b.starts < a.ends);
}

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

void VisitDay::close() {
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    auto& list = lists_[i];
    std::erase_if(list, [&](const VisitOption* each) {
      return std::any_of(taken_.begin(), taken_.end(), [&](const auto* other) { return !go_together(problem_, *each, *other); });
    });
    std::stable_sort(list.begin(), list.end(), [](const VisitOption* a, const VisitOption* b) {
      return std::tuple(a->rank, a->starts, a->ends, a->site) < std::tuple(b->rank, b->starts, b->ends, b->site);
    });
    drop_worse(list);
    if (!list.empty()) able_ |= NeedSet{1} << i;
  }
}

int VisitDay::visits(NeedSet needs) {
  int& known = visits_[needs];
  if (known != unasked) return known;
  known = impossible;
  // What a part can't do, the whole can't.
  for (NeedSet left = needs; left != 0; left &= left - 1)
    if (const NeedSet part = needs & ~(left & -left); part != 0 && visits(part) == impossible) return impossible;
  begin(needs, Aim::visits);
  if (best_) known = best_->visits;
  return known;
}

const VisitDay::Way& VisitDay::way(NeedSet needs) {
  auto [found, added] = ways_.try_emplace(needs);
  if (!added) return found->second;
  begin(needs, Aim::everything);
  found->second = *best_;
  return found->second;
}

VisitCost VisitDay::cost_of_day(const VisitTask& task) const {
  VisitCost cost;
  cost.late = late_by(task, day_);
  cost.days = digit(task.urgency, static_cast<std::uint64_t>(day_));
  return cost;
}

void VisitDay::drop_worse(std::vector<const VisitOption*>& list) const {
  std::map<std::tuple<int, int, int>, std::size_t> seen;
  std::erase_if(list, [&](const VisitOption* each) {
    return ++seen[{each->site, each->starts, each->ends}] > lists_.size();
  });
}

void VisitDay::begin(NeedSet needs, Aim aim) {
  aim_ = aim;
  best_.reset();
  chosen_.clear();
  members_.clear();
  for (NeedSet left = needs; left != 0; left &= left - 1) members_.push_back(static_cast<std::size_t>(std::countr_zero(left)));
  // Whoever has the least choice first: dead ends show early.
  std::stable_sort(members_.begin(), members_.end(),
                   [&](std::size_t a, std::size_t b) { return lists_[a].size() < lists_[b].size(); });
  least_rank_.assign(members_.size() + 1, 0);
  for (std::size_t i = members_.size(); i-- > 0;) least_rank_[i] = least_rank_[i + 1] + lists_[members_[i]].front()->rank;
  least_minutes_ = least_minutes();
  steps_ = 0;
  descend(0, 0);
}

int VisitDay::least_minutes() const {
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

bool VisitDay::descend(std::size_t depth, int rank) {
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

bool VisitDay::keep(int rank) {
  best_ = Way{new_sites(), rank, minutes(), chosen_};
  if (best_->visits > (sites_taken_.empty() ? 1 : 0)) return false;
  return aim_ == Aim::visits || (rank == least_rank_[0] && best_->minutes == least_minutes_);
}

bool VisitDay::hopeless(std::size_t depth, int rank) const {
  if (!best_) return false;
  if (aim_ == Aim::visits) return new_sites() >= best_->visits;
  return std::tuple(new_sites(), rank + least_rank_[depth], minutes()) >= best_->cost();
}

int VisitDay::new_sites() const {
  int count = 0;
  for (std::size_t i = 0; i < chosen_.size(); ++i) {
    bool seen = sites_taken_.contains(chosen_[i]->site);
    for (std::size_t j = 0; j < i && !seen; ++j) seen = chosen_[j]->site == chosen_[i]->site;
    count += seen ? 0 : 1;
  }
  return count;
}

int VisitDay::minutes() const {
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

}  // namespace patio
