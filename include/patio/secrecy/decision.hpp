#pragma once
/// \file
/// May this actor give this to this recipient? The answer for people: what, by which rules and texts, what has to be done,
/// what is not known yet, and the cheapest lawful way to a yes.
///
///     const auto rules = french_rulebook()->as_of(day);
///     const Decision decision = decide(*rules, request);
///     if (!flows(decision.effect)) show(in(decision.determining.front().title, Language::fr));
///
/// `verdict` gives the same answer in numbers, without allocating: for loops over many requests.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/rules/rule_set.hpp>
#include <patio/secrecy/request.hpp>

namespace patio {

/// What one gate answered, and the ids of the rules that made its answer.
struct GateAnswer {
  rules::Gate gate{};
  rules::Effect effect{};
  std::vector<std::string> rules;
  bool operator==(const GateAnswer&) const = default;
};
BOOST_DESCRIBE_STRUCT(GateAnswer, (), (gate, effect, rules))

/// A rule that made the answer.
struct DeterminingRule {
  std::string id;
  Text title;
  std::vector<std::string> texts;
  rules::Confidence confidence{};
  /// What is disputed about it.
  std::optional<Text> disputed;
  bool operator==(const DeterminingRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeterminingRule, (), (id, title, texts, confidence, disputed))

[[nodiscard]] DeterminingRule determining_rule(const rules::Rule& rule);

/// A fact that is not known, and how to ask for it.
struct MissingFact {
  std::string attribute;
  Text question;
  bool operator==(const MissingFact&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissingFact, (), (attribute, question))

/// A rule that could change the answer if these facts were known.
struct UnsettledRule {
  std::string id;
  Text title;
  std::vector<MissingFact> missing;
  bool operator==(const UnsettledRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnsettledRule, (), (id, title, missing))

/// What has to be done. Without what is mandatory there is no permission.
struct AskedObligation {
  std::string code;
  Text label;
  bool mandatory = false;
  /// How it is met.
  Text discharge;
  /// The rules that ask for it.
  std::vector<std::string> rules;
  bool operator==(const AskedObligation&) const = default;
};
BOOST_DESCRIBE_STRUCT(AskedObligation, (), (code, label, mandatory, discharge, rules))

struct LawfulChange {
  std::string attribute;
  std::string value;
  Text how;
  bool operator==(const LawfulChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(LawfulChange, (), (attribute, value, how))

/// The changes that cost least among those that lead to a yes, the answer that they give and by which rules.
struct LawfulWay {
  std::vector<LawfulChange> changes;
  rules::Effect effect{};
  std::vector<std::string> rules;
  bool operator==(const LawfulWay&) const = default;
};
BOOST_DESCRIBE_STRUCT(LawfulWay, (), (changes, effect, rules))

/// A text of law that a determining rule cites.
struct CitedText {
  std::string ref;
  Text title;
  bool operator==(const CitedText&) const = default;
};
BOOST_DESCRIBE_STRUCT(CitedText, (), (ref, title))

struct Decision {
  rules::Effect effect = rules::Effect::deny;
  std::vector<GateAnswer> gates;
  std::vector<DeterminingRule> determining;
  std::vector<UnsettledRule> unsettled;
  /// In the order in which they are done.
  std::vector<AskedObligation> obligations;
  /// After a no: the way to a yes, or why there is none.
  std::optional<LawfulWay> lawful_way;
  std::optional<Text> no_way_reason;
  std::vector<CitedText> texts;
  /// Contents of the rulebook and day: with the same request, it gives the same answer for ever.
  std::string version;
  Date day{};
  /// About the rules that are named here: past their review, for instance.
  std::vector<Text> warnings;
  bool operator==(const Decision&) const = default;
};
BOOST_DESCRIBE_STRUCT(Decision, (), (effect, gates, determining, unsettled, obligations, lawful_way, no_way_reason, texts,
                                     version, day, warnings))

enum class WayWanted { yes, no };

/// Finding the way tries every set of up to four changes: leave it out where nobody will read it.
[[nodiscard]] Decision decide(const rules::RuleSet& rules, const AccessRequest& request, WayWanted way = WayWanted::yes);

/// After a no: the way to a yes, or why there is none.
struct WayOut {
  std::optional<LawfulWay> lawful_way;
  std::optional<Text> no_way_reason;
};

/// For whoever words decisions out of numbers; `found` is what the engine found about these facts.
[[nodiscard]] WayOut way_out(const rules::RuleSet& rules, const rules::Facts& facts, const rules::Findings& found);

/// The places of the rule set's warnings about rules that were found.
[[nodiscard]] std::vector<std::size_t> warnings_about(const rules::RuleSet& rules, const rules::Findings& found);

/// The answer in numbers.
[[nodiscard]] rules::Verdict verdict(const rules::RuleSet& rules, const AccessRequest& request) noexcept;

/// The decision once only these obligations are met: a permission with a mandatory one left is a refusal that names it.
[[nodiscard]] Decision discharge(Decision decision, const std::vector<std::string>& met);

}  // namespace patio
