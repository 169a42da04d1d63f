#include <patio/rules/engine.hpp>

#include <algorithm>

#include "compiled.hpp"
#include "pack_bits.hpp"

namespace patio::rules {
namespace {

constexpr std::size_t cells_pay_from = 2 * block_cubes;
constexpr std::size_t most_cuts = 3;
constexpr std::size_t most_cells = 8192;

Values admitted(const Cube& cube, std::size_t attribute) {
  for (const auto& literal : cube.literals)
    if (literal.attribute == attribute) return literal.admits;
  return ~Values{0};
}

/// The part of the cubes that remains, on average over the values, once the attribute is known.
double share_left(const Attribute& attribute, std::size_t place, const std::vector<Entry>& entries) {
  std::size_t left = 0;
  for (const auto& entry : entries)
    left += static_cast<std::size_t>(std::popcount(admitted(*entry.cube, place) & attribute.all()));
  return static_cast<double>(left) / static_cast<double>(entries.size() * attribute.values.size());
}

}  // namespace

std::vector<Entry> in_order(const std::vector<Clause>& clauses, Gate gate) {
  std::vector<Entry> entries;
  for (std::uint32_t rule = 0; rule < clauses.size(); ++rule) {
    const Clause& clause = clauses[rule];
    if (clause.gate != gate) continue;
    for (const auto& cube : clause.when)
      if (!cube.literals.empty() || !flows(clause.effect)) entries.push_back({&cube, rule, clause.tier, clause.effect});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.tier, a.effect) < std::pair(b.tier, b.effect);
  });
  return entries;
}

GateTables::GateTables(const Vocabulary& vocabulary, const std::vector<Entry>& entries, Layout layout)
    : whole_(vocabulary, entries, {}) {
  if (layout == Layout::whole || (layout == Layout::automatic && entries.size() <= cells_pay_from)) return;
  cuts_ = choose_cuts(vocabulary, entries);
  if (cuts_.empty()) return;
  std::vector<std::size_t> known;
  fill_cells(vocabulary, entries, 0, known);
}

std::vector<GateTables::Cut> GateTables::choose_cuts(const Vocabulary& vocabulary, const std::vector<Entry>& entries) {
  std::vector<std::pair<double, Cut>> candidates;
  for (std::size_t place = 0; place < vocabulary.attributes.size() && !entries.empty(); ++place) {
    const Attribute& attribute = vocabulary.attributes[place];
    const double share = share_left(attribute, place, entries);
    if (share < 0.9) candidates.push_back({share, {place, attribute.values.size()}});
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Cut> cuts;
  std::size_t cells = 1;
  for (const auto& [share, cut] : candidates) {
    if (cuts.size() == most_cuts) break;
    if (cells * (cut.values + 1) > most_cells) continue;
    cells *= cut.values + 1;
    cuts.push_back(cut);
  }
  return cuts;
}

void GateTables::fill_cells(const Vocabulary& vocabulary, const std::vector<Entry>& entries, std::size_t depth,
                            std::vector<std::size_t>& known) {
  if (depth == cuts_.size()) {
    cells_.emplace_back(vocabulary, entries, known);
    return;
  }
  const Cut& cut = cuts_[depth];
  fill_cells(vocabulary, entries, depth + 1, known);
  known.push_back(cut.attribute);
  for (std::size_t value = 0; value < cut.values; ++value) {
    std::vector<Entry> left;
    for (const auto& entry : entries)
      if (admitted(*entry.cube, cut.attribute) >> value & 1) left.push_back(entry);
    fill_cells(vocabulary, left, depth + 1, known);
  }
  known.pop_back();
}

Compiled::Compiled(const Vocabulary& vocabulary, const std::vector<Clause>& clauses, Layout layout) {
  for (std::size_t i = 0; i < vocabulary.attributes.size(); ++i)
    value_counts_[i] = static_cast<std::uint8_t>(vocabulary.attributes[i].values.size());
  std::array<std::vector<Entry>, 3> entries;
  for (std::size_t gate = 0; gate < deciding_gates.size(); ++gate) {
    entries[gate] = in_order(clauses, deciding_gates[gate]);
    gates_.emplace_back(vocabulary, entries[gate], layout);
  }
  columns_ = plan_columns(vocabulary, entries);
}

std::uint64_t Compiled::open(const Facts& facts) const noexcept {
  // Bytes first, then eight of them at a time into bits: a loop over single bits costs as much as the whole match.
  std::array<std::uint8_t, max_attributes> bytes;
  for (std::size_t i = 0; i < max_attributes; ++i)
    bytes[i] = static_cast<std::uint8_t>(facts.states()[i] - 1) >= value_counts_[i] ? 1 : 0;
  std::uint64_t open = 0;
  for (std::size_t i = 0; i < max_attributes; i += 8) open |= pack_bit(bytes.data() + i, 0) << i;
  return open;
}

Engine::Engine(Vocabulary vocabulary, std::vector<Clause> clauses, Layout layout)
    : vocabulary_(std::move(vocabulary)),
      clauses_(std::move(clauses)),
      compiled_(std::make_unique<const Compiled>(vocabulary_, clauses_, layout)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

}  // namespace patio::rules
