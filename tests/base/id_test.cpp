#include <patio/base/id.hpp>

#include <set>
#include <thread>
#include <unordered_set>
#include <vector>

#include "arbitrary.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

using PersonId = Id<struct PersonTag>;
using CaseId = Id<struct CaseTag>;

constexpr std::string_view written = "01234567-89ab-cdef-0123-456789abcdef";

template <class A, class B>
concept Comparable = requires(A a, B b) {
  a == b;
};

}  // namespace

TEST_CASE("an id is written as a lower-case UUID and read back") {
  const auto id = parse_id<PersonId>(written);
  REQUIRE(id);
  CHECK(to_text(*id) == written);
  prop("whatever its bytes", [](PersonId any) { RC_ASSERT(parse_id<PersonId>(to_text(any)) == any); });
}

TEST_CASE("ids sort as their texts do") {
  prop("for any two", [](PersonId a, PersonId b) { RC_ASSERT((a < b) == (to_text(a) < to_text(b))); });
}

TEST_CASE("anything but the 36 characters of a lower-case UUID is no id") {
  for (const char* text : {"", "0", "01234567-89AB-cdef-0123-456789abcdef", "0123456789abcdef0123456789abcdef",
                           "{01234567-89ab-cdef-0123-456789abcdef}", "01234567-89ab-cdef-0123-456789abcde",
                           "01234567-89ab-cdef-0123-456789abcdef0", "01234567-89ab-cdef-0123-456789abcdeg",
                           "0123456--89ab-cdef-0123-456789abcdef", "01234567089ab-cdef-0123-456789abcdef",
                           "01234567-89ab-cdef-0123-456789abcde\n"})
    CHECK_FALSE(parse_id<PersonId>(text));
}

TEST_CASE("an id not given yet is nil") {
  CHECK(is_nil(PersonId{}));
  CHECK(to_text(PersonId{}) == "00000000-0000-0000-0000-000000000000");
  CHECK_FALSE(is_nil(*parse_id<PersonId>(written)));
}

TEST_CASE("ids of two things are neither compared nor exchanged") {
  STATIC_REQUIRE(Comparable<PersonId, PersonId>);
  STATIC_REQUIRE_FALSE(Comparable<PersonId, CaseId>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<PersonId, CaseId>);
  STATIC_REQUIRE_FALSE(std::is_constructible_v<PersonId, CaseId>);
}

TEST_CASE("a made id says that it is random: version 4, variant 1") {
  const auto check = [](const IdSource& ids) {
    for (int i = 0; i < 100; ++i) {
      const auto text = to_text(next_id<PersonId>(ids));
      CHECK(text[14] == '4');
      CHECK(std::string_view("89ab").find(text[19]) != std::string_view::npos);
    }
  };
  check(seeded_ids(1));
  check(random_ids());
}

TEST_CASE("the same seed gives the same ids, another seed others") {
  const auto first = seeded_ids(1), again = seeded_ids(1), other = seeded_ids(2);
  std::set<PersonId> distinct;
  for (int i = 0; i < 1000; ++i) {
    const auto id = next_id<PersonId>(first);
    CHECK(id == next_id<PersonId>(again));
    distinct.insert(id);
    distinct.insert(next_id<PersonId>(other));
  }
  CHECK(distinct.size() == 2000);
}

TEST_CASE("random ids made by several threads at once are all different") {
  const auto ids = random_ids();
  std::vector<std::vector<PersonId>> made(4);
  std::vector<std::thread> threads;
  for (auto& some : made)
    threads.emplace_back([&] {
      for (int i = 0; i < 500; ++i) some.push_back(next_id<PersonId>(ids));
    });
  for (auto& each : threads) each.join();
  std::unordered_set<PersonId> distinct;
  for (const auto& some : made) distinct.insert(some.begin(), some.end());
  CHECK(distinct.size() == 2000);
}
