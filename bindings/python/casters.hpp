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

#include <patio/base/json.hpp>

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

template <class T>
[[nodiscard]] py::object to_python(const T& value);

namespace detail {

template <class T>
[[nodiscard]] py::object struct_to_python(const T& value) {
  const BoundClass& bound = class_of<T>();
  py::object object = bound.make();
  std::size_t place = 0;
  each_field(value, [&](std::string_view, const auto& field) { bound.set(object, place++, to_python(field)); });
  return object;
}

template <class T>
[[nodiscard]] py::object list_to_python(const std::vector<T>& list) {
  py::tuple items(list.size());
  for (std::size_t i = 0; i < list.size(); ++i)
    PyTuple_SET_ITEM(items.ptr(), static_cast<Py_ssize_t>(i), to_python(list[i]).release().ptr());
  return items;
}

template <class T>
[[nodiscard]] py::object map_to_python(const std::map<std::string, T>& map) {
  py::dict entries;
  for (const auto& [key, each] : map) entries[py::str(key)] = to_python(each);
  return frozen_dict(entries);
}

}  // namespace detail

template <class T>
py::object to_python(const T& value) {
  if constexpr (std::same_as<T, Date>) {
    return date_to_python(value);
  } else if constexpr (std::same_as<T, Instant>) {
    return instant_to_python(value);
  } else if constexpr (std::same_as<T, Json>) {
    return json_to_python(value);
  } else if constexpr (DescribedEnum<T>) {
    return enum_of<T>().member(place_in_description(value));
  } else if constexpr (patio::detail::WrittenAsText<T>) {
    return py::str(patio::detail::TextForm<T>::write(value));
  } else if constexpr (patio::detail::is_optional<T>) {
    return value ? to_python(*value) : py::none();
  } else if constexpr (patio::detail::is_list<T>) {
    return detail::list_to_python(value);
  } else if constexpr (patio::detail::is_map<T>) {
    return detail::map_to_python(value);
  } else if constexpr (Described<T>) {
    return detail::struct_to_python(value);
  } else {
    return py::cast(value);
  }
}

}  // namespace patio::python
