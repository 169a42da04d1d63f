#pragma once
/// \file
/// The analysis of a rulebook in words: what a jurist reads before publishing, and what every binding gives as JSON.
///
///     const RulebookReview review = review_rules(*book.as_of(day));
///     const RulebookComparison change = compare_rules(*today, *draft);
///     if (change.gains > 0) ask_for_a_second_reading(change);

#include <string>
#include <vector>

#include <patio/rules/analysis.hpp>
#include <patio/rules/rule_set.hpp>

namespace patio::rules {

/// One fact of an example.
struct NamedFact {
  std::string attribute;
  std::string value;
  bool operator==(const NamedFact&) const = default;
};
BOOST_DESCRIBE_STRUCT(NamedFact, (), (attribute, value))

/// One fact of a region: any of these values. Facts that are not named may have any.
struct NamedValues {
  std::string attribute;
  std::vector<std::string> one_of;
  bool operator==(const NamedValues&) const = default;
};
BOOST_DESCRIBE_STRUCT(NamedValues, (), (attribute, one_of))

/// A rule, the rules that stand in its way, and a request that it meets. Examples name the facts that these rules look at.
struct RuleFinding {
  std::string rule;
  std::vector<std::string> by;
  std::vector<NamedFact> example;
  bool operator==(const RuleFinding&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleFinding, (), (rule, by, example))

struct RulebookReview {
  std::string version;
  /// Rules that are the reason of no answer.
  std::vector<RuleFinding> dead;
  /// Rules that never make the answer alone.
  std::vector<RuleFinding> shadowed;
  /// Permissions to which a prohibition of their tier is an exception.
  std::vector<RuleFinding> excepted;
  bool operator==(const RulebookReview&) const = default;
};
BOOST_DESCRIBE_STRUCT(RulebookReview, (), (version, dead, shadowed, excepted))

/// Requests that one gate answers differently, and one of them whose whole answer differs.
struct ComparedRegion {
  Gate gate{};
  std::vector<NamedValues> region;
  Effect before{};
  Effect after{};
  std::vector<NamedFact> example;
  Effect example_before{};
  Effect example_after{};
  std::vector<std::string> rules_before;
  std::vector<std::string> rules_after;
  /// The rule through whose change it was found.
  std::string changed;
  bool operator==(const ComparedRegion&) const = default;
};
BOOST_DESCRIBE_STRUCT(ComparedRegion, (), (gate, region, before, after, example, example_before, example_after, rules_before,
                                           rules_after, changed))

/// What the change of one rule does: its regions, counted.
struct RuleImpact {
  std::string rule;
  int regions = 0;
  /// Those whose example gains, or loses, access.
  int gains = 0;
  int loses = 0;
  /// False if there are more than these.
  bool complete = true;
  bool operator==(const RuleImpact&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleImpact, (), (rule, regions, gains, loses, complete))

struct RulebookComparison {
  std::string version_before;
  std::string version_after;
  std::vector<ComparedRegion> regions;
  /// By rule, for every rule that has not the same conditions on both sides. One without regions changes no answer, or none
  /// that the change of another does not change too.
  std::vector<RuleImpact> by_rule;
  /// Regions whose example gains, or loses, access.
  int gains = 0;
  int loses = 0;
  /// False if there are more regions than were asked for. No region and complete: the rules are equivalent.
  bool complete = true;
  bool operator==(const RulebookComparison&) const = default;
};
BOOST_DESCRIBE_STRUCT(RulebookComparison, (), (version_before, version_after, regions, by_rule, gains, loses, complete))

[[nodiscard]] RulebookReview review_rules(const RuleSet& set);
/// Both sets have the same vocabulary. Each rule that changed has its share of the limit: none hides another.
[[nodiscard]] RulebookComparison compare_rules(const RuleSet& before, const RuleSet& after, std::size_t limit = 1000);

}  // namespace patio::rules
