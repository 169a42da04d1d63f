#include <patio/rules/engine.hpp>

#include <algorithm>

#include "compiled.hpp"
#include "pack_bits.hpp"

namespace patio::rules {
namespace {

/// A table of so many cubes is matched in one pass.
constexpr std::size_t few_cubes = 64 * (strip_words - deciding_gates.size());
constexpr std::size_t most_cuts = 3;
constexpr std::size_t most_cells = 8192;

std::size_t count(const Entries& entries) { return entries[0].size() + entries[1].size() + entries[2].size(); }

Values admitted(const Cube& cube, std::size_t attribute) {
  for (const auto& literal : cube.literals)
    if (literal.attribute == attribute) return literal.admits;
  return ~Values{0};
}

/// The part of the cubes that remains, on average over the values, once the attribute is known.
double share_left(const Attribute& attribute, std::size_t place, const Entries& entries) {
  std::size_t left = 0;
  for (const auto& gate : entries)
    for (const auto& entry : gate) left += static_cast<std::size_t>(std::popcount(admitted(*entry.cube, place) & attribute.all()));
  return static_cast<double>(left) / static_cast<double>(count(entries) * attribute.values.size());
}

Entries all_in_order(const std::vector<Clause>& clauses) {
  Entries entries;
  for (std::size_t gate = 0; gate < entries.size(); ++gate) entries[gate] = in_order(clauses, deciding_gates[gate]);
  return entries;
}

}  // namespace

std::vector<Entry> in_order(const std::vector<Clause>& clauses, Gate gate) {
  std::vector<Entry> entries;
  for (std::uint32_t rule = 0; rule < clauses.size(); ++rule) {
    const Clause& clause = clauses[rule];
    if (clause.gate != gate) continue;
    for (const auto& cube : clause.when)
      if (!cube.literals.empty() || !flows(clause.effect)) entries.push_back({&cube, rule, clause.tier, clause.effect, {clause.obligations, clause.mandatory}});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.tier, a.effect) < std::pair(b.tier, b.effect);
  });
  return entries;
}

Compiled::Compiled(const Vocabulary& vocabulary, const std::vector<Clause>& clauses, Layout layout)
    : Compiled(vocabulary, all_in_order(clauses), layout) {}

Compiled::Compiled(const Vocabulary& vocabulary, const Entries& entries, Layout layout)
    : whole_(vocabulary, entries, {}), columns_(plan_columns(vocabulary, entries)) {
  for (std::size_t i = 0; i < vocabulary.attributes.size(); ++i)
    value_counts_[i] = static_cast<std::uint8_t>(vocabulary.attributes[i].values.size());
  if (layout == Layout::whole || (layout == Layout::automatic && count(entries) <= few_cubes)) return;
  cuts_ = choose_cuts(vocabulary, entries);
  std::vector<std::size_t> known;
  if (!cuts_.empty()) fill_cells(vocabulary, entries, 0, known);
}

std::vector<Compiled::Cut> Compiled::choose_cuts(const Vocabulary& vocabulary, const Entries& entries) {
  std::vector<std::pair<double, Cut>> candidates;
  for (std::size_t place = 0; place < vocabulary.attributes.size() && count(entries) > 0; ++place) {
    const Attribute& attribute = vocabulary.attributes[place];
    const double share = share_left(attribute, place, entries);
    if (share < 0.75) candidates.push_back({share, {place, attribute.values.size()}});
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

void Compiled::fill_cells(const Vocabulary& vocabulary, const Entries& entries, std::size_t depth,
                          std::vector<std::size_t>& known) {
  if (depth == cuts_.size()) {
    cells_.emplace_back(vocabulary, entries, known);
    return;
  }
  const Cut cut = cuts_[depth];
  fill_cells(vocabulary, entries, depth + 1, known);
  known.push_back(cut.attribute);
  for (std::size_t value = 0; value < cut.values; ++value) {
    Entries left;
    for (std::size_t gate = 0; gate < entries.size(); ++gate)
      for (const auto& entry : entries[gate])
        if (admitted(*entry.cube, cut.attribute) >> value & 1) left[gate].push_back(entry);
    fill_cells(vocabulary, left, depth + 1, known);
  }
  known.pop_back();
}

Question Compiled::ready(const Facts& facts) const noexcept {
  Question question{facts, {}, 0};
  // Bytes first, then eight of them at a time into bits: a loop over single bits costs as much as a whole match.
  std::array<std::uint8_t, max_attributes> open;
  for (std::size_t i = 0; i < max_attributes; ++i) {
    const Facts::State state = facts.states()[i];
    const bool known = static_cast<Facts::State>(state - 1) < value_counts_[i];
    question.known[i] = known ? state : Facts::unknown;
    open[i] = known ? 0 : 1;
  }
  for (std::size_t i = 0; i < max_attributes; i += 8) question.open |= pack_bit(open.data() + i, 0) << i;
  return question;
}

Engine::Engine(Vocabulary vocabulary, std::vector<Clause> clauses, Layout layout)
    : vocabulary_(std::move(vocabulary)),
      clauses_(std::move(clauses)),
      compiled_(std::make_unique<const Compiled>(vocabulary_, clauses_, layout)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

}  // namespace patio::rules
