#include <patio/rules/residual.hpp>

#include "compiled.hpp"

namespace patio::rules {
namespace {

GateResidual residual_of(const Engine& engine, const Facts& facts, Gate gate) {
  GateResidual left{gate, {}};
  unsigned last_kind = ~0U;
  for (const auto& entry : in_order(engine.clauses(), gate)) {
    if (kind_of(entry) > last_kind) break;
    if (!is_possible(*entry.cube, engine.vocabulary(), facts)) continue;
    ResidualCube cube{entry.rule, entry.tier, entry.effect, {}};
    for (const auto& literal : entry.cube->literals)
      if (!is_settled(literal, engine.vocabulary(), facts)) cube.open.push_back(literal);
    if (cube.open.empty()) last_kind = kind_of(entry);
    left.cubes.push_back(std::move(cube));
  }
  return left;
}

}  // namespace

std::vector<GateResidual> residual(const Engine& engine, const Facts& facts) {
  std::vector<GateResidual> all;
  for (const Gate gate : deciding_gates) all.push_back(residual_of(engine, facts, gate));
  return all;
}

}  // namespace patio::rules
