#pragma once
/// \file
/// Rows that each give a rank: the strongest settled row wins. What is unknown never raises a rank.

#include <cstdint>
#include <optional>
#include <vector>

#include <patio/rules/cube.hpp>

namespace patio::rules {

/// A row gives its rank when one of its cubes holds.
struct RankedRow {
  /// 0 is the strongest.
  std::size_t rank = 0;
  std::vector<Cube> when;
  bool operator==(const RankedRow&) const = default;
};

struct Ranking {
  Vocabulary vocabulary;
  std::vector<RankedRow> rows;
};

struct Rank {
  /// Nothing if no row is settled.
  std::optional<std::size_t> rank;
  /// The settled rows of that rank.
  std::vector<std::uint32_t> determining;
  /// The rows that would give a stronger rank if more were known.
  std::vector<std::uint32_t> unsettled;
  bool operator==(const Rank&) const = default;
};

[[nodiscard]] Rank strongest(const Ranking& ranking, const Facts& facts);

}  // namespace patio::rules
