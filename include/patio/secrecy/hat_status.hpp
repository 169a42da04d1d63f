#pragma once
/// \file
/// What binds a professional under a hat: the strictest status that a text gives.
///
///     const HatStatus status = hat_status(*rules, {.employer = Employer::ccas, .profession = Profession::social_worker});
///     status.status;                      // SecrecyStatus::prof
///     status.determining.front().texts;   // "CASF L411-3"

#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/hat.hpp>

namespace patio {

struct HatStatus {
  /// `none` if no row is settled: what is unknown never binds anybody.
  SecrecyStatus status{};
  std::vector<DeterminingRule> determining;
  /// Rows that would give a stricter status if more were known. If there are any, the status is the least that binds.
  std::vector<UnsettledRule> unsettled;
  std::vector<CitedText> texts;
  std::string version;
  bool operator==(const HatStatus&) const = default;
};
BOOST_DESCRIBE_STRUCT(HatStatus, (), (status, determining, unsettled, texts, version))

[[nodiscard]] HatStatus hat_status(const rules::RuleSet& rules, const HatFacts& hat);

}  // namespace patio
