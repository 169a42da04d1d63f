#include <patio/base/schema.hpp>

#include "casters.hpp"
#include "register.hpp"
#include "shapes.hpp"

namespace patio::python {
namespace {

py::tuple fields_of(const DescribedClass& described) {
  py::list fields;
  for (const auto& field : described.fields)
    fields.append(py::make_tuple(field.name, field.type.gives, field.type.accepts, field.fallback.has_value(),
                                 field.fallback ? json_to_python(*field.fallback) : py::none()));
  return py::tuple(fields);
}

const Shape& shape_at(std::size_t place) { return *described_classes().at(place).shapes.front(); }

/// Reads and checks; throws InvalidInput with every issue.
py::object made(std::size_t place, const Json& json) { return to_python(from_json_value(shape_at(place), json).value()); }

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
    for (const auto& each : described_classes()) all.append(py::make_tuple(each.name, fields_of(each), to_python(each.values)));
    return all;
  });
  module.def("bind_bases", &bind_bases);
  module.def("bind", [](std::size_t place, const py::object& type, const py::tuple& parts) {
    for (const Shape* shape : described_classes().at(place).shapes) bind_class(*shape, type, parts);
  });
  module.def("make", [](std::size_t place, const py::object& values) { return made(place, json_from_python(values)); });
  module.def("from_json", [](std::size_t place, const py::object& text) { return made(place, parse_json(text_of(text)).value()); });
  module.def("to_json", [](const py::object& value) { return json_from_python(value).dump(); });
  module.def("json_schema", [](std::size_t place) { return schema_of(shape_at(place)).dump(); });
}

}  // namespace patio::python
