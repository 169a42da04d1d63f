#pragma once
/// \file
/// Random vocabularies, rules and facts, small enough that every request can be tried.

#include <patio/rules/verdict.hpp>

#include "properties.hpp"

namespace patio::rules {

inline const Vocabulary& small_vocabulary() {
  static const Vocabulary vocabulary{
      "Small",
      {{"actor", {"a0", "a1", "a2"}}, {"urgent", {"no", "yes"}}, {"data", {"d0", "d1", "d2", "d3"}}, {"agreed", {"no", "yes"}}}};
  return vocabulary;
}

/// How it was made, for the report of a failure.
inline void showValue(const Clause& clause, std::ostream& out) {
  out << name_of(clause.gate) << '/' << name_of(clause.tier) << '/' << name_of(clause.effect) << " when";
  for (const auto& cube : clause.when) {
    out << " (";
    for (const auto& literal : cube.literals) out << ' ' << literal.attribute << ':' << literal.admits;
    out << " )";
  }
}

/// The values that may be true of each attribute: not empty.
using Mays = std::vector<Values>;

inline Facts facts_from(const Mays& mays) {
  Facts facts;
  for (std::size_t i = 0; i < mays.size(); ++i)
    if (mays[i] != small_vocabulary().attributes[i].all()) facts.limit(i, mays[i]);
  return facts;
}

/// Every fully known request.
inline std::vector<Facts> every_known_request() {
  std::vector<Facts> requests{Facts{}};
  for (std::size_t i = 0; i < small_vocabulary().attributes.size(); ++i) {
    std::vector<Facts> longer;
    for (const auto& facts : requests)
      for (std::size_t value = 0; value < small_vocabulary().attributes[i].values.size(); ++value) {
        longer.push_back(facts);
        longer.back().know(i, value);
      }
    requests = std::move(longer);
  }
  return requests;
}

namespace random {

inline rc::Gen<Literal> literal() {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, small_vocabulary().attributes.size()), [](std::size_t attribute) {
    const Values all = small_vocabulary().attributes[attribute].all();
    return rc::gen::map(rc::gen::inRange<Values>(1, all + 1), [=](Values admits) { return Literal{attribute, admits}; });
  });
}

/// Cubes that name something and that some request meets.
inline rc::Gen<std::vector<Cube>> cubes() {
  const auto literals = rc::gen::resize(3, rc::gen::container<std::vector<Literal>>(literal()));
  return rc::gen::map(rc::gen::resize(3, rc::gen::container<std::vector<std::vector<Literal>>>(literals)),
                      [](const std::vector<std::vector<Literal>>& drafts) {
                        std::vector<Cube> all;
                        for (const auto& draft : drafts)
                          if (auto cube = make_cube(small_vocabulary(), draft); cube && !cube->literals.empty())
                            all.push_back(std::move(*cube));
                        return all;
                      });
}

inline rc::Gen<Clause> clause() {
  return rc::gen::build<Clause>(
      rc::gen::set(&Clause::gate, rc::gen::weightedElement<Gate>(
                                      {{4, Gate::secrecy}, {1, Gate::data_protection}, {1, Gate::mandate}})),
      rc::gen::set(&Clause::tier, rc::gen::element(Tier::danger, Tier::sharing, Tier::fallback)),
      rc::gen::set(&Clause::effect, rc::gen::element(Effect::deny, Effect::human, Effect::defer, Effect::oblige,
                                                     Effect::permit, Effect::transform)),
      rc::gen::set(&Clause::when, cubes()), rc::gen::set(&Clause::obligations, rc::gen::inRange<std::uint64_t>(0, 16)));
}

inline rc::Gen<std::vector<Clause>> clauses() { return rc::gen::container<std::vector<Clause>>(clause()); }

/// Rules among which the two lesser gates often let pass, so that whole answers vary.
inline rc::Gen<std::vector<Clause>> lively_clauses() {
  return rc::gen::map(clauses(), [](std::vector<Clause> all) {
    for (const Gate gate : {Gate::data_protection, Gate::mandate})
      all.push_back({gate, Tier::person, Effect::permit, {{{{0, 0b011}}}, {{{1, 0b10}}}}, 0, 0});
    return all;
  });
}

inline rc::Gen<Mays> mays() {
  std::vector<rc::Gen<Values>> each;
  return rc::gen::exec([] {
    Mays all;
    for (const auto& attribute : small_vocabulary().attributes) all.push_back(*rc::gen::inRange<Values>(1, attribute.all() + 1));
    return all;
  });
}

}  // namespace random
}  // namespace patio::rules
