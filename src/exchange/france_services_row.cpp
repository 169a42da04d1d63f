#include "exchange/france_services_row.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <patio/directory/territory.hpp>

#include "exchange/fault.hpp"
#include "exchange/hours_text.hpp"

namespace patio {
namespace {

using Field = FranceServicesField;

struct Column {
  std::string_view name;
  Field field;
};

/// Every name that the list gave to its columns: 2020, 2022 and 2026.
constexpr Column known_columns[] = {
    {"id_fs", Field::id},
    {"matricule", Field::id},
    {"lib_fs", Field::name},
    {"nom", Field::name},
    {"adresse", Field::address},
    {"complement_adresse", Field::address_extra},
    {"complement", Field::address_extra},
    {"insee_com", Field::commune},
    {"code_postal", Field::postcode},
    {"lib_com", Field::town},
    {"commune", Field::town},
    {"latitude", Field::latitude},
    {"longitude", Field::longitude},
    {"mail", Field::email},
    {"telephone", Field::phone},
    {"h_lundi", Field::monday},
    {"h_mardi", Field::tuesday},
    {"h_mercredi", Field::wednesday},
    {"h_jeudi", Field::thursday},
    {"h_vendredi", Field::friday},
    {"h_samedi", Field::saturday},
    {"h_dimanche", Field::sunday},
    {"commentaire", Field::comment},
    {"commentaire_horaires", Field::comment},
    {"itinerance", Field::roaming},
    {"format_fs", Field::format},
    {"groupe", Field::group_name},
    {"groupe_responsable", Field::main_site_id},
    {"labellisation", Field::label},
    {"labellisation_fs", Field::label},
    {"prise_rdv", Field::takes_appointments},
    {"categorie", Field::category},
    {"insee_dep", Field::not_kept},
    {"departement", Field::not_kept},
    {"groupe_antennes", Field::not_kept},
};

struct FormatName {
  std::string_view name;
  FranceServicesFormat format;
};

constexpr FormatName format_names[] = {
    {"site principal", FranceServicesFormat::main_site}, {"espace labellisé", FranceServicesFormat::main_site},
    {"antenne", FranceServicesFormat::branch},           {"fixe", FranceServicesFormat::fixed},
    {"multisites", FranceServicesFormat::multisite},     {"itinérante", FranceServicesFormat::itinerant},
    {"bus_équivalent", FranceServicesFormat::bus},
};

/// Lower case for the letters of the list, accents included: "É" is the one it capitalises.
std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (auto at = lowered.find("É"); at != std::string::npos; at = lowered.find("É")) lowered.replace(at, 2, "é");
  return lowered;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<double> degrees_of(std::string_view text, double most) {
  std::string number(text);
  std::replace(number.begin(), number.end(), ',', '.');
  double degrees = 0;
  const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), degrees);
  if (fault != std::errc{} || end != number.data() + number.size()) return std::nullopt;
  if (!std::isfinite(degrees) || std::abs(degrees) > most) return std::nullopt;
  return degrees;
}

/// "01/09/2020", "09/2020" or "2020-09-01" as "2020-09-01"; empty if it has none of these forms.
std::string iso_day(std::string_view text) {
  const auto digits_but = [&](std::string_view marks) {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (marks[i] == '0' ? !all_digits(text.substr(i, 1)) : text[i] != marks[i]) return false;
    return true;
  };
  if (text.size() == 10 && digits_but("00/00/0000"))
    return std::string(text.substr(6)) + '-' + std::string(text.substr(3, 2)) + '-' + std::string(text.substr(0, 2));
  if (text.size() == 7 && digits_but("00/0000"))
    return std::string(text.substr(3)) + '-' + std::string(text.substr(0, 2)) + "-01";
  if (text.size() == 10 && digits_but("0000-00-00")) return std::string(text);
  return {};
}

