#include <patio/base/error.hpp>

#include <string_view>

#include "catch.hpp"

using namespace patio;

namespace {

const Refusal closed{"closed", {"CC 2004"}, {"c'est clos", "it is closed"}, {"en ouvrir un", "open one"}, {"reopen"}};

const Issues two_faults{{{"/day", "not_a_date", {"attendu : un jour", "expected a day"}},
                         {"", "not_an_object", {"attendu : un objet", "expected an object"}}}};

}  // namespace

TEST_CASE("a refused step gives its refusal, and asking for its value throws it") {
  const Result<int> step = closed;
  REQUIRE(step.has_error());
  CHECK(step.error() == closed);
  try {
    (void)step.value();
    FAIL("nothing was thrown");
  } catch (const Refused& refused) {
    CHECK(refused.refusal() == closed);
    CHECK(refused.what() == std::string_view("it is closed"));
  }
}

TEST_CASE("malformed input gives all its issues, and asking for its value throws them") {
  const Checked<int> read = two_faults;
  REQUIRE(read.has_error());
  try {
    (void)read.value();
    FAIL("nothing was thrown");
  } catch (const InvalidInput& invalid) {
    CHECK(invalid.issues() == two_faults);
    CHECK(invalid.what() == std::string_view("/day: expected a day; expected an object"));
  }
}

TEST_CASE("an allowed step and a well-formed input give their value") {
  CHECK(Result<int>(3).value() == 3);
  CHECK(Checked<int>(4).value() == 4);
}

TEST_CASE("what could not be asked is an error with a code, and a message in both languages") {
  const Error error(ErrorCode::busy, {"la base est occupée", "the database is busy"});
  CHECK(error.code() == ErrorCode::busy);
  CHECK(error.message() == Text{"la base est occupée", "the database is busy"});
  CHECK(error.what() == std::string_view("the database is busy"));
  CHECK(name_of(error.code()) == "busy");
}

TEST_CASE("all three are caught as standard exceptions") {
  CHECK_THROWS_AS(throw Error(ErrorCode::internal, {}), std::exception);
  CHECK_THROWS_AS(Result<int>(closed).value(), std::exception);
  CHECK_THROWS_AS(Checked<int>(two_faults).value(), std::exception);
}
