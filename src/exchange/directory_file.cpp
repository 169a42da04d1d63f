#include <patio/exchange/directory_file.hpp>

#include <algorithm>
#include <fstream>

#include <patio/directory/osm_hours.hpp>
#include <patio/exchange/hsds.hpp>

#include "exchange/fault.hpp"
#include "exchange/form.hpp"
#include "exchange/record.hpp"

namespace patio {
namespace {

std::optional<std::string> unless_empty(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

std::optional<std::string> in_form(Form form, const std::string& text) {
  return !text.empty() && fault_of(form, text, {}).empty() ? std::optional(text) : std::nullopt;
}

bool has_any(const std::vector<std::string>& columns, std::initializer_list<std::string_view> names) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const std::string& column) { return std::find(names.begin(), names.end(), column) != names.end(); });
}

/// The columns of a table, or the keys of its first object; then back to where the stream stood.
std::vector<std::string> first_columns(std::istream& file) {
  const auto start = file.tellg();
  RecordReader source(file);
  Record first;
  if (!source.is_table()) static_cast<void>(source.read(first));
  auto columns = source.columns();
  for (auto& column : columns)
    for (char& c : column)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  file.clear();
  file.seekg(start);
  if (start == std::istream::pos_type(-1) || !file)
    throw Error(ErrorCode::misuse, {"ce flux ne revient pas en arrière : dire le format", "this stream cannot go back: say the format"});
  return columns;
}

std::optional<DirectoryFormat> format_of(const std::vector<std::string>& columns) {
  if (has_any(columns, {"id_fs", "matricule"})) return DirectoryFormat::france_services;
  if (!has_any(columns, {"id"}) || !has_any(columns, {"nom"})) return std::nullopt;
  const bool places = has_any(columns, {"pivot", "dispositif_programmes_nationaux", "modalites_accompagnement", "horaires"});
  return places ? DirectoryFormat::lamednum : DirectoryFormat::data_inclusion;
}

template <class Listing>
void keep_listing(const DirectorySink& keep, Listing&& listing) {
  keep.structure(std::move(listing.structure));
  keep.service(std::move(listing.service));
}

}  // namespace

LossReport read_directory(std::istream& file, const DirectorySink& keep, const DirectoryFileOptions& options) {
  const auto format = options.format ? options.format : format_of(first_columns(file));
  const DirectoryReadingOptions reading{options.progress, options.today};
  if (!format) {
    LossReport report;
    tell(report, "1:1", "not_this_list", "");
    return report;
  }
  if (*format == DirectoryFormat::data_inclusion) return read_data_inclusion(file, keep, reading);
  if (*format == DirectoryFormat::lamednum)
    return read_lamednum(file, [&](MediationPlace&& place) { keep_listing(keep, to_listing(place)); }, reading);
  return read_france_services(
      file, [&](FranceServicesPlace&& place) { keep_listing(keep, to_listing(place, options.published_on)); }, options.progress);
}

DirectoryReading read_directory(std::istream& file, const DirectoryFileOptions& options) {
  DirectoryReading reading;
  const DirectorySink keep{[&](ListedStructure&& structure) { reading.directory.structures.push_back(std::move(structure)); },
                           [&](ListedService&& service) { reading.directory.services.push_back(std::move(service)); }};
  reading.report = read_directory(file, keep, options);
  return reading;
}

DirectoryReading read_directory_file(const std::filesystem::path& path, const DirectoryFileOptions& options) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(ErrorCode::not_found, {"ce fichier ne peut pas être ouvert", "this file cannot be opened"});
  return read_directory(file, options);
}

LossReport write_directory(const Directory& directory, WrittenFormat format, std::ostream& out, const Territory* territory) {
  if (format == WrittenFormat::data_inclusion) return write_data_inclusion(directory, out);
  if (format == WrittenFormat::lamednum) return write_lamednum(to_mediation_places(directory), out);
  return write_hsds(directory, out, territory);
}

FranceServicesListing to_listing(const FranceServicesPlace& place, std::optional<Date> published_on) {
  FranceServicesListing listing;
  ListedStructure& structure = listing.structure;
  structure.id = "france-services--" + place.id;
  structure.source = "france-services";
  structure.name = place.name;
  structure.updated_on = published_on;
  structure.description = unless_empty(place.comment);
  structure.location.address = unless_empty(place.address);
  structure.location.address_extra = unless_empty(place.address_extra);
  structure.location.postcode = unless_empty(place.postcode);
  structure.location.town = unless_empty(place.town);
  structure.location.commune = place.commune;
  if (place.latitude && place.longitude) structure.location.position = Position{*place.latitude, *place.longitude};
  structure.phone = unless_empty(place.phone);
  structure.email = in_form(Form::email, place.email);
  structure.opening_hours = unless_empty(to_osm({place.hours, OnHolidays::as_usual}));
  structure.networks = {"france-service"};

  ListedService& service = listing.service;
  service.id = structure.id;
  service.structure_id = structure.id;
  service.source = structure.source;
  service.name = "Espace France services";
  service.updated_on = published_on;
  service.description = "Accompagnement dans les démarches administratives et numériques du quotidien.";
  service.type = "accompagnement";
  service.themes = {"difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives",
                    "numerique--acceder-a-des-services-en-ligne"};
  service.fees = "gratuit";
  service.audiences = {"tous-publics"};
  service.reception_modes = {"en-presentiel"};
  service.mobilisation_modes = {"se-presenter"};
  if (structure.phone) service.mobilisation_modes.emplace_back("telephoner");
  service.mobilised_by = {"usagers", "professionnels"};
  return listing;
}

}  // namespace patio
