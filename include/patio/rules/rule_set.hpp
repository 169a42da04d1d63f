#pragma once
/// \file
/// The rules in force on one day, compiled. Immutable, shared by threads; `CurrentRules` swaps it without stopping anyone.
///
///     const Verdict verdict = decide(*set, facts_of(request));
///     for (const auto rule : verdict.determining) print(set->rules[rule].id);

#include <memory>
#include <string>
#include <vector>

#include <patio/base/time.hpp>
#include <patio/rules/catalogue.hpp>
#include <patio/rules/ranking.hpp>
#include <patio/rules/rule.hpp>
#include <patio/rules/verdict.hpp>

namespace patio::rules {

/// Something about a rule that those who rely on it should know.
struct RuleWarning {
  std::string rule;
  Text text;
  bool operator==(const RuleWarning&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleWarning, (), (rule, text))

struct RuleSet {
  Engine engine;
  /// What stands behind each clause of the engine: the number in a verdict is the place here.
  std::vector<Rule> rules;
  Ranking statuses;
  /// What stands behind each row of the ranking.
  std::vector<Rule> status_rules;
  std::shared_ptr<const Catalogue> catalogue;
  Date day{};
  /// Contents and day: "3f0c...@2026-11-24". The same version always gives the same answers.
  std::string version;
  /// Rules past their review day, rules that turn on a parameter without a value.
  std::vector<RuleWarning> warnings;
};

[[nodiscard]] inline Verdict decide(const RuleSet& set, const Facts& facts) noexcept { return decide(set.engine, facts); }

}  // namespace patio::rules
