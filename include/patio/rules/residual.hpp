#pragma once
/// \file
/// What remains of the rules once some facts are known: for list visibility, where the rest of the facts lie in the columns
/// of a table.
///
/// For a row whose columns are all known, a gate lets pass if in some tier a lifting cube holds and no blocking cube of that
/// tier or of an earlier one does. As SQL: for each tier, (lifting) AND NOT (blocking so far), joined by OR; each cube is an
/// AND of `column IN (...)`. A column that may be NULL is unknown: a lifting cube then fails and a blocking cube holds.

#include <vector>

#include <patio/rules/verdict.hpp>

namespace patio::rules {

/// A cube that may still hold, with what is not settled of it. Without open literals it holds.
struct ResidualCube {
  std::uint32_t rule = 0;
  Tier tier{};
  Effect effect{};
  std::vector<Literal> open;
  bool operator==(const ResidualCube&) const = default;
};

/// In the order in which they decide. What stands behind a settled cube's tier and side is left out: it never decides.
struct GateResidual {
  Gate gate{};
  std::vector<ResidualCube> cubes;
  bool operator==(const GateResidual&) const = default;
};

/// One for each deciding gate, in their order.
[[nodiscard]] std::vector<GateResidual> residual(const Engine& engine, const Facts& facts);

}  // namespace patio::rules
