#include "condition_columns.hpp"

namespace patio::rules {

ConditionPlan::ConditionPlan(const Vocabulary& vocabulary, const std::vector<std::vector<Cube>>& conditions) {
  std::vector<const Cube*> all;
  for (const auto& condition : conditions)
    for (const auto& cube : condition) all.push_back(&cube);
  literals_ = plan_literals(vocabulary, all);
  const auto count = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
  for (const auto& condition : conditions) {
    const auto first_cube = count(cubes_);
    for (const auto& cube : condition) {
      const auto first = count(cube_literals_);
      for (const auto& literal : cube.literals) cube_literals_.push_back(literals_.number_of(literal));
      cubes_.push_back({first, count(cube_literals_)});
    }
    conditions_.push_back({first_cube, count(cubes_)});
  }
}

ConditionPlan::Answer ConditionPlan::answer(std::size_t condition, const LiteralBatch& batch) const noexcept {
  Answer answer{Words::none(), Words::none()};
  for (std::uint32_t cube = conditions_[condition].first; cube < conditions_[condition].last; ++cube) {
    Words settled = Words::all(), possible = Words::all();
    for (std::uint32_t i = cubes_[cube].first; i < cubes_[cube].last; ++i) {
      settled &= batch.settled(cube_literals_[i]);
      possible &= batch.possible(cube_literals_[i]);
    }
    answer.settled |= settled;
    answer.possible |= possible;
  }
  return answer;
}

}  // namespace patio::rules
