#pragma once
/// \file
/// Which service of the centre stands for a destination, whether it receives, and when next.

#include <patio/orientation/orientation.hpp>

namespace patio {

/// No one can be received there now.
[[nodiscard]] bool is_closed(Openness openness);

/// What to tell besides, for whatever is not simply open. Nothing if it is.
[[nodiscard]] std::optional<Text> openness_text(Openness openness);

/// Fills in the service, the openness and the next permanence. Of several services the open one is taken, then the one
/// that receives first, then the first by its code.
void place(Candidate& candidate, const Destination& destination, const CentrePlan& plan, const OrientationRequest& request);

}  // namespace patio
