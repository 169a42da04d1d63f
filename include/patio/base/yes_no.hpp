#pragma once
/// \file
/// A flag of a fact vocabulary. Kept in an optional, it has a third value: not known.

#include <patio/base/describe.hpp>

namespace patio {

enum class YesNo { no, yes };
BOOST_DESCRIBE_ENUM(YesNo, no, yes)

}  // namespace patio
