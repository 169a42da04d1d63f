#include "column_plan.hpp"

namespace patio::rules {

ColumnPlan plan_columns(const Vocabulary& vocabulary, const Entries& gates) {
  std::vector<const Cube*> cubes;
  for (const auto& gate : gates)
    for (const auto& entry : gate) cubes.push_back(entry.cube);

  ColumnPlan plan;
  plan.literals = plan_literals(vocabulary, cubes);
  for (std::size_t gate = 0; gate < gates.size(); ++gate) {
    for (const auto& entry : gates[gate]) {
      const auto first = static_cast<std::uint32_t>(plan.cube_literals.size());
      for (const auto& literal : entry.cube->literals) plan.cube_literals.push_back(plan.literals.number_of(literal));
      plan.gates[gate].push_back({first, static_cast<std::uint32_t>(plan.cube_literals.size()), entry.effect});
    }
  }
  return plan;
}

}  // namespace patio::rules
