#pragma once
/// \file
/// What a set of rules says without anyone asking: rules that never matter, prohibitions that meet permissions, requests
/// that only the default answers, and what a change of rules changes.
///
///     for (const Change& change : differences(today, draft).changes)
///       if (gains(change)) show(change.region, change.witness);                 // somebody would learn something new
///
/// Exact, without a solver: by algebra of cubes over all fully known requests, however many there are. Each claim has a
/// request that shows it, and the engine confirms it. Regions are cubes: every request in them is meant.

#include <optional>
#include <vector>

#include <patio/rules/verdict.hpp>

namespace patio::rules {

/// A rule that is among the determining ones of no request.
struct DeadRule {
  std::uint32_t rule = 0;
  /// The rules that together stand in its way. Empty if the rule has no case on that day.
  std::vector<std::uint32_t> by;
  /// A request that it meets, and where others decide.
  std::optional<Facts> witness;
};
[[nodiscard]] std::vector<DeadRule> dead_rules(const Engine& engine);

/// A rule that never makes the answer alone: wherever it decides, others of its tier give the same effect or a stronger
/// one. It may still add its obligations and texts. Dead rules are not told again.
struct ShadowedRule {
  std::uint32_t rule = 0;
  std::vector<std::uint32_t> by;
  Facts witness;
};
[[nodiscard]] std::vector<ShadowedRule> shadowed_rules(const Engine& engine);

/// A prohibition and a permission of one gate and one tier that both hold on some request which their tier decides. The
/// prohibition wins: an exception, if it is meant.
struct Overlap {
  std::uint32_t lifting = 0;
  std::uint32_t blocking = 0;
  Facts witness;
};
[[nodiscard]] std::vector<Overlap> overlaps(const Engine& engine);

/// Requests that no rule of a gate answers but those of its fallback tier.
struct Gap {
  /// Maximal: with any value more, some rule would answer a part of it.
  Cube region;
  Facts witness;
};
struct Gaps {
  std::vector<Gap> gaps;
  /// True if every such request is in one of the regions.
  bool complete = true;
};
[[nodiscard]] Gaps gaps(const Engine& engine, Gate gate, std::size_t limit = 100);

/// Requests that one gate answers differently before and after, and among them one whose whole answer differs.
struct Change {
  Gate gate{};
  Cube region;
  Effect before{};
  Effect after{};
  Facts witness;
  /// The whole answers to the witness.
  Effect witness_before{};
  Effect witness_after{};
  /// The rule that has a cube on one side only, through which this was found: the place of it in Changes::rules.
  std::size_t changed = 0;
};
[[nodiscard]] constexpr bool gains(const Change& change) noexcept { return !flows(change.witness_before) && flows(change.witness_after); }
[[nodiscard]] constexpr bool loses(const Change& change) noexcept { return flows(change.witness_before) && !flows(change.witness_after); }

/// A rule with a cube that stands on one side only.
struct ChangedRule {
  /// Its number before, if the cube is gone; else its number after.
  std::uint32_t rule = 0;
  bool gone = false;
  /// False if it has more regions than its share of the limit.
  bool complete = true;
};

struct Changes {
  std::vector<Change> changes;
  std::vector<ChangedRule> rules;
  /// True if every request whose answer differs is in one of the regions. Without changes and complete, both engines are
  /// equivalent.
  bool complete = true;
};
/// Both engines have the same vocabulary. The limit is shared out among the rules that changed, so that none of them hides
/// the others.
[[nodiscard]] Changes differences(const Engine& before, const Engine& after, std::size_t limit = 1000);

}  // namespace patio::rules
