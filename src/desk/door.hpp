#pragma once
/// \file
/// One door as the rooms make it: how it is described, and how it is run or asked. Of the last two, one is null.

#include <patio/desk/doors.hpp>

namespace patio {

struct RoomDoor {
  std::string name;
  DoorKind kind{};
  DoorShapes shapes;
  AnyValue (*run)(Desk&, const void* input, const RunOptions&) = nullptr;
  AnyValue (*ask)(const Books&, const void* input) = nullptr;
};

template <class D>
[[nodiscard]] RoomDoor described_door(DoorKind kind) {
  return {snake_name<D>(), kind, {&shape_of<D>(), &shape_of<typename D::Answer>()}};
}

}  // namespace patio
