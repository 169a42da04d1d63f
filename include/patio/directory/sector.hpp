#pragma once
/// \file
/// Sectors: the parts into which a département or a town divides its ground, so that each address has one team, down to the
/// sides and house numbers of a street. Data of whoever divides; orientation rules name them as areas.
///
///     Sector north{AreaCode{"sector:mds_nord"}, {"MDS nord", "north"}, {CommuneCode{"insee:91312"}}, {}};
///     serves(sectors, {AreaCode{"sector:mds_nord"}}, home);            // yes, no, or unknown without the street
///
/// The street comes before the commune: a house that a stretch of some sector has is in no sector that only has its commune.

#include <optional>
#include <vector>

#include <patio/base/text.hpp>
#include <patio/directory/residence.hpp>

namespace patio {

enum class StreetSide { both, even, odd };
BOOST_DESCRIBE_ENUM(StreetSide, both, even, odd)

/// Some houses of a street: all of them unless a side or a number says less. Numbers are counted in.
struct StreetStretch {
  CommuneCode commune;
  StreetCode street;
  StreetSide side{};
  std::optional<int> from_number;
  std::optional<int> to_number;
  bool operator==(const StreetStretch&) const = default;
};
BOOST_DESCRIBE_STRUCT(StreetStretch, (), (commune, street, side, from_number, to_number))

struct Sector {
  /// "sector:mds_nord"
  AreaCode code;
  Text name;
  /// Whole communes, less the streets that another sector has.
  std::vector<CommuneCode> communes;
  std::vector<StreetStretch> streets;
  bool operator==(const Sector&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sector, (), (code, name, communes, streets))

[[nodiscard]] const Sector* find_sector(const std::vector<Sector>& sectors, const AreaCode& code);

/// Whether one of the areas has that home. `areas` may name sectors, and anything that Residence::areas may. Without any area:
/// yes. An area of a kind that is not known of the home is unknown, unless another one settles it.
[[nodiscard]] Served serves(const std::vector<Sector>& sectors, const std::vector<AreaCode>& areas, const Residence& home);

}  // namespace patio
