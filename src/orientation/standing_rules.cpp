#include "standing_rules.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "dated.hpp"

namespace patio {
namespace {

/// Of two local rules that could answer for each other.
bool same_rule(const LocalRule& first, const LocalRule& second) {
  return first.need == second.need && first.owner == second.owner && first.rule.id == second.rule.id &&
         first.rule.areas == second.rule.areas;
}

class Standing {
 public:
  Standing(const NeedsBook& book, const Need& need, const Residence& home, std::vector<const LocalRule*> local)
      : book_(book), need_(need), home_(home), local_(std::move(local)) {}

  StandingRules run() {
    standing_.rules.reserve(need_.destinations.size());
    for (const auto& rule : need_.destinations) settle(rule.id, &rule);
    for (std::size_t i = 0; i < local_.size(); ++i)
      if (!is_of_the_book(local_[i]->rule.id) && first_of(local_[i]->rule.id) == i) settle(local_[i]->rule.id, nullptr);
    return std::move(standing_);
  }

 private:
  void settle(const std::string& id, const DestinationRule* national) {
    Truth open = Truth::yes;
    for (std::size_t i = 0; i < local_.size(); ++i) {
      const LocalRule& each = *local_[i];
      if (each.rule.id != id) continue;
      const Truth lives_there = truth_of(serves(book_.sectors, each.rule.areas, home_));
      const StandingRule standing{&each.rule, &each.provenance, each.owner, std::min(open, lives_there), &each};
      standing_.read.push_back(standing);
      if (lives_there == Truth::no) {
        if (each.effect == LocalEffect::adds) standing_.rules.push_back(standing);
        continue;
      }
      apply(standing, below(i, id, national));
      if (lives_there == Truth::yes) return;
      open = Truth::unknown;
    }
    if (!national) return;
    const Truth lives_there = truth_of(serves(book_.sectors, national->areas, home_));
    standing_.rules.push_back({national, &need_.provenance, RuleOwner::national, std::min(open, lives_there), nullptr});
    standing_.read.push_back(standing_.rules.back());
  }

  void apply(const StandingRule& standing, const StandingRule& lower) {
    const LocalRule& local = *standing.local;
    if (local.effect != LocalEffect::withdraws) standing_.rules.push_back(standing);
    else if (standing.here == Truth::yes && lower.rule) standing_.withdrawn.push_back({lower.rule, &local.provenance, local.owner, Truth::yes, &local});
    std::optional<RuleOwner> over;
    if (lower.rule) over = lower.owner;
    standing_.overrides.push_back({need_.code.text() + '.' + local.rule.id, local.owner, local.effect, over, local.reason});
  }

  /// What a local rule stands in for here; no rule if it is the first of its id.
  StandingRule below(std::size_t place, const std::string& id, const DestinationRule* national) const {
    for (std::size_t i = place + 1; i < local_.size(); ++i) {
      const LocalRule& each = *local_[i];
      if (each.rule.id == id && each.effect != LocalEffect::withdraws &&
          serves(book_.sectors, each.rule.areas, home_) != Served::no)
        return {&each.rule, &each.provenance, each.owner, Truth::yes, &each};
    }
    return {national, &need_.provenance, RuleOwner::national, Truth::yes, nullptr};
  }

  bool is_of_the_book(const std::string& id) const {
    return std::any_of(need_.destinations.begin(), need_.destinations.end(),
                       [&](const DestinationRule& each) { return each.id == id; });
  }

  std::size_t first_of(const std::string& id) const {
    const auto found = std::find_if(local_.begin(), local_.end(), [&](const LocalRule* each) { return each->rule.id == id; });
    return static_cast<std::size_t>(found - local_.begin());
  }

  const NeedsBook& book_;
  const Need& need_;
  const Residence& home_;
  std::vector<const LocalRule*> local_;
  StandingRules standing_;
};

}  // namespace

Truth truth_of(Served served) noexcept {
  if (served == Served::yes) return Truth::yes;
  return served == Served::no ? Truth::no : Truth::unknown;
}

int extent_of(const std::vector<AreaCode>& areas) noexcept {
  constexpr std::array<std::string_view, 5> kinds{"sector", "insee", "epci", "dep", "reg"};
  int extent = areas.empty() ? static_cast<int>(kinds.size()) + 1 : 0;
  for (const auto& area : areas)
    extent = std::max(extent, static_cast<int>(std::find(kinds.begin(), kinds.end(), kind_of(area)) - kinds.begin()));
  return extent;
}

std::vector<const LocalRule*> local_rules_on(const NeedsBook& book, const NeedCode& need, Date day,
                                             std::optional<Date> known_as_of) {
  const auto before = [](const LocalRule& rule, const NeedCode& code) { return rule.need < code; };
  std::vector<const LocalRule*> found;
  for (auto each = std::lower_bound(book.local_rules.begin(), book.local_rules.end(), need, before);
       each != book.local_rules.end() && each->need == need; ++each)
    if (holds(book.local_rules, *each, same_rule, day, known_as_of)) found.push_back(&*each);
  std::stable_sort(found.begin(), found.end(), [](const LocalRule* first, const LocalRule* second) {
    return std::tuple(first->owner, extent_of(first->rule.areas)) < std::tuple(second->owner, extent_of(second->rule.areas));
  });
  return found;
}

StandingRules standing_rules(const NeedsBook& book, const Need& need, Date day, std::optional<Date> known_as_of,
                             const Residence& home) {
  return Standing(book, need, home, local_rules_on(book, need.code, day, known_as_of)).run();
}

}  // namespace patio
