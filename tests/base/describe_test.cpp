#include <patio/base/describe.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

using namespace patio;

namespace {

struct JointInterview {
  std::string theme;
  int minutes = 0;
  bool operator==(const JointInterview&) const = default;
};
BOOST_DESCRIBE_STRUCT(JointInterview, (), (theme, minutes))

enum class Side { left, operator_, right };
BOOST_DESCRIBE_ENUM(Side, left, operator_, right)

struct Forgetful {
  int told = 0;
  std::optional<std::string> forgotten;
};
BOOST_DESCRIBE_STRUCT(Forgetful, (), (told))

}  // namespace

TEST_CASE("each field is visited with its name, in the order of the description") {
  const JointInterview interview{"debt", 45};
  std::vector<std::string> seen;
  each_field(interview, [&](std::string_view name, const auto& value) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>)
      seen.push_back(std::string(name) + "=" + value);
    else
      seen.push_back(std::string(name) + "=" + std::to_string(value));
  });
  CHECK(seen == std::vector<std::string>{"theme=debt", "minutes=45"});
}

TEST_CASE("a field visited in a value that may change can be changed") {
  JointInterview interview{"debt", 45};
  each_field(interview, [](std::string_view, auto& value) { value = {}; });
  CHECK(interview == JointInterview{});
}

TEST_CASE("fields are known without a value, when compiled") {
  constexpr auto letters = [] {
    std::size_t count = 0;
    each_member<JointInterview>([&](std::string_view name, auto) { count += name.size(); });
    return count;
  }();
  STATIC_REQUIRE(letters == 12);
  STATIC_REQUIRE(field_count<JointInterview> == 2);
}

TEST_CASE("only what is described is a described struct or enumeration") {
  struct Plain {};
  enum class Bare { one };
  STATIC_REQUIRE(Described<JointInterview>);
  STATIC_REQUIRE_FALSE(Described<Plain>);
  STATIC_REQUIRE_FALSE(Described<Side>);
  STATIC_REQUIRE_FALSE(Described<int>);
  STATIC_REQUIRE(DescribedEnum<Side>);
  STATIC_REQUIRE_FALSE(DescribedEnum<Bare>);
  STATIC_REQUIRE_FALSE(DescribedEnum<JointInterview>);
}

TEST_CASE("a description that forgets a field is found out") {
  STATIC_REQUIRE(detail::forgets_a_field<Forgetful>);
  STATIC_REQUIRE_FALSE(detail::forgets_a_field<JointInterview>);
}

TEST_CASE("a type is called as it is spelled, and its table in snake case") {
  CHECK(type_name<JointInterview> == "JointInterview");
  CHECK(type_name<Side> == "Side");
  CHECK(snake_name<JointInterview>() == "joint_interview");
  CHECK(snake_name<Side>() == "side");
}

TEST_CASE("an enumeration lists its values in order, without the underscore that C++ asks for") {
  std::vector<std::string> names;
  for (const auto& each : enumerators<Side>()) names.emplace_back(each.name);
  CHECK(names == std::vector<std::string>{"left", "operator", "right"});
  CHECK(name_of(Side::operator_) == "operator");
  CHECK(enum_from<Side>("operator") == Side::operator_);
}

TEST_CASE("a name that is no value of the enumeration gives nothing") {
  CHECK(enum_from<Side>("right") == Side::right);
  CHECK_FALSE(enum_from<Side>("Right"));
  CHECK_FALSE(enum_from<Side>("operator_"));
  CHECK_FALSE(enum_from<Side>(""));
}

TEST_CASE("a number that is no value of the enumeration has no name") { CHECK(name_of(static_cast<Side>(7)).empty()); }
