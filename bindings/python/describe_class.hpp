#pragma once
/// \file
/// The one template that makes Python classes of described types. It reads a Shape off a description; the Python class is
/// made from the shape (libpatio/_described.py), its stub too (make_stubs.py), so no field list stands anywhere else.
///
///     Shapes shapes;
///     shapes.add<SendReferral>();      // and every type that its fields hold

#include <algorithm>
#include <functional>
#include <set>
#include <stdexcept>
#include <typeindex>

#include "casters.hpp"

namespace patio::python {

/// How a Python reader names a type: "datetime.date", "tuple[Period, ...]"; `accepts` is what a constructor takes.
struct TypeNames {
  std::string gives;
  std::string accepts;
};

struct FieldShape {
  std::string name;
  TypeNames type;
  /// What it is when it is left out; nothing if it must be given.
  std::optional<Json> fallback;
};

struct Shape {
  std::string name;
  /// Of a struct.
  std::vector<FieldShape> fields;
  /// Of an enumeration, in its order.
  std::vector<std::string> values;
  /// Reads and checks; throws InvalidInput with every issue.
  std::function<py::object(const Json&)> make;
  /// The class as made in Python: its fields or its members in order.
  std::vector<std::function<void(const py::object& type, const py::tuple& parts)>> bind;
};

template <class T>
[[nodiscard]] TypeNames python_type() {
  if constexpr (std::same_as<T, bool>) {
    return {"bool", "bool"};
  } else if constexpr (std::integral<T>) {
    return {"int", "int"};
  } else if constexpr (std::floating_point<T>) {
    return {"float", "float"};
  } else if constexpr (std::same_as<T, Date>) {
    return {"datetime.date", "datetime.date"};
  } else if constexpr (std::same_as<T, Instant>) {
    return {"datetime.datetime", "datetime.datetime"};
  } else if constexpr (std::same_as<T, Json>) {
    return {"Any", "Any"};
  } else if constexpr (DescribedEnum<T>) {
    const std::string name(type_name<T>);
    return {name, name + "Value"};
  } else if constexpr (patio::detail::is_optional<T>) {
    const auto inside = python_type<typename T::value_type>();
    return {inside.gives + " | None", inside.accepts + " | None"};
  } else if constexpr (patio::detail::is_list<T>) {
    const auto inside = python_type<typename T::value_type>();
    return {"tuple[" + inside.gives + ", ...]", "Iterable[" + inside.accepts + "]"};
  } else if constexpr (patio::detail::is_map<T>) {
    const auto inside = python_type<typename T::mapped_type>();
    return {"Mapping[str, " + inside.gives + "]", "Mapping[str, " + inside.accepts + "]"};
  } else if constexpr (Described<T>) {
    const std::string name(type_name<T>);
    return {name, name};
  } else {
    return {"str", "str"};
  }
}

/// A value that C++ gives to a field by itself is one that Python may leave out too.
template <class Field>
[[nodiscard]] std::optional<Json> fallback_of(const Field& value) {
  using patio::detail::is_list, patio::detail::is_map, patio::detail::is_optional;
  if constexpr (is_optional<Field>) return Json();
  else if constexpr (is_list<Field>) return Json::array();
  else if constexpr (is_map<Field>) return Json::object();
  else return value == Field{} ? std::nullopt : std::optional(json_of(value));
}

class Shapes {
 public:
  /// The type and everything that its fields hold; once each.
  template <class T>
  void add() {
    if constexpr (patio::detail::is_optional<T> || patio::detail::is_list<T>) {
      add<typename T::value_type>();
    } else if constexpr (patio::detail::is_map<T>) {
      add<typename T::mapped_type>();
    } else if constexpr (DescribedEnum<T>) {
      add_enum<T>();
    } else if constexpr (Described<T>) {
      add_struct<T>();
    }
  }

  [[nodiscard]] const std::vector<Shape>& all() const noexcept { return shapes_; }

 private:
  /// The shape that stands under that name already.
  [[nodiscard]] Shape* find(std::string_view name) {
    const auto found = std::find_if(shapes_.begin(), shapes_.end(), [&](const Shape& each) { return each.name == name; });
    return found == shapes_.end() ? nullptr : &*found;
  }

  /// Two enumerations of one name (in two namespaces) are one enum for Python, if they have the same values.
  template <class E>
  void add_enum() {
    if (!types_.insert(typeid(E)).second) return;
    Shape shape;
    shape.name = type_name<E>;
    for (const auto& each : enumerators<E>()) shape.values.emplace_back(each.name);
    shape.make = [](const Json& json) { return to_python(from_json_value<E>(json).value()); };
    shape.bind = {[](const py::object&, const py::tuple& members) { enum_of<E>().bind(members); }};
    if (Shape* same = find(shape.name); !same) shapes_.push_back(std::move(shape));
    else if (same->values == shape.values) same->bind.push_back(shape.bind.front());
    else two_of_one_name(shape.name);
  }

  [[noreturn]] static void two_of_one_name(const std::string& name) {
    throw std::logic_error("two described types are called " + name);
  }

  template <class T>
  void add_struct() {
    if (!types_.insert(typeid(T)).second) return;
    Shape shape;
    shape.name = type_name<T>;
    if (find(shape.name)) two_of_one_name(shape.name);
    const T example{};
    each_field(example, [&](std::string_view name, const auto& field) {
      using Field = std::remove_cvref_t<decltype(field)>;
      add<Field>();
      shape.fields.push_back({std::string(name), python_type<Field>(), fallback_of(field)});
    });
    shape.make = [](const Json& json) { return to_python(from_json_value<T>(json).value()); };
    shape.bind = {[](const py::object& type, const py::tuple& fields) { class_of<T>().bind(type, fields); }};
    shapes_.push_back(std::move(shape));
  }

  std::vector<Shape> shapes_;
  std::set<std::type_index> types_;
};

}  // namespace patio::python
