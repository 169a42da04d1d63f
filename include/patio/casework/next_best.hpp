#pragma once
/// \file
/// What to propose when a service says no or says nothing: the next candidates of the orientation, without those that
/// were asked already. There is always a next step, if only to see the person again.
///
///     NextBest next = next_best(orient(book, plan, request), {declined.service});

#include <patio/casework/referral.hpp>
#include <patio/orientation/orientation.hpp>

namespace patio {

struct NextBest {
  /// Best first: those who handle the need, then those who help, then those that a missing fact keeps open; of each, who
  /// receives now before who has a waiting list or is elsewhere.
  std::vector<Candidate> candidates;
  /// Nobody is left to ask: the sender sees the person again, and the need stays open.
  bool see_person_again = false;
  bool operator==(const NextBest&) const = default;
};
BOOST_DESCRIBE_STRUCT(NextBest, (), (candidates, see_person_again))

[[nodiscard]] NextBest next_best(const Orientation& orientation, const std::vector<ServiceCode>& asked);

/// The services that this need was referred to, in any state but a draft: this referral's and those of its need.
[[nodiscard]] std::vector<ServiceCode> services_asked(const std::vector<Referral>& referrals, const NeedId& need);

}  // namespace patio
