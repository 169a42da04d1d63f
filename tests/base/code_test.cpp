#include <patio/base/code.hpp>

#include <unordered_set>

#include "arbitrary.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

using NeedCode = Code<struct NeedTag>;
using ServiceCode = Code<struct ServiceTag>;

}  // namespace

TEST_CASE("a literal code is what it says") {
  const NeedCode need{"carte_grise"};
  CHECK(need.text() == "carte_grise");
  CHECK_FALSE(need.empty());
}

TEST_CASE("a code has 1 to 64 letters, digits or _ : . -, and begins with a letter or a digit") {
  for (const char* text : {"a", "Z", "9", "insee:91312", "org:udaf", "a_b.c-d", "A--", "0612345678"})
    CHECK(NeedCode::parse(text));
  CHECK(NeedCode::parse(std::string(64, 'x')));
  CHECK_FALSE(NeedCode::parse(std::string(65, 'x')));
  for (const char* text : {"", "_a", ":a", ".a", "-a", "a b", "a\n", " a", "a/b", "é", "a~", "a\"", "a;"})
    CHECK_FALSE(NeedCode::parse(text));
  CHECK_FALSE(NeedCode::parse(std::string_view("a\0b", 3)));
}

TEST_CASE("a code read is the code written") {
  prop("for any code", [](NeedCode code) { RC_ASSERT(NeedCode::parse(code.text()) == code); });
  prop("and no other text is one", [](const std::string& text) {
    const auto code = NeedCode::parse(text);
    RC_ASSERT(code.has_value() == is_code(text));
    RC_ASSERT(!code || code->text() == text);
  });
}

TEST_CASE("a code not given is empty, equal to itself and before all others") {
  CHECK(NeedCode{}.empty());
  CHECK(NeedCode{} == NeedCode{});
  CHECK(NeedCode{} < NeedCode{"a"});
}

TEST_CASE("codes sort and hash by their text") {
  CHECK(NeedCode{"apa"} < NeedCode{"apl"});
  CHECK(std::unordered_set<NeedCode>{NeedCode{"apa"}, NeedCode{"apl"}, NeedCode{"apa"}}.size() == 2);
}

TEST_CASE("codes of two lists do not mix, and no text becomes a code unread") {
  STATIC_REQUIRE_FALSE(std::is_constructible_v<NeedCode, ServiceCode>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<NeedCode, std::string>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<NeedCode, std::string_view>);
  STATIC_REQUIRE_FALSE(std::is_assignable_v<decltype((CodeLiteral::text)), std::string_view>);
}
