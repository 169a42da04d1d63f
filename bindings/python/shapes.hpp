#pragma once
/// \file
/// The shapes that Python knows as classes and enums: everything that a door takes or gives, and all that this holds. The
/// Python class is made from what stands here (libpatio/_described.py), its stub too (make_stubs.py), so no field list stands
/// anywhere else.

#include <patio/base/json_tree.hpp>

#include <optional>

namespace patio::python {

/// How a Python reader names a type: "datetime.date", "tuple[Period, ...]"; `accepts` is what a constructor takes.
struct TypeNames {
  std::string gives;
  std::string accepts;
};

struct ClassField {
  std::string name;
  TypeNames type;
  /// What it is when it is left out; nothing if it must be given.
  std::optional<Json> fallback;
};

struct DescribedClass {
  std::string name;
  /// More than one for enumerations of one name in two namespaces: they are one enum for Python, if they have the same values.
  std::vector<const Shape*> shapes;
  /// Of a struct.
  std::vector<ClassField> fields;
  /// Of an enumeration, in its order.
  std::vector<std::string> values;
};

/// Throws std::logic_error if two different ones have the same name.
[[nodiscard]] const std::vector<DescribedClass>& described_classes();

}  // namespace patio::python
