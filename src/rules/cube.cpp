#include <patio/rules/cube.hpp>

#include <algorithm>
#include <bit>
#include <map>

namespace patio::rules {

std::optional<std::size_t> Attribute::find(std::string_view value) const noexcept {
  const auto found = std::find(values.begin(), values.end(), value);
  if (found == values.end()) return std::nullopt;
  return static_cast<std::size_t>(found - values.begin());
}

std::optional<std::size_t> Vocabulary::find(std::string_view attribute) const noexcept {
  for (std::size_t i = 0; i < attributes.size(); ++i)
    if (attributes[i].name == attribute) return i;
  return std::nullopt;
}

std::optional<Cube> make_cube(const Vocabulary& vocabulary, const std::vector<Literal>& literals) {
  std::map<std::size_t, Values> admitted;
  for (const auto& literal : literals) {
    const Values all = vocabulary.attributes[literal.attribute].all();
    admitted.try_emplace(literal.attribute, all).first->second &= literal.admits;
  }
  Cube cube;
  for (const auto& [attribute, admits] : admitted) {
    if (admits == 0) return std::nullopt;
    if (admits != vocabulary.attributes[attribute].all()) cube.literals.push_back({attribute, admits});
  }
  return cube;
}

bool is_settled(const Literal& literal, const Vocabulary& vocabulary, const Facts& facts) noexcept {
  const Values all = vocabulary.attributes[literal.attribute].all();
  return (facts.may(literal.attribute, all) & ~literal.admits) == 0;
}

bool is_settled(const Cube& cube, const Vocabulary& vocabulary, const Facts& facts) noexcept {
  return std::all_of(cube.literals.begin(), cube.literals.end(),
                     [&](const Literal& literal) { return is_settled(literal, vocabulary, facts); });
}

bool is_possible(const Literal& literal, const Vocabulary& vocabulary, const Facts& facts) noexcept {
  const Values all = vocabulary.attributes[literal.attribute].all();
  return (facts.may(literal.attribute, all) & literal.admits) != 0;
}

bool is_possible(const Cube& cube, const Vocabulary& vocabulary, const Facts& facts) noexcept {
  return std::all_of(cube.literals.begin(), cube.literals.end(),
                     [&](const Literal& literal) { return is_possible(literal, vocabulary, facts); });
}

Attributes missing_facts(const std::vector<Cube>& when, bool lifts, const Vocabulary& vocabulary, const Facts& facts) noexcept {
  Attributes missing = 0;
  bool first = true;
  for (const auto& cube : when) {
    if (!is_possible(cube, vocabulary, facts)) continue;
    Attributes lacking = 0;
    for (const auto& literal : cube.literals)
      if (!is_settled(literal, vocabulary, facts)) lacking |= Attributes{1} << literal.attribute;
    if (!lifts) missing |= lacking;
    else if (first || std::popcount(lacking) < std::popcount(missing)) missing = lacking;
    first = false;
  }
  return missing;
}

}  // namespace patio::rules
