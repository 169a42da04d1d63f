#include <patio/base/shape_of.hpp>

#include <patio/base/json.hpp>

#include "catch.hpp"
#include "visit.hpp"

using namespace patio;
using sample::Branch;
using sample::Companion;
using sample::Visit;

TEST_CASE("a struct is told by its name and its fields, in the order of its description") {
  const Shape& visit = shape_of<Visit>();
  CHECK(visit.kind == ShapeKind::structure);
  CHECK(visit.name == "Visit");
  REQUIRE(visit.fields.size() == field_count<Visit>);
  CHECK(visit.fields.front().name == "id");
  CHECK(visit.fields.back().name == "by_role");
}

TEST_CASE("a field is found where it lies in the struct") {
  Visit visit;
  for (const auto& field : shape_of<Visit>().fields)
    if (field.name == "minutes") *reinterpret_cast<int*>(reinterpret_cast<char*>(&visit) + field.offset) = 45;
  CHECK(visit.minutes == 45);
}

TEST_CASE("a type has one shape, whoever asks") {
  CHECK(&shape_of<Visit>() == &shape_of<Visit>());
  CHECK(&shape_of<Branch>().fields.back().shape().inside() == &shape_of<Branch>());
}

TEST_CASE("what may be left out is an optional, a list or a map") {
  for (const auto& field : shape_of<Visit>().fields) {
    const ShapeKind kind = field.shape().kind;
    INFO(field.name);
    CHECK(field.shape().may_be_absent() ==
          (kind == ShapeKind::optional || kind == ShapeKind::list || kind == ShapeKind::map));
  }
}

TEST_CASE("an enumeration is told by its names, and a value by its place among them") {
  const Shape& channel = shape_of<sample::Channel>();
  CHECK(channel.choice->names == std::vector<std::string_view>{"desk", "phone", "operator"});
  const auto phone = sample::Channel::phone, none = static_cast<sample::Channel>(7);
  CHECK(channel.choice->place(&phone) == 1);
  CHECK(channel.choice->place(&none) == 3);
}

TEST_CASE("a number is told with its limits") {
  CHECK(shape_of<std::uint8_t>().number->highest == 255);
  CHECK(shape_of<std::int64_t>().number->lowest == std::numeric_limits<std::int64_t>::min());
  CHECK_FALSE(shape_of<std::uint64_t>().number->is_signed);
}
