#include <patio/rules/rulebook.hpp>

#include <patio/base/json_tree.hpp>

#include <algorithm>

#include "cube_reader.hpp"
#include "history.hpp"

namespace patio::rules {
namespace {

/// The value of that day, as far as the book knew it; null if it had none.
const Json* value_on(const Parameter& parameter, Date day, const std::optional<Date>& known_as_of) {
  std::vector<const DatedValue*> values;
  for (const auto& value : parameter.values) values.push_back(&value);
  for (const auto* value : values)
    if (contains(Period{value->since, value->until}, day) && is_known(*value, known_as_of) &&
        !is_put_right(*value, values, known_as_of))
      return &value->value.tree();
  return nullptr;
}

class Dating {
 public:
  Dating(const Rulebook::Contents& contents, Date day, std::optional<Date> known_as_of)
      : contents_(contents), day_(day), known_as_of_(known_as_of) {
    for (const auto& rule : contents.rules)
      if (rule.corrects && is_known(rule, known_as_of)) corrections_.push_back(&rule);
  }

  std::shared_ptr<const RuleSet> compile(std::shared_ptr<const Catalogue> catalogue) {
    std::vector<Clause> clauses;
    std::vector<Rule> rules, status_rules;
    Ranking statuses{contents_.subject.hat, {}};
    for (const auto& rule : contents_.rules) {
      if (!stands(rule)) continue;
      if (rule.review_by <= day_)
        warn(rule, {"la règle {} devait être relue avant le {}", "the rule {} was to be read again before {}"},
             to_text(rule.review_by));
      if (rule.gate == Gate::status) {
        statuses.rows.push_back({status_rank(rule), cubes(rule)});
        status_rules.push_back(rule);
      } else {
        clauses.push_back(clause(rule));
        rules.push_back(rule);
      }
    }
    std::string version = contents_.hash + '@' + to_text(day_);
    if (known_as_of_) version.append("/").append(to_text(*known_as_of_));
    return std::make_shared<const RuleSet>(RuleSet{Engine(contents_.subject.request, std::move(clauses)), std::move(rules),
                                                   std::move(statuses), std::move(status_rules), std::move(catalogue), day_,
                                                   std::move(version), std::move(warnings_)});
  }

 private:
  /// In force that day, known by then, and not put right by another entry known by then.
  bool stands(const Rule& rule) const {
    if (!contains(Period{rule.since, rule.until}, day_) || !is_known(rule, known_as_of_)) return false;
    return std::none_of(corrections_.begin(), corrections_.end(),
                        [&](const Rule* other) { return other->corrects == rule.recorded && other->id == rule.id; });
  }

  Clause clause(const Rule& rule) {
    Clause clause{rule.gate, *rule.tier, *enum_from<Effect>(rule.effect), cubes(rule), 0, 0};
    for (const auto& asked : rule.obligations) {
      const auto& kinds = contents_.catalogue.obligations;
      const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& each) { return each.code == asked.code; });
      const std::uint64_t bit = std::uint64_t{1} << (found - kinds.begin());
      clause.obligations |= bit;
      if (asked.mandatory) clause.mandatory |= bit;
    }
    return clause;
  }

  std::size_t status_rank(const Rule& rule) const {
    const auto& statuses = contents_.subject.statuses;
    return static_cast<std::size_t>(std::find(statuses.begin(), statuses.end(), rule.effect) - statuses.begin());
  }

  std::vector<Cube> cubes(const Rule& rule) {
    std::vector<Cube> kept;
    std::vector<Issue> issues;
    const auto& subject = contents_.subject;
    const auto effect = enum_from<Effect>(rule.effect);
    const bool blocks = rule.gate != Gate::status && !flows(*effect);
    for (const auto& source : rule.when) {
      auto read = read_cube(source, rule.gate == Gate::status ? subject.hat : subject.request,
                            contents_.catalogue.parameters, "", issues);
      if (std::all_of(read->conditions.begin(), read->conditions.end(),
                      [&](const auto& each) { return holds(each.first, each.second, rule, blocks); }))
        kept.push_back(std::move(read->cube));
    }
    return kept;
  }

  /// A parameter without a value that day is unknown: what depends on it forbids, and never permits.
  bool holds(const std::string& name, const Json& wanted, const Rule& rule, bool blocks) {
    const auto& parameters = contents_.catalogue.parameters;
    const auto parameter = std::find_if(parameters.begin(), parameters.end(), [&](const auto& each) { return each.name == name; });
    if (const Json* value = value_on(*parameter, day_, known_as_of_)) return *value == wanted;
    warn(rule, {"la règle {} dépend du paramètre {}, sans valeur ce jour-là",
                "the rule {} turns on the parameter {}, which has no value on that day"}, name);
    return blocks;
  }

  void warn(const Rule& rule, const Text& pattern, const std::string& about) {
    RuleWarning warning{rule.id, fill(pattern, {rule.id, about})};
    if (std::find(warnings_.begin(), warnings_.end(), warning) == warnings_.end()) warnings_.push_back(std::move(warning));
  }

  const Rulebook::Contents& contents_;
  Date day_;
  std::optional<Date> known_as_of_;
  std::vector<const Rule*> corrections_;
  std::vector<RuleWarning> warnings_;
};

}  // namespace

std::shared_ptr<const RuleSet> Rulebook::as_of(Date day, std::optional<Date> known_as_of) const {
  return Dating(*contents_, day, known_as_of).compile({contents_, &contents_->catalogue});
}

}  // namespace patio::rules
