#pragma once
/// \file
/// The days that an urgency leaves.

#include <patio/orientation/need.hpp>

namespace patio {

/// The last day in time for who comes on `day`; working days are Monday to Friday without the holidays. None if there is no
/// haste.
[[nodiscard]] std::optional<Date> last_day_for(NeedUrgency urgency, Date day, const std::vector<Date>& holidays);

}  // namespace patio
