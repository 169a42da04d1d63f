#pragma once
/// \file
/// The search behind visit_plan.hpp, in numbers: needs, days, minutes. Which slot for which need, so that in this order
///
///   1. as few needs as possible stay without a slot, the most urgent first;
///   2. they are as few days late as possible, the most urgent first;
///   3. there are as few visits as possible: a visit is one day at one site;
///   4. the most urgent are met soonest, then the others;
///   5. the doors are the best ranked;
///   6. the least time is spent on the spot.
///
/// Exact up to `exact_needs` needs: a table over sets of needs, day by day, and in each day every way to set the slots.
/// More needs are arranged in groups of that size, the most urgent first, each exact around what the earlier ones took.

#include <cstdint>
#include <vector>

namespace patio {

inline constexpr std::size_t exact_needs = 8;

struct VisitOption {
  std::size_t need = 0;
  /// From the first day, 0.
  int day = 0;
  int site = 0;
  /// Minutes of the day.
  int starts = 0;
  int ends = 0;
  /// 0 is the best door of the need.
  int rank = 0;
  /// Options with one number are one slot: only one need may take it. Numbers below 0 are shared by all.
  int slot = 0;
};

struct VisitTask {
  /// 0 to 4.
  int urgency = 4;
  /// The last day in time; none if below 0.
  int due = -1;
  /// Who must be there, a bit each.
  std::uint64_t persons = 1;
  /// Needs that come first, a bit each: before it, or earlier on the same day.
  std::uint64_t after = 0;
};

struct VisitProblem {
  std::vector<VisitTask> tasks;
  std::vector<VisitOption> options;
  int days = 28;
  /// Between two sites on one day.
  int travel_minutes = 30;
};

/// By the six aims above. Compared from the first on. A digit for each urgency, so that the most urgent weighs most.
struct VisitCost {
  std::uint64_t unmet = 0;
  std::uint64_t late = 0;
  int visits = 0;
  std::uint64_t days = 0;
  int rank = 0;
  int minutes = 0;
  auto operator<=>(const VisitCost&) const = default;
};

struct VisitSolution {
  /// For each need the place of its option, or -1.
  std::vector<int> chosen;
  VisitCost cost;
  bool exact = true;
};

[[nodiscard]] VisitSolution arrange(const VisitProblem& problem);

/// What an arrangement costs; nothing if it breaks a rule: a slot taken twice, somebody in two places, a need before one
/// that comes first.
[[nodiscard]] bool is_possible(const VisitProblem& problem, const std::vector<int>& chosen);
[[nodiscard]] VisitCost cost_of(const VisitProblem& problem, const std::vector<int>& chosen);

}  // namespace patio
