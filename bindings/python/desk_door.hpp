#pragma once
/// \file
/// The doors of the desk and of the engines, as Python calls them: whatever a door takes and gives is read and shown by its
/// shape, so that a new door needs no word here.

#include <patio/desk/doors.hpp>

#include "../one_at_a_time.hpp"
#include "casters.hpp"

namespace patio::python {

struct OpenCentre {
  Centre centre;
  OneAtATime turn;
};

struct OpenDesk {
  std::shared_ptr<OpenCentre> open;
  Desk desk;
};

/// Waiting and working leave Python to the other threads; what the work calls back takes it again.
template <class Work>
auto at_turn(OpenCentre& open, Work&& work) {
  const py::gil_scoped_release others;
  return open.turn.run(std::forward<Work>(work));
}

/// What a caller gives, as the door takes it; throws InvalidInput with every issue.
[[nodiscard]] inline AnyValue value_in(const Shape& shape, const py::object& values) {
  return from_json_value(shape, json_from_python(values)).value();
}

}  // namespace patio::python
