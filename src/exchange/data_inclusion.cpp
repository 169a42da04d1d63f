#include <patio/exchange/data_inclusion.hpp>

#include <istream>
#include <ostream>

#include "exchange/data_inclusion_fields.hpp"
#include "exchange/field_reader.hpp"
#include "exchange/field_writer.hpp"

namespace patio {
namespace {

constexpr std::int64_t rows_between_reports = 1000;
constexpr std::string_view everybody = "tous-publics";

bool has_column(const RecordReader& source, std::string_view name) {
  return std::find(source.columns().begin(), source.columns().end(), name) != source.columns().end();
}

template <class Table>
bool knows(const Table& table, std::string_view name) {
  return std::any_of(table.begin(), table.end(), [&](const auto& rule) { return rule.name == name; });
}

/// Version 0 if more columns are of version 0 alone than of version 1 alone.
bool is_version_0(const RecordReader& source) {
  int version_0 = 0, version_1 = 0;
  for (const auto& column : source.columns()) {
    const bool in_0 = knows(structure_fields_0(), column) || knows(service_fields_0(), column);
    const bool in_1 = knows(structure_fields_1(), column) || knows(service_fields_1(), column);
    version_0 += in_0 && !in_1;
    version_1 += in_1 && !in_0;
  }
  return version_0 > version_1;
}

/// Reads one file, whose version its first columns tell.
class Reading {
 public:
  Reading(RecordReader& source, const DirectorySink& keep, const DirectoryReadingOptions& options)
      : source_(source), keep_(keep), options_(options) {}

  LossReport read() {
    for (auto& issue : source_.header_issues()) note(report_, issue);
    if (source_.is_table() && (!has_column(source_, "id") || !has_column(source_, "nom"))) return not_this_list();
    Record record;
    while (source_.read(record)) {
      if (!record.broken && is_empty_record(record)) continue;
      ++report_.rows_read;
      for (auto& issue : record.issues) note(report_, std::move(issue));
      keep_record(record) ? ++report_.rows_kept : ++report_.rows_refused;
      if (report_.rows_read % rows_between_reports == 0) tell_progress();
    }
    if (report_.rows_kept == 0 && !has_column(source_, "id")) return not_this_list();
    tell_end_of_columns();
    tell_progress();
    return std::move(report_);
  }

 private:
  LossReport not_this_list() {
    note(report_, {"1:1", "not_this_list", fault_text("not_this_list", "")});
    tell_progress();
    return std::move(report_);
  }

  bool keep_record(const Record& record) {
    if (record.broken) return false;
    choose_version();
    const auto& columns = source_.columns();
    const auto place = static_cast<std::size_t>(std::find(columns.begin(), columns.end(), "structure_id") - columns.begin());
    const bool is_service = source_.is_table() ? place < columns.size()
                                               : place < record.cells.size() && record.cells[place].kind != Cell::Kind::absent;
    return is_service ? keep_service(record) : keep_structure(record);
  }

  void choose_version() {
    if (structures_) return;
    version_0_ = is_version_0(source_);
    structures_.emplace(version_0_ ? structure_fields_0() : structure_fields_1(), source_, report_, options_.today);
    services_.emplace(version_0_ ? service_fields_0() : service_fields_1(), source_, report_, options_.today);
  }

  bool keep_structure(const Record& record) {
    structures_seen_ = true;
    auto entry = structures_->read(record);
    if (!entry || !is_new(*structures_, structure_ids_, entry->id)) return false;
    check_source(*structures_, entry->id, entry->source);
    keep_.structure(*std::move(entry));
    return true;
  }

  bool keep_service(const Record& record) {
    services_seen_ = true;
    auto entry = services_->read(record);
    if (!entry || !is_new(*services_, service_ids_, entry->id)) return false;
    check_source(*services_, entry->id, entry->source);
    part_themes(*entry);
    settle_audiences(*entry);
    if (version_0_) settle_zone(*entry);
    if (version_0_) settle_mobilisation(*entry);
    keep_.service(*std::move(entry));
    return true;
  }

  template <class Fields>
  bool is_new(Fields& fields, KnownIds& known, const std::string& id) {
    if (known.insert(id)) return true;
    fields.tell_at("id", "repeated_id");
    return false;
  }

  template <class Fields>
  void check_source(Fields& fields, const std::string& id, const std::string& source) {
    if (!version_0_ && !source.empty() && !id.starts_with(source + "--")) fields.tell_at("id", "id_without_source");
  }

  void part_themes(ListedService& service) {
    std::vector<std::string> themes;
    for (auto& theme : service.themes) {
      const bool category = theme.find("--") == std::string::npos;
      if (category) services_->tell_at("thematiques", "category_only");
      (category ? service.theme_categories : themes).push_back(std::move(theme));
    }
    service.themes = std::move(themes);
  }

  /// Everybody and some others is everybody.
  void settle_audiences(ListedService& service) {
    auto& audiences = service.audiences;
    if (audiences.size() < 2 || std::find(audiences.begin(), audiences.end(), everybody) == audiences.end()) return;
    services_->tell_at(version_0_ ? "profils" : "publics", "all_audiences_and_more");
    audiences = {std::string(everybody)};
  }

