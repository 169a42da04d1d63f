#include "book_file.hpp"

namespace patio {
namespace {

/// No sentence is empty in either language.
void ask_for_words(Json& definitions) {
  if (definitions.contains("Text"))
    for (const auto* language : {"fr", "en"}) definitions["Text"]["properties"][language]["minLength"] = 1;
}

}  // namespace

Checked<Json> parse_book_file(std::string_view text) {
  auto tree = parse_json(text);
  if (tree && tree->is_object()) tree->erase("$schema");
  return tree;
}

Json book_file_schema(const Shape& file, std::string_view name) {
  Json schema = schema_of(file);
  Json whole = schema["$defs"][std::string(file.name)];
  schema["$defs"].erase(std::string(file.name));
  schema.erase("$ref");
  schema.erase("title");
  whole["properties"]["$schema"] = {{"type", "string"}};
  whole["properties"]["schema"] = {{"const", name}};
  schema.update(whole);
  ask_for_words(schema["$defs"]);
  return schema;
}

Json list_file_schema(std::string_view kind, std::string_view list, const Shape& entry) {
  Json schema = schema_of(entry);
  const Json items{{"$ref", schema["$ref"]}};
  schema.erase("title");
  schema.erase("$ref");
  schema["type"] = "object";
  schema["additionalProperties"] = false;
  schema["required"] = {"schema", list};
  schema["properties"] = {{"$schema", {{"type", "string"}}},
                          {"schema", {{"const", "patio/" + std::string(kind) + "/1"}}},
                          {std::string(list), {{"type", "array"}, {"items", items}}}};
  ask_for_words(schema["$defs"]);
  return schema;
}

std::string written(const Json& schema) { return schema.dump(2) + '\n'; }

}  // namespace patio
