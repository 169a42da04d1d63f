#pragma once
/// \file
/// Algebra of cubes: regions of requests, and what rules leave of them.

#include <functional>
#include <set>

#include "entry.hpp"

namespace patio::rules {

/// For each attribute of a vocabulary, some of its values: the requests that have one of them each.
struct Region {
  std::array<Values, max_attributes> values;
};

/// Every request.
[[nodiscard]] Region everything(const Vocabulary& vocabulary);
/// The requests that meet the cube.
[[nodiscard]] Region region_of(const Cube& cube, const Vocabulary& vocabulary);
/// The part of the region that meets the cube; nothing if none.
[[nodiscard]] std::optional<Region> within(const Region& region, const Cube& cube);
/// A region as a cube.
[[nodiscard]] Cube cube_of(const Region& region, const Vocabulary& vocabulary);
/// One request of the region, fully known.
[[nodiscard]] Facts example(const Region& region, const Vocabulary& vocabulary);

enum class Meeting { apart, across, inside };
/// How a region lies to a cube: outside it, partly in it, wholly in it.
[[nodiscard]] Meeting meeting(const Region& region, const Cube& cube) noexcept;

/// The parts of the region that are outside the cube, apart from each other.
[[nodiscard]] std::vector<Region> outside(const Region& region, const Cube& cube);

/// Tells `visit` of disjoint regions that together are what no entry covers of `region`; stops when it returns false.
/// The rules that covered something are added to `by`. False if stopped.
bool each_uncovered(const Region& region, const std::vector<Entry>& cover, std::set<std::uint32_t>& by,
                    const std::function<bool(const Region&)>& visit);

/// Some of what no entry covers, if there is any.
[[nodiscard]] std::optional<Region> uncovered(const Region& region, const std::vector<Entry>& cover,
                                              std::set<std::uint32_t>& by);

}  // namespace patio::rules
