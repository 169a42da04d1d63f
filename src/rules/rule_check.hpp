#pragma once
/// \file
/// What must hold of each rule and among them.

#include "catalogue_check.hpp"

namespace patio::rules {

/// Adds every fault to `issues`.
void check_rules(const Subject& subject, const Catalogue& catalogue, const std::vector<Placed<Rule>>& rules,
                 std::vector<Issue>& issues);

}  // namespace patio::rules
