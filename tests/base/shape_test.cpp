#include <patio/base/shape.hpp>

#include <patio/base/json.hpp>
#include <patio/base/shape_of.hpp>

#include "catch.hpp"
#include "visit.hpp"

using namespace patio;
using sample::Companion;
using sample::Visit;

TEST_CASE("a list, a map and an optional are walked without their type") {
  std::vector<Companion> list;
  const ListShape& of_list = *shape_of<std::vector<Companion>>().list;
  static_cast<Companion*>(of_list.add(&list))->name = "Ada";
  CHECK(of_list.size(&list) == 1);
  CHECK(static_cast<const Companion*>(of_list.at(&list, 0))->name == "Ada");

  std::map<std::string, int> counts{{"b", 2}};
  const MapShape& of_map = *shape_of<std::map<std::string, int>>().map;
  *static_cast<int*>(of_map.at(&counts, "a")) = 1;
  std::string seen;
  of_map.each(&counts, [&](const std::string& key, const void* value) { seen += key + std::to_string(*static_cast<const int*>(value)); });
  CHECK(seen == "a1b2");

  std::optional<int> rank;
  const OptionalShape& of_optional = *shape_of<std::optional<int>>().optional;
  CHECK(of_optional.get(&rank) == nullptr);
  *static_cast<int*>(of_optional.fill(&rank)) = 3;
  CHECK(rank == 3);
}

TEST_CASE("a value without its type is made as C++ makes it, and keeps its shape") {
  const AnyValue blank = any_value(shape_of<Visit>());
  CHECK(*static_cast<const Visit*>(blank.value.get()) == Visit{});
  CHECK(any_value(Companion{"Ada", {}}).shape == &shape_of<Companion>());
}

TEST_CASE("any JSON is compared by what it says") {
  CHECK(AnyJson() == AnyJson());
  CHECK(from_json<AnyJson>(R"({"a":[1,2]})").value() == from_json<AnyJson>(R"({ "a" : [ 1, 2 ] })").value());
  CHECK_FALSE(from_json<AnyJson>("true").value() == AnyJson());
}
