#pragma once
/// \file
/// The answer of the engine in numbers: what a hot loop needs, in a fixed size and without any allocation.
///
///     const Verdict verdict = decide(engine, facts);
///     if (flows(verdict.effect)) for (const auto rule : verdict.determining) note(engine.clauses()[rule]);

#include <array>
#include <cstdint>
#include <vector>

#include <patio/rules/engine.hpp>

namespace patio::rules {

/// The first rules of a list, by their numbers.
class RuleList {
 public:
  static constexpr std::size_t capacity = 16;

  void push(std::uint32_t rule) noexcept { push_if(true, rule); }
  /// Without a branch, for what a processor cannot guess.
  void push_if(bool wanted, std::uint32_t rule) noexcept {
    rules_[size()] = rule;
    total_ += wanted ? 1 : 0;
  }
  /// Forgets what was pushed after the first `count`.
  void shorten(std::size_t count) noexcept { total_ = static_cast<std::uint32_t>(count); }

  [[nodiscard]] const std::uint32_t* begin() const noexcept { return rules_.data(); }
  [[nodiscard]] const std::uint32_t* end() const noexcept { return rules_.data() + size(); }
  [[nodiscard]] std::size_t size() const noexcept { return total_ < capacity ? total_ : capacity; }
  /// How many there are; `examine` gives those that found no room here.
  [[nodiscard]] std::size_t total() const noexcept { return total_; }

 private:
  std::uint32_t total_ = 0;
  // One more, for what finds no room.
  std::array<std::uint32_t, capacity + 1> rules_;
};

struct Verdict {
  Effect effect = Effect::deny;
  /// In the order of `deciding_gates`.
  std::array<Effect, 3> gates{Effect::deny, Effect::deny, Effect::deny};
  /// The settled rules of the deciding tier, gate by gate.
  RuleList determining;
  /// The rules that could change the answer if more were known, gate by gate.
  RuleList unsettled;
  /// What the determining rules ask: their union. A refusal has only what the refusing gates ask.
  std::uint64_t obligations = 0;
  std::uint64_t mandatory = 0;
};

/// The answer to one request.
[[nodiscard]] Verdict decide(const Engine& engine, const Facts& facts) noexcept;

/// What one gate found, complete.
struct GateFindings {
  Gate gate = Gate::secrecy;
  Effect effect = Effect::deny;
  std::vector<std::uint32_t> determining;
  std::vector<std::uint32_t> unsettled;
  bool operator==(const GateFindings&) const = default;
};

struct Findings {
  Effect effect = Effect::deny;
  std::vector<GateFindings> gates;
  std::uint64_t obligations = 0;
  std::uint64_t mandatory = 0;
  bool operator==(const Findings&) const = default;
};

/// The same answer with every rule that made it or could change it.
[[nodiscard]] Findings examine(const Engine& engine, const Facts& facts);

/// The determining rules that ask for that obligation, gate by gate; after a refusal, only those of the gates that refuse.
[[nodiscard]] std::vector<std::uint32_t> rules_asking(const Engine& engine, const Findings& found, std::size_t obligation);

/// The same answer by reading each rule in turn, as the law is written. Slow and plain: the oracle of the fast path.
[[nodiscard]] Findings examine_by_scan(const Engine& engine, const Facts& facts);

}  // namespace patio::rules
