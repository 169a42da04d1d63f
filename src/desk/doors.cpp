#include <patio/desk/doors.hpp>

#include <algorithm>
#include <unordered_map>

#include <patio/desk/questions.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include "door.hpp"

namespace patio {

#define PATIO_DECLARE_ROOM(room, ...) std::vector<RoomDoor> room##_doors();
PATIO_DESK_ROOMS(PATIO_DECLARE_ROOM)
#undef PATIO_DECLARE_ROOM
#define PATIO_DECLARE_QUESTIONS(room, ...) std::vector<RoomDoor> room##_question_doors();
PATIO_QUESTION_ROOMS(PATIO_DECLARE_QUESTIONS)
#undef PATIO_DECLARE_QUESTIONS

namespace {

std::vector<RoomDoor> of_all_rooms() {
  std::vector<RoomDoor> all;
  const auto add = [&](const std::vector<RoomDoor>& more) { all.insert(all.end(), more.begin(), more.end()); };
#define PATIO_ADD_ROOM(room, ...) add(room##_doors());
  PATIO_DESK_ROOMS(PATIO_ADD_ROOM)
#undef PATIO_ADD_ROOM
#define PATIO_ADD_QUESTIONS(room, ...) add(room##_question_doors());
  PATIO_QUESTION_ROOMS(PATIO_ADD_QUESTIONS)
#undef PATIO_ADD_QUESTIONS
  std::stable_sort(all.begin(), all.end(), [](const RoomDoor& a, const RoomDoor& b) { return a.kind < b.kind; });
  return all;
}

const std::vector<RoomDoor>& all_doors() {
  static const std::vector<RoomDoor> all = of_all_rooms();
  return all;
}

const RoomDoor& door_named(std::string_view name, bool question) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, const RoomDoor*> found;
    for (const auto& door : all_doors()) found.emplace(door.name, &door);
    return found;
  }();
  const auto found = by_name.find(name);
  if (found == by_name.end() || (found->second->kind == DoorKind::question) != question)
    throw Error(ErrorCode::not_found, {"aucune commande ni question de ce nom", "there is no command or question of that name"});
  return *found->second;
}

std::vector<Door> described(const std::vector<RoomDoor>& all) {
  std::vector<Door> told;
  for (const auto& door : all) told.push_back({door.name, door.kind, door.input_schema(), door.output_schema()});
  return told;
}

}  // namespace

Books default_books() {
  static const Books books{french_rulebook(),
                           std::shared_ptr<const NeedsBook>(std::shared_ptr<void>(), &default_needs_book())};
  return books;
}

const std::vector<Door>& doors() {
  static const std::vector<Door> all = described(all_doors());
  return all;
}

std::string run_door(Desk& desk, std::string_view name, std::string_view json, const RunOptions& options) {
  return door_named(name, false).run(desk, json, options);
}

std::string ask_door(const Books& books, std::string_view name, std::string_view json) {
  return door_named(name, true).ask(books, json);
}

}  // namespace patio
