#pragma once
/// \file
/// The queries: one pure function each, from what was loaded to the answer.

#include "access.hpp"

namespace patio {

/// What the asking professional did over some days.
struct Activity {
  std::vector<Encounter> encounters;
  std::uint64_t requests = 0;
  std::uint64_t referrals = 0;
};

struct Asked {
  const Dossier& dossier;
  const Activity& activity;
  const Moment& moment;
  const rules::RuleSet& rules;
};

#define PATIO_ANSWER(Name)                                                                \
  [[nodiscard]] Issues check(const Name&, const Moment&);                                 \
  [[nodiscard]] std::vector<Access> accesses(const Name&, const Dossier&, const Moment&); \
  [[nodiscard]] Name::Answer answer(const Name&, const Asked&);
PATIO_QUERIES(PATIO_ANSWER)
#undef PATIO_ANSWER

}  // namespace patio
