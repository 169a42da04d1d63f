#pragma once
/// \file
/// Rules compiled for speed: one bitmap over cubes for each value of each attribute. A match is the AND of the bitmaps of
/// the facts at hand, 64 cubes a word. Cubes stand in the order in which they decide, so the first that remains is the
/// answer of its gate and the walk stops there.
///
///     const Engine engine(vocabulary_of<Request>(), clauses);
///     const Verdict verdict = decide(engine, facts_of(request));            // see verdict.hpp
///
/// Immutable once built: any number of threads may ask it. With many rules, the most selective facts leave few cubes, and
/// only those are looked at.

#include <cstdint>
#include <memory>
#include <vector>

#include <patio/rules/cube.hpp>
#include <patio/rules/effect.hpp>

namespace patio::rules {

/// A rule as the engine sees it. It holds when one of its cubes holds.
struct Clause {
  Gate gate = Gate::secrecy;
  Tier tier = Tier::fallback;
  Effect effect = Effect::deny;
  std::vector<Cube> when;
  /// What has to be done: bit i is the obligation number i of the catalogue.
  std::uint64_t obligations = 0;
  /// Those of them without which a permission falls.
  std::uint64_t mandatory = 0;
  bool operator==(const Clause&) const = default;
};

class Compiled;

class Engine {
 public:
  /// Clauses of the gate `status` decide nothing and are passed over. So are cubes of lifting rules that name nothing:
  /// they would open every door.
  Engine(Vocabulary vocabulary, std::vector<Clause> clauses);
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  [[nodiscard]] const Vocabulary& vocabulary() const noexcept { return vocabulary_; }
  /// As given. Their places are the numbers that verdicts hold.
  [[nodiscard]] const std::vector<Clause>& clauses() const noexcept { return clauses_; }

  /// For the sources of this room.
  [[nodiscard]] const Compiled& compiled() const noexcept { return *compiled_; }

 private:
  Vocabulary vocabulary_;
  std::vector<Clause> clauses_;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace patio::rules
