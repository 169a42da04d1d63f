#include <patio/base/text_form.hpp>

#include <regex>

#include "arbitrary.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

enum class Side { left, right };
BOOST_DESCRIBE_ENUM(Side, left, right)

template <class T>
using Form = detail::TextForm<T>;

template <class T>
bool has_shape(const std::string& text) {
  static const std::regex shape{std::string(Form<T>::pattern)};
  return std::regex_match(text, shape);
}

/// What stands as text is read back as it was written, has the shape it claims, and nothing without that shape is read.
template <class T>
void holds_its_form() {
  prop("is read back as written", [](T value) { RC_ASSERT(Form<T>::read(Form<T>::write(value)) == value); });
  prop("has its shape when written", [](T value) { RC_ASSERT(has_shape<T>(Form<T>::write(value))); });
  prop("is not read without its shape", [](T value) {
    auto text = Form<T>::write(value);
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text[at] = *rc::gen::elementOf(std::string("0123456789abf-:.TZ+ _GÉ\n"));
    RC_ASSERT(has_shape<T>(text) || !Form<T>::read(text));
  });
}

}  // namespace

TEST_CASE("an id as a text") { holds_its_form<Id<struct PersonTag>>(); }
TEST_CASE("a code as a text") { holds_its_form<Code<struct NeedTag>>(); }
TEST_CASE("a day as a text") { holds_its_form<Date>(); }
TEST_CASE("an instant as a text") { holds_its_form<Instant>(); }
TEST_CASE("a clock time as a text") { holds_its_form<ClockTime>(); }

TEST_CASE("an enumeration as a text is the name of its value") {
  CHECK(Form<Side>::write(Side::right) == "right");
  CHECK(Form<Side>::read("left") == Side::left);
  CHECK_FALSE(Form<Side>::read("middle"));
}

TEST_CASE("a number or a plain text has no form of its own") {
  STATIC_REQUIRE(detail::WrittenAsText<Date>);
  STATIC_REQUIRE(detail::WrittenAsText<Side>);
  STATIC_REQUIRE_FALSE(detail::WrittenAsText<int>);
  STATIC_REQUIRE_FALSE(detail::WrittenAsText<std::string>);
  STATIC_REQUIRE_FALSE(detail::WrittenAsText<Period>);
}
