#pragma once
/// \file
/// Rules of a département, a commune or a centre, over those that the national book has for a need: who meets it here, instead
/// of whom, and who does not. A town writes them in a file of its own:
///
///     {"schema": "patio/local_rules/1", "rules": [{
///        "need": "rent_arrears", "owner": "centre", "effect": "replaces",
///        "reason": {"fr": "La ville a sa propre permanence.", "en": "The town has a permanence of its own."},
///        "id": "mds", "destination": "ccas", "role": "primary", "areas": ["insee:91312"], "explanation": {...},
///        "since": "2026-01-01", "recorded": "2026-01-01", "source": "...", "confidence": "high",
///        "review_by": "2027-01-01", "review": "unreviewed"}],
///      "sectors": [{"code": "sector:mds_nord", "name": {...}, "streets": [{"commune": "insee:91312", "street":
///        "ban:91312_0450", "side": "even"}]}]}
///
/// Precedence: centre over commune over département over the nation; of two rules of one owner, the one for the smaller area.
/// Rules answer for one another by their `id` within the need. Only who is nearer may replace or withdraw a rule, and nobody an
/// emergency. A rule that holds where the person lives stands in for the one below it whatever its condition says; where it is
/// not known whether they live there, both are conditional.

#include <patio/orientation/need.hpp>

namespace patio {

/// The nearest first.
enum class RuleOwner { centre, commune, department, national };
BOOST_DESCRIBE_ENUM(RuleOwner, centre, commune, department, national)

/// `adds` a rule of a new id; `replaces` the one of that id; `withdraws` it.
enum class LocalEffect { adds, replaces, withdraws };
BOOST_DESCRIBE_ENUM(LocalEffect, adds, replaces, withdraws)

struct LocalRule {
  NeedCode need;
  RuleOwner owner{};
  LocalEffect effect{};
  /// Why it is otherwise here: told with each answer that rests on it.
  Text reason;
  /// With `withdraws`, only its id and its areas count.
  DestinationRule rule;
  Provenance provenance;
  bool operator==(const LocalRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(LocalRule, (), (need, owner, effect, reason, rule, provenance))

/// A local rule that was applied, and what it stands in for.
struct RuleOverride {
  /// "rent_arrears.mds"
  std::string rule;
  RuleOwner owner{};
  LocalEffect effect{};
  /// Absent for a rule that adds.
  std::optional<RuleOwner> over;
  Text reason;
  bool operator==(const RuleOverride&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleOverride, (), (rule, owner, effect, over, reason))

}  // namespace patio
