#pragma once
/// \file
/// One door as the rooms make it: how it is described, and how it is run or asked. Of the last two, one is null.

#include <patio/base/json.hpp>
#include <patio/base/schema.hpp>
#include <patio/desk/doors.hpp>

namespace patio {

struct RoomDoor {
  std::string name;
  DoorKind kind{};
  std::string (*input_schema)() = nullptr;
  std::string (*output_schema)() = nullptr;
  std::string (*run)(Desk&, std::string_view json, const RunOptions&) = nullptr;
  std::string (*ask)(const Books&, std::string_view json) = nullptr;
};

template <class D>
[[nodiscard]] RoomDoor described_door(DoorKind kind) {
  return {snake_name<D>(), kind, [] { return schema_of<D>().dump(); }, [] { return schema_of<typename D::Answer>().dump(); }};
}

}  // namespace patio
