#include "table.hpp"

#include <algorithm>
#include <numeric>

namespace patio::rules {
namespace {

/// So few cubes of the other gates that they take little of the room of the first in a strip.
constexpr std::size_t few = 64;

template <std::size_t Pairs>
Table::Rows<Pairs> rows_of(const RowPlan& plan, std::span<const Cube* const> cubes) {
  Table::Rows<Pairs> rows(plan.size());
  fill<Pairs>(plan, cubes, rows.data());
  return rows;
}

}  // namespace

Table::Table(const Vocabulary& vocabulary, const Entries& entries) : plan_(vocabulary, entries) {
  std::vector<const Cube*> cubes;
  for (const auto& gate : entries)
    for (const auto& entry : gate) cubes.push_back(entry.cube);
  for (std::size_t gate = 0; gate < entries.size(); ++gate) {
    const auto first = static_cast<std::uint32_t>(places_.size());
    add(entries[gate], first);
    gates_[gate] = {first, static_cast<std::uint32_t>(places_.size())};
  }
  body_ = body_of(vocabulary, cubes);
  if (!is_large()) set_bits(entries, body_.index() + 1);
}

Table::Body Table::body_of(const Vocabulary& vocabulary, std::span<const Cube* const> cubes) {
  static_assert(small_pairs == 4);
  if (cubes.size() <= Row<1>::cubes) return rows_of<1>(plan_, cubes);
  if (cubes.size() <= Row<2>::cubes) return rows_of<2>(plan_, cubes);
  if (cubes.size() <= Row<3>::cubes) return rows_of<3>(plan_, cubes);
  if (cubes.size() <= Row<4>::cubes) return rows_of<4>(plan_, cubes);
  std::vector<std::uint32_t> order(cubes.size());
  std::iota(order.begin(), order.end(), 0U);
  few_come_first_ = cubes.size() - gates_[0].last <= few;
  if (few_come_first_) std::rotate(order.begin(), order.begin() + gates_[0].last, order.end());
  return Cells(vocabulary, plan_, cubes, order);
}

void Table::add(const std::vector<Entry>& entries, std::size_t first) {
  const std::size_t first_group = groups_.size();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (i == 0 || entry.tier != entries[i - 1].tier || entry.effect != entries[i - 1].effect)
      groups_.push_back({entry.effect, static_cast<std::uint32_t>(first + i), 0, {}, {}});
    places_.push_back({entry.rule, static_cast<std::uint32_t>(groups_.size() - 1), entry.duties});
  }
  auto end = static_cast<std::uint32_t>(first + entries.size());
  for (std::size_t group = groups_.size(); group-- > first_group;) {
    groups_[group].kind_end = end;
    const std::size_t at = groups_[group].first - first;
    if (at > 0 && kind_of(entries[at - 1]) != kind_of(entries[at])) end = groups_[group].first;
  }
}

/// What a small table needs to answer without a walk over its cubes.
void Table::set_bits(const Entries& entries, std::size_t pairs) {
  const auto set = [](Bits& bits, std::size_t first, std::size_t last) {
    for (std::size_t cube = first; cube < last; ++cube) bits[cube / 128][cube / 64 % 2] |= std::uint64_t{1} << (cube % 64);
  };
  places_.resize(128 * pairs + entries.size());
  for (std::size_t gate = 0; gate < entries.size(); ++gate) {
    const Range range = gates_[gate];
    for (std::size_t cube = range.first; cube < range.last; ++cube) {
      own_[gate][cube / 64] |= std::uint64_t{1} << (cube % 64);
      if (!flows(entries[gate][cube - range.first].effect)) set(blocking_, cube, cube + 1);
    }
    for (auto& group : groups_) {
      if (group.first < range.first || group.first >= range.last) continue;
      set(group.deciding, group.first, group.kind_end);
      set(group.before, range.first, group.first);
    }
    own_[gate][2 * pairs] = std::uint64_t{1} << gate;
    places_[128 * pairs + gate].group = static_cast<std::uint32_t>(groups_.size() + gate);
  }
  for (const Range& range : gates_) {
    groups_.push_back({Effect::deny, range.last, range.last, {}, {}});
    set(groups_.back().before, range.first, range.last);
  }
}

}  // namespace patio::rules
