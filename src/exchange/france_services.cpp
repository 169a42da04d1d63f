#include <patio/exchange/france_services.hpp>

#include <algorithm>
#include <fstream>
#include <unordered_set>

#include <patio/exchange/csv.hpp>

#include "exchange/france_services_row.hpp"
#include "exchange/hours_text.hpp"

namespace patio {
namespace {

constexpr std::int64_t rows_between_reports = 1000;

bool is_blank(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return without_blanks(cell).empty(); });
}

}  // namespace

LossReport read_france_services(std::istream& file, const std::function<void(FranceServicesPlace&&)>& keep,
                                const OnProgress& progress) {
  LossReport report;
  CsvReader reader(file);
  const auto told = [&] {
    if (progress) progress({report.rows_read, reader.bytes_read()});
  };
  const auto header = reader.next();
  const auto columns = header ? FranceServicesColumns::read(*header, report) : std::nullopt;
  if (!columns) {
    note(report, not_this_list());
    told();
    return report;
  }
  std::unordered_set<std::string> known_ids;
  while (auto row = reader.next()) {
    if (!row->broken && is_blank(*row)) continue;
    ++report.rows_read;
    if (auto place = read_place(*columns, std::move(*row), known_ids, report)) {
      ++report.rows_kept;
      keep(std::move(*place));
    } else {
      ++report.rows_refused;
    }
    if (report.rows_read % rows_between_reports == 0) told();
  }
  told();
  return report;
}

FranceServicesReading read_france_services(std::istream& file, const OnProgress& progress) {
  FranceServicesReading reading;
  reading.report = read_france_services(
      file, [&](FranceServicesPlace&& place) { reading.places.push_back(std::move(place)); }, progress);
  return reading;
}

FranceServicesReading read_france_services(const std::filesystem::path& path, const OnProgress& progress) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(ErrorCode::not_found, {"ce fichier ne peut pas être ouvert", "this file cannot be opened"});
  return read_france_services(file, progress);
}

Site to_site(const FranceServicesPlace& place) {
  Site site;
  site.code = SiteCode::parse("site:fs:" + place.id).value_or(SiteCode{});
  site.name = place.name;
  const std::string town = place.postcode.empty() ? place.town : place.postcode + ' ' + place.town;
  for (const auto& part : {place.address, place.address_extra, town}) {
    if (part.empty()) continue;
    if (!site.address.empty()) site.address += ", ";
    site.address += part;
  }
  site.commune = place.commune.value_or(CommuneCode{});
  site.latitude = place.latitude;
  site.longitude = place.longitude;
  if (!place.phone.empty()) site.phone = place.phone;
  site.hours = place.hours;
  return site;
}

}  // namespace patio
