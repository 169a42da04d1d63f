#include <patio/exchange/lamednum.hpp>

#include <istream>
#include <ostream>
#include <unordered_map>

#include "exchange/field_reader.hpp"
#include "exchange/field_writer.hpp"
#include "exchange/lamednum_fields.hpp"

namespace patio {
namespace {

constexpr std::int64_t rows_between_reports = 1000;
constexpr std::string_view prefix = "mediation-numerique--";

bool has_column(const RecordReader& source, std::string_view name) {
  return std::find(source.columns().begin(), source.columns().end(), name) != source.columns().end();
}

/// The standard 0.1 called the programmes labels, and the fees conditions.
bool is_old(const RecordReader& source) {
  return has_column(source, "labels_nationaux") || has_column(source, "conditions_access") || has_column(source, "conditions_acces") ||
         has_column(source, "courriel");
}

/// Each code once, in the order of the words.
std::vector<std::string> codes_of(std::string_view table, const std::vector<std::string>& words) {
  std::vector<std::string> codes;
  for (const auto& word : words)
    if (const auto* meant = codes_for(table, word))
      for (const auto& code : *meant)
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  return codes;
}

/// The first code of the list, which stands from the most particular to the most general.
std::optional<std::string> first_of(std::string_view list, const std::vector<std::string>& codes) {
  for (const auto& entry : directory_list(list))
    if (std::find(codes.begin(), codes.end(), entry.code) != codes.end()) return entry.code;
  return std::nullopt;
}

template <class T>
void append(std::vector<T>& list, const std::vector<T>& more) {
  for (const auto& each : more)
    if (std::find(list.begin(), list.end(), each) == list.end()) list.push_back(each);
}

/// The words of the standard all of whose codes are there.
std::vector<std::string> words_for(std::string_view list, std::string_view table, const std::vector<std::string>& codes) {
  std::vector<std::string> words;
  for (const auto& entry : directory_list(list)) {
    const auto* meant = codes_for(table, entry.code);
    const bool all = meant && !meant->empty() && std::all_of(meant->begin(), meant->end(), [&](const auto& code) {
                       return std::find(codes.begin(), codes.end(), code) != codes.end();
                     });
    if (all) words.push_back(entry.code);
  }
  return words;
}

bool is_digital(const ListedService& service) {
  const auto about = [](const std::string& theme) { return theme.starts_with("numerique"); };
  return std::any_of(service.themes.begin(), service.themes.end(), about) ||
         std::any_of(service.theme_categories.begin(), service.theme_categories.end(), about);
}

/// A number as the standard wants it; nothing if it cannot be made one.
std::optional<std::string> international(const std::optional<std::string>& phone) {
  if (!phone) return std::nullopt;
  std::string digits;
  for (const char c : *phone)
    if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
  if (digits.size() == 10 && digits.starts_with('0')) digits = "+33" + digits.substr(1);
  return fault_of(Form::strict_phone, digits, {}).empty() ? std::optional(digits) : std::nullopt;
}

MediationPlace place_of(const ListedStructure& structure) {
  MediationPlace place;
  place.id = structure.id.starts_with(prefix) ? structure.id.substr(prefix.size()) : structure.id;
  place.pivot = structure.siret.value_or("00000000000000");
  place.name = structure.name;
  place.location = structure.location;
  place.phone = international(structure.phone);
  if (structure.email) place.emails = {*structure.email};
  if (structure.website) place.websites = {*structure.website};
  place.opening_hours = structure.opening_hours;
  place.description = structure.description;
  place.source = structure.source;
  place.updated_on = structure.updated_on;
  place.programmes = words_for("lamednum_dispositif_programmes_nationaux", "lamednum_networks", structure.networks);
  place.accessibility_link = structure.accessibility_link;
  return place;
}

void add_service(MediationPlace& place, const ListedService& service) {
  append(place.services, words_for("lamednum_services", "lamednum_themes", service.themes));
  append(place.audiences, words_for("lamednum_publics_specifiquement_adresses", "lamednum_audiences", service.audiences));
  append(place.access_modes, words_for("lamednum_modalites_acces", "lamednum_mobilisation", service.mobilisation_modes));
  if (service.fees == "gratuit") append(place.fees, {std::string("Gratuit")});
  if (service.fees == "payant") append(place.fees, {std::string("Payant")});
  if (service.type) append(place.support_modes, words_for("lamednum_modalites_accompagnement", "lamednum_types", {*service.type}));
  if (!place.booking_link) place.booking_link = service.mobilisation_link;
}

}  // namespace

LossReport read_lamednum(std::istream& file, const std::function<void(MediationPlace&&)>& keep, const DirectoryReadingOptions& options) {
  LossReport report;
  RecordReader source(file);
  const auto told = [&] {
    if (options.progress) options.progress({report.rows_read, source.bytes_read()});
  };
  for (const auto& issue : source.header_issues()) note(report, issue);
  if (source.is_table() && (!has_column(source, "id") || !has_column(source, "nom"))) {
    note(report, {"1:1", "not_this_list", fault_text("not_this_list", "")});
    told();
    return report;
  }
  std::optional<FieldReader<MediationPlace>> fields;
  std::span<const FieldRule<MediationPlace>> rules = mediation_fields_1();
  KnownIds ids;
  Record record;
  while (source.read(record)) {
    if (!record.broken && is_empty_record(record)) continue;
    ++report.rows_read;
    for (auto& issue : record.issues) note(report, std::move(issue));
    if (!record.broken && !fields) {
      rules = is_old(source) ? mediation_fields_0() : mediation_fields_1();
      fields.emplace(rules, source, report, options.today);
    }
    auto place = record.broken ? std::nullopt : fields->read(record);
    if (place && !ids.insert(place->id)) {
      fields->tell_at("id", "repeated_id");
      place.reset();
    }
    place ? ++report.rows_kept : ++report.rows_refused;
    if (place) keep(*std::move(place));
    if (report.rows_read % rows_between_reports == 0) told();
  }
  if (report.rows_kept == 0 && !has_column(source, "id")) note(report, {"1:1", "not_this_list", fault_text("not_this_list", "")});
  else tell_columns(source, report, rules);
  told();
  return report;
}

MediationReading read_lamednum(std::istream& file, const DirectoryReadingOptions& options) {
  MediationReading reading;
  reading.report = read_lamednum(file, [&](MediationPlace&& place) { reading.places.push_back(std::move(place)); }, options);
  return reading;
}

LossReport write_lamednum(const std::vector<MediationPlace>& places, std::ostream& out) {
  LossReport report;
  FieldWriter<MediationPlace> writer(mediation_fields_1(), report);
  writer.write_header(out);
  for (std::size_t i = 0; i < places.size(); ++i) {
    ++report.rows_read;
    const auto object = writer.write(places[i], "/places/" + std::to_string(i));
    if (object) writer.write_row(out, *object, '|');
    object ? ++report.rows_kept : ++report.rows_refused;
  }
  return report;
}

MediationListing to_listing(const MediationPlace& place) {
  MediationListing listing;
  ListedStructure& structure = listing.structure;
  structure.id = std::string(prefix) + place.id;
  structure.source = "mediation-numerique";
  structure.name = place.name;
  structure.updated_on = place.updated_on;
  structure.description = place.description ? place.description : place.summary;
  if (place.pivot && shaped(Form::siret, *place.pivot, {}).usable) structure.siret = place.pivot;
  structure.location = place.location;
  structure.phone = place.phone;
  if (!place.emails.empty()) structure.email = place.emails.front();
  if (!place.websites.empty()) structure.website = place.websites.front();
  structure.opening_hours = place.opening_hours;
  structure.accessibility_link = place.accessibility_link;
  structure.networks = codes_of("lamednum_networks", place.programmes);

  ListedService& service = listing.service;
  service.id = structure.id;
  service.structure_id = structure.id;
  service.source = structure.source;
  service.name = "Médiation numérique";
  service.updated_on = place.updated_on;
  service.description = structure.description;
  service.type = first_of("service_types", codes_of("lamednum_types", place.support_modes));
  service.themes = codes_of("lamednum_themes", place.services);
  service.fees = first_of("fees", codes_of("lamednum_fees", place.fees));
  service.audiences = codes_of("lamednum_audiences", place.audiences);
  append(service.audiences, codes_of("lamednum_audiences", place.special_care));
  service.location = place.location;
  service.phone = place.phone;
  service.email = structure.email;
  service.mobilisation_modes = codes_of("lamednum_mobilisation", place.access_modes);
  service.mobilisation_link = place.booking_link;
  service.opening_hours = place.opening_hours;
  return listing;
}

Directory to_directory(const std::vector<MediationPlace>& places) {
  Directory directory;
  for (const auto& place : places) {
    auto [structure, service] = to_listing(place);
    directory.structures.push_back(std::move(structure));
    directory.services.push_back(std::move(service));
  }
  return directory;
}

std::vector<MediationPlace> to_mediation_places(const Directory& directory) {
  std::unordered_map<std::string_view, std::vector<const ListedService*>> digital;
  for (const auto& service : directory.services)
    if (is_digital(service)) digital[service.structure_id].push_back(&service);
  std::vector<MediationPlace> places;
  for (const auto& structure : directory.structures) {
    const auto services = digital.find(structure.id);
    if (services == digital.end()) continue;
    MediationPlace& place = places.emplace_back(place_of(structure));
    for (const auto* service : services->second) add_service(place, *service);
  }
  return places;
}

}  // namespace patio
