#include <patio/directory/asset.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("a laptop leaves its site, a fixed computer and a screen do not") {
  const auto kind = [](AssetKind each) { return moves({{}, {}, each, ""}); };
  CHECK(kind(AssetKind::laptop));
  CHECK(kind(AssetKind::tablet));
  CHECK_FALSE(kind(AssetKind::fixed_computer));
  CHECK_FALSE(kind(AssetKind::screen));
}
