// Reads a list of JSON documents and writes, as JSON, the schema of a visit, whether the reader takes each document for
// one, and the schema of every described type. schema_test.py asks another implementation of JSON Schema about the same.

#include <fstream>
#include <iostream>
#include <iterator>

#include <patio/base/schema.hpp>

#include "described_shapes.hpp"
#include "visit.hpp"

int main(int count, char** words) {
  using patio::Json;
  if (count != 2) return 2;
  std::ifstream file(words[1]);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  Json answers{{"schema", patio::schema_of<sample::Visit>()}, {"accepted", Json::array()}, {"all", Json::object()}};
  for (const auto& document : Json::parse(text))
    answers["accepted"].push_back(patio::from_json<sample::Visit>(document.dump()).has_value());
  for (const auto* shape : described::shapes()) answers["all"][std::string(shape->name)] = patio::schema_of(*shape);
  std::cout << answers.dump();
}
