#include <patio/rules/analysis.hpp>

#include <algorithm>
#include <map>

#include "compiled.hpp"
#include "region.hpp"

namespace patio::rules {
namespace {

/// The cubes of one gate that may still decide somewhere in a region, up to the first that holds all over it.
class Candidates {
 public:
  Candidates() = default;
  explicit Candidates(std::vector<Entry> entries) : entries_(std::move(entries)) {}

  [[nodiscard]] Candidates narrowed(const Region& region) const {
    Candidates left;
    for (const auto& entry : entries_) {
      const Meeting how = meeting(region, *entry.cube);
      if (how == Meeting::apart) continue;
      left.entries_.push_back(entry);
      left.holds_ = how == Meeting::inside;
      if (left.holds_) break;
    }
    return left;
  }

  /// The answer all over the region, if it is the same everywhere.
  [[nodiscard]] std::optional<Effect> answer() const {
    const Effect last = holds_ ? entries_.back().effect : Effect::deny;
    const bool same = std::all_of(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.effect == last; });
    return same ? std::optional(last) : std::nullopt;
  }

  /// A cube that cuts the region. Call it where there is no answer.
  [[nodiscard]] const Cube& cut() const { return *entries_.front().cube; }

  [[nodiscard]] bool same_as(const Candidates& other) const {
    return std::equal(entries_.begin(), entries_.end(), other.entries_.begin(), other.entries_.end(),
                      [](const Entry& a, const Entry& b) { return a.tier == b.tier && a.effect == b.effect && *a.cube == *b.cube; });
  }

 private:
  std::vector<Entry> entries_;
  bool holds_ = false;
};

struct Sides {
  Candidates before;
  Candidates after;

  [[nodiscard]] Sides narrowed(const Region& region) const { return {before.narrowed(region), after.narrowed(region)}; }
  [[nodiscard]] bool same() const {
    const auto one = before.answer(), other = after.answer();
    return one && other ? *one == *other : before.same_as(after);
  }
  [[nodiscard]] const Cube* cut() const {
    if (!before.answer()) return &before.cut();
    if (!after.answer()) return &after.cut();
    return nullptr;
  }
};

using Gates = std::array<Sides, 3>;

/// The cuts of a region by a cube: what is in it, then the parts outside.
std::vector<Region> cut(const Region& region, const Cube& cube) {
  std::vector<Region> parts = outside(region, cube);
  if (const auto in = within(region, cube)) parts.insert(parts.begin(), *in);
  return parts;
}

class Comparison {
 public:
  Comparison(const Engine& before, const Engine& after, std::size_t limit)
      : vocabulary_(before.vocabulary()), before_(before), after_(after), limit_(limit) {}

  Changes run() {
    for (std::size_t gate = 0; gate < gates_.size(); ++gate) {
      auto old_cubes = in_order(before_.clauses(), deciding_gates[gate]);
      auto new_cubes = in_order(after_.clauses(), deciding_gates[gate]);
      note_changed(gate, old_cubes, new_cubes);
      gates_[gate] = {Candidates(std::move(old_cubes)), Candidates(std::move(new_cubes))};
    }
    std::size_t left = changed_.size();
    for (const auto& each : changed_) {
      gate_ = each.gate;
      rule_ = each.rule;
      share_ = changes_.changes.size() + (limit_ - changes_.changes.size()) / left--;
      const Region region = region_of(*each.cube, vocabulary_);
      if (!compare(region, gates_[gate_].narrowed(region))) changes_.complete = changes_.rules[rule_].complete = false;
    }
    return std::move(changes_);
  }

 private:
  /// A cube that stands on one side only. Nothing differs outside of these.
  struct ChangedCube {
    std::size_t gate;
    const Cube* cube;
    /// Its place in Changes::rules.
    std::size_t rule;
  };

