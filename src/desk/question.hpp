#pragma once
/// \file
/// The doors of the questions of one room: see questions/schedule.cpp.

#include "door.hpp"

namespace patio {

template <class Q>
[[nodiscard]] RoomDoor question_door() {
  RoomDoor door = described_door<Q>(DoorKind::question);
  door.ask = [](const Books& books, const void* question) { return any_value(reply(*static_cast<const Q*>(question), books)); };
  return door;
}

}  // namespace patio

#define PATIO_QUESTION_DOOR(Name) question_door<Name>(),

#define PATIO_QUESTION_ROOM(room, QUESTIONS)      \
  namespace patio {                               \
  std::vector<RoomDoor> room##_question_doors() { \
    return {QUESTIONS(PATIO_QUESTION_DOOR)};      \
  }                                               \
  }
