#pragma once
/// \file
/// Many cubes, put into cells by the values that they admit of the most selective facts. A question looks only at the cell of a
/// value that it knows, a strip of cubes at a time. There two more selective facts go first, and each cube that they leave is
/// tried by itself; where one of them is not known, or they leave many, all rows of the strip are matched.

#include "rows.hpp"

namespace patio::rules {

inline constexpr std::size_t strip_pairs = 4;
inline constexpr std::size_t strip_cubes = Row<strip_pairs>::cubes;

/// Some cubes that may hold.
struct FoundCubes {
  std::size_t size = 0;
  /// Twice the number of a cube, and one more if it holds.
  std::array<std::uint32_t, 2 * strip_cubes> cubes;
};

class Cells {
 public:
  /// The cubes of all gates by their numbers, and the order in which they stand in their cells.
  Cells(const Vocabulary& vocabulary, const RowPlan& plan, std::span<const Cube* const> cubes, std::span<const std::uint32_t> order);

  struct Strip {
    std::uint32_t size = 0;
    /// The number of the strip that follows in the cell, or `none`.
    std::uint32_t next = none;
  };
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  /// The first strip of the cell that a question looks at.
  [[nodiscard]] std::uint32_t first_strip(const Question& question) const noexcept;
  [[nodiscard]] const Strip& strip(std::uint32_t number) const noexcept { return strips_[number]; }
  /// The numbers of its cubes, in their order.
  [[nodiscard]] const std::uint32_t* cubes_of(std::uint32_t strip) const noexcept { return cubes_.data() + strip * strip_cubes; }
  /// Adds those of its cubes that may hold.
  void find(const RowPlan& plan, const Question& question, std::uint32_t strip, FoundCubes& found) const noexcept;

 private:
  static constexpr std::size_t sieves = 2;

  /// One cube, and what it admits of the first attributes that neither cell nor sieve tells: most cubes are told by it whether
  /// they may hold.
  struct alignas(32) Probe {
    /// The attributes that the cube names, a bit each.
    std::uint64_t names = 0;
    /// Bit s is the state s of the attribute; bit 0 is what is unknown.
    std::array<std::int32_t, 3> admits{-1, -1, -1};
    std::array<std::uint8_t, 3> attributes{};
    /// It names more than these.
    bool more = false;
  };

  void choose(const Vocabulary& vocabulary, std::span<const Cube* const> cubes);
  [[nodiscard]] Probe probe_of(const RowPlan& plan, const Cube& cube) const;
  [[nodiscard]] bool sift(const Question& question, std::uint32_t strip, FoundCubes& found) const noexcept;
  [[nodiscard]] bool may_hold(const Question& question, std::uint32_t strip, std::size_t place) const noexcept;
  [[nodiscard]] const Row<strip_pairs>* rows_of(std::uint32_t strip) const noexcept { return rows_.data() + strip * row_count_; }

  /// The attributes by whose values there are cells, and the number of the first one's first strip. The cell number 0 holds all
  /// cubes; the first strip of a cell has the number of the cell.
  std::vector<std::size_t> dividing_;
  std::vector<std::size_t> first_cells_;
  /// Within a cell of the first of them.
  std::array<std::size_t, sieves> sieves_{};
  /// The first dividing attribute and the sieves, a bit each.
  std::uint64_t selective_ = 0;
  std::size_t row_count_;
  std::vector<Strip> strips_;
  /// Strip by strip.
  std::vector<std::uint32_t> cubes_;
  std::vector<Row<strip_pairs>> rows_;
  /// By number of the cube.
  std::vector<Probe> probes_;
};

}  // namespace patio::rules
