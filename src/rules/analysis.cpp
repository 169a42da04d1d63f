#include <patio/rules/analysis.hpp>

#include <algorithm>
#include <deque>

#include "compiled.hpp"
#include "region.hpp"

namespace patio::rules {
namespace {

/// The cubes that decide before these do: of earlier tiers, and of the other side of the tier if that is the stronger one.
std::vector<Entry> before(const std::vector<Entry>& entries, unsigned kind) {
  std::vector<Entry> earlier;
  for (const auto& entry : entries)
    if (kind_of(entry) < kind) earlier.push_back(entry);
  return earlier;
}

std::vector<std::uint32_t> listed(const std::set<std::uint32_t>& rules) { return {rules.begin(), rules.end()}; }

unsigned kind_of_rule(const Clause& clause) { return kind_of(Entry{nullptr, 0, clause.tier, clause.effect, {}}); }

/// One gate: its cubes in the order in which they decide, and questions about one of its rules.
class GateAnalysis {
 public:
  GateAnalysis(const Engine& engine, Gate gate) : engine_(engine), entries_(in_order(engine.clauses(), gate)) {}

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] std::vector<Entry> before(std::uint32_t rule) const {
    return rules::before(entries_, kind_of_rule(engine_.clauses()[rule]));
  }
  /// True if every case of the rule lies within the cover; adds the rules that cover it.
  [[nodiscard]] bool covered(std::uint32_t rule, const std::vector<Entry>& cover, std::set<std::uint32_t>& by) const {
    return !free_request(rule, cover, by);
  }
  /// A request that meets the rule and nothing of the cover.
  [[nodiscard]] std::optional<Facts> free_request(std::uint32_t rule, const std::vector<Entry>& cover,
                                                  std::set<std::uint32_t>& by) const {
    for (const auto& entry : entries_)
      if (entry.rule == rule)
        if (const auto free = uncovered(region_of(*entry.cube, engine_.vocabulary()), cover, by))
          return example(*free, engine_.vocabulary());
    return std::nullopt;
  }

 private:
  const Engine& engine_;
  std::vector<Entry> entries_;
};

/// Adds every value, fact by fact, with which the region still meets no entry.
Region grown(Region region, const std::vector<Entry>& entries, const Vocabulary& vocabulary) {
  const auto free = [&] {
    return std::none_of(entries.begin(), entries.end(),
                        [&](const Entry& entry) { return meeting(region, *entry.cube) != Meeting::apart; });
  };
  for (std::size_t i = 0; i < vocabulary.attributes.size(); ++i) {
    for (Values left = vocabulary.attributes[i].all() & ~region.values[i]; left != 0; left &= left - 1) {
      const Values one = left & ~(left - 1);
      region.values[i] |= one;
      if (!free()) region.values[i] &= ~one;
    }
  }
  return region;
}

}  // namespace

std::vector<DeadRule> dead_rules(const Engine& engine) {
  std::vector<DeadRule> dead;
  for (const Gate gate : deciding_gates) {
    const GateAnalysis analysis(engine, gate);
    for (std::uint32_t rule = 0; rule < engine.clauses().size(); ++rule) {
      if (engine.clauses()[rule].gate != gate) continue;
      std::set<std::uint32_t> by, none;
      if (analysis.covered(rule, analysis.before(rule), by))
        dead.push_back({rule, listed(by), analysis.free_request(rule, {}, none)});
    }
  }
  return dead;
}

std::vector<ShadowedRule> shadowed_rules(const Engine& engine) {
  std::vector<ShadowedRule> shadowed;
  for (const Gate gate : deciding_gates) {
    const GateAnalysis analysis(engine, gate);
    for (std::uint32_t rule = 0; rule < engine.clauses().size(); ++rule) {
      const Clause& clause = engine.clauses()[rule];
      if (clause.gate != gate) continue;
      auto cover = analysis.before(rule);
      std::set<std::uint32_t> by, none;
      const auto witness = analysis.free_request(rule, cover, none);
      if (!witness) continue;
      for (const auto& entry : analysis.entries())
        if (entry.rule != rule && kind_of(entry) == kind_of_rule(clause) && entry.effect <= clause.effect) cover.push_back(entry);
      if (analysis.covered(rule, cover, by)) shadowed.push_back({rule, listed(by), *witness});
    }
  }
  return shadowed;
}

std::vector<Overlap> overlaps(const Engine& engine) {
  std::vector<Overlap> found;
  std::set<std::pair<std::uint32_t, std::uint32_t>> told;
  for (const Gate gate : deciding_gates) {
    const auto entries = in_order(engine.clauses(), gate);
    for (const auto& lifting : entries) {
      if (!flows(lifting.effect)) continue;
      const auto earlier = before(entries, kind_of(lifting) - 1);
      for (const auto& blocking : entries) {
        if (blocking.tier != lifting.tier || flows(blocking.effect) || told.contains({lifting.rule, blocking.rule})) continue;
        const auto both = within(region_of(*lifting.cube, engine.vocabulary()), *blocking.cube);
        if (!both) continue;
        std::set<std::uint32_t> by;
        const auto free = uncovered(*both, earlier, by);
        if (!free) continue;
        told.insert({lifting.rule, blocking.rule});
        found.push_back({lifting.rule, blocking.rule, example(*free, engine.vocabulary())});
      }
    }
  }
  return found;
}

Gaps gaps(const Engine& engine, Gate gate, std::size_t limit) {
  Gaps all;
  std::vector<Entry> entries;
  for (const auto& entry : in_order(engine.clauses(), gate))
    if (entry.tier != Tier::fallback) entries.push_back(entry);
  // What has been told counts as covered, so that the next region is another one.
  auto cover = entries;
  std::deque<Cube> told;
  std::set<std::uint32_t> by;
  const Region whole = everything(engine.vocabulary());
  while (const auto free = uncovered(whole, cover, by)) {
    if (all.gaps.size() == limit) {
      all.complete = false;
      break;
    }
    const Region region = grown(*free, entries, engine.vocabulary());
    told.push_back(cube_of(region, engine.vocabulary()));
    cover.insert(cover.begin(), Entry{&told.back(), 0, Tier::fallback, Effect::deny, {}});
    all.gaps.push_back({told.back(), example(*free, engine.vocabulary())});
  }
  return all;
}

}  // namespace patio::rules
