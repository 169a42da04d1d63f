#include <patio/desk/questions.hpp>

#include "../desk_door.hpp"

namespace patio::python {

/// Read as another struct: a Checked<Issues> could not tell a list that was read from the faults of reading it.
template <>
void Shapes::add_struct<Issues>() {
  using List = std::vector<Issue>;
  if (!types_.insert(typeid(Issues)).second) return;
  add<List>();
  Shape shape;
  shape.name = type_name<Issues>;
  shape.fields.push_back({"list", python_type<List>(), fallback_of(List{})});
  shape.make = [](const Json& json) {
    return to_python(Issues{from_json_value<UnheldDestinations>(json).value().list});  // has the same one field
  };
  shape.bind = {[](const py::object& type, const py::tuple& fields) { class_of<Issues>().bind(type, fields); }};
  shapes_.push_back(std::move(shape));
}

}  // namespace patio::python

PATIO_PYTHON_QUESTIONS(orientation, PATIO_ORIENTATION_QUESTIONS)
