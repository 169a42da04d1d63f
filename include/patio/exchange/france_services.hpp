#pragma once
/// \file
/// The public list of France Services places, as the State publishes it (ANCT, Licence Ouverte 2.0), in CSV.
///
///     std::ifstream file(path, std::ios::binary);
///     FranceServicesReading reading = read_france_services(file);
///     Site igny = to_site(reading.places.front());
///     show(reading.report);                       // what was refused, doubted or not understood, and where
///
/// Three sets of columns are read, recognised by their names: those of 2020 (`matricule`...), of 2022 (`id_fs`,
/// `labellisation`...) and of 2026 (`labellisation_fs`, `format_fs`, `prise_rdv`, with semicolons).
///
/// A row is refused if it has no usable identifier or name, the identifier of a row above, or not as many cells as the
/// header. Anything else that cannot be is left out of the place and told in the report. Rows pass one at a time: the
/// memory used does not grow with the file, save for the identifiers already met.

#include <filesystem>
#include <iosfwd>

#include <patio/base/yes_no.hpp>
#include <patio/directory/site.hpp>
#include <patio/exchange/loss_report.hpp>

namespace patio {

/// `main_site` and `branch` up to 2022; the others since. `fixed` does not say whether it has branches.
enum class FranceServicesFormat { main_site, branch, fixed, multisite, itinerant, bus };
BOOST_DESCRIBE_ENUM(FranceServicesFormat, main_site, branch, fixed, multisite, itinerant, bus)

struct FranceServicesPlace {
  /// Of the list: "536". Letters, digits and `_ : . -`, at most 40.
  std::string id;
  std::string name;
  std::string address;
  std::string address_extra;
  /// Five digits. Four are taken for five that lost their leading zero, and told.
  std::string postcode;
  std::string town;
  /// Absent if the list gives none that can be.
  std::optional<CommuneCode> commune;
  std::optional<double> latitude;
  std::optional<double> longitude;
  std::string email;
  std::string phone;
  std::vector<OpeningHours> hours;
  /// What the list says of a day ("monday") when it is not plainly hours: by appointment, in summer, one week in two...
  /// Such a day has no `hours`: half of what was understood would send people to a closed door.
  std::map<std::string, std::string> hours_text;
  std::string comment;
  std::optional<YesNo> roaming;
  std::optional<YesNo> takes_appointments;
  std::optional<FranceServicesFormat> format;
  std::string group_name;
  /// The identifier of the main site of the group (2020 only).
  std::string main_site_id;
  /// A month without a day counts from its first.
  std::optional<Date> labelled_on;
  bool operator==(const FranceServicesPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(FranceServicesPlace, (),
                      (id, name, address, address_extra, postcode, town, commune, latitude, longitude, email, phone, hours,
                       hours_text, comment, roaming, takes_appointments, format, group_name, main_site_id, labelled_on))

/// Hands each place over as soon as it is read. Throws Error (`unavailable`) if the stream fails. A file that is no such
/// list gives the issue `not_this_list` and no place.
[[nodiscard]] LossReport read_france_services(std::istream& file, const std::function<void(FranceServicesPlace&&)>& keep,
                                              const OnProgress& progress = {});

struct FranceServicesReading {
  std::vector<FranceServicesPlace> places;
  LossReport report;
  bool operator==(const FranceServicesReading&) const = default;
};
BOOST_DESCRIBE_STRUCT(FranceServicesReading, (), (places, report))

[[nodiscard]] FranceServicesReading read_france_services(std::istream& file, const OnProgress& progress = {});
/// Throws Error (`not_found`) if there is no such file, or none that may be read.
[[nodiscard]] FranceServicesReading read_france_services(const std::filesystem::path& path, const OnProgress& progress = {});

/// The site of a centre's plan, under the code "site:fs:" and its identifier. Its commune is the empty code if the list
/// gave none: check() of the plan then asks for it.
[[nodiscard]] Site to_site(const FranceServicesPlace& place);

}  // namespace patio
