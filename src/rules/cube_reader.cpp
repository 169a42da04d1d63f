#include "cube_reader.hpp"

#include <algorithm>

namespace patio::rules {
namespace {

/// The set that a list of names makes. Each unknown name is an issue.
Values read_names(const Json& json, const Attribute& attribute, const std::string& path, std::vector<Issue>& issues) {
  Values set = 0;
  const auto add = [&](const Json& name, const std::string& where) {
    const auto value = name.is_string() ? attribute.find(name.get_ref<const std::string&>()) : std::nullopt;
    if (value) set |= Values{1} << *value;
    else issues.push_back(issue(where, name.is_string() ? "unknown_fact_value" : "not_a_text"));
  };
  if (!json.is_array()) {
    add(json, path);
    return set;
  }
  if (json.empty()) issues.push_back(issue(path, "admits_nothing"));
  for (std::size_t i = 0; i < json.size(); ++i) add(json[i], pointer(path, i));
  return set;
}

/// What a fact admits: a value, a list of values, or all but some.
Values read_admitted(const Json& json, const Attribute& attribute, const std::string& path, std::vector<Issue>& issues) {
  if (!json.is_object()) return read_names(json, attribute, path, issues);
  if (json.size() != 1 || !json.contains("not")) {
    issues.push_back(issue(path, "not_a_set"));
    return 0;
  }
  const std::size_t before = issues.size();
  const Values set = attribute.all() & ~read_names(json["not"], attribute, pointer(path, "not"), issues);
  if (set == 0 && issues.size() == before) issues.push_back(issue(path, "admits_nothing"));
  return set;
}

bool same_kind(const Json& a, const Json& b) { return a.type() == b.type() || (a.is_number() && b.is_number()); }

void read_conditions(const Json& json, const std::vector<Parameter>& parameters, const std::string& path,
                     std::map<std::string, Json>& conditions, std::vector<Issue>& issues) {
  if (!json.is_object() || json.empty()) return issues.push_back(issue(path, "not_conditions"));
  for (const auto& [name, value] : json.items()) {
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [&, &key = name](const Parameter& each) { return each.name == key; });
    const std::string where = is_code(name) ? pointer(path, name) : path;
    if (found == parameters.end()) issues.push_back(issue(where, "unknown_parameter"));
    else if (!found->values.empty() && !same_kind(found->values.front().value.tree(), value))
      issues.push_back(issue(where, "other_kind_of_value"));
    conditions[name] = value;
  }
}

}  // namespace

std::optional<ReadCube> read_cube(const CubeSource& source, const Vocabulary& vocabulary,
                                  const std::vector<Parameter>& parameters, const std::string& path,
                                  std::vector<Issue>& issues) {
  const std::size_t before = issues.size();
  ReadCube read;
  std::vector<Literal> literals;
  for (const auto& [name, written] : source) {
    const Json& json = written.tree();
    const std::string where = pointer(path, name);
    if (name == "if") {
      read_conditions(json, parameters, where, read.conditions, issues);
      continue;
    }
    const auto attribute = vocabulary.find(name);
    if (attribute) literals.push_back({*attribute, read_admitted(json, vocabulary.attributes[*attribute], where, issues)});
    else issues.push_back(issue(where, "unknown_fact"));
  }
  if (source.size() == source.count("if")) issues.push_back(issue(path, "empty_cube"));
  if (issues.size() != before) return std::nullopt;
  // No set is empty here, and no attribute stands twice.
  read.cube = *make_cube(vocabulary, literals);
  return read;
}

}  // namespace patio::rules
