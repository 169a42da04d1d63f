#include <patio/orientation/needs_book_schema.hpp>

#include "book_rows.hpp"
#include "base/book_file.hpp"
#include "rules/schema_names.hpp"

namespace patio {
namespace {

/// Puts the values of each fact among the definitions, and a cube over them.
void define_cube(const NeedsBook& book, Json& definitions) {
  Json properties = Json::object();
  for (const auto& fact : book.facts) {
    rules::Names values;
    for (const auto& value : fact.values) values.add(value.name, value.label);
    const std::string name = "fact." + fact.name;
    definitions[name] = values.schema();
    properties[fact.name] = rules::admitted(fact.label, fact.question, name);
  }
  definitions["cube"] = {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}, {"minProperties", 1}};
}

void define_names(const NeedsBook& book, Json& definitions) {
  rules::Names needs, destinations;
  for (std::size_t i = 0; i < book.needs.size(); ++i)
    if (i == 0 || book.needs[i].code != book.needs[i - 1].code) needs.add(book.needs[i].code.text(), book.needs[i].title);
  for (const auto& each : book.destinations) destinations.add(each.code.text(), each.name);
  definitions["need"] = needs.schema();
  definitions["destination"] = destinations.schema();
}

/// Conditions are lists of cubes, needs and destinations those of the book, whatever entry names them.
void refer_to_book(Json& definitions) {
  for (auto& [name, definition] : definitions.items()) {
    if (!definition.contains("properties") || name == "cube") continue;
    Json& fields = definition["properties"];
    for (const auto* condition : {"when", "unless"})
      if (fields.contains(condition)) fields[condition]["items"] = {{"$ref", "#/$defs/cube"}};
    for (const auto* named : {"need", "destination"})
      if (fields.contains(named)) fields[named] = {{"$ref", std::string("#/$defs/") + named}};
    for (const auto* text : {"source", "review"})
      if (fields.contains(text)) fields[text]["minLength"] = 1;
  }
}

template <class File>
std::string schema_of_file(const NeedsBook& book, std::string_view kind) {
  Json schema = book_file_schema(shape_of<File>(), "patio/" + std::string(kind) + "/1");
  Json& definitions = schema["$defs"];
  define_cube(book, definitions);
  define_names(book, definitions);
  refer_to_book(definitions);
  return written(schema);
}

}  // namespace

std::optional<std::string> needs_book_schema(const NeedsBook& book, std::string_view kind) {
  if (kind == "needs") return schema_of_file<NeedsFile>(book, kind);
  if (kind == "safety") return schema_of_file<SafetyFile>(book, kind);
  if (kind == "destinations") return schema_of_file<DestinationsFile>(book, kind);
  if (kind == "orientation_facts") return schema_of_file<FactsFile>(book, kind);
  if (kind == "veille") return schema_of_file<VeilleFile>(book, kind);
  if (kind == "directory_words") return schema_of_file<WordsFile>(book, kind);
  if (kind == "local_rules") return schema_of_file<LocalFile>(book, kind);
  return std::nullopt;
}

}  // namespace patio
