#include <patio/people/representation.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

Representation tutelle() {
  Representation title;
  title.kind = RepresentationKind::guardianship;
  title.period = {2024_y / 1 / 1, Date(2029_y / 1 / 1)};
  return title;
}

std::string fault(const Representation& title) {
  const Issues issues = check(title);
  return issues.list.empty() ? "" : issues.list.front().path + ' ' + issues.list.front().code;
}

}  // namespace

TEST_CASE("a protection measure has an end, at most as far as the law lets it be") {
  Representation title = tutelle();
  CHECK(fault(title).empty());
  title.period.until = {};
  CHECK(fault(title) == "/period/until end_missing");
  title.period.until = 2044_y / 1 / 1;
  CHECK(fault(title).empty());
  title.period.until = 2044_y / 1 / 2;
  CHECK(fault(title) == "/period/until too_long");
  title.period.until = 2024_y / 1 / 1;
  CHECK(fault(title) == "/period/until ends_before_it_begins");
}

TEST_CASE("a safeguard lasts two years at most, and parental authority has no end of its own") {
  Representation title = tutelle();
  title.kind = RepresentationKind::judicial_safeguard;
  CHECK(fault(title) == "/period/until too_long");
  title.kind = RepresentationKind::parental_authority;
  title.period.until = {};
  CHECK(fault(title).empty());
}

TEST_CASE("a judgment is proved by its hash, or not yet at all") {
  Representation title = tutelle();
  title.document_sha256 = std::string(64, 'a');
  CHECK(fault(title).empty());
  title.document_sha256 = "the judgment";
  CHECK(fault(title) == "/document_sha256 not_a_hash");
}

TEST_CASE("a title is in force from its first day to the day before its end") {
  const Representation title = tutelle();
  CHECK_FALSE(in_force(title, 2023_y / 12 / 31));
  CHECK(in_force(title, 2024_y / 1 / 1));
  CHECK(in_force(title, 2028_y / 12 / 31));
  CHECK_FALSE(in_force(title, 2029_y / 1 / 1));
}
