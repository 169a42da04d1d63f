#pragma once
/// \file
/// Described values to trees of JSON and back, for whoever looks into them. With schema.hpp and the files of a rulebook the
/// only public headers that include nlohmann/json.hpp; the rules are those of json.hpp.
///
///     Json tree = json_of(consent);
///     Checked<Consent> read = from_json_value<Consent>(tree["consent"], "/consent");      // paths begin there

#include <nlohmann/json.hpp>

#include <patio/base/json.hpp>

namespace patio {

/// JSON text to a tree, UTF-8, at most 64 levels deep; repeated keys are refused.
[[nodiscard]] Checked<Json> parse_json(std::string_view text);

namespace detail {

/// Reads what can be read into the value, and tells the rest; paths begin with `path`.
[[nodiscard]] Issues read_tree(const Json& tree, void* value, const Shape& shape, std::string_view path = {});
[[nodiscard]] Json write_tree(const void* value, const Shape& shape);

}  // namespace detail

template <class T>
[[nodiscard]] Json json_of(const T& value) {
  return detail::write_tree(&value, shape_of<T>());
}

template <class T>
[[nodiscard]] Checked<T> from_json_value(const Json& tree, std::string_view path = {}) {
  T value{};
  auto issues = detail::read_tree(tree, &value, shape_of<T>(), path);
  if (!issues.list.empty()) return issues;
  return value;
}

/// Any type by its shape; what is read is of that shape.
[[nodiscard]] Checked<AnyValue> from_json_value(const Shape& shape, const Json& tree, std::string_view path = {});

}  // namespace patio
