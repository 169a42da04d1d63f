#include <patio/rules/rulebook_schema.hpp>

#include "../base/book_file.hpp"
#include "schema_names.hpp"

namespace patio::rules {
namespace {

/// The parameters on which a cube may depend.
Json conditions(const std::vector<Parameter>& parameters) {
  Json properties = Json::object();
  for (const auto& parameter : parameters) {
    const Json& value = parameter.values.front().value.tree();
    properties[parameter.name] = {{"description", parameter.why.fr},
                                  {"type", value.is_boolean() ? "boolean" : value.is_number() ? "number" : "string"}};
  }
  return {{"type", "object"}, {"properties", properties}, {"minProperties", 1}, {"additionalProperties", false}};
}

/// Puts the values of each fact among the definitions, under the name of the request or of the hat.
Json cube_schema(const Vocabulary& vocabulary, const std::vector<FactLabel>& facts, const Catalogue& catalogue, Json& definitions) {
  Json properties{{"if", conditions(catalogue.parameters)}};
  for (const auto& fact : facts) {
    Names values;
    for (const auto& value : fact.values) values.add(value.name, value.label);
    const std::string name = vocabulary.name + '.' + fact.name;
    definitions[name] = values.schema();
    properties[fact.name] = admitted(fact.label, fact.question, name);
  }
  return {{"type", "object"},
          {"properties", properties},
          {"additionalProperties", false},
          {"minProperties", 1},
          {"not", {{"required", {"if"}}, {"maxProperties", 1}}}};
}

Json only(const Json& names, const std::string& cube) {
  return {{"properties", {{"effect", {{"enum", names}}}, {"when", {{"items", {{"$ref", "#/$defs/" + cube}}}}}}}};
}

Json effect_names() {
  Json names = Json::array();
  for (const auto& each : enumerators<Effect>()) names.push_back(each.name);
  return names;
}

Json rules_schema(const Rulebook& book) {
  const auto& [subject, catalogue] = std::tie(book.subject(), book.catalogue());
  Json schema = list_file_schema("rules", "rules", shape_of<Rule>());
  Json& definitions = schema["$defs"];
  definitions["cube_of_request"] = cube_schema(subject.request, catalogue.request_facts, catalogue, definitions);
  definitions["cube_of_hat"] = cube_schema(subject.hat, catalogue.hat_facts, catalogue, definitions);
  Names texts, obligations;
  for (const auto& text : catalogue.texts) texts.add(text.ref, text.title);
  for (const auto& kind : catalogue.obligations) obligations.add(kind.code, kind.label);
  definitions["text_of_law"] = texts.schema();
  definitions["RuleObligation"]["properties"]["code"] = obligations.schema();
  Json& rule = definitions["Rule"];
  Json& fields = rule["properties"];
  fields["id"] = {{"type", "string"}, {"pattern", patio::detail::TextForm<Code<void>>::pattern}};
  fields["when"] = {{"type", "array"}, {"minItems", 1}};
  fields["texts"] = {{"type", "array"}, {"minItems", 1}, {"items", {{"$ref", "#/$defs/text_of_law"}}}};
  for (const auto* field : {"source", "review"}) fields[field]["minLength"] = 1;
  for (const auto* field : {"when", "texts"}) rule["required"].push_back(field);
  rule["if"] = {{"properties", {{"gate", {{"const", "status"}}}}}};
  rule["then"] = only(subject.statuses, "cube_of_hat");
  rule["else"] = only(effect_names(), "cube_of_request");
  rule["else"]["required"] = {"tier"};
  return schema;
}

Json attributes_of(const Vocabulary& vocabulary) {
  Json names = Json::array();
  for (const auto& attribute : vocabulary.attributes) names.push_back(attribute.name);
  return {{"properties", {{"attributes", {{"items", {{"properties", {{"name", {{"enum", names}}}}}}}}}}}};
}

Json facts_schema(const Rulebook& book) {
  const Subject& subject = book.subject();
  Json schema = list_file_schema("facts", "attributes", shape_of<FactLabel>());
  schema["properties"]["of"] = {{"enum", {subject.request.name, subject.hat.name}}};
  schema["required"].push_back("of");
  schema["$defs"]["Obtainable"]["properties"]["cost"]["minimum"] = 1;
  schema["if"] = {{"properties", {{"of", {{"const", subject.request.name}}}}}};
  schema["then"] = attributes_of(subject.request);
  schema["else"] = attributes_of(subject.hat);
  return schema;
}

Json parameters_schema() {
  Json schema = list_file_schema("parameters", "parameters", shape_of<Parameter>());
  Json& values = schema["$defs"]["Parameter"]["properties"]["values"];
  values["minItems"] = 1;
  schema["$defs"]["Parameter"]["required"].push_back("values");
  Json& dated = schema["$defs"]["DatedValue"]["properties"];
  dated["value"] = {{"type", {"boolean", "number", "string"}}};
  dated["source"]["minLength"] = 1;
  return schema;
}

template <class T>
Json plain_schema(std::string_view kind, const std::string& key) {
  Json schema = list_file_schema(kind, kind, shape_of<T>());
  schema["$defs"][std::string(type_name<T>)]["properties"][key]["minLength"] = 1;
  return schema;
}

}  // namespace

std::optional<std::string> rulebook_schema(const Rulebook& book, std::string_view kind) {
  Json schema;
  if (kind == "rules") schema = rules_schema(book);
  else if (kind == "facts") schema = facts_schema(book);
  else if (kind == "parameters") schema = parameters_schema();
  else if (kind == "texts") schema = plain_schema<LawText>(kind, "ref");
  else if (kind == "obligations") schema = plain_schema<ObligationKind>(kind, "code");
  else return std::nullopt;
  return written(schema);
}

}  // namespace patio::rules
