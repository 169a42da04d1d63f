#pragma once
/// \file
/// The doors of the desk and of the engines, as Python calls them. Each room has its own file in rooms/ or questions/: one
/// compiler run that holds the classes of the room and what they do.

#include <patio/desk/doors.hpp>

#include "../one_at_a_time.hpp"
#include "casters.hpp"
#include "describe_class.hpp"

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

/// A command or a query: its door, the classes that it takes and gives, and how to run it.
struct DeskDoor {
  std::string name;
  std::string kind;
  std::string takes;
  std::string gives;
  py::object (*run)(OpenDesk& at, const py::object& values, const RunOptions& options);
};

/// An engine question: its door, the classes that it takes and gives, and how to ask it.
struct QuestionDoor {
  std::string name;
  std::string takes;
  std::string gives;
  py::object (*ask)(const Books& books, const py::object& values);
};

template <class C>
[[nodiscard]] DeskDoor command_door() {
  return {snake_name<C>(), "command", std::string(type_name<C>), std::string(type_name<typename C::Answer>),
          [](OpenDesk& at, const py::object& values, const RunOptions& options) {
            const auto command = from_json_value<C>(json_from_python(values)).value();
            return to_python(at_turn(*at.open, [&] { return at.desk.run(command, options).value(); }));
          }};
}

template <class Q>
[[nodiscard]] DeskDoor query_door() {
  return {snake_name<Q>(), "query", std::string(type_name<Q>), std::string(type_name<typename Q::Answer>),
          [](OpenDesk& at, const py::object& values, const RunOptions&) {
            const auto query = from_json_value<Q>(json_from_python(values)).value();
            return to_python(at_turn(*at.open, [&] { return at.desk.ask(query).value(); }));
          }};
}

template <class Q>
[[nodiscard]] QuestionDoor question_door() {
  return {snake_name<Q>(), std::string(type_name<Q>), std::string(type_name<typename Q::Answer>),
          [](const Books& books, const py::object& values) {
            const std::string json = json_from_python(values).dump();
            const auto answer = [&] {
              const py::gil_scoped_release others;
              return from_json<typename Q::Answer>(ask_door(books, snake_name<Q>(), json)).value();
            }();
            return to_python(answer);
          }};
}

/// A door: what goes in and what comes out.
template <class D>
void add_shapes(Shapes& shapes) {
  shapes.add<D>();
  shapes.add<typename D::Answer>();
}

}  // namespace patio::python

#define PATIO_SHAPES_OF(Name) add_shapes<Name>(shapes);
#define PATIO_COMMAND_OF(Name) command_door<Name>(),
#define PATIO_QUERY_OF(Name) query_door<Name>(),
#define PATIO_QUESTION_OF(Name) question_door<Name>(),

#define PATIO_PYTHON_ROOM(room, COMMANDS, QUERIES)                                                             \
  namespace patio::python {                                                                                    \
  void add_##room##_shapes(Shapes& shapes) { COMMANDS(PATIO_SHAPES_OF) QUERIES(PATIO_SHAPES_OF) }              \
  std::vector<DeskDoor> room##_doors() { return {COMMANDS(PATIO_COMMAND_OF) QUERIES(PATIO_QUERY_OF)}; }        \
  }

#define PATIO_PYTHON_QUESTIONS(room, QUESTIONS)                                              \
  namespace patio::python {                                                                  \
  void add_##room##_question_shapes(Shapes& shapes) { QUESTIONS(PATIO_SHAPES_OF) }           \
  std::vector<QuestionDoor> room##_question_doors() { return {QUESTIONS(PATIO_QUESTION_OF)}; } \
  }
