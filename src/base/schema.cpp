#include <patio/base/schema.hpp>

namespace patio {
namespace {

Json part(const Shape& shape, Json& definitions);

Json structure(const Shape& shape, Json& definitions) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const auto& field : shape.fields) {
    properties[std::string(field.name)] = part(field.shape(), definitions);
    if (!field.shape().may_be_absent()) required.push_back(field.name);
  }
  Json described{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  if (!required.empty()) described["required"] = required;
  return described;
}

/// Puts the type under its name once, and refers to it; a type may hold itself.
Json refer(const Shape& shape, Json& definitions) {
  const std::string name(shape.name);
  if (!definitions.contains(name)) {
    definitions[name] = Json::object();
    if (shape.kind == ShapeKind::choice) definitions[name] = {{"type", "string"}, {"enum", shape.choice->names}};
    else definitions[name] = structure(shape, definitions);
  }
  return {{"$ref", "#/$defs/" + name}};
}

Json integer(const NumberShape& number) {
  Json described{{"type", "integer"}, {"minimum", number.lowest}, {"maximum", number.highest}};
  if (!number.is_signed) described["minimum"] = std::uint64_t{0};
  else described["maximum"] = static_cast<std::int64_t>(number.highest);
  return described;
}

Json text(const TextShape& form) {
  Json described{{"type", "string"}, {"pattern", form.pattern}};
  if (!form.format.empty()) described["format"] = form.format;
  return described;
}

Json part(const Shape& shape, Json& definitions) {
  switch (shape.kind) {
    case ShapeKind::tree: return Json::object();
    case ShapeKind::boolean: return {{"type", "boolean"}};
    case ShapeKind::integer: return integer(*shape.number);
    case ShapeKind::number: return {{"type", "number"}};
    case ShapeKind::string: return {{"type", "string"}};
    case ShapeKind::text: return text(*shape.text);
    case ShapeKind::optional: return part(shape.inside(), definitions);
    case ShapeKind::list: return {{"type", "array"}, {"items", part(shape.inside(), definitions)}};
    case ShapeKind::map:
      return {{"type", "object"},
              {"propertyNames", {{"pattern", detail::TextForm<Code<void>>::pattern}}},
              {"additionalProperties", part(shape.inside(), definitions)}};
    case ShapeKind::choice:
    case ShapeKind::structure: break;
  }
  return refer(shape, definitions);
}

}  // namespace

Json schema_of(const Shape& shape) {
  Json definitions = Json::object();
  Json schema = part(shape, definitions);
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  if (!shape.name.empty()) schema["title"] = shape.name;
  if (!definitions.empty()) schema["$defs"] = definitions;
  return schema;
}

}  // namespace patio
