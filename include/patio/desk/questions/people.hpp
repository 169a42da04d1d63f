#pragma once
/// \file
/// What may be asked about people at hand.

#include <patio/people/capacity.hpp>

namespace patio {

/// Who may consent, sign, be informed, must assist, or may not, for that act on that day?
struct CapacityOf {
  using Answer = Capacity;
  CapacityRequest request;
  bool operator==(const CapacityOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(CapacityOf, (), (request))

}  // namespace patio
