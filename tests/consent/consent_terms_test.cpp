#include <patio/consent/consent_terms.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("the delays of consent are those of the day asked about, and none are known before the first") {
  const ConsentTerms& terms = consent_terms(2026_y / 3 / 10);
  CHECK(terms.proof_days == 15);
  CHECK(terms.longest_months == 12);
  CHECK(&consent_terms(2018_y / 5 / 25) == &terms);
  CHECK_THROWS_AS(consent_terms(2018_y / 5 / 24), Error);
}

TEST_CASE("no delay of consent says who reviewed it, as nobody has yet") {
  const ConsentTerms& terms = consent_terms(2026_y / 3 / 10);
  CHECK(terms.review == "unreviewed");
  CHECK_FALSE(terms.source.empty());
}
