#pragma once
/// \file
/// The facts of a vocabulary as Python names them.

#include <pybind11/pybind11.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <patio/base/shape.hpp>
#include <patio/rules/facts.hpp>

namespace patio::python {

namespace py = pybind11;

/// Numbers the names of attributes and values. Python keeps one object for each name that stands in a program's text, so a name
/// is known by the address of its object; any other object of the same text is looked up by its text. Immutable.
class FactNames {
 public:
  explicit FactNames(const rules::Vocabulary& vocabulary);
  /// The members of an enum are known by their addresses too.
  void know_members(const Shape& choice);

  [[nodiscard]] std::optional<std::size_t> attribute(py::handle name) const;
  /// Numbered from 1; 0 is unknown: None or nan. Nothing if it is no value of the attribute.
  [[nodiscard]] std::optional<rules::Facts::State> value(std::size_t attribute, py::handle value) const;

 private:
  using Number = std::uint16_t;
  struct Known {
    PyObject* object = nullptr;
    Number number = 0;
  };

  Number number_for(const std::string& text);
  void know(py::object object, Number number);
  [[nodiscard]] std::optional<Number> number_of(py::handle name) const;

  std::unordered_map<std::string, Number> numbers_;
  /// By address, the next free place if it is taken; at most half full.
  std::vector<Known> known_;
  /// As long as they live their addresses are their own.
  std::vector<py::object> kept_;
  /// By the number of its name: the place of an attribute plus one.
  std::vector<std::uint8_t> attributes_;
  /// By attribute, then by the number of the value's name.
  std::vector<std::vector<rules::Facts::State>> values_;
};

}  // namespace patio::python