  /// Region 11 is no département 11: version 0 says in another column which it is.
  void settle_zone(ListedService& service) {
    const Cell* kind = services_->cell_named("zone_diffusion_type");
    const Cell* code = services_->cell_named("zone_diffusion_code");
    if (!kind) return;
    if (kind->text == "pays") {
      service.zones = {AreaCode("country:france")};
    } else if (kind->text == "region" && code) {
      service.zones.clear();
      if (auto region = AreaCode::parse("reg:" + code->text)) service.zones.push_back(*std::move(region));
    }
  }

  /// Who may set it going is told by which of the two columns says how.
  void settle_mobilisation(ListedService& service) {
    if (services_->cell_named("modes_orientation_beneficiaire")) service.mobilised_by.emplace_back("usagers");
    if (services_->cell_named("modes_orientation_accompagnateur")) service.mobilised_by.emplace_back("professionnels");
  }

  void tell_end_of_columns() {
    if (!structures_) return;
    const auto structures = version_0_ ? structure_fields_0() : structure_fields_1();
    const auto services = version_0_ ? service_fields_0() : service_fields_1();
    if (structures_seen_ && services_seen_) tell_columns(source_, report_, structures, services);
    else if (services_seen_) tell_columns(source_, report_, services);
    else tell_columns(source_, report_, structures);
  }

  void tell_progress() const {
    if (options_.progress) options_.progress({report_.rows_read, source_.bytes_read()});
  }

  RecordReader& source_;
  const DirectorySink& keep_;
  const DirectoryReadingOptions& options_;
  LossReport report_;
  bool version_0_ = false, structures_seen_ = false, services_seen_ = false;
  std::optional<FieldReader<ListedStructure>> structures_;
  std::optional<FieldReader<ListedService>> services_;
  KnownIds structure_ids_, service_ids_;
};

/// What version 1 has no column for.
void tell_categories(const ListedService& service, const std::string& path, LossReport& report) {
  if (!service.theme_categories.empty()) tell(report, path + "/thematiques", "category_only", "thematiques");
}

template <class Entry, class Write>
void write_entries(const std::vector<Entry>& entries, std::string_view list, std::span<const FieldRule<Entry>> rules, LossReport& report,
                   Write write) {
  FieldWriter<Entry> writer(rules, report);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string path = '/' + std::string(list) + '/' + std::to_string(i);
    ++report.rows_read;
    const auto object = writer.write(entries[i], path);
    if (object) write(writer, *object);
    object ? ++report.rows_kept : ++report.rows_refused;
    if constexpr (std::is_same_v<Entry, ListedService>) tell_categories(entries[i], path, report);
  }
}

template <class Entry>
void write_list(const std::vector<Entry>& entries, std::string_view list, std::span<const FieldRule<Entry>> rules, std::ostream& out,
                LossReport& report) {
  out << '"' << list << "\": [";
  bool first = true;
  write_entries(entries, list, rules, report, [&](auto&, const auto& object) {
    out << (first ? "\n" : ",\n") << object.dump();
    first = false;
  });
  out << "\n]";
}

template <class Entry>
LossReport write_csv(const std::vector<Entry>& entries, std::string_view list, std::span<const FieldRule<Entry>> rules, std::ostream& out) {
  LossReport report;
  FieldWriter<Entry>(rules, report).write_header(out);
  write_entries(entries, list, rules, report, [&](auto& writer, const auto& object) { writer.write_row(out, object, '|'); });
  return report;
}

}  // namespace

void write_cell(std::ostream& out, std::string_view text, char separator) {
  // A cell that begins or ends with blanks would lose them in many readers.
  const bool plain = text.find_first_of("\"\r\n") == std::string_view::npos && text.find(separator) == std::string_view::npos &&
                     !text.starts_with(' ') && !text.ends_with(' ');
  if (plain) {
    out << text;
    return;
  }
  out << '"';
  for (const char c : text) {
    if (c == '"') out << '"';
    out << c;
  }
  out << '"';
}

LossReport read_data_inclusion(std::istream& file, const DirectorySink& keep, const DirectoryReadingOptions& options) {
  RecordReader source(file);
  return Reading(source, keep, options).read();
}

DirectoryReading read_data_inclusion(std::istream& file, const DirectoryReadingOptions& options) {
  DirectoryReading reading;
  const DirectorySink keep{[&](ListedStructure&& structure) { reading.directory.structures.push_back(std::move(structure)); },
                           [&](ListedService&& service) { reading.directory.services.push_back(std::move(service)); }};
  reading.report = read_data_inclusion(file, keep, options);
  return reading;
}

LossReport write_data_inclusion(const Directory& directory, std::ostream& out) {
  LossReport report;
  out << '{';
  write_list(directory.structures, "structures", structure_fields_1(), out, report);
  out << ",\n";
  write_list(directory.services, "services", service_fields_1(), out, report);
  out << "}\n";
  return report;
}

LossReport write_data_inclusion_structures_csv(const std::vector<ListedStructure>& structures, std::ostream& out) {
  return write_csv(structures, "structures", structure_fields_1(), out);
}

LossReport write_data_inclusion_services_csv(const std::vector<ListedService>& services, std::ostream& out) {
  return write_csv(services, "services", service_fields_1(), out);
}

}  // namespace patio
