#include <patio/desk/doors.hpp>

#include <algorithm>
#include <unordered_map>

#include <patio/base/schema.hpp>
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

[[noreturn]] void no_such_door() {
  throw Error(ErrorCode::not_found, {"aucune commande ni question de ce nom", "there is no command or question of that name"});
}

const std::vector<RoomDoor>& all_doors() {
  static const std::vector<RoomDoor> all = of_all_rooms();
  return all;
}

const RoomDoor& door_named(std::string_view name) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, const RoomDoor*> found;
    for (const auto& door : all_doors()) found.emplace(door.name, &door);
    return found;
  }();
  const auto found = by_name.find(name);
  if (found == by_name.end()) no_such_door();
  return *found->second;
}

/// One that goes to a desk, or one that goes to the engines.
const RoomDoor& door_named(std::string_view name, bool question) {
  const RoomDoor& door = door_named(name);
  if ((door.kind == DoorKind::question) != question) no_such_door();
  return door;
}

const void* checked(const RoomDoor& door, const AnyValue& input) {
  if (input.value && input.shape == door.shapes.input) return input.value.get();
  throw Error(ErrorCode::misuse, {"cette valeur n'est pas de celles que la porte prend", "this value is not what the door takes"});
}

AnyValue read(const RoomDoor& door, std::string_view json) {
  AnyValue input = any_value(*door.shapes.input);
  auto issues = detail::read_json(json, input.value.get(), *input.shape);
  if (!issues.list.empty()) throw InvalidInput(std::move(issues));
  return input;
}

std::string written(const AnyValue& answer) { return detail::write_json(answer.value.get(), *answer.shape); }

std::vector<Door> described(const std::vector<RoomDoor>& all) {
  std::vector<Door> told;
  for (const auto& door : all)
    told.push_back({door.name, door.kind, schema_of(*door.shapes.input).dump(), schema_of(*door.shapes.output).dump()});
  return told;
}

}  // namespace

Books default_books() {
  static const Books books{french_rulebook(),
                           std::shared_ptr<const NeedsBook>(std::shared_ptr<void>(), &default_needs_book()),
                           completed({})};
  return books;
}

const std::vector<Door>& doors() {
  static const std::vector<Door> all = described(all_doors());
  return all;
}

DoorShapes shapes_of_door(std::string_view name) { return door_named(name).shapes; }

AnyValue run_door(Desk& desk, std::string_view name, const AnyValue& input, const RunOptions& options) {
  const RoomDoor& door = door_named(name, false);
  return door.run(desk, checked(door, input), options);
}

AnyValue ask_door(const Books& books, std::string_view name, const AnyValue& input) {
  const RoomDoor& door = door_named(name, true);
  return door.ask(books, checked(door, input));
}

std::string run_door(Desk& desk, std::string_view name, std::string_view json, const RunOptions& options) {
  const RoomDoor& door = door_named(name, false);
  return written(door.run(desk, read(door, json).value.get(), options));
}

std::string ask_door(const Books& books, std::string_view name, std::string_view json) {
  const RoomDoor& door = door_named(name, true);
  return written(door.ask(books, read(door, json).value.get()));
}

}  // namespace patio
