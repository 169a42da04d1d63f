#include "catalogue_check.hpp"

#include <patio/base/json_tree.hpp>

#include <algorithm>
#include <set>

#include "history.hpp"

namespace patio::rules {
namespace {

template <class T, class Name>
void check_names(const std::vector<Placed<T>>& list, Name name, std::string_view field, std::vector<Issue>& issues) {
  std::set<std::string> seen;
  for (const auto& each : list) {
    const std::string& text = name(each.value);
    if (text.empty()) issues.push_back(issue(pointer(each.path, field), "not_a_code"));
    if (!seen.insert(text).second) issues.push_back(issue(pointer(each.path, field), "repeated_name"));
  }
}

void check_values(const Placed<FactLabel>& fact, const Attribute& attribute, std::vector<Issue>& issues) {
  std::set<std::string> seen;
  const std::string values = pointer(fact.path, "values");
  for (std::size_t i = 0; i < fact.value.values.size(); ++i) {
    const ValueLabel& value = fact.value.values[i];
    const std::string where = pointer(values, i);
    if (!attribute.find(value.name)) issues.push_back(issue(pointer(where, "name"), "unknown_fact_value"));
    else if (!seen.insert(value.name).second) issues.push_back(issue(pointer(where, "name"), "repeated_name"));
    check_text(value.label, pointer(where, "label"), issues);
  }
  if (seen.size() < attribute.values.size()) issues.push_back(issue(values, "missing_label"));
  const std::string obtainable = pointer(fact.path, "obtainable");
  for (std::size_t i = 0; i < fact.value.obtainable.size(); ++i) {
    const Obtainable& way = fact.value.obtainable[i];
    const std::string where = pointer(obtainable, i);
    if (!attribute.find(way.value)) issues.push_back(issue(pointer(where, "value"), "unknown_fact_value"));
    if (way.cost < 1) issues.push_back(issue(pointer(where, "cost"), "cost_below_one"));
    check_text(way.how, pointer(where, "how"), issues);
  }
}

void check_facts(const Vocabulary& vocabulary, std::vector<Placed<FactLabel>>& facts, std::vector<Issue>& issues) {
  check_names(facts, [](const FactLabel& each) -> const std::string& { return each.name; }, "name", issues);
  std::vector<Placed<FactLabel>> in_order;
  for (const auto& fact : facts) {
    check_text(fact.value.label, pointer(fact.path, "label"), issues);
    check_text(fact.value.question, pointer(fact.path, "question"), issues);
    const auto place = vocabulary.find(fact.value.name);
    if (place) check_values(fact, vocabulary.attributes[*place], issues);
    else issues.push_back(issue(pointer(fact.path, "name"), "unknown_fact"));
  }
  for (const auto& attribute : vocabulary.attributes) {
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const auto& each) { return each.value.name == attribute.name; });
    if (found != facts.end()) in_order.push_back(*found);
    else issues.push_back(issue(vocabulary.name + '/' + attribute.name, "missing_label"));
  }
  facts = std::move(in_order);
}

bool same_kind(const Json& a, const Json& b) { return a.type() == b.type() || (a.is_number() && b.is_number()); }

void check_parameter(const Placed<Parameter>& parameter, std::vector<Issue>& issues) {
  check_text(parameter.value.why, pointer(parameter.path, "why"), issues);
  const std::string path = pointer(parameter.path, "values");
  const auto& values = parameter.value.values;
  if (values.empty()) issues.push_back(issue(path, "not_a_plain_value"));
  std::vector<const DatedValue*> versions;
  for (const auto& value : values) versions.push_back(&value);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string where = pointer(path, i);
    const DatedValue& value = values[i];
    const Json& written = value.value.tree();
    if (!written.is_boolean() && !written.is_number() && !written.is_string())
      issues.push_back(issue(pointer(where, "value"), "not_a_plain_value"));
    else if (!same_kind(written, values.front().value.tree()))
      issues.push_back(issue(pointer(where, "value"), "other_kind_of_value"));
    if (value.source.empty()) issues.push_back(issue(pointer(where, "source"), "missing_source"));
    if (is_empty(Period{value.since, value.until})) issues.push_back(issue(pointer(where, "until"), "ends_before_it_begins"));
    for (std::size_t earlier = 0; earlier < i; ++earlier)
      if (overlaps(Period{value.since, value.until}, Period{values[earlier].since, values[earlier].until}) &&
          both_stand(value, values[earlier], versions))
        issues.push_back(issue(pointer(where, "since"), "overlapping_periods"));
    if (!corrects_what_was(value, versions)) issues.push_back(issue(pointer(where, "corrects"), "corrects_nothing"));
  }
}

}  // namespace

void check_text(const Text& text, const std::string& path, std::vector<Issue>& issues) {
  if (text.fr.empty() || text.en.empty()) issues.push_back(issue(path, "empty_text"));
}

void check_catalogue(const Subject& subject, std::vector<Placed<FactLabel>>& request_facts,
                     std::vector<Placed<FactLabel>>& hat_facts, const std::vector<Placed<Parameter>>& parameters,
                     const std::vector<Placed<LawText>>& texts, const std::vector<Placed<ObligationKind>>& obligations,
                     std::vector<Issue>& issues) {
  check_facts(subject.request, request_facts, issues);
  check_facts(subject.hat, hat_facts, issues);
  check_names(parameters, [](const Parameter& each) -> const std::string& { return each.name; }, "name", issues);
  for (const auto& parameter : parameters) check_parameter(parameter, issues);
  check_names(texts, [](const LawText& each) -> const std::string& { return each.ref; }, "ref", issues);
  for (const auto& text : texts) check_text(text.value.title, pointer(text.path, "title"), issues);
  check_names(obligations, [](const ObligationKind& each) -> const std::string& { return each.code; }, "code", issues);
  for (const auto& obligation : obligations) {
    check_text(obligation.value.label, pointer(obligation.path, "label"), issues);
    check_text(obligation.value.discharge, pointer(obligation.path, "discharge"), issues);
  }
  if (obligations.size() > 64) issues.push_back(issue(obligations[64].path, "too_many"));
}

}  // namespace patio::rules
