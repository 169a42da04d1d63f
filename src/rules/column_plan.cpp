#include "column_plan.hpp"

#include <map>
#include <set>

namespace patio::rules {

ColumnPlan plan_columns(const Vocabulary& vocabulary, const Entries& gates) {
  std::map<std::size_t, std::set<Values>> admitted;
  for (const auto& gate : gates)
    for (const auto& entry : gate)
      for (const auto& literal : entry.cube->literals) admitted[literal.attribute].insert(literal.admits);

  ColumnPlan plan;
  std::map<std::pair<std::size_t, Values>, std::uint32_t> number;
  for (const auto& [attribute, sets] : admitted) {
    const auto first = static_cast<std::uint32_t>(plan.literals.size());
    for (const auto admits : sets) {
      number[{attribute, admits}] = static_cast<std::uint32_t>(plan.literals.size());
      plan.literals.push_back(admits);
      plan.attribute_of.push_back(static_cast<std::uint32_t>(plan.attributes.size()));
    }
    plan.attributes.push_back({static_cast<std::uint32_t>(attribute),
                               static_cast<std::uint32_t>(vocabulary.attributes[attribute].values.size()), first,
                               static_cast<std::uint32_t>(plan.literals.size())});
  }
  for (std::size_t gate = 0; gate < gates.size(); ++gate) {
    for (const auto& entry : gates[gate]) {
      const auto first = static_cast<std::uint32_t>(plan.cube_literals.size());
      for (const auto& literal : entry.cube->literals) plan.cube_literals.push_back(number[{literal.attribute, literal.admits}]);
      plan.gates[gate].push_back({first, static_cast<std::uint32_t>(plan.cube_literals.size()), entry.effect});
    }
  }
  return plan;
}

}  // namespace patio::rules