  void note_changed(std::size_t gate, const std::vector<Entry>& before, const std::vector<Entry>& after) {
    const auto key = [](const Entry& entry) {
      std::vector<std::uint64_t> words{kind_of(entry), static_cast<std::uint64_t>(entry.effect)};
      for (const auto& literal : entry.cube->literals) words.insert(words.end(), {literal.attribute, literal.admits});
      return words;
    };
    std::map<std::vector<std::uint64_t>, std::array<const Entry*, 2>> sides;
    for (const auto& entry : before) sides[key(entry)][0] = &entry;
    for (const auto& entry : after) sides[key(entry)][1] = &entry;
    for (const auto& [each, entries] : sides) {
      if (entries[0] && entries[1]) continue;
      const Entry& entry = entries[0] ? *entries[0] : *entries[1];
      changed_.push_back({gate, entry.cube, place_of(entry.rule, entries[0] != nullptr)});
    }
  }

  std::size_t place_of(std::uint32_t rule, bool gone) {
    auto& rules = changes_.rules;
    const auto known = std::find_if(rules.begin(), rules.end(), [&](const auto& each) { return each.rule == rule && each.gone == gone; });
    if (known != rules.end()) return static_cast<std::size_t>(known - rules.begin());
    rules.push_back({rule, gone, true});
    return rules.size() - 1;
  }

  /// Cuts the region until the gate has one answer on each side, and tells those parts where they differ. False if the
  /// share is used up.
  bool compare(const Region& region, const Sides& sides) {
    if (sides.same()) return true;
    if (const Cube* cube = sides.cut()) {
      for (const auto& part : cut(region, *cube))
        if (!compare(part, sides.narrowed(part))) return false;
      return true;
    }
    return tell(region, sides);
  }

  bool tell(const Region& region, const Sides& sides) {
    Gates gates;
    for (std::size_t gate = 0; gate < gates.size(); ++gate) gates[gate] = gates_[gate].narrowed(region);
    const auto witness = differing(region, gates);
    if (!witness) return true;
    Change change{deciding_gates[gate_], cube_of(region, vocabulary_), *sides.before.answer(), *sides.after.answer(), *witness,
                  decide(before_, *witness).effect, decide(after_, *witness).effect, rule_};
    const auto known = std::any_of(changes_.changes.begin(), changes_.changes.end(), [&](const Change& told) {
      return told.gate == change.gate && told.region == change.region;
    });
    if (known) return true;
    if (changes_.changes.size() == share_) return false;
    changes_.changes.push_back(std::move(change));
    return true;
  }

  /// A request of the region whose whole answer differs.
  std::optional<Facts> differing(const Region& region, const Gates& gates) const {
    if (std::all_of(gates.begin(), gates.end(), [](const Sides& each) { return each.same(); })) return std::nullopt;
    const Cube* cube = nullptr;
    for (const auto& sides : gates) {
      // Refused on both sides by one gate: the others cannot make it differ.
      if (sides.before.answer() == Effect::deny && sides.after.answer() == Effect::deny) return std::nullopt;
      if (!cube) cube = sides.cut();
    }
    if (!cube) {
      const auto whole = [&](auto side) { return combine(*side(gates[0]).answer(), *side(gates[1]).answer(), *side(gates[2]).answer()); };
      const auto one = whole([](const Sides& sides) -> const Candidates& { return sides.before; });
      const auto other = whole([](const Sides& sides) -> const Candidates& { return sides.after; });
      return one == other ? std::nullopt : std::optional(example(region, vocabulary_));
    }
    for (const auto& part : cut(region, *cube)) {
      Gates narrower;
      for (std::size_t gate = 0; gate < gates.size(); ++gate) narrower[gate] = gates[gate].narrowed(part);
      if (auto found = differing(part, narrower)) return found;
    }
    return std::nullopt;
  }

  const Vocabulary& vocabulary_;
  const Engine& before_;
  const Engine& after_;
  std::size_t limit_;
  Gates gates_;
  std::vector<ChangedCube> changed_;
  /// Of the cube at hand.
  std::size_t gate_ = 0;
  std::size_t rule_ = 0;
  std::size_t share_ = 0;
  Changes changes_;
};

}  // namespace

Changes differences(const Engine& before, const Engine& after, std::size_t limit) {
  return Comparison(before, after, limit).run();
}

}  // namespace patio::rules
