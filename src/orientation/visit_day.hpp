#pragma once
/// \file
/// One day of the search in visit_search.hpp: which needs can be met on it together, and by which slots best.

#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "visit_search.hpp"

namespace patio {

/// Needs of a group, a bit each.
using NeedSet = std::uint32_t;

/// The number with one digit, that of the urgency.
[[nodiscard]] constexpr std::uint64_t digit(int urgency, std::uint64_t value) noexcept { return value << (12 * (4 - urgency)); }

[[nodiscard]] std::uint64_t late_by(const VisitTask& task, int day) noexcept;

/// Whether two needs of one day may stand like this.
[[nodiscard]] bool go_together(const VisitProblem& problem, const VisitOption& a, const VisitOption& b) noexcept;

/// Minutes spent at each site of a day: from the first slot there to the end of the last one.
[[nodiscard]] int minutes_of(const std::vector<const VisitOption*>& options);

/// One day: which sets of needs can be met on it, in how many visits, and which slots are then the best.
class VisitDay {
 public:
  VisitDay(const VisitProblem& problem, std::size_t members, int day, const std::vector<const VisitOption*>& taken)
      : problem_(problem), taken_(taken), lists_(members), visits_(std::size_t{1} << members, unasked), day_(day) {
    for (const auto* each : taken) sites_taken_.insert(each->site);
  }

  void add(std::size_t member, const VisitOption& option) { lists_[member].push_back(&option); }

  void close();

  [[nodiscard]] NeedSet able() const { return able_; }
  [[nodiscard]] bool sure() const { return sure_; }

  /// The fewest visits, whatever the doors; below 0 if these needs can't all be met on this day.
  int visits(NeedSet needs);

  struct Way {
    int visits = 0;
    int rank = 0;
    int minutes = 0;
    std::vector<const VisitOption*> options;
    [[nodiscard]] auto cost() const { return std::tuple(visits, rank, minutes); }
  };
  /// Of a set that can be met.
  const Way& way(NeedSet needs);

  [[nodiscard]] VisitCost cost_of_day(const VisitTask& task) const;

 private:
  static constexpr int unasked = -2, impossible = -1;
  enum class Aim { visits, everything };

  /// Of options at one time and place, more than there are needs can never all be wanted: the best ranked stay.
  void drop_worse(std::vector<const VisitOption*>& list) const;

  void begin(NeedSet needs, Aim aim);

  /// No arrangement through the best doors is shorter, when one person goes through all of them in one visit.
  int least_minutes() const;

  /// True once nothing better can come.
  bool descend(std::size_t depth, int rank);

  bool keep(int rank);

  /// Visits, rank and time on the spot only grow.
  bool hopeless(std::size_t depth, int rank) const;

  int new_sites() const;

  int minutes() const;

  const VisitProblem& problem_;
  const std::vector<const VisitOption*>& taken_;
  std::set<int> sites_taken_;
  std::vector<std::vector<const VisitOption*>> lists_;
  std::vector<int> visits_;
  int day_;
  NeedSet able_ = 0;
  bool sure_ = true;
  std::map<NeedSet, Way> ways_;

  Aim aim_{};
  std::vector<std::size_t> members_;
  std::vector<int> least_rank_;
  int least_minutes_ = -1;
  std::vector<const VisitOption*> chosen_;
  std::optional<Way> best_;
  int steps_ = 0;
};

}  // namespace patio
