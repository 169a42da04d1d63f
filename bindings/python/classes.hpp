#pragma once
/// \file
/// Which Python class stands for which described type. The classes themselves are made in Python (libpatio/_described.py)
/// from the shapes that describe_class.hpp reads off the descriptions; here the library finds them again.

#include <pybind11/pybind11.h>

#include <patio/base/describe.hpp>
#include <vector>

namespace patio::python {

namespace py = pybind11;

/// A class of frozen objects whose fields are slots, in the order of the description. Lives as long as the interpreter.
class BoundClass {
 public:
  /// `fields`: their names as Python texts.
  void bind(py::object type, const py::tuple& fields);
  /// A new object, its fields still to be set.
  [[nodiscard]] py::object make() const;
  /// Goes around the class's own refusal to be changed.
  void set(py::handle object, std::size_t place, py::handle value) const;

 private:
  py::handle type_;
  std::vector<py::handle> fields_;
};

/// An enum with its members in the order of the description. Lives as long as the interpreter.
class BoundEnum {
 public:
  void bind(const py::tuple& members);
  [[nodiscard]] py::object member(std::size_t place) const;

 private:
  std::vector<py::handle> members_;
};

template <class T>
[[nodiscard]] BoundClass& class_of() {
  static BoundClass bound;
  return bound;
}

template <class E>
[[nodiscard]] BoundEnum& enum_of() {
  static BoundEnum bound;
  return bound;
}

template <DescribedEnum E>
[[nodiscard]] constexpr std::size_t place_in_description(E value) {
  std::size_t place = 0;
  for (const auto& each : enumerators<E>()) {
    if (each.value == value) break;
    ++place;
  }
  return place;
}

/// The base of all such classes, and the dict that nobody changes.
void bind_bases(py::object described, py::object frozen_dict);
[[nodiscard]] bool is_described(py::handle value);
[[nodiscard]] py::object frozen_dict(const py::dict& entries);

}  // namespace patio::python
