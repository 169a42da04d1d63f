#include <patio/consent/evidence.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("what the professional wrote down themself proves no consent; anything else does") {
  CHECK_FALSE(proves({}));
  CHECK_FALSE(proves({{EvidenceKind::file_entry, "", {}, {}}}));
  CHECK(proves({{EvidenceKind::file_entry, "", {}, {}}, {EvidenceKind::witness, "", {}, {}}}));
}

TEST_CASE("evidence without a SHA-256 is told, each at its place") {
  const std::string hash(64, '0');
  const auto issues =
      check({{EvidenceKind::signed_paper, hash, {}, {}}, {EvidenceKind::signed_paper, "scan.pdf", {}, {}}}, "/evidence");
  REQUIRE(issues.list.size() == 1);
  CHECK(issues.list.front().path == "/evidence/1/sha256");
}
