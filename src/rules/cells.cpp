#include "cells.hpp"

#include <algorithm>

namespace patio::rules {
namespace {

/// An attribute that leaves no more than this share of the cubes, on average over its values, is worth cells of its own; one that
/// leaves no more than the other share is worth going first.
constexpr double most_left_by_cell = 0.25, most_left_by_sieve = 0.5;
constexpr std::size_t most_dividing = 2;
/// Above this number, matching all rows is quicker than trying the cubes one by one.
constexpr std::size_t few_cubes = 64;
constexpr std::size_t probed_values = 31;

std::size_t lowest(std::uint64_t bits) { return static_cast<std::size_t>(std::countr_zero(bits)); }

/// By attribute, the part of the cubes that remains once it is known, on average over its values.
std::vector<double> shares_left(const Vocabulary& vocabulary, std::span<const Cube* const> cubes) {
  std::vector<double> excluded(vocabulary.attributes.size(), 0);
  for (const Cube* cube : cubes)
    for (const auto& [attribute, admits] : cube->literals) {
      const auto all = vocabulary.attributes[attribute].all();
      excluded[attribute] += static_cast<double>(std::popcount(all & ~admits)) / static_cast<double>(std::popcount(all));
    }
  std::vector<double> left;
  for (const double each : excluded) left.push_back(1 - each / static_cast<double>(cubes.size()));
  return left;
}

/// By cell, the numbers of its cubes in their order.
std::vector<std::vector<std::uint32_t>> divide(const Vocabulary& vocabulary, std::span<const Cube* const> cubes,
                                               std::span<const std::uint32_t> order, const std::vector<std::size_t>& dividing) {
  std::vector<std::vector<std::uint32_t>> cells{{order.begin(), order.end()}};
  for (const auto attribute : dividing) {
    const std::size_t first = cells.size();
    cells.resize(first + vocabulary.attributes[attribute].values.size());
    for (const auto number : order) {
      const auto& literals = cubes[number]->literals;
      const auto own = std::find_if(literals.begin(), literals.end(), [&](const Literal& each) { return each.attribute == attribute; });
      Values admits = vocabulary.attributes[attribute].all();
      if (own != literals.end()) admits &= own->admits;
      for (; admits != 0; admits &= admits - 1) cells[first + lowest(admits)].push_back(number);
    }
  }
  return cells;
}

}  // namespace

Cells::Cells(const Vocabulary& vocabulary, const RowPlan& plan, std::span<const Cube* const> cubes, std::span<const std::uint32_t> order)
    : row_count_(plan.size()) {
  choose(vocabulary, cubes);
  for (const Cube* cube : cubes) probes_.push_back(probe_of(plan, *cube));
  const auto cells = divide(vocabulary, cubes, order, dividing_);
  strips_.resize(cells.size());
  std::vector<std::span<const std::uint32_t>> contents(cells.size());
  for (std::uint32_t cell = 0; cell < cells.size(); ++cell) {
    std::uint32_t strip = cell;
    for (std::span<const std::uint32_t> left = cells[cell];;) {
      contents[strip] = left.first(std::min(left.size(), strip_cubes));
      left = left.subspan(contents[strip].size());
      if (left.empty()) break;
      strips_[strip].next = static_cast<std::uint32_t>(strips_.size());
      strip = strips_[strip].next;
      strips_.emplace_back();
      contents.emplace_back();
    }
  }
  rows_.resize(strips_.size() * row_count_);
  cubes_.resize(strips_.size() * strip_cubes);
  std::vector<const Cube*> own;
  for (std::uint32_t strip = 0; strip < strips_.size(); ++strip) {
    strips_[strip].size = static_cast<std::uint32_t>(contents[strip].size());
    std::copy(contents[strip].begin(), contents[strip].end(), cubes_.begin() + static_cast<std::ptrdiff_t>(strip * strip_cubes));
    own.clear();
    for (const auto number : contents[strip]) own.push_back(cubes[number]);
    fill<strip_pairs>(plan, own, rows_.data() + strip * row_count_);
  }
}

void Cells::choose(const Vocabulary& vocabulary, std::span<const Cube* const> cubes) {
  const auto left = shares_left(vocabulary, cubes);
  std::vector<std::size_t> best;
  for (std::size_t attribute = 0; attribute < left.size(); ++attribute)
    if (left[attribute] <= most_left_by_sieve) best.push_back(attribute);
  std::stable_sort(best.begin(), best.end(), [&](auto a, auto b) { return left[a] < left[b]; });
  std::size_t cells = 1;
  for (const auto attribute : best) {
    if (left[attribute] > most_left_by_cell || dividing_.size() == most_dividing) break;
    dividing_.push_back(attribute);
    first_cells_.push_back(cells);
    cells += vocabulary.attributes[attribute].values.size();
  }
  if (dividing_.empty()) return;
  // Where there are fewer sieves, the last one goes twice: in its own cell the dividing attribute leaves all.
  for (std::size_t i = 0; i < sieves; ++i) sieves_[i] = best[std::min(i + 1, best.size() - 1)];
  selective_ = std::uint64_t{1} << dividing_.front();
  for (const auto attribute : sieves_) selective_ |= std::uint64_t{1} << attribute;
}

Cells::Probe Cells::probe_of(const RowPlan& plan, const Cube& cube) const {
  Probe probe;
  std::size_t room = 0;
  for (const auto& [attribute, admits] : cube.literals) {
    probe.names |= std::uint64_t{1} << attribute;
    if (selective_ >> attribute & 1) continue;
    if (room == probe.admits.size() || plan.all(attribute) > first_values(probed_values)) {
      probe.more = true;
      continue;
    }
    probe.attributes[room] = static_cast<std::uint8_t>(attribute);
    probe.admits[room++] = static_cast<std::int32_t>(static_cast<std::uint32_t>(admits << 1 | 1));
  }
  return probe;
}

std::uint32_t Cells::first_strip(const Question& question) const noexcept {
  for (std::size_t i = 0; i < dividing_.size(); ++i)
    if (const auto state = question.states[dividing_[i]]; state != Facts::unknown)
      return static_cast<std::uint32_t>(first_cells_[i] + state - 1);
  return 0;
}

void Cells::find(const RowPlan& plan, const Question& question, std::uint32_t strip, FoundCubes& found) const noexcept {
  if (selective_ != 0 && (question.open & selective_) == 0 && !question.facts.some_partly() && sift(question, strip, found)) return;
  const auto matched = match(plan, question, rows_of(strip));
  const std::uint32_t* const cubes = cubes_of(strip);
  for (std::size_t word = 0; word < 2 * strip_pairs; ++word) {
    const std::uint64_t settled = matched.settled.word(word);
    for (std::uint64_t left = matched.possible.word(word); left != 0; left &= left - 1)
      found.cubes[found.size++] = 2 * cubes[64 * word + lowest(left)] + static_cast<std::uint32_t>(settled >> lowest(left) & 1);
  }
}

/// False if the sieves leave too many cubes.
bool Cells::sift(const Question& question, std::uint32_t strip, FoundCubes& found) const noexcept {
  const Row<strip_pairs>* const rows = rows_of(strip);
  Row<strip_pairs> left = rows[question.rows[sieves_[0]]];
  for (std::size_t p = 0; p < strip_pairs; ++p) left.pairs[p] = left.pairs[p] & rows[question.rows[sieves_[1]]].pairs[p];
  // Without a branch, as a processor cannot guess how many a word has: four, and the next one takes the place of what is none.
  std::array<std::uint32_t, few_cubes + 64> places;
  std::size_t tried = 0;
  for (std::size_t word = 0; word < 2 * strip_pairs; ++word) {
    std::uint64_t bits = left.word(word);
    for (std::size_t four = 0; four < 4; ++four) {
      places[tried] = static_cast<std::uint32_t>(64 * word + lowest(bits | std::uint64_t{1} << 63));
      tried += bits != 0 ? 1 : 0;
      bits &= bits - 1;
    }
    for (; bits != 0; bits &= bits - 1) places[tried++] = static_cast<std::uint32_t>(64 * word + lowest(bits));
    if (tried > few_cubes) return false;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tried; ++i) {
    const std::uint32_t place = places[i];
    const Probe& probe = probes_[cubes_of(strip)[place]];
    places[kept] = place;
    std::int64_t admits = 1;
    for (std::size_t three = 0; three < probe.admits.size(); ++three)
      admits &= std::int64_t{probe.admits[three]} >> (question.states[probe.attributes[three]] % max_values);
    kept += static_cast<std::size_t>(admits);
  }
  for (std::size_t i = 0; i < kept; ++i) {
    const std::uint32_t cube = cubes_of(strip)[places[i]];
    if (probes_[cube].more && !may_hold(question, strip, places[i])) continue;
    found.cubes[found.size++] = 2 * cube + ((probes_[cube].names & question.open) == 0 ? 1 : 0);
  }
  return true;
}

bool Cells::may_hold(const Question& question, std::uint32_t strip, std::size_t place) const noexcept {
  const std::uint64_t names = probes_[cubes_of(strip)[place]].names;
  for (std::uint64_t left = names & ~selective_ & ~question.open; left != 0; left &= left - 1)
    if (!rows_of(strip)[question.rows[lowest(left)]].has(place)) return false;
  return true;
}

}  // namespace patio::rules
