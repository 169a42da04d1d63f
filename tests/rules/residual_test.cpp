#include <patio/rules/residual.hpp>

#include "random_rules.hpp"

using namespace patio::rules;

namespace {

bool holds(const ResidualCube& cube, const Facts& facts) {
  return std::all_of(cube.open.begin(), cube.open.end(),
                     [&](const Literal& literal) { return is_settled(literal, small_vocabulary(), facts); });
}

/// As the header says that a list does it: in some tier a lifting cube, and no blocking one so far.
bool lets_pass(const GateResidual& gate, const Facts& facts) {
  for (const auto& lifting : gate.cubes) {
    if (!flows(lifting.effect) || !holds(lifting, facts)) continue;
    const bool blocked = std::any_of(gate.cubes.begin(), gate.cubes.end(), [&](const ResidualCube& cube) {
      return !flows(cube.effect) && cube.tier <= lifting.tier && holds(cube, facts);
    });
    if (!blocked) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("what remains of the rules answers as the rules do, once the rest is known") {
  prop("for each completion of what was known", [] {
    const Engine engine(small_vocabulary(), *random::lively_clauses());
    Facts some;
    for (std::size_t i = 0; i < small_vocabulary().attributes.size(); ++i)
      if (*rc::gen::arbitrary<bool>())
        some.know(i, *rc::gen::inRange<std::size_t>(0, small_vocabulary().attributes[i].values.size()));
    const auto left = residual(engine, some);
    for (auto facts : every_known_request()) {
      for (std::size_t i = 0; i < small_vocabulary().attributes.size(); ++i)
        if (some.state(i) != Facts::unknown) facts.know(i, some.state(i) - 1u);
      const bool passes = std::all_of(left.begin(), left.end(), [&](const auto& gate) { return lets_pass(gate, facts); });
      RC_ASSERT(passes == flows(decide(engine, facts).effect));
    }
  });
}

TEST_CASE("facts that are known leave no literal behind") {
  const Engine engine(small_vocabulary(),
                      {{Gate::secrecy, Tier::sharing, Effect::permit, {{{{0, 0b001}, {2, 0b0110}}}}, 0, 0},
                       {Gate::secrecy, Tier::absolute, Effect::deny, {{{{1, 0b10}}}}, 0, 0},
                       {Gate::secrecy, Tier::fallback, Effect::deny, {{{{0, 0b011}}}}, 0, 0}});
  Facts facts;
  facts.know(0, 0);
  const auto left = residual(engine, facts);
  REQUIRE(left.size() == 3);
  REQUIRE(left[0].cubes.size() == 3);
  CHECK(left[0].cubes[0] == ResidualCube{1, Tier::absolute, Effect::deny, {{1, 0b10}}});
  CHECK(left[0].cubes[1] == ResidualCube{0, Tier::sharing, Effect::permit, {{2, 0b0110}}});
  CHECK(left[0].cubes[2] == ResidualCube{2, Tier::fallback, Effect::deny, {}});
  facts.know(2, 1);
  CHECK(residual(engine, facts)[0].cubes.size() == 2);
}
