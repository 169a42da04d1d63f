#include "orientation/visit_search.hpp"

#include <optional>

#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

/// Every choice of an option, or none, for every need: the oracle.
class BruteForce {
 public:
  explicit BruteForce(const VisitProblem& problem) : problem_(problem), chosen_(problem.tasks.size(), -1) { descend(0); }
  [[nodiscard]] const VisitCost& best() const { return *best_; }

 private:
  void descend(std::size_t need) {
    if (need == chosen_.size()) {
      if (!is_possible(problem_, chosen_)) return;
      const VisitCost cost = cost_of(problem_, chosen_);
      if (!best_ || cost < *best_) best_ = cost;
      return;
    }
    chosen_[need] = -1;
    descend(need + 1);
    for (std::size_t i = 0; i < problem_.options.size(); ++i) {
      if (problem_.options[i].need != need) continue;
      chosen_[need] = static_cast<int>(i);
      descend(need + 1);
    }
    chosen_[need] = -1;
  }

  const VisitProblem& problem_;
  std::vector<int> chosen_;
  std::optional<VisitCost> best_;
};

VisitProblem any_problem(std::size_t most_tasks, int most_options) {
  const auto below = [](int count) { return *rc::gen::inRange(0, count); };
  VisitProblem problem;
  problem.days = 1 + below(4);
  problem.travel_minutes = below(2) * 30;
  const auto tasks = static_cast<std::size_t>(1 + below(static_cast<int>(most_tasks)));
  for (std::size_t need = 0; need < tasks; ++need) {
    VisitTask task{below(5), below(2) == 0 ? -1 : below(4), std::uint64_t(1 + below(3)), 0};
    if (need > 0 && below(3) == 0) task.after = std::uint64_t{1} << below(static_cast<int>(need));
    problem.tasks.push_back(task);
    for (int left = below(most_options); left > 0; --left) {
      const int starts = 540 + 30 * below(5);
      problem.options.push_back({need, below(problem.days), below(2), starts, starts + 30 * (1 + below(2)), below(3),
                                 below(4) == 0 ? -1 : below(12)});
    }
  }
  return problem;
}

VisitOption at(std::size_t need, int day, int starts, int rank = 0, int site = 0) {
  static int slot = 1000;
  return {need, day, site, starts, starts + 30, rank, ++slot};
}

}  // namespace

TEST_CASE("needs that can be met on one day are, even if one of them could have been earlier") {
  const VisitProblem problem{{{4, -1, 1, 0}, {4, -1, 1, 0}}, {at(0, 0, 540), at(0, 5, 540), at(1, 5, 570)}, 28, 30};
  const auto solution = arrange(problem);
  CHECK(solution.chosen == std::vector<int>{1, 2});
  CHECK(solution.cost.visits == 1);
}

TEST_CASE("what is urgent does not wait for the others") {
  const VisitProblem problem{{{1, 0, 1, 0}, {4, -1, 1, 0}}, {at(0, 0, 540), at(0, 5, 540), at(1, 5, 570)}, 28, 30};
  CHECK(arrange(problem).chosen == std::vector<int>{0, 2});
}

TEST_CASE("one person is never sent to two places at once, two persons may be") {
  VisitProblem problem{{{4, -1, 1, 0}, {4, -1, 1, 0}}, {at(0, 0, 540), at(1, 0, 540), at(1, 1, 540)}, 28, 30};
  CHECK(arrange(problem).cost.visits == 2);
  problem.tasks[1].persons = 2;
  CHECK(arrange(problem).cost.visits == 1);
}

TEST_CASE("between two sites there is time to travel") {
  VisitProblem problem{{{4, -1, 1, 0}, {4, -1, 1, 0}}, {at(0, 0, 540), at(1, 0, 590, 0, 1), at(1, 0, 600, 1, 1)}, 28, 30};
  CHECK(arrange(problem).chosen == std::vector<int>{0, 2});
}

TEST_CASE("a need that comes first is met first, and nobody waits for what has no slot") {
  VisitProblem problem{{{3, -1, 1, 0b10}, {3, -1, 1, 0}}, {at(0, 0, 540), at(0, 3, 570), at(1, 3, 540)}, 28, 30};
  CHECK(arrange(problem).chosen == std::vector<int>{1, 2});
  problem.options.pop_back();
  CHECK(arrange(problem).chosen == std::vector<int>{0, -1});
}

TEST_CASE("no arrangement is better than the one found") {
  prop("as trying every one of them shows", [] {
    const VisitProblem problem = any_problem(4, 6);
    const auto solution = arrange(problem);
    RC_ASSERT(solution.exact);
    RC_ASSERT(is_possible(problem, solution.chosen));
    RC_ASSERT(solution.cost == cost_of(problem, solution.chosen));
    RC_ASSERT(solution.cost == BruteForce(problem).best());
  });
}

TEST_CASE("more needs than are arranged exactly still make a possible plan, and say so") {
  prop("with everybody who could have come alone on their own day", [] {
    VisitProblem problem = any_problem(4, 6);
    while (problem.tasks.size() <= exact_needs) {
      const auto more = any_problem(4, 6);
      const auto offset = problem.tasks.size();
      for (auto option : more.options) {
        option.need += offset;
        option.day = std::min(option.day, problem.days - 1);
        if (option.slot >= 0) option.slot += static_cast<int>(100 * offset);
        problem.options.push_back(option);
      }
      for (auto task : more.tasks) {
        task.after = 0;
        problem.tasks.push_back(task);
      }
    }
    const auto solution = arrange(problem);
    RC_ASSERT(!solution.exact);
    RC_ASSERT(is_possible(problem, solution.chosen));
  });
}
