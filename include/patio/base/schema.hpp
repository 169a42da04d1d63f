#pragma once
/// \file
/// JSON Schema (2020-12) of a described type, so that partners check what they send before they send it, and editors
/// complete what a jurist writes.
///
///     Json schema = schema_of<Consent>();

#include <patio/base/json.hpp>

namespace patio {

namespace detail {

template <class T>
[[nodiscard]] Json schema_part(Json& definitions);

template <class T>
void define(Json& definitions) {
  const std::string name(type_name<T>);
  if (definitions.contains(name)) return;
  definitions[name] = Json::object();
  if constexpr (DescribedEnum<T>) {
    Json names = Json::array();
    for (const auto& each : enumerators<T>()) names.push_back(each.name);
    definitions[name] = {{"type", "string"}, {"enum", names}};
  } else {
    Json properties = Json::object();
    Json required = Json::array();
    each_member<T>([&](std::string_view field, auto member) {
      const T example{};
      using Field = std::remove_cvref_t<decltype(example.*member)>;
      properties[std::string(field)] = schema_part<Field>(definitions);
      if constexpr (!is_optional<Field> && !is_list<Field> && !is_map<Field>) required.push_back(field);
    });
    definitions[name] = {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
    if (!required.empty()) definitions[name]["required"] = required;
  }
}

template <class T>
Json schema_part(Json& definitions) {
  if constexpr (std::same_as<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::integral<T>) {
    Json part{{"type", "integer"}};
    if constexpr (std::unsigned_integral<T>) part["minimum"] = 0;
    return part;
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
    return {{"type", "object"}, {"additionalProperties", schema_part<typename T::mapped_type>(definitions)}};
  } else if constexpr (is_code_type<T>) {
    return {{"type", "string"}, {"pattern", "^[A-Za-z0-9][A-Za-z0-9_:.-]{0,63}$"}};
  } else if constexpr (std::same_as<T, ClockTime>) {
    return {{"type", "string"}, {"pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$"}};
  } else if constexpr (WrittenAsText<T> && !DescribedEnum<T>) {
    return {{"type", "string"}, {"format", TextForm<T>::format}};
  } else {
    define<T>(definitions);
    return {{"$ref", "#/$defs/" + std::string(type_name<T>)}};
  }
}

}  // namespace detail

template <class T>
[[nodiscard]] Json schema_of() {
  Json definitions = Json::object();
  Json schema = detail::schema_part<T>(definitions);
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["title"] = type_name<T>;
  if (!definitions.empty()) schema["$defs"] = definitions;
  return schema;
}

}  // namespace patio
