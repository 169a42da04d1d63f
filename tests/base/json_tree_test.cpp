#include <patio/base/json_tree.hpp>

#include "catch.hpp"
#include "visit.hpp"

using namespace patio;
using sample::Companion;
using sample::Visit;

TEST_CASE("a tree says what the text says") {
  CHECK(json_of(sample::first_visit()) == parse_json(to_json(sample::first_visit())).value());
}

TEST_CASE("what is read by its shape alone is what is read by its type") {
  const Json tree = json_of(sample::first_visit());
  const auto read = from_json_value(shape_of<Visit>(), tree);
  REQUIRE(read.has_value());
  CHECK(read->shape == &shape_of<Visit>());
  CHECK(*static_cast<const Visit*>(read->value.get()) == sample::first_visit());
}

TEST_CASE("what can't be read by its shape is told in the same places as by its type") {
  const Json tree{{"channel", "fax"}, {"colour", 1}};
  const auto by_type = from_json_value<Companion>(tree, "/companions/3");
  const auto by_shape = from_json_value(shape_of<Companion>(), tree, "/companions/3");
  REQUIRE_FALSE(by_shape.has_value());
  CHECK(by_shape.error().list.size() == 3);
  CHECK(by_shape.error() == by_type.error());
}
