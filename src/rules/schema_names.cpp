#include "schema_names.hpp"

namespace patio::rules {

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
