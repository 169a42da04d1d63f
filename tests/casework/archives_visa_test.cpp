#include <patio/casework/archives_visa.hpp>

#include <patio/base/hash.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("a visa is a signed list with its number") {
  ArchivesVisa visa;
  CHECK_FALSE(shows_visa(visa));
  visa.reference = "91-2028-014";
  CHECK_FALSE(shows_visa(visa));
  visa.document_sha256 = to_text(sha256("the signed list"));
  CHECK(shows_visa(visa));
  visa.reference.clear();
  CHECK_FALSE(shows_visa(visa));
}
