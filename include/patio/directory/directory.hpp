#pragma once
/// \file
/// A public directory of what there is around the centre: structures and the services that they offer, whoever published
/// them and in whatever format (exchange/directory_file.hpp reads and writes them). The plan of a centre holds the few that
/// meet there; a directory the tens of thousands of a country.
///
///     const DirectoryReading reading = read_directory_file("services.json");
///     for (const ListedService* each : services_of(reading.directory, "soliguide--12345")) show(each->name);
///
/// Codes are those of the national lists (data·inclusion), as published: the lists with their labels and the day of their
/// version stand in src/rulebook/france/directory_lists.json. They are plain texts, since a theme may be longer than a Code.
///
/// What a directory does not say is unknown: no audience is not "nobody", no zone is not "nowhere".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/base/error.hpp>
#include <patio/base/time.hpp>
#include <patio/directory/position.hpp>
#include <patio/directory/territory.hpp>

namespace patio {

struct Location {
  std::optional<std::string> address;
  std::optional<std::string> address_extra;
  /// Five digits.
  std::optional<std::string> postcode;
  std::optional<std::string> town;
  std::optional<CommuneCode> commune;
  std::optional<Position> position;
  bool operator==(const Location&) const = default;
};
BOOST_DESCRIBE_STRUCT(Location, (), (address, address_extra, postcode, town, commune, position))

/// A place of an organisation: a desk, an office, an association's premises.
struct ListedStructure {
  /// Of the directory, at most 200 bytes: in data·inclusion the producer, two hyphens and its own identifier.
  std::string id;
  /// Who published the entry: "soliguide", "dora"...
  std::string source;
  std::string name;
  /// The last day on which somebody looked at the entry. Absent in some old files.
  std::optional<Date> updated_on;
  std::optional<std::string> description;
  /// Fourteen digits.
  std::optional<std::string> siret;
  Location location;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::optional<std::string> website;
  /// As OpenStreetMap writes them; directory/osm_hours.hpp reads the plain ones.
  std::optional<std::string> opening_hours;
  /// A page that tells how accessible the place is (Acceslibre).
  std::optional<std::string> accessibility_link;
  std::optional<std::string> source_link;
  /// Networks that it belongs to: "france-service", "ccas-cias", "mission-locale"...
  std::vector<std::string> networks;
  bool operator==(const ListedStructure&) const = default;
};
BOOST_DESCRIBE_STRUCT(ListedStructure, (), (id, source, name, updated_on, description, siret, location, phone, email, website,
                                            opening_hours, accessibility_link, source_link, networks))

struct ListedService {
  std::string id;
  std::string structure_id;
  std::string source;
  std::string name;
  std::optional<Date> updated_on;
  std::optional<std::string> description;
  /// "accompagnement", "atelier", "aide-financiere"...
  std::optional<std::string> type;
  /// "numerique--acceder-a-des-services-en-ligne"
  std::vector<std::string> themes;
  /// "mobilite": what old files say where they do not say which theme.
  std::vector<std::string> theme_categories;
  /// "gratuit" or "payant"
  std::optional<std::string> fees;
  std::optional<std::string> fees_details;
  /// Belonging to one of them is enough: "jeunes", "seniors", "tous-publics"...
  std::vector<std::string> audiences;
  std::optional<std::string> audiences_details;
  /// Conditions and papers.
  std::optional<std::string> access_conditions;
  /// Where it is given, if not at its structure.
  Location location;
  std::optional<std::string> phone;
  std::optional<std::string> email;
  std::optional<std::string> contact_name;
  /// "en-presentiel", "a-distance"
  std::vector<std::string> reception_modes;
  /// Who may come by where they live. Empty: not said. See serves().
  std::vector<AreaCode> zones;
  /// How to set it going: "telephoner", "se-presenter"...
  std::vector<std::string> mobilisation_modes;
  /// Who may: "usagers", "professionnels".
  std::vector<std::string> mobilised_by;
  std::optional<std::string> mobilisation_details;
  std::optional<std::string> mobilisation_link;
  std::optional<double> hours_per_week;
  std::optional<int> weeks;
  /// If not those of its structure.
  std::optional<std::string> opening_hours;
  std::optional<std::string> source_link;
  bool operator==(const ListedService&) const = default;
};
BOOST_DESCRIBE_STRUCT(ListedService, (),
                      (id, structure_id, source, name, updated_on, description, type, themes, theme_categories, fees, fees_details,
                       audiences, audiences_details, access_conditions, location, phone, email, contact_name, reception_modes,
                       zones, mobilisation_modes, mobilised_by, mobilisation_details, mobilisation_link, hours_per_week, weeks,
                       opening_hours, source_link))

struct Directory {
  std::vector<ListedStructure> structures;
  std::vector<ListedService> services;
  bool operator==(const Directory&) const = default;
};
BOOST_DESCRIBE_STRUCT(Directory, (), (structures, services))

/// In the order of the directory. Looks at every service: hosts that ask often keep an index of their own.
[[nodiscard]] std::vector<const ListedService*> services_of(const Directory& directory, std::string_view structure_id);

/// Where the service is given: its own place, or that of its structure. Null if neither says anything.
[[nodiscard]] const Location* location_of(const Directory& directory, const ListedService& service);

/// Repeated identifiers, services of a structure that is not there, and, with a territory, communes and zones that it does not
/// know on that day: everything that a directory may get wrong as a whole. JSON Pointers.
[[nodiscard]] Issues check(const Directory& directory, const Territory* territory = nullptr, Date day = {});

/// The codes of a list with their labels ("themes", "audiences", "networks"...), in the order of the list.
struct ListedCode {
  std::string code;
  std::string label;
  bool operator==(const ListedCode&) const = default;
};
BOOST_DESCRIBE_STRUCT(ListedCode, (), (code, label))
/// Throws Error (`not_found`) if there is no such list.
[[nodiscard]] const std::vector<ListedCode>& directory_list(std::string_view name);
[[nodiscard]] bool is_listed(std::string_view list, std::string_view code);

/// What a word of another format or an older version stands for in a list of today: no code if it stands for none, nothing if
/// the table does not know the word. Throws Error (`not_found`) if there is no such table.
[[nodiscard]] const std::vector<std::string>* codes_for(std::string_view table, std::string_view word);

}  // namespace patio
