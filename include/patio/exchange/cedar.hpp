#pragma once
/// \file
/// The rules in force on a day as policies of Cedar (cedarpolicy.com): for those who already run it, who want to analyse
/// our rules with its tools, or who want a second engine to give the same answers.
///
///     const auto rules = french_rulebook()->as_of(day);
///     const CedarExport cedar = to_cedar(*rules);
///     save("rules.cedarschema", cedar.schema), save("rules.cedar", cedar.policies), save("all.json", cedar.entities);
///     std::string context = cedar_context(rules->engine.vocabulary(), rules::facts_of(request));
///
/// **Facts.** The context has every attribute, each with the set of the values that may be true: one if it is known, all
/// of them if nothing is known. So a fact of a rule is settled when `["conciliator", "lawyer"].containsAll(context.recipient)`
/// and possible when `.containsAny`. A context that lacks an attribute, leaves one empty or names a value that does not
/// exist is forbidden everything by the policy "facts.known".
///
/// **Questions.** One request to Cedar is principal `Hat::"hat"`, resource `Record::"record"`, that context, and one of
/// three actions for each gate and tier:
///
/// | action                   | allowed means                                                          | its policies are |
/// |--------------------------|------------------------------------------------------------------------|------------------|
/// | `secrecy.sharing`        | it flows: a permission holds, no prohibition of this tier or above may | the permissions  |
/// | `secrecy.sharing.lifts`  | a permission of this tier holds                                        | those that hold  |
/// | `secrecy.sharing.blocks` | a prohibition of this tier holds                                       | those that hold  |
///
/// **Reading.** All that flows is one question a tier: the gate lets pass if some tier's action is allowed, the request
/// passes if the three gates do. The whole answer of a gate is at its first tier in the order of `Tier` where `.blocks` or
/// `.lifts` is allowed:
///  1. `.blocks` is allowed: the answer is the strongest `@effect` of its policies, and they made it;
///  2. else `.lifts` is allowed: its policies made the answer. It is their strongest `@effect` if the tier's own action is
///     allowed too, else `human`, and the policies that Cedar gives for that refusal are the prohibitions to look at;
///  3. in no tier: `deny`, without a rule.
///
/// `combine` of effect.hpp then puts the three gates together. A policy's id is that of its rule; a prohibition has a second
/// policy, "<id>.possible", for what may be true. Obligations, lawful ways and statuses of hats are not exported.

#include <string>

#include <patio/rules/rule_set.hpp>

namespace patio {

struct CedarExport {
  /// In Cedar's own schema syntax.
  std::string schema;
  /// With titles and texts of law as comments, and `@id`, `@effect` and `@texts` as annotations.
  std::string policies;
  /// JSON.
  std::string entities;
  bool operator==(const CedarExport&) const = default;
};
BOOST_DESCRIBE_STRUCT(CedarExport, (), (schema, policies, entities))

/// The rules of the gates that decide. A rule that no request can meet on that day has no policy.
[[nodiscard]] CedarExport to_cedar(const rules::RuleSet& rules);

/// What is known of one request as the context of a Cedar request, in JSON.
[[nodiscard]] std::string cedar_context(const rules::Vocabulary& vocabulary, const rules::Facts& facts);

}  // namespace patio
