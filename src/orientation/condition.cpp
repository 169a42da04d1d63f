#include "condition.hpp"

#include <algorithm>
#include <patio/base/json_tree.hpp>
#include <patio/orientation/needs_book.hpp>

namespace patio {
namespace {

using rules::Cube;
using rules::Facts;
using rules::Literal;
using rules::Values;
using rules::Vocabulary;

class ConditionReader {
 public:
  explicit ConditionReader(Issues& issues) : issues_(issues) {}

  std::optional<Cube> cube(const Json& json, const std::string& path) {
    if (!json.is_object()) return fault(path, "not_an_object");
    std::vector<Literal> literals;
    for (const auto& [name, admitted] : json.items()) {
      const auto place = orientation_vocabulary().find(name);
      // The name itself is not repeated: it comes from outside.
      if (!place) return fault(path, "unknown_fact");
      const std::string at = pointer(path, name);
      const auto admits = values(admitted, *place, at);
      if (!admits) return std::nullopt;
      if (*admits == 0) return fault(at, "impossible_condition");
      literals.push_back({*place, *admits});
    }
    auto cube = rules::make_cube(orientation_vocabulary(), literals);
    if (cube && cube->literals.empty()) return fault(path, "idle_condition");
    return cube;
  }

 private:
  std::nullopt_t fault(const std::string& path, std::string_view code) {
    issues_.list.push_back(book_issue(path, code));
    return std::nullopt;
  }

  std::optional<Values> values(const Json& json, std::size_t attribute, const std::string& path) {
    if (!json.is_object()) return listed(json, attribute, path);
    if (json.size() != 1 || !json.contains("not")) return fault(path, "not_a_value");
    const auto barred = listed(json["not"], attribute, pointer(path, "not"));
    if (!barred) return std::nullopt;
    return orientation_vocabulary().attributes[attribute].all() & ~*barred;
  }

  std::optional<Values> listed(const Json& json, std::size_t attribute, const std::string& path) {
    if (!json.is_array()) return one(json, attribute, path);
    Values all = 0;
    for (std::size_t i = 0; i < json.size(); ++i) {
      const auto value = one(json[i], attribute, pointer(path, i));
      if (!value) return std::nullopt;
      all |= *value;
    }
    return all;
  }

  std::optional<Values> one(const Json& json, std::size_t attribute, const std::string& path) {
    if (!json.is_string()) return fault(path, "not_a_value");
    const auto place = orientation_vocabulary().attributes[attribute].find(json.get_ref<const std::string&>());
    if (!place) return fault(path, "unknown_value");
    return Values{1} << *place;
  }

  Issues& issues_;
};

void add_once(std::vector<Literal>& literals, const Literal& literal) {
  const bool there = std::any_of(literals.begin(), literals.end(),
                                 [&](const Literal& each) { return each.attribute == literal.attribute; });
  if (!there) literals.push_back(literal);
}

const Literal* first_impossible(const Cube& cube, const Facts& facts) {
  for (const auto& literal : cube.literals)
    if (!rules::is_possible(literal, orientation_vocabulary(), facts)) return &literal;
  return nullptr;
}

}  // namespace

std::vector<Cube> read_condition(const std::vector<AnyJson>& cubes, const std::string& path, Issues& issues) {
  ConditionReader reader(issues);
  std::vector<Cube> condition;
  for (std::size_t i = 0; i < cubes.size(); ++i)
    if (auto cube = reader.cube(cubes[i].tree(), pointer(path, i))) condition.push_back(std::move(*cube));
  return condition;
}

Trial try_any(const std::vector<Cube>& cubes, const Facts& facts) {
  const Vocabulary& vocabulary = orientation_vocabulary();
  for (const auto& cube : cubes)
    if (rules::is_settled(cube, vocabulary, facts)) return {Truth::yes, cube.literals, {}};
  Trial trial;
  for (const auto& cube : cubes) {
    if (const auto* impossible = first_impossible(cube, facts)) {
      add_once(trial.decisive, *impossible);
      continue;
    }
    trial.truth = Truth::unknown;
    for (const auto& literal : cube.literals)
      if (!rules::is_settled(literal, vocabulary, facts)) add_once(trial.missing, literal);
  }
  return trial;
}

Truth truth_of(const std::vector<Cube>& cubes, const Facts& facts) noexcept {
  Truth truth = Truth::no;
  for (const auto& cube : cubes) {
    if (rules::is_settled(cube, orientation_vocabulary(), facts)) return Truth::yes;
    if (rules::is_possible(cube, orientation_vocabulary(), facts)) truth = Truth::unknown;
  }
  return truth;
}

Truth truth_of(const DestinationRule& rule, const Facts& facts) noexcept {
  const Truth when = rule.when.empty() ? Truth::yes : truth_of(rule.when, facts);
  if (when == Truth::no) return Truth::no;
  const Truth unless = truth_of(rule.unless, facts);
  if (unless == Truth::yes) return Truth::no;
  return unless == Truth::unknown ? Truth::unknown : when;
}

Trial try_rule(const DestinationRule& rule, const Facts& facts) {
  Trial trial = rule.when.empty() ? Trial{Truth::yes, {}, {}} : try_any(rule.when, facts);
  if (trial.truth == Truth::no) return trial;
  const Trial exception = try_any(rule.unless, facts);
  if (exception.truth == Truth::yes) return {Truth::no, exception.decisive, {}};
  if (exception.truth == Truth::unknown) trial.truth = Truth::unknown;
  for (const auto& literal : exception.missing) add_once(trial.missing, literal);
  // That the exception is known not to hold is part of the reasons.
  for (const auto& literal : exception.decisive) add_once(trial.decisive, literal);
  return trial;
}

}  // namespace patio
