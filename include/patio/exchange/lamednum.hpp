#pragma once
/// \file
/// Places of digital mediation: the national standard 1.0 (LaMednum), read and written in CSV, and the older files of the
/// conseillers numériques (standard 0.1), read.
///
///     std::ifstream file(path, std::ios::binary);
///     MediationReading reading = read_lamednum(file);                  // `|` or `;` between the items of a list
///     Directory directory = to_directory(reading.places);              // a structure and a service for each place
///     LossReport report = write_lamednum(reading.places, out);
///
/// A place keeps the words of the standard, so that what is read and written again is the same. Words of the standard 0.1 are
/// read as those of 1.0 that they stand for (tables lamednum_old_* of directory_lists.json), and told.

#include <functional>
#include <iosfwd>

#include <patio/exchange/data_inclusion.hpp>

namespace patio {

struct MediationPlace {
  std::string id;
  /// SIRET, RNA or RIDET: 9 to 14 letters or digits. Fourteen zeros where the producer knew none.
  std::optional<std::string> pivot;
  std::string name;
  Location location;
  /// Codes of kinds of places: "TIERS_LIEUX", "ASSO"...
  std::vector<std::string> kinds;
  /// With its prefix: "+33180059880".
  std::optional<std::string> phone;
  std::vector<std::string> emails;
  std::vector<std::string> websites;
  /// As OpenStreetMap writes them.
  std::optional<std::string> opening_hours;
  /// At most 280 characters.
  std::optional<std::string> summary;
  std::optional<std::string> description;
  std::optional<std::string> source;
  /// "Itinérant", "Fixe"
  std::vector<std::string> roaming;
  std::optional<std::string> parent_structure;
  std::optional<Date> updated_on;
  /// Of the nine of the standard: "Aide aux démarches administratives"...
  std::vector<std::string> services;
  std::vector<std::string> audiences;
  std::vector<std::string> special_care;
  std::vector<std::string> fees;
  std::vector<std::string> programmes;
  std::vector<std::string> training_labels;
  std::vector<std::string> other_training_labels;
  std::vector<std::string> access_modes;
  std::vector<std::string> support_modes;
  /// Of Acceslibre.
  std::optional<std::string> accessibility_link;
  std::optional<std::string> booking_link;
  bool operator==(const MediationPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(MediationPlace, (),
                      (id, pivot, name, location, kinds, phone, emails, websites, opening_hours, summary, description, source, roaming,
                       parent_structure, updated_on, services, audiences, special_care, fees, programmes, training_labels,
                       other_training_labels, access_modes, support_modes, accessibility_link, booking_link))

struct MediationReading {
  std::vector<MediationPlace> places;
  LossReport report;
  bool operator==(const MediationReading&) const = default;
};
BOOST_DESCRIBE_STRUCT(MediationReading, (), (places, report))

/// As read_data_inclusion(): row by row, whatever the size; refused without an identifier or a name.
[[nodiscard]] LossReport read_lamednum(std::istream& file, const std::function<void(MediationPlace&&)>& keep,
                                       const DirectoryReadingOptions& options = {});
[[nodiscard]] MediationReading read_lamednum(std::istream& file, const DirectoryReadingOptions& options = {});

/// Standard 1.0, lists separated by `|`. In the report a path is "/places/12/code_postal".
LossReport write_lamednum(const std::vector<MediationPlace>& places, std::ostream& out);

/// The structure and the service of digital mediation that such a place is, under the identifier "mediation-numerique--" and
/// its own; words become codes by the tables lamednum_* of directory_lists.json. Not carried over: kinds, parent structure,
/// roaming, training labels, a second e-mail or website; of the words, those without an equivalent.
struct MediationListing {
  ListedStructure structure;
  ListedService service;
  bool operator==(const MediationListing&) const = default;
};
BOOST_DESCRIBE_STRUCT(MediationListing, (), (structure, service))
[[nodiscard]] MediationListing to_listing(const MediationPlace& place);
[[nodiscard]] Directory to_directory(const std::vector<MediationPlace>& places);

/// Structures with a service about digital matters as places of the standard, for a list of LaMednum drawn from a directory.
[[nodiscard]] std::vector<MediationPlace> to_mediation_places(const Directory& directory);

}  // namespace patio
