#pragma once
/// \file
/// The official geographic code of France (INSEE, DGCL), as CSV files of one folder, made into a Territory.
///
///     const TerritoryReading reading = read_territory("/srv/data/cog");
///     if (reading.reports.at("communes").rows_refused > 0) show(reading.reports);
///     reading.territory.commune_on(CommuneCode("insee:93059"), today);
///
/// Files are known by how their names begin; `communes` must be there, the others may be left out:
///
/// | File            | Columns                                                                                          |
/// |-----------------|--------------------------------------------------------------------------------------------------|
/// | `communes*`     | code, nom, type, departement, region, epci, codes_postaux, anciens_codes, chef_lieu, population; latitude and longitude if the host has them |
/// | `departements*` | code, nom                                                                                        |
/// | `regions*`      | code, nom                                                                                        |
/// | `epci*`         | code, nom                                                                                        |
/// | `mouvements*`   | millesime, mouvement (disparition, apparition, changement-nom), code, nom, code_successeur, nom_successeur |
///
/// Lists in a cell are separated by `|`. A row that has no code or no name is refused; anything else is told.

#include <filesystem>
#include <iosfwd>
#include <map>

#include <patio/directory/territory.hpp>
#include <patio/exchange/loss_report.hpp>

namespace patio {

struct TerritoryReading {
  Territory territory;
  /// "communes", "departements", "regions", "epci", "mouvements": of the files that were there.
  std::map<std::string, LossReport> reports;
};

/// Throws Error (`not_found`) if the folder has no file of communes.
[[nodiscard]] TerritoryReading read_territory(const std::filesystem::path& folder);

/// The same from open streams; null for a file that there is not.
struct TerritoryFiles {
  std::istream* communes = nullptr;
  std::istream* departments = nullptr;
  std::istream* regions = nullptr;
  std::istream* intercommunalities = nullptr;
  std::istream* movements = nullptr;
};
[[nodiscard]] TerritoryReading read_territory(const TerritoryFiles& files);

}  // namespace patio
