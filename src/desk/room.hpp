#pragma once
/// \file
/// The doors of one room of the desk: see doors/visit.cpp.

#include "access.hpp"
#include "door.hpp"
#include "run.hpp"

namespace patio {

template <class C>
[[nodiscard]] RoomDoor command_door() {
  RoomDoor door = described_door<C>(DoorKind::command);
  door.run = [](Desk& desk, const void* command, const RunOptions& options) {
    return any_value(desk.run(*static_cast<const C*>(command), options).value());
  };
  return door;
}

template <class Q>
[[nodiscard]] RoomDoor query_door() {
  RoomDoor door = described_door<Q>(DoorKind::query);
  door.run = [](Desk& desk, const void* query, const RunOptions&) {
    return any_value(desk.ask(*static_cast<const Q*>(query)).value());
  };
  return door;
}

}  // namespace patio

#define PATIO_DECLARE_COMMAND(Name)                                                         \
  [[nodiscard]] Issues check(const Name&, const Moment&);                                   \
  [[nodiscard]] std::vector<Access> accesses(const Name&, const Dossier&, const Moment&);   \
  [[nodiscard]] Result<Handled<Name>> handle(const Name&, const Dossier&, const Clearance&, const Moment&);
#define PATIO_DECLARE_QUERY(Name)                                                         \
  [[nodiscard]] Issues check(const Name&, const Moment&);                                 \
  [[nodiscard]] std::vector<Access> accesses(const Name&, const Dossier&, const Moment&); \
  [[nodiscard]] Result<Name::Answer> answer(const Name&, const Asked&);
#define PATIO_RUN(Name) template Result<Name::Answer> Desk::run(const Name&, const RunOptions&);
#define PATIO_ASK(Name) template Result<Name::Answer> Desk::ask(const Name&);
#define PATIO_COMMAND_DOOR(Name) command_door<Name>(),
#define PATIO_QUERY_DOOR(Name) query_door<Name>(),

/// All that a room has besides its handlers.
#define PATIO_ROOM(room, COMMANDS, QUERIES)                                \
  namespace patio {                                                        \
  COMMANDS(PATIO_DECLARE_COMMAND)                                          \
  QUERIES(PATIO_DECLARE_QUERY)                                             \
  COMMANDS(PATIO_RUN)                                                      \
  QUERIES(PATIO_ASK)                                                       \
  std::vector<RoomDoor> room##_doors() {                                   \
    return {COMMANDS(PATIO_COMMAND_DOOR) QUERIES(PATIO_QUERY_DOOR)};       \
  }                                                                        \
  }
