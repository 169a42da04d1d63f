#pragma once
/// \file
/// Equipment of a centre: computers, tablets, screens. What is fixed stays where it is.

#include <patio/directory/site.hpp>

namespace patio {

/// "asset:l1"
using AssetCode = Code<struct AssetTag>;

enum class AssetKind { fixed_computer, laptop, tablet, projector, screen, phone };
BOOST_DESCRIBE_ENUM(AssetKind, fixed_computer, laptop, tablet, projector, screen, phone)

struct Asset {
  AssetCode code;
  SiteCode site;
  AssetKind kind{};
  std::string name;
  bool operator==(const Asset&) const = default;
};
BOOST_DESCRIBE_STRUCT(Asset, (), (code, site, kind, name))

/// True if it may leave its site.
[[nodiscard]] constexpr bool moves(const Asset& asset) noexcept {
  return asset.kind != AssetKind::fixed_computer && asset.kind != AssetKind::screen;
}

}  // namespace patio
