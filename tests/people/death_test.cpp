#include <patio/people/death.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

const Date today = 2026_y / 3 / 20;

Death on(Date day) {
  Death death;
  death.died_on = day;
  return death;
}

std::string fault(const Death& death) {
  Person person;
  person.birth_date = 1942_y / 1 / 15;
  const Issues issues = check(death, person, today);
  return issues.list.empty() ? "" : issues.list.front().code;
}

}  // namespace

TEST_CASE("a death that is retracted is a death no more, and stays noted") {
  Death death = on(today);
  CHECK_FALSE(has_died({}));
  CHECK(has_died({death}));
  death.retracted_at = Instant{};
  CHECK_FALSE(has_died({death}));
  CHECK(death_of({death, on(2026_y / 3 / 19)})->died_on == 2026_y / 3 / 19);
}

TEST_CASE("nobody dies tomorrow, nor before their birth, nor by a certificate that is none") {
  CHECK(fault(on(today)).empty());
  CHECK(fault(on(2026_y / 3 / 21)) == "in_the_future");
  CHECK(fault(on(1942_y / 1 / 15)).empty());
  CHECK(fault(on(1942_y / 1 / 14)) == "before_birth");
  Death death = on(today);
  death.document_sha256 = "certificate.pdf";
  CHECK(fault(death) == "not_a_hash");
}
