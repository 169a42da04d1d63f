#include "book_file.hpp"

namespace patio::rules {

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
  if (schema["$defs"].contains("Text"))
    for (const auto* language : {"fr", "en"}) schema["$defs"]["Text"]["properties"][language]["minLength"] = 1;
  return schema;
}

std::string written(const Json& schema) { return schema.dump(2) + '\n'; }

void Names::add(std::string_view name, const Text& words) {
  names_.push_back(name);
  words_.push_back(words.fr + " / " + words.en);
}

Json Names::schema() const { return {{"enum", names_}, {"markdownEnumDescriptions", words_}}; }

Json admitted(const Text& label, const Text& question, const std::string& values) {
  const Json one{{"$ref", "#/$defs/" + values}};
  const Json some{{"type", "array"}, {"items", one}, {"minItems", 1}};
  const Json all_but{{"type", "object"},
                     {"properties", {{"not", {{"anyOf", {one, some}}}}}},
                     {"required", {"not"}},
                     {"additionalProperties", false}};
  return {{"title", label.fr}, {"description", question.fr}, {"anyOf", {one, some, all_but}}};
}

}  // namespace patio::rules
