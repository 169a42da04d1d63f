#include <patio/base/schema.hpp>

#include "catch.hpp"
#include "visit.hpp"

using namespace patio;

TEST_CASE("a schema names its dialect and its type, and defines each type once") {
  const auto schema = schema_of<sample::Visit>();
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  CHECK(schema["title"] == "Visit");
  CHECK(schema["$ref"] == "#/$defs/Visit");
  std::vector<std::string> defined;
  for (const auto& [name, part] : schema["$defs"].items()) defined.push_back(name);
  CHECK(defined == std::vector<std::string>{"Channel", "Companion", "Period", "Visit"});
}

TEST_CASE("a schema asks for what from_json asks for, and for nothing unknown") {
  const auto visit = schema_of<sample::Companion>()["$defs"]["Companion"];
  CHECK(visit == Json::parse(R"({"type": "object", "additionalProperties": false, "required": ["name"],
    "properties": {"name": {"type": "string"}, "channel": {"$ref": "#/$defs/Channel"}}})"));
}

TEST_CASE("an enumeration is the list of its names") {
  CHECK(schema_of<sample::Channel>()["$defs"]["Channel"] ==
        Json::parse(R"({"type": "string", "enum": ["desk", "phone", "operator"]})"));
}

TEST_CASE("a number has the limits of its type") {
  CHECK(schema_of<std::uint8_t>()["minimum"] == 0);
  CHECK(schema_of<std::uint8_t>()["maximum"] == 255);
  CHECK(schema_of<int>()["minimum"] == -2147483648);
  CHECK(schema_of<double>()["type"] == "number");
}

TEST_CASE("a list says what it holds, a map what its keys are") {
  CHECK(schema_of<std::vector<double>>()["items"] == Json::parse(R"({"type": "number"})"));
  CHECK(schema_of<std::map<std::string, bool>>()["propertyNames"]["pattern"] == "^[A-Za-z0-9][A-Za-z0-9_:.-]{0,63}$");
}

TEST_CASE("a struct that holds itself has a schema that refers to itself") {
  const auto schema = schema_of<sample::Branch>();
  CHECK(schema["$defs"]["Branch"]["properties"]["branches"]["items"]["$ref"] == "#/$defs/Branch");
}

TEST_CASE("a free tree may be anything") {
  const auto schema = schema_of<AnyJson>();
  CHECK(schema.size() == 1);
  CHECK(schema.contains("$schema"));
}
