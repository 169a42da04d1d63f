#include "column_plan.hpp"

namespace patio::rules {

ColumnPlan plan_columns(const Vocabulary& vocabulary, const Entries& gates) {
  std::vector<const Cube*> cubes;
  for (const auto& gate : gates)
    for (const auto& entry : gate) cubes.push_back(entry.cube);

  ColumnPlan plan;
  plan.literals = plan_literals(vocabulary, cubes);
  const auto count = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
  for (std::size_t gate = 0; gate < gates.size(); ++gate) {
    const Entry* before = nullptr;
    for (const auto& entry : gates[gate]) {
      const auto first = count(plan.cube_literals);
      for (const auto& literal : entry.cube->literals) plan.cube_literals.push_back(plan.literals.number_of(literal));
      if (!before || before->tier != entry.tier || before->effect != entry.effect)
        plan.gates[gate].push_back({{count(plan.cubes), 0}, entry.effect});
      plan.cubes.push_back({first, count(plan.cube_literals)});
      plan.gates[gate].back().cubes.last = count(plan.cubes);
      before = &entry;
    }
  }
  return plan;
}

}  // namespace patio::rules
