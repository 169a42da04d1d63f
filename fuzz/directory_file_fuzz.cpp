// Any bytes as a public directory: read to their end, every row kept or refused, and what was kept is written and read again as
// it was. The first byte says which columns, if any, stand above the others.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include <patio/base/json.hpp>
#include <patio/exchange/cog.hpp>
#include <patio/exchange/directory_file.hpp>

namespace {

void must(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

constexpr const char* headers[] = {
    "",
    "id,source,nom,date_maj,siret,code_postal,code_insee,latitude,longitude,horaires_accueil,reseaux_porteurs\n",
    "id,structure_id,source,nom,description,date_maj,type,thematiques,frais,publics,zone_eligibilite,nombre_semaines\n",
    "id;structure_id;source;nom;presentation_resume;presentation_detail;types;thematiques;profils;zone_diffusion_type;zone_diffusion_code\n",
    "id,pivot,nom,commune,code_postal,adresse,date_maj,services,telephone,courriels,horaires,latitude,longitude\n",
    "id,pivot,nom,commune,code_postal,adresse,date_maj,services,conditions_access,labels_nationaux\n",
    "[",
    "{\"structures\": [",
};

void read_territory_from(const std::string& text) {
  std::istringstream communes("code,nom,type,departement,region,epci,codes_postaux,anciens_codes,chef_lieu,latitude,longitude\n" + text);
  std::istringstream movements("millesime,mouvement,code,nom,code_successeur,nom_successeur\n" + text);
  const auto territory = patio::read_territory(patio::TerritoryFiles{.communes = &communes, .movements = &movements}).territory;
  const patio::Date day(patio::Date(date::year(2024) / 1 / 1));
  for (const auto& each : territory.communes()) static_cast<void>(territory.commune_on(each.code, day));
  for (const auto& each : territory.changes()) static_cast<void>(territory.commune_on(each.code, day));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] >= 0xf0) return read_territory_from(bytes), 0;
  std::istringstream file(headers[data[0] % std::size(headers)] + bytes);
  const auto reading = patio::read_directory(file);
  const auto& report = reading.report;
  must(report.rows_read == report.rows_kept + report.rows_refused, "a row was neither kept nor refused");
  must(patio::from_json<patio::DirectoryReading>(patio::to_json(reading)).has_value(), "a reading that its own reader refuses");
  for (const auto& issue : report.issues) must(!issue.message.fr.empty() && !issue.message.en.empty(), "a fault without words");

  std::stringstream written;
  static_cast<void>(patio::write_directory(reading.directory, patio::WrittenFormat::data_inclusion, written));
  const auto again = patio::read_data_inclusion(written);
  std::stringstream twice;
  static_cast<void>(patio::write_data_inclusion(again.directory, twice));
  must(again.report.rows_read == 0 || patio::read_data_inclusion(twice).directory == again.directory, "what was written is read as something else");
  std::ostringstream other;
  static_cast<void>(patio::write_directory(reading.directory, patio::WrittenFormat::hsds, other));
  static_cast<void>(patio::write_directory(reading.directory, patio::WrittenFormat::lamednum, other));
  return 0;
}
