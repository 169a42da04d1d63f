#include <patio/directory/sector.hpp>

#include <algorithm>

namespace patio {
namespace {

bool has(const std::vector<CommuneCode>& communes, std::string_view code) {
  return std::any_of(communes.begin(), communes.end(), [&](const CommuneCode& each) { return each.text() == code; });
}

Served either(Served first, Served second) {
  if (first == Served::yes || second == Served::yes) return Served::yes;
  return first == Served::unknown || second == Served::unknown ? Served::unknown : Served::no;
}

Served is_on(const StreetStretch& stretch, const Residence& home) {
  if (home.street != stretch.street) return Served::no;
  if (stretch.side == StreetSide::both && !stretch.from_number && !stretch.to_number) return Served::yes;
  if (!home.house_number) return Served::unknown;
  const int number = *home.house_number;
  const bool side = stretch.side == StreetSide::both || (number % 2 == 0) == (stretch.side == StreetSide::even);
  const bool within = number >= stretch.from_number.value_or(number) && number <= stretch.to_number.value_or(number);
  return side && within ? Served::yes : Served::no;
}

/// By its streets alone.
Served by_street(const Sector& sector, std::string_view commune, const Residence& home) {
  Served served = Served::no;
  for (const auto& stretch : sector.streets) {
    if (stretch.commune.text() != commune) continue;
    served = either(served, home.street ? is_on(stretch, home) : Served::unknown);
  }
  return served;
}

/// Whether a commune may be that of the home, for all that is known of its département.
bool may_be(std::string_view commune, const Residence& home) {
  const auto department = area_of(home, "dep");
  return !department || department_of(commune) == department;
}

bool may_reach(const Sector& sector, const Residence& home) {
  return std::any_of(sector.communes.begin(), sector.communes.end(),
                     [&](const CommuneCode& each) { return may_be(each.text(), home); }) ||
         std::any_of(sector.streets.begin(), sector.streets.end(),
                     [&](const StreetStretch& each) { return may_be(each.commune.text(), home); });
}

Served is_in(const std::vector<Sector>& sectors, const Sector& sector, const Residence& home) {
  if (std::find(home.areas.begin(), home.areas.end(), sector.code) != home.areas.end()) return Served::yes;
  const auto commune = area_of(home, "insee");
  if (!commune) return may_reach(sector, home) ? Served::unknown : Served::no;
  const Served street = by_street(sector, commune->text(), home);
  if (street != Served::no) return street;
  if (!has(sector.communes, commune->text())) return Served::no;
  Served elsewhere = Served::no;
  for (const auto& other : sectors)
    if (&other != &sector) elsewhere = either(elsewhere, by_street(other, commune->text(), home));
  if (elsewhere == Served::unknown) return Served::unknown;
  return elsewhere == Served::yes ? Served::no : Served::yes;
}

Served is_in(const AreaCode& area, const Residence& home) {
  if (const auto known = area_of(home, kind_of(area))) return *known == area ? Served::yes : Served::no;
  return kind_of(area) != "insee" || may_be(area.text(), home) ? Served::unknown : Served::no;
}

}  // namespace

const Sector* find_sector(const std::vector<Sector>& sectors, const AreaCode& code) {
  const auto found = std::find_if(sectors.begin(), sectors.end(), [&](const Sector& each) { return each.code == code; });
  return found == sectors.end() ? nullptr : &*found;
}

Served serves(const std::vector<Sector>& sectors, const std::vector<AreaCode>& areas, const Residence& home) {
  Served served = areas.empty() ? Served::yes : Served::no;
  for (const auto& area : areas) {
    if (const Sector* sector = find_sector(sectors, area)) {
      served = either(served, is_in(sectors, *sector, home));
    } else {
      served = either(served, is_in(area, home));
    }
  }
  return served;
}

}  // namespace patio
