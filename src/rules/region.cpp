#include "region.hpp"

#include <algorithm>

namespace patio::rules {

Region everything(const Vocabulary& vocabulary) {
  Region region;
  region.values.fill(1);
  for (std::size_t i = 0; i < vocabulary.attributes.size(); ++i) region.values[i] = vocabulary.attributes[i].all();
  return region;
}

Region region_of(const Cube& cube, const Vocabulary& vocabulary) { return *within(everything(vocabulary), cube); }

std::optional<Region> within(const Region& region, const Cube& cube) {
  Region part = region;
  for (const auto& literal : cube.literals)
    if ((part.values[literal.attribute] &= literal.admits) == 0) return std::nullopt;
  return part;
}

Cube cube_of(const Region& region, const Vocabulary& vocabulary) {
  Cube cube;
  for (std::size_t i = 0; i < vocabulary.attributes.size(); ++i)
    if (region.values[i] != vocabulary.attributes[i].all()) cube.literals.push_back({i, region.values[i]});
  return cube;
}

Facts example(const Region& region, const Vocabulary& vocabulary) {
  Facts facts;
  for (std::size_t i = 0; i < vocabulary.attributes.size(); ++i)
    facts.know(i, static_cast<std::size_t>(std::countr_zero(region.values[i])));
  return facts;
}

Meeting meeting(const Region& region, const Cube& cube) noexcept {
  bool whole = true;
  for (const auto& literal : cube.literals) {
    const Values values = region.values[literal.attribute];
    if ((values & literal.admits) == 0) return Meeting::apart;
    whole = whole && (values & ~literal.admits) == 0;
  }
  return whole ? Meeting::inside : Meeting::across;
}

std::vector<Region> outside(const Region& region, const Cube& cube) {
  std::vector<Region> parts;
  Region rest = region;
  for (const auto& literal : cube.literals) {
    Values& values = rest.values[literal.attribute];
    if ((values & ~literal.admits) != 0) {
      parts.push_back(rest);
      parts.back().values[literal.attribute] = values & ~literal.admits;
    }
    values &= literal.admits;
    if (values == 0) break;
  }
  return parts;
}

bool each_uncovered(const Region& region, const std::vector<Entry>& cover, std::set<std::uint32_t>& by,
                    const std::function<bool(const Region&)>& visit) {
  std::vector<Entry> across;
  const Entry* least_open = nullptr;
  std::ptrdiff_t fewest = 0;
  across.reserve(cover.size());
  for (const auto& entry : cover) {
    const Meeting how = meeting(region, *entry.cube);
    if (how == Meeting::apart) continue;
    if (how == Meeting::inside) {
      by.insert(entry.rule);
      return true;
    }
    across.push_back(entry);
    // Cutting by the cube that cuts least leaves the fewest parts: with one open literal there is but one.
    const auto open = std::count_if(entry.cube->literals.begin(), entry.cube->literals.end(), [&](const Literal& literal) {
      return (region.values[literal.attribute] & ~literal.admits) != 0;
    });
    if (least_open && open >= fewest) continue;
    least_open = &entry;
    fewest = open;
  }
  if (!least_open) return visit(region);
  by.insert(least_open->rule);
  for (const auto& part : outside(region, *least_open->cube))
    if (!each_uncovered(part, across, by, visit)) return false;
  return true;
}

std::optional<Region> uncovered(const Region& region, const std::vector<Entry>& cover, std::set<std::uint32_t>& by) {
  std::optional<Region> found;
  each_uncovered(region, cover, by, [&](const Region& part) {
    found = part;
    return false;
  });
  return found;
}

}  // namespace patio::rules
