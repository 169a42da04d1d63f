#pragma once
/// \file
/// A rule as it stands in the rulebook: dated, sourced, readable without a programmer.
///
///     {"id": "SEC-024", "title": {"fr": "...", "en": "..."}, "gate": "secrecy", "tier": "sharing", "effect": "deny",
///      "when": [{"recipient": ["conciliator", "caf"], "category": "health", "relation": {"not": ["none"]},
///                "if": {"some_parameter": true}}],
///      "obligations": [{"code": "INF", "mandatory": true}], "texts": ["CSP R1110-2"], "since": "2016-07-23",
///      "recorded": "2026-11-24", "review_by": "2027-11-24", "confidence": "high", "source": "...", "review": "unreviewed"}
///
/// `when` is a list of cubes: the rule holds when one of them holds, a cube holds when all its facts do. A fact admits one
/// value, one of a list, or all but some (`not`). `if` keeps the cube only on days when the parameter has that value.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <patio/base/describe.hpp>
#include <patio/base/shape.hpp>
#include <patio/base/text.hpp>
#include <patio/base/time.hpp>
#include <patio/rules/effect.hpp>

namespace patio::rules {

/// `high`: the text was read, or is beyond reasonable doubt. `medium`: a summary was read. `low`: recalled, or disputed.
enum class Confidence { high, medium, low };
BOOST_DESCRIBE_ENUM(Confidence, high, medium, low)

/// Something that has to be done. Without what is mandatory a permission falls; the rest is advice.
struct RuleObligation {
  std::string code;
  bool mandatory = false;
  bool operator==(const RuleObligation&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleObligation, (), (code, mandatory))

struct Rule {
  std::string id;
  Text title;
  Gate gate{};
  /// Where it stands in its gate. The gate `status` has no tiers.
  std::optional<Tier> tier;
  /// An Effect; in the gate `status`, the status that it gives.
  std::string effect;
  std::vector<std::map<std::string, AnyJson>> when;
  std::vector<RuleObligation> obligations;
  /// References of the catalogue of texts.
  std::vector<std::string> texts;
  Date since{};
  /// The first day on which it no longer holds.
  std::optional<Date> until;
  /// The day on which the rulebook learned of it.
  Date recorded{};
  /// From this day on, decisions warn that it has to be read again.
  Date review_by{};
  Confidence confidence{};
  std::optional<Text> disputed;
  std::optional<Text> note;
  std::string source;
  /// Who has read it as a jurist: "unreviewed" until then.
  std::string review;
  /// The `recorded` day of the entry of the same id that this one puts right, as if that one had never been.
  std::optional<Date> corrects;
  bool operator==(const Rule&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (id, title, gate, tier, effect, when, obligations, texts, since, until, recorded, review_by,
                                 confidence, disputed, note, source, review, corrects))

}  // namespace patio::rules
