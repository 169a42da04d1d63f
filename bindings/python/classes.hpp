#pragma once
/// \file
/// Which Python class stands for which shape. The classes themselves are made in Python (libpatio/_described.py) from what
/// shapes.hpp tells; here the library finds them again. They live as long as the interpreter.

#include <pybind11/pybind11.h>

#include <patio/base/shape.hpp>

#include <vector>

namespace patio::python {

namespace py = pybind11;

/// A class of frozen objects whose fields are slots, in the order of the description; or an enum.
class BoundClass {
 public:
  BoundClass(py::object type, const py::tuple& parts);
  /// A new object, its fields still to be set.
  [[nodiscard]] py::object make() const;
  /// Sets a field of a new object, once: goes around the class's own refusal to be changed.
  void set(py::handle object, std::size_t place, py::object value) const;
  /// A field of an object of this very class; null if it was never set.
  [[nodiscard]] py::handle get(py::handle object, std::size_t place) const;
  [[nodiscard]] bool is_of(py::handle object) const;
  /// Of an enum, in the order of the description.
  [[nodiscard]] const std::vector<py::handle>& members() const { return members_; }

 private:
  py::handle type_;
  /// Where the fields lie in an object, in bytes.
  std::vector<Py_ssize_t> slots_;
  std::vector<py::handle> members_;
};

/// `parts`: the names of its fields, or the members of the enum in the order of the description.
void bind_class(const Shape& shape, const py::object& type, const py::tuple& parts);
/// TypeError if the class is not there yet.
[[nodiscard]] const BoundClass& class_of(const Shape& shape);
/// The member of an enum at a place of its description; ValueError if it has none there.
[[nodiscard]] py::object member_of(const Shape& shape, std::size_t place);

/// The base of all such classes, and the dict that nobody changes.
void bind_bases(py::object described, py::object frozen_dict);
[[nodiscard]] bool is_described(py::handle value);
[[nodiscard]] py::object frozen_dict(const py::dict& entries);

}  // namespace patio::python
