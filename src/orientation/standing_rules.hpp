#pragma once
/// \file
/// Which rules of a need stand for somebody on a day: those of the book, and the local ones that stand in for them where the
/// person lives.

#include <patio/orientation/orientation_request.hpp>

#include "condition.hpp"

namespace patio {

struct StandingRule {
  const DestinationRule* rule = nullptr;
  const Provenance* provenance = nullptr;
  RuleOwner owner = RuleOwner::national;
  /// Whether it is this version that holds where the person lives.
  Truth here = Truth::yes;
  /// Null for a rule of the book itself.
  const LocalRule* local = nullptr;
};

struct StandingRules {
  /// In the order of the book, then of the local rules.
  std::vector<StandingRule> rules;
  /// What nobody must be sent to here: `rule` is what was withdrawn, `local` what withdraws it.
  std::vector<StandingRule> withdrawn;
  /// Every version that was looked at, whether it holds here or not.
  std::vector<StandingRule> read;
  std::vector<RuleOverride> overrides;
};

[[nodiscard]] StandingRules standing_rules(const NeedsBook& book, const Need& need, Date day, std::optional<Date> known_as_of,
                                           const Residence& home);

[[nodiscard]] Truth truth_of(Served served) noexcept;

/// Local rules of that day for a need, by precedence.
[[nodiscard]] std::vector<const LocalRule*> local_rules_on(const NeedsBook& book, const NeedCode& need, Date day,
                                                           std::optional<Date> known_as_of = std::nullopt);

/// The smaller the area, the smaller the number; without areas it is everywhere.
[[nodiscard]] int extent_of(const std::vector<AreaCode>& areas) noexcept;

}  // namespace patio
