#include "rule_check.hpp"

#include <patio/base/json.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "history.hpp"

namespace patio::rules {
namespace {

class RuleCheck {
 public:
  RuleCheck(const Subject& subject, const Catalogue& catalogue, std::vector<Issue>& issues)
      : subject_(subject), catalogue_(catalogue), issues_(issues) {
    for (const auto& each : catalogue.texts) texts_.insert(each.ref);
    for (const auto& each : catalogue.obligations) obligations_.insert(each.code);
  }

  void check(const Placed<Rule>& placed) {
    path_ = placed.path;
    const Rule& rule = placed.value;
    if (!is_code(rule.id)) fault("id", "not_a_code");
    check_text(rule.title, pointer(path_, "title"), issues_);
    if (rule.disputed) check_text(*rule.disputed, pointer(path_, "disputed"), issues_);
    if (rule.note) check_text(*rule.note, pointer(path_, "note"), issues_);
    if (rule.gate != Gate::status && !rule.tier) fault("tier", "missing_tier");
    check_effect(rule);
    check_cubes(rule);
    check_obligations(rule);
    check_texts(rule);
    if (is_empty(Period{rule.since, rule.until})) fault("until", "ends_before_it_begins");
    if (rule.review_by <= rule.recorded) fault("review_by", "review_before_recorded");
    if (rule.source.empty()) fault("source", "missing_source");
    if (rule.review.empty()) fault("review", "missing_source");
  }

 private:
  void fault(std::string_view field, std::string_view code) { issues_.push_back(issue(pointer(path_, field), code)); }

  void check_effect(const Rule& rule) {
    const auto& statuses = subject_.statuses;
    const bool known = rule.gate == Gate::status
                           ? std::find(statuses.begin(), statuses.end(), rule.effect) != statuses.end()
                           : enum_from<Effect>(rule.effect).has_value();
    if (!known) fault("effect", "unknown_effect");
  }

  void check_cubes(const Rule& rule) {
    const std::string when = pointer(path_, "when");
    const auto effect = enum_from<Effect>(rule.effect);
    const bool lifts = rule.gate == Gate::status || (effect && flows(*effect));
    if (rule.when.empty()) fault("when", "never_holds");
    for (std::size_t i = 0; i < rule.when.size(); ++i) {
      const std::string where = pointer(when, i);
      const auto& vocabulary = rule.gate == Gate::status ? subject_.hat : subject_.request;
      const auto read = read_cube(rule.when[i], vocabulary, catalogue_.parameters, where, issues_);
      if (read && read->cube.literals.empty() && lifts) issues_.push_back(issue(where, "permits_all"));
    }
  }

  void check_obligations(const Rule& rule) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < rule.obligations.size(); ++i) {
      const std::string where = pointer(pointer(pointer(path_, "obligations"), i), "code");
      const std::string& code = rule.obligations[i].code;
      if (!obligations_.contains(code)) issues_.push_back(issue(where, "unknown_obligation"));
      else if (!seen.insert(code).second) issues_.push_back(issue(where, "repeated_name"));
    }
  }

  void check_texts(const Rule& rule) {
    if (rule.texts.empty()) fault("texts", "missing_text");
    for (std::size_t i = 0; i < rule.texts.size(); ++i)
      if (!texts_.contains(rule.texts[i])) issues_.push_back(issue(pointer(pointer(path_, "texts"), i), "unknown_text"));
  }

  const Subject& subject_;
  const Catalogue& catalogue_;
  std::vector<Issue>& issues_;
  std::set<std::string> texts_, obligations_;
  std::string path_;
};

/// The entries of one id.
using Versions = std::vector<const Rule*>;

void check_version(const Placed<Rule>& placed, const Versions& versions, std::vector<Issue>& issues) {
  const Rule& rule = placed.value;
  for (const auto* other : versions) {
    if (other == &rule) break;
    if (overlaps(Period{rule.since, rule.until}, Period{other->since, other->until}) && both_stand(rule, *other, versions))
      issues.push_back(issue(pointer(placed.path, "id"), "overlapping_periods"));
  }
  if (!corrects_what_was(rule, versions)) issues.push_back(issue(pointer(placed.path, "corrects"), "corrects_nothing"));
}

void check_history(const std::vector<Placed<Rule>>& rules, std::vector<Issue>& issues) {
  std::map<std::string_view, Versions> by_id;
  for (const auto& rule : rules) by_id[rule.value.id].push_back(&rule.value);
  for (const auto& rule : rules) check_version(rule, by_id[rule.value.id], issues);
}

}  // namespace

void check_rules(const Subject& subject, const Catalogue& catalogue, const std::vector<Placed<Rule>>& rules,
                 std::vector<Issue>& issues) {
  RuleCheck check(subject, catalogue, issues);
  for (const auto& rule : rules) check.check(rule);
  check_history(rules, issues);
}

}  // namespace patio::rules
