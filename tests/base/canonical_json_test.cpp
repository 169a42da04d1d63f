#include "base/canonical_json.hpp"

#include "arbitrary.hpp"
#include "catch.hpp"
#include "properties.hpp"
#include "visit.hpp"

using namespace patio;
using detail::readable_json;
using sample::Companion;
using sample::ThemeCode;
using sample::Visit;

namespace {

template <class T>
std::optional<std::string> readable(const T& value) {
  return readable_json(&value, shape_of<T>());
}

}  // namespace

TEST_CASE("a text written straight is the dump of the tree, byte for byte") {
  prop("for any visit", [](const Visit& visit) { RC_ASSERT(to_json(visit) == json_of(visit).dump()); });
  const std::string awkward("\"\\/\b\f\n\r\t\x01\x1f\x7f\0\xc3\xa9\xf0\x9f\x92\xa9", 19);
  CHECK(to_json(awkward) == Json(awkward).dump());
  const Json tree{{"b", {1, -1, 18446744073709551615U, 0.1, true, nullptr, "x\ny"}}, {"a\"", Json::object()}, {"", Json::array()}};
  CHECK(to_json(AnyJson(tree)) == tree.dump());
}

TEST_CASE("what is read back as it was has the same text") {
  prop("for any visit", [](const Visit& visit) { RC_ASSERT(readable(visit) == to_json(visit)); });
}

TEST_CASE("what would not be read back has none, however deep it lies") {
  CHECK_FALSE(readable(std::vector{ThemeCode{"housing"}, ThemeCode()}));
  CHECK_FALSE(readable(std::vector{Companion{"a\xff", {}}}));
  CHECK_FALSE(readable(std::vector{Companion{std::string("a\0b", 3), {}}}));
  CHECK_FALSE(readable(std::map<std::string, int>{{"two words", 2}}));
  CHECK_FALSE(readable(AnyJson(Json{{"key", {"\xff"}}})));
  CHECK_FALSE(readable(std::vector<std::optional<int>>{std::nullopt}));
  CHECK(readable(std::vector<std::optional<int>>{1}) == "[1]");
}
