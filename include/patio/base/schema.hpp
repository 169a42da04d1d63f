#pragma once
/// \file
/// JSON Schema (2020-12) of a described type, so that partners check what they send before they send it, and editors
/// complete what a jurist writes.
///
///     Json schema = schema_of<Consent>();
///
/// What from_json() refuses the schema refuses too, except what JSON Schema can't say: a repeated key, a null character,
/// 1.0 for a whole number, and a day that does not exist where the validator ignores `format`.

#include <patio/base/json.hpp>

namespace patio {

namespace detail {

template <class T>
[[nodiscard]] Json schema_part(Json& definitions);

template <class T>
[[nodiscard]] Json schema_of_struct(Json& definitions) {
  Json properties = Json::object();
  Json required = Json::array();
  boost::mp11::mp_for_each<FieldsOf<T>>([&](auto field) {
    using Field = std::remove_cvref_t<decltype(std::declval<T&>().*field.pointer)>;
    properties[field.name] = schema_part<Field>(definitions);
    if constexpr (!may_be_absent<Field>) required.push_back(field.name);
  });
  Json part{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  if (!required.empty()) part["required"] = required;
  return part;
}

template <class T>
[[nodiscard]] Json schema_of_enum() {
  Json names = Json::array();
  for (const auto& each : enumerators<T>()) names.push_back(each.name);
  return {{"type", "string"}, {"enum", names}};
}

/// Puts the type under its name once, and refers to it; a type may hold itself.
template <class T>
[[nodiscard]] Json refer(Json& definitions) {
  const std::string name(type_name<T>);
  if (!definitions.contains(name)) {
    definitions[name] = Json::object();
    if constexpr (DescribedEnum<T>) definitions[name] = schema_of_enum<T>();
    else definitions[name] = schema_of_struct<T>(definitions);
  }
  return {{"$ref", "#/$defs/" + name}};
}

template <class T>
Json schema_part(Json& definitions) {
  if constexpr (std::same_as<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::integral<T>) {
    return {{"type", "integer"},
            {"minimum", std::numeric_limits<T>::min()},
            {"maximum", std::numeric_limits<T>::max()}};
  } else if constexpr (std::floating_point<T>) {
    return {{"type", "number"}};
  } else if constexpr (std::same_as<T, std::string>) {
    return {{"type", "string"}};
  } else if constexpr (std::same_as<T, Json>) {
    return Json::object();
  } else if constexpr (is_optional<T>) {
    return schema_part<typename T::value_type>(definitions);
  } else if constexpr (is_list<T>) {
    return {{"type", "array"}, {"items", schema_part<typename T::value_type>(definitions)}};
  } else if constexpr (is_map<T>) {
    return {{"type", "object"},
            {"propertyNames", {{"pattern", TextForm<Code<void>>::pattern}}},
            {"additionalProperties", schema_part<typename T::mapped_type>(definitions)}};
  } else if constexpr (WrittenAsText<T> && !DescribedEnum<T>) {
    Json part{{"type", "string"}, {"pattern", TextForm<T>::pattern}};
    if constexpr (!TextForm<T>::format.empty()) part["format"] = TextForm<T>::format;
    return part;
  } else {
    static_assert(Described<T> || DescribedEnum<T>, "this type has no description and no text form");
    return refer<T>(definitions);
  }
}

}  // namespace detail

template <class T>
[[nodiscard]] Json schema_of() {
  Json definitions = Json::object();
  Json schema = detail::schema_part<T>(definitions);
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  if constexpr (Described<T> || DescribedEnum<T>) schema["title"] = type_name<T>;
  if (!definitions.empty()) schema["$defs"] = definitions;
  return schema;
}

}  // namespace patio
