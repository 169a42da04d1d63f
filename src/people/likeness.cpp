#include <patio/people/likeness.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace patio {

// Lowrance and Wagner 1975: beside the usual table, the last place of each sign in the first spelling.
std::size_t edits(std::string_view first, std::string_view second) {
  const std::size_t width = second.size() + 2, far = first.size() + second.size();
  std::vector<std::size_t> table((first.size() + 2) * width);
  const auto cell = [&](std::size_t row, std::size_t column) -> std::size_t& { return table[row * width + column]; };
  cell(0, 0) = far;
  for (std::size_t i = 0; i <= first.size(); ++i) cell(i + 1, 0) = far, cell(i + 1, 1) = i;
  for (std::size_t j = 0; j <= second.size(); ++j) cell(0, j + 1) = far, cell(1, j + 1) = j;
  std::array<std::size_t, 256> last_row{};
  for (std::size_t i = 1; i <= first.size(); ++i) {
    std::size_t last_column = 0;
    for (std::size_t j = 1; j <= second.size(); ++j) {
      const std::size_t row = last_row[static_cast<unsigned char>(second[j - 1])], column = last_column;
      const bool same = first[i - 1] == second[j - 1];
      if (same) last_column = j;
      const std::size_t swapped = cell(row, column) + (i - row - 1) + 1 + (j - column - 1);
      cell(i + 1, j + 1) = std::min({cell(i, j) + (same ? 0 : 1), cell(i + 1, j) + 1, cell(i, j + 1) + 1, swapped});
    }
    last_row[static_cast<unsigned char>(first[i - 1])] = i;
  }
  return cell(first.size() + 1, second.size() + 1);
}

double jaro(std::string_view first, std::string_view second) {
  if (first.empty() || second.empty()) return 0;
  const std::size_t longest = std::max(first.size(), second.size());
  const std::size_t reach = longest / 2 > 0 ? longest / 2 - 1 : 0;
  std::vector<bool> taken(second.size());
  std::vector<char> matched;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const std::size_t from = i > reach ? i - reach : 0, to = std::min(second.size(), i + reach + 1);
    for (std::size_t j = from; j < to; ++j) {
      if (taken[j] || second[j] != first[i]) continue;
      taken[j] = true;
      matched.push_back(first[i]);
      break;
    }
  }
  if (matched.empty()) return 0;
  std::size_t out_of_place = 0, next = 0;
  for (std::size_t j = 0; j < second.size(); ++j)
    if (taken[j] && second[j] != matched[next++]) ++out_of_place;
  const auto count = static_cast<double>(matched.size());
  return (count / static_cast<double>(first.size()) + count / static_cast<double>(second.size()) +
          (count - static_cast<double>(out_of_place / 2)) / count) / 3;
}

double jaro_winkler(std::string_view first, std::string_view second) {
  const double likeness = jaro(first, second);
  if (likeness <= 0.7) return likeness;
  std::size_t common = 0;
  while (common < std::min({first.size(), second.size(), std::size_t{4}}) && first[common] == second[common]) ++common;
  return likeness + 0.1 * static_cast<double>(common) * (1 - likeness);
}

}  // namespace patio
