#pragma once
/// \file
/// Values between Python and the library. What Python gives goes through JSON, so that it is read by the one reader of the
/// library and faults have the same paths and codes in every language. What Python receives is made from the description.
///
///     const Json json = json_from_python(values);        // dict, list, tuple, str, int, bool, date, datetime, our classes
///     const auto period = from_json_value<Period>(json).value();
///     py::object shown = to_python(period);
///
/// | C++                          | Python                                   |
/// |------------------------------|------------------------------------------|
/// | Id, Code, ClockTime, text    | str                                      |
/// | Date                         | datetime.date                            |
/// | Instant                      | datetime.datetime in UTC                 |
/// | enumeration                  | member of the enum (its text goes in too)|
/// | described struct             | frozen class                             |
/// | optional                     | the value or None                        |
/// | vector, map                  | tuple, frozen dict                       |
/// | Json                         | as json.loads() gives it, but frozen     |

#include <pybind11/pybind11.h>

#include <patio/base/json_tree.hpp>

#include "classes.hpp"

namespace patio::python {

namespace py = pybind11;

/// Any Python value that has a form in JSON; a key whose value is None is left out. What is of the right type but cannot be
/// written (a lone surrogate, a number beyond all bounds, a time without a zone) becomes something that the reader refuses in
/// its place. TypeError for what has no form at all; it never repeats a value.
[[nodiscard]] Json json_from_python(py::handle value);

/// The UTF-8 bytes of a str; if it has none (a lone surrogate), bytes that every check of the library refuses.
[[nodiscard]] std::string text_bytes(py::handle text);
[[nodiscard]] py::object date_to_python(Date day);
[[nodiscard]] py::object instant_to_python(Instant instant);
/// Reads an aware datetime. Throws TypeError if it is anything else.
[[nodiscard]] Instant instant_from_python(py::handle value);

[[nodiscard]] py::object json_to_python(const Json& json);

[[nodiscard]] py::object to_python(const void* value, const Shape& shape);
[[nodiscard]] inline py::object to_python(const AnyValue& any) { return to_python(any.value.get(), *any.shape); }

template <class T>
[[nodiscard]] py::object to_python(const T& value) {
  return to_python(&value, shape_of<T>());
}

}  // namespace patio::python
