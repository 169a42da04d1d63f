#include "classes.hpp"

namespace patio::python {
namespace {

py::handle described_base;
py::handle frozen_dict_type;

}  // namespace

// Nothing here is ever released: the classes outlive every value, and releasing them after the interpreter has ended crashes.
void BoundClass::bind(py::object type, const py::tuple& fields) {
  type_ = type.release();
  for (const auto field : fields) fields_.push_back(field.inc_ref());
}

py::object BoundClass::make() const {
  if (!type_) throw py::type_error("libpatio is not fully imported");
  auto* type = reinterpret_cast<PyTypeObject*>(type_.ptr());
  return py::reinterpret_steal<py::object>(type->tp_alloc(type, 0));
}

void BoundClass::set(py::handle object, std::size_t place, py::handle value) const {
  if (PyObject_GenericSetAttr(object.ptr(), fields_[place].ptr(), value.ptr()) != 0) throw py::error_already_set();
}

void BoundEnum::bind(const py::tuple& members) {
  for (const auto member : members) members_.push_back(member.inc_ref());
}

py::object BoundEnum::member(std::size_t place) const {
  if (place >= members_.size()) throw py::value_error("a value that its enumeration does not have");
  return py::reinterpret_borrow<py::object>(members_[place]);
}

void bind_bases(py::object described, py::object frozen_dict) {
  described_base = described.release();
  frozen_dict_type = frozen_dict.release();
}

bool is_described(py::handle value) { return described_base && py::isinstance(value, described_base); }

py::object frozen_dict(const py::dict& entries) { return frozen_dict_type(entries); }

}  // namespace patio::python