/// Why a row cannot be known by this identifier. If it can, nobody else can any more.
std::optional<std::string_view> why_no_id(const std::string& id, std::unordered_set<std::string>& known_ids) {
  constexpr std::size_t longest_id = 40;
  if (id.empty()) return "no_id";
  if (id.size() > longest_id || !is_code(id)) return "not_an_id";
  if (!known_ids.insert(id).second) return "repeated_id";
  return std::nullopt;
}

/// Reads the cells of one row; what cannot be is noted and left out.
class RowReader {
 public:
  RowReader(const FranceServicesColumns& columns, const CsvRow& row, LossReport& report)
      : columns_(columns), row_(row), report_(report) {}

  [[nodiscard]] std::string_view text(Field field) const {
    const auto column = columns_.of(field);
    return column ? without_blanks(row_.cells[*column]) : std::string_view{};
  }

  void fault(Field field, std::string_view code) {
    const auto column = columns_.of(field).value_or(0);
    note(report_, {std::to_string(row_.line) + ':' + std::to_string(column + 1), std::string(code),
                   fault_text(code, columns_.name_of(field))});
  }

  void read(FranceServicesPlace& place) {
    place.address = text(Field::address);
    place.address_extra = text(Field::address_extra);
    place.town = text(Field::town);
    place.email = text(Field::email);
    place.phone = text(Field::phone);
    place.comment = text(Field::comment);
    place.group_name = text(Field::group_name);
    place.main_site_id = text(Field::main_site_id);
    read_commune(place);
    read_postcode(place);
    read_position(place);
    read_hours(place);
    read_format(place);
    place.takes_appointments = yes_no(Field::takes_appointments);
    read_label(place);
  }

 private:
  void not_understood(Field field) { ++report_.not_understood[std::string(columns_.name_of(field))]; }

  void read_commune(FranceServicesPlace& place) {
    const auto cell = text(Field::commune);
    place.commune = commune_code(cell);
    if (!cell.empty() && !place.commune) fault(Field::commune, "not_a_commune");
  }

  void read_postcode(FranceServicesPlace& place) {
    const auto cell = text(Field::postcode);
    if (cell.empty()) return;
    const bool digits = all_digits(cell);
    if (digits && cell.size() == 5) {
      place.postcode = cell;
    } else if (digits && cell.size() == 4) {
      place.postcode = '0' + std::string(cell);
      fault(Field::postcode, "zero_restored");
    } else {
      fault(Field::postcode, "not_a_postcode");
    }
  }

  void read_position(FranceServicesPlace& place) {
    const auto north = text(Field::latitude), east = text(Field::longitude);
    if (north.empty() && east.empty()) return;
    if (north.empty() || east.empty()) return fault(north.empty() ? Field::latitude : Field::longitude, "half_a_position");
    const auto latitude = degrees_of(north, 90), longitude = degrees_of(east, 180);
    if (!latitude) fault(Field::latitude, "not_a_coordinate");
    if (!longitude) fault(Field::longitude, "not_a_coordinate");
    if (!latitude || !longitude) return;
    // Zero and zero is what empty cells become on their way through a spreadsheet.
    if (*latitude == 0 && *longitude == 0) return fault(Field::latitude, "not_a_coordinate");
    place.latitude = latitude;
    place.longitude = longitude;
  }

  void read_hours(FranceServicesPlace& place) {
    for (const auto& day : enumerators<Weekday>()) {
      const auto field = static_cast<Field>(static_cast<int>(Field::monday) + static_cast<int>(day.value));
      const auto cell = text(field);
      auto read = read_day_hours(day.value, cell);
      place.hours.insert(place.hours.end(), read.hours.begin(), read.hours.end());
      if (read.reading == HoursReading::open || read.reading == HoursReading::closed) continue;
      place.hours_text.emplace(day.name, cell);
      if (read.reading == HoursReading::inverted) fault(field, "hours_inverted");
      if (read.reading == HoursReading::overlapping) fault(field, "hours_overlap");
      if (read.reading == HoursReading::not_understood) not_understood(field);
    }
  }

