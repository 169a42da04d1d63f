#include <patio/base/schema.hpp>
#include <patio/desk/doors.hpp>
#include <patio/desk/questions.hpp>

#include "describe_class.hpp"
#include "register.hpp"

namespace patio::python {

#define PATIO_DECLARE(room, ...) void add_##room##_shapes(Shapes& shapes);
PATIO_DESK_ROOMS(PATIO_DECLARE)
#undef PATIO_DECLARE
#define PATIO_DECLARE(room, ...) void add_##room##_question_shapes(Shapes& shapes);
PATIO_QUESTION_ROOMS(PATIO_DECLARE)
#undef PATIO_DECLARE

namespace {

/// What no door holds.
using Others = boost::mp11::mp_list<Issue, ErrorCode, AuditRoot, AuditReport, PendingEffect, TickReport>;

Shapes described_types() {
  Shapes shapes;
#define PATIO_ADD(room, ...) add_##room##_shapes(shapes);
  PATIO_DESK_ROOMS(PATIO_ADD)
#undef PATIO_ADD
#define PATIO_ADD(room, ...) add_##room##_question_shapes(shapes);
  PATIO_QUESTION_ROOMS(PATIO_ADD)
#undef PATIO_ADD
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Others>>(
      [&]<class T>(boost::mp11::mp_identity<T>) { shapes.add<T>(); });
  return shapes;
}

const std::vector<Shape>& shapes() {
  static const Shapes all = described_types();
  return all.all();
}

py::list other_schemas() {
  py::list schemas;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Others>>(
      [&]<class T>(boost::mp11::mp_identity<T>) { schemas.append(schema_of<T>().dump()); });
  return schemas;
}

py::tuple fields_of(const Shape& shape) {
  py::list fields;
  for (const auto& field : shape.fields)
    fields.append(py::make_tuple(field.name, field.type.gives, field.type.accepts, field.fallback.has_value(),
                                 field.fallback ? json_to_python(*field.fallback) : py::none()));
  return py::tuple(fields);
}

/// A text that the caller got from somewhere; its bytes are checked by the reader.
std::string text_of(py::handle text) {
  if (PyBytes_Check(text.ptr())) return py::bytes(py::reinterpret_borrow<py::object>(text));
  if (!py::isinstance<py::str>(text)) throw py::type_error("expected a JSON text");
  return text_bytes(text);
}

}  // namespace

void register_model(py::module_& module) {
  module.def("shapes", [] {
    py::list all;
    for (const auto& shape : shapes()) all.append(py::make_tuple(shape.name, fields_of(shape), to_python(shape.values)));
    return all;
  });
  module.def("bind_bases", &bind_bases);
  module.def("bind", [](std::size_t shape, const py::object& type, const py::tuple& parts) {
    for (const auto& bind : shapes().at(shape).bind) bind(type, parts);
  });
  module.def("make", [](std::size_t shape, const py::object& values) { return shapes().at(shape).make(json_from_python(values)); });
  module.def("from_json", [](std::size_t shape, const py::object& text) {
    return shapes().at(shape).make(parse_json(text_of(text)).value());
  });
  module.def("to_json", [](const py::object& value) { return json_from_python(value).dump(); });
  // Those of all other classes stand in the schemas of the doors.
  module.def("other_schemas", &other_schemas);
}

}  // namespace patio::python
