#pragma once
/// \file
/// Which service of the centre stands for a destination, whether it receives, when next, and how well that suits the person.

#include <patio/orientation/candidate.hpp>

namespace patio {

/// No one can be received there now.
[[nodiscard]] bool is_closed(Openness openness);

/// What to tell besides, for whatever is not simply open. Nothing if it is.
[[nodiscard]] std::optional<Text> openness_text(Openness openness);

/// The town's own services, and the operators through the desk that stands in for them: met without an appointment. A partner
/// without a permanence has said no days.
[[nodiscard]] bool is_at_desk(const CentrePlan& plan, const Service& service);

/// Fills in the service, the openness, the next permanence, the ways in which people are received and the rank. Of several
/// services the best by rank is taken, then the first by its code. `last_day`: the last one in time; absent if there is no haste.
void place(Candidate& candidate, const Destination& destination, const DestinationRule& rule, const CentrePlan& plan,
           const OrientationRequest& request, std::optional<Date> last_day);

}  // namespace patio
