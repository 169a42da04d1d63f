#include <algorithm>
#include <patio/rules/ranking.hpp>

namespace patio::rules {

Rank strongest(const Ranking& ranking, const Facts& facts) {
  const auto any = [&](const RankedRow& row, auto holds) {
    return std::any_of(row.when.begin(), row.when.end(),
                       [&](const Cube& cube) { return holds(cube, ranking.vocabulary, facts); });
  };
  const auto settled = [](const Cube& cube, const Vocabulary& words, const Facts& known) { return is_settled(cube, words, known); };
  const auto possible = [](const Cube& cube, const Vocabulary& words, const Facts& known) { return is_possible(cube, words, known); };

  Rank best;
  for (std::uint32_t row = 0; row < ranking.rows.size(); ++row) {
    const std::size_t rank = ranking.rows[row].rank;
    if ((best.rank && rank > *best.rank) || !any(ranking.rows[row], settled)) continue;
    if (best.rank != rank) best.determining.clear();
    best.rank = rank;
    best.determining.push_back(row);
  }
  for (std::uint32_t row = 0; row < ranking.rows.size(); ++row)
    if ((!best.rank || ranking.rows[row].rank < *best.rank) && any(ranking.rows[row], possible)) best.unsettled.push_back(row);
  return best;
}

}  // namespace patio::rules
