#include <patio/desk/doors.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include "columns.hpp"
#include "decider.hpp"
#include "desk_door.hpp"
#include "register.hpp"
#include "screening.hpp"

namespace patio::python {

namespace {

py::object ask_typed(const Books& books, const py::str& name, const py::object& values) {
  const std::string door = text_bytes(name);
  const AnyValue input = value_in(*shapes_of_door(door).input, values);
  const AnyValue answer = [&] {
    const py::gil_scoped_release others;
    return ask_door(books, door, input);
  }();
  return to_python(answer);
}

std::string ask_json(const Books& books, const py::str& name, const py::object& values) {
  const std::string door = text_bytes(name);
  const std::string json = json_from_python(values).dump();
  const py::gil_scoped_release others;
  return ask_door(books, door, json);
}

/// Name and text of each file.
using GivenFiles = std::vector<std::pair<std::string, std::string>>;

GivenFiles files_in(const py::list& given) {
  GivenFiles files;
  for (const auto file : given) {
    const auto parts = py::cast<py::tuple>(file);
    files.emplace_back(text_bytes(parts[0]), text_bytes(parts[1]));
  }
  return files;
}

template <class File>
std::vector<File> as(const GivenFiles& given) {
  std::vector<File> files;
  for (const auto& [name, text] : given) files.push_back({name, text});
  return files;
}

/// With no file of one kind, the French book of that kind.
Books load_books(const py::list& rules_given, const py::list& needs_given, const py::list& house_given) {
  const GivenFiles rules = files_in(rules_given);
  const GivenFiles needs = files_in(needs_given);
  const GivenFiles house = files_in(house_given);
  const py::gil_scoped_release others;
  Books books = default_books();
  if (!rules.empty())
    books.rulebook = std::make_shared<const rules::Rulebook>(load_secrecy_rulebook(as<rules::RulebookFile>(rules)).value());
  if (!needs.empty()) books.needs = std::make_shared<const NeedsBook>(load_needs_book(as<BookFile>(needs)).value());
  if (!house.empty()) books.house = completed(load_house_books(as<HouseFile>(house)).value());
  return books;
}

Books with_rules_of_place(const Books& books, const py::list& given) {
  const GivenFiles files = files_in(given);
  const py::gil_scoped_release others;
  Books localised = books;
  localised.needs = std::make_shared<const NeedsBook>(with_local_rules(*books.needs, as<BookFile>(files)).value());
  return localised;
}

std::unique_ptr<Decider> decider_of_day(const Books& books, const py::object& day, const py::object& known_as_of) {
  const auto on = from_json_value<Date>(json_from_python(day), "/day").value();
  std::optional<Date> known;
  if (!known_as_of.is_none()) known = from_json_value<Date>(json_from_python(known_as_of), "/known_as_of").value();
  return std::make_unique<Decider>([&] {
    const py::gil_scoped_release others;
    return books.rulebook->as_of(on, known);
  }());
}

/// What stands in columns: the facts with their values in the order of their numbers.
py::dict facts_of_columns(const Decider& decider) {
  py::dict facts;
  for (const auto& attribute : decider.rules()->engine.vocabulary().attributes)
    facts[py::str(attribute.name)] = to_python(attribute.values);
  return facts;
}

/// Name, kind, the classes that go in and come out, and their schemas.
py::list listed_doors() {
  py::list all;
  for (const auto& door : doors()) {
    const auto [input, output] = shapes_of_door(door.name);
    all.append(py::make_tuple(door.name, std::string(name_of(door.kind)), std::string(input->name), std::string(output->name),
                              door.input_schema, door.output_schema));
  }
  return all;
}

}  // namespace

void register_engines(py::module_& module) {
  py::class_<Books>(module, "Books");
  module.def("default_books", &default_books);
  module.def("load_books", &load_books);
  module.def("with_local_rules", &with_rules_of_place);
  module.def("doors", &listed_doors);
  module.def("ask", &ask_typed);
  module.def("ask_json", &ask_json);

  py::class_<Decider>(module, "Decider")
      .def("decide", &Decider::decide)
      .def("effect", &Decider::effect)
      .def("version", [](const Decider& decider) { return decider.rules()->version; })
      .def("facts", &facts_of_columns)
      .def("decide_columns", [](const Decider& decider, const py::object& columns, const py::object& wanted) {
        return decide_columns(*decider.rules(), columns, wanted);
      });
  module.def("decider", &decider_of_day);
  module.def("screen_columns", &screen_columns);
}

}  // namespace patio::python