  void read_format(FranceServicesPlace& place) {
    const auto cell = lower(text(Field::format));
    for (const auto& each : format_names)
      if (each.name == cell) place.format = each.format;
    if (!cell.empty() && !place.format) not_understood(Field::format);
    place.roaming = yes_no(Field::roaming);
    // In 2020 the category says it where the column of its own is empty.
    if (!place.roaming && lower(text(Field::category)).ends_with("itinerante")) place.roaming = YesNo::yes;
  }

  std::optional<YesNo> yes_no(Field field) {
    const auto cell = lower(text(field));
    if (cell == "oui") return YesNo::yes;
    if (cell == "non") return YesNo::no;
    if (!cell.empty()) not_understood(field);
    return std::nullopt;
  }

  /// "Espace labellisé 01/01/2020": the day is the last word.
  void read_label(FranceServicesPlace& place) {
    const auto cell = text(Field::label);
    if (cell.empty()) return;
    const auto day = iso_day(cell.substr(cell.find_last_of(' ') + 1));
    if (day.empty()) return not_understood(Field::label);
    place.labelled_on = parse_date(day);
    if (!place.labelled_on) fault(Field::label, "not_a_date");
  }

  const FranceServicesColumns& columns_;
  const CsvRow& row_;
  LossReport& report_;
};

}  // namespace

Issue not_this_list() {
  return {"1:1", "not_this_list",
          {"l'en-tête n'est pas celui d'une liste France services", "the header is not that of a list of France Services"}};
}

std::optional<FranceServicesColumns> FranceServicesColumns::read(const CsvRow& header, LossReport& report) {
  FranceServicesColumns columns;
  LossReport seen;
  columns.count_ = header.cells.size();
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const auto name = lower(without_blanks(header.cells[i]));
    const auto known = std::find_if(std::begin(known_columns), std::end(known_columns),
                                    [&](const Column& each) { return each.name == name; });
    if (known == std::end(known_columns)) {
      seen.unknown_columns.push_back(is_code(name) ? name : "column " + std::to_string(i + 1));
    } else if (known->field == Field::not_kept) {
      seen.columns_not_kept.emplace_back(known->name);
    } else if (columns.of(known->field)) {
      note(seen, {std::to_string(header.line) + ':' + std::to_string(i + 1), "repeated_column",
                  fault_text("repeated_column", known->name)});
    } else {
      columns.places_[index(known->field)] = i;
      columns.names_[index(known->field)] = known->name;
    }
  }
  if (!columns.of(Field::id) || !columns.of(Field::name)) return std::nullopt;
  for (const auto& issue : header.issues) note(report, issue);
  for (const auto& issue : seen.issues) note(report, issue);
  report.unknown_columns = std::move(seen.unknown_columns);
  report.columns_not_kept = std::move(seen.columns_not_kept);
  return columns;
}

std::optional<FranceServicesPlace> read_place(const FranceServicesColumns& columns, CsvRow row,
                                              std::unordered_set<std::string>& known_ids, LossReport& report) {
  for (auto& issue : row.issues) note(report, std::move(issue));
  if (row.broken) return std::nullopt;
  if (row.cells.size() != columns.count()) {
    note(report, {std::to_string(row.line) + ":1", "wrong_cell_count", fault_text("wrong_cell_count", "")});
    return std::nullopt;
  }
  RowReader reader(columns, row, report);
  FranceServicesPlace place;
  place.id = reader.text(Field::id);
  place.name = reader.text(Field::name);
  if (const auto why = why_no_id(place.id, known_ids)) {
    reader.fault(Field::id, *why);
    return std::nullopt;
  }
  if (place.name.empty()) {
    reader.fault(Field::name, "no_name");
    return std::nullopt;
  }
  reader.read(place);
  return place;
}

}  // namespace patio
