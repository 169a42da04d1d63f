#pragma once
/// \file
/// The shapes of all types of described_types.hpp, in the order of that list; compiled once for all who ask.

#include <patio/base/shape_of.hpp>

namespace described {

[[nodiscard]] const std::vector<const patio::Shape*>& shapes();

}  // namespace described
