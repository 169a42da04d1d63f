#include "classes.hpp"

#include <unordered_map>

namespace patio::python {
namespace {

py::handle described_base;
py::handle frozen_dict_type;
std::unordered_map<const Shape*, BoundClass> bound_classes;

}  // namespace

// Nothing here is ever released: the classes outlive every value, and releasing them after the interpreter has ended crashes.
void bind_class(const Shape& shape, const py::object& type, const py::tuple& parts) {
  BoundClass& bound = bound_classes[&shape];
  bound.type_ = type.inc_ref();
  for (const auto part : parts) bound.parts_.push_back(part.inc_ref());
}

const BoundClass& class_of(const Shape& shape) {
  const auto found = bound_classes.find(&shape);
  if (found == bound_classes.end()) throw py::type_error("libpatio is not fully imported");
  return found->second;
}

py::object BoundClass::make() const {
  auto* type = reinterpret_cast<PyTypeObject*>(type_.ptr());
  return py::reinterpret_steal<py::object>(type->tp_alloc(type, 0));
}

void BoundClass::set(py::handle object, std::size_t place, py::handle value) const {
  if (PyObject_GenericSetAttr(object.ptr(), parts_[place].ptr(), value.ptr()) != 0) throw py::error_already_set();
}

py::object member_of(const Shape& shape, std::size_t place) {
  const auto& members = class_of(shape).parts_;
  if (place >= members.size()) throw py::value_error("a value that its enumeration does not have");
  return py::reinterpret_borrow<py::object>(members[place]);
}

void bind_bases(py::object described, py::object frozen_dict) {
  described_base = described.release();
  frozen_dict_type = frozen_dict.release();
}

bool is_described(py::handle value) { return described_base && py::isinstance(value, described_base); }

py::object frozen_dict(const py::dict& entries) { return frozen_dict_type(entries); }

}  // namespace patio::python
