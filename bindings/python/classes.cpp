#include "classes.hpp"

#include <structmember.h>

#include <unordered_map>

namespace patio::python {
namespace {

py::handle described_base;
py::handle frozen_dict_type;
std::unordered_map<const Shape*, BoundClass> bound_classes;

}  // namespace

// Nothing here is ever released: the classes outlive every value, and releasing them after the interpreter has ended crashes.
BoundClass::BoundClass(py::object type, const py::tuple& parts) : type_(type.release()) {
  for (const auto part : parts) {
    if (!py::isinstance<py::str>(part) || py::isinstance(part, type_)) {
      members_.push_back(part.inc_ref());
      continue;
    }
    const py::object slot = type_.attr(py::reinterpret_borrow<py::object>(part));
    if (Py_TYPE(slot.ptr()) != &PyMemberDescr_Type) throw py::type_error("a field of a described class must be a slot");
    slots_.push_back(reinterpret_cast<PyMemberDescrObject*>(slot.ptr())->d_member->offset);
  }
}

py::object BoundClass::make() const {
  auto* type = reinterpret_cast<PyTypeObject*>(type_.ptr());
  PyObject* made = type->tp_alloc(type, 0);
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}

void BoundClass::set(py::handle object, std::size_t place, py::object value) const {
  *reinterpret_cast<PyObject**>(reinterpret_cast<char*>(object.ptr()) + slots_[place]) = value.release().ptr();
}

py::handle BoundClass::get(py::handle object, std::size_t place) const {
  return *reinterpret_cast<PyObject**>(reinterpret_cast<char*>(object.ptr()) + slots_[place]);
}

bool BoundClass::is_of(py::handle object) const { return py::handle(reinterpret_cast<PyObject*>(Py_TYPE(object.ptr()))).is(type_); }

void bind_class(const Shape& shape, const py::object& type, const py::tuple& parts) {
  bound_classes.insert_or_assign(&shape, BoundClass(type, parts));
}

const BoundClass& class_of(const Shape& shape) {
  const auto found = bound_classes.find(&shape);
  if (found == bound_classes.end()) throw py::type_error("libpatio is not fully imported");
  return found->second;
}

py::object member_of(const Shape& shape, std::size_t place) {
  const auto& members = class_of(shape).members();
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
