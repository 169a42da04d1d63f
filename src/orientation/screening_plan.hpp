#pragma once
/// \file
/// The primary destinations of needs made ready for columns: 256 rows of all needs at a time.

#include <patio/orientation/screening.hpp>

#include "../rules/condition_columns.hpp"
#include "standing_rules.hpp"

namespace patio {

/// The primary rules of one need, as they stand where the population lives.
using Primaries = std::vector<StandingRule>;

class ScreeningPlan {
 public:
  explicit ScreeningPlan(const std::vector<Primaries>& needs);

  /// For one need, on which rows of the batch each answer stands.
  struct Answers {
    /// By number of a destination, from 1; `rows[0]` is nobody.
    std::vector<rules::Words> rows;
    rules::Words fact_missing;
  };
  [[nodiscard]] const rules::LiteralPlan& literals() const noexcept { return conditions_.literals(); }
  void answer(std::size_t need, const rules::LiteralBatch& batch, Answers& answers) const;

 private:
  struct Rule {
    /// Places of its conditions; none means that it always holds, or never is excepted.
    std::optional<std::size_t> when;
    std::optional<std::size_t> unless;
    std::size_t destination;
    /// False if it depends on where each of them lives.
    bool certain = true;
  };
  struct Part {
    std::size_t first;
    std::size_t last;
    std::size_t destinations;
  };

  std::vector<Rule> rules_;
  std::vector<Part> needs_;
  rules::ConditionPlan conditions_;

  static std::vector<std::vector<rules::Cube>> conditions_of(const std::vector<Primaries>& needs);
};

/// Those of a standing need that hold somewhere near.
[[nodiscard]] Primaries primaries_of(const StandingRules& standing);

/// Their destinations, each once, in the order of the book.
[[nodiscard]] std::vector<DestinationCode> destinations_of(const Primaries& primaries);

}  // namespace patio
