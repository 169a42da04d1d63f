#pragma once
/// \file
/// JSON Schema (2020-12) of a described type, so that partners check what they send before they send it, and editors
/// complete what a jurist writes.
///
///     Json schema = schema_of<Consent>();
///
/// What from_json() refuses the schema refuses too, except what JSON Schema can't say: a repeated key, a null character,
/// 1.0 for a whole number, and a day that does not exist where the validator ignores `format`.

#include <patio/base/json_tree.hpp>

namespace patio {

[[nodiscard]] Json schema_of(const Shape& shape);

template <class T>
[[nodiscard]] Json schema_of() {
  return schema_of(shape_of<T>());
}

}  // namespace patio
