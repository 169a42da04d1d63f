#pragma once
/// \file
/// Public directories of services whatever their format: recognised from their columns, read into one model, written in the
/// formats that others read. docs/formats.md says what each format carries.
///
///     DirectoryReading reading = read_directory_file("liste-fs.csv");
///     std::ofstream out("services.json", std::ios::binary);
///     LossReport report = write_directory(reading.directory, WrittenFormat::data_inclusion, out);

#include <filesystem>

#include <patio/exchange/data_inclusion.hpp>
#include <patio/exchange/france_services.hpp>
#include <patio/exchange/lamednum.hpp>

namespace patio {

enum class DirectoryFormat { data_inclusion, france_services, lamednum };
BOOST_DESCRIBE_ENUM(DirectoryFormat, data_inclusion, france_services, lamednum)

struct DirectoryFileOptions {
  /// Absent: recognised from the columns, for which the stream must be able to go back to where it stood.
  std::optional<DirectoryFormat> format{};
  /// Called every thousand rows and at the end. To stop, throw.
  OnProgress progress{};
  /// Days after it are told.
  std::optional<Date> today{};
  /// The day of a list whose entries have none of their own (France Services).
  std::optional<Date> published_on{};
};

/// Each entry as soon as it is read, in any memory. A file of no known format gives the issue `not_this_list`. Throws Error:
/// `unavailable` if the stream fails, `misuse` if it cannot go back and no format was given.
[[nodiscard]] LossReport read_directory(std::istream& file, const DirectorySink& keep, const DirectoryFileOptions& options = {});
[[nodiscard]] DirectoryReading read_directory(std::istream& file, const DirectoryFileOptions& options = {});
/// Throws Error (`not_found`) if there is no such file, or none that may be read.
[[nodiscard]] DirectoryReading read_directory_file(const std::filesystem::path& path, const DirectoryFileOptions& options = {});

/// `hsds` is Open Referral's HSDS 3.0; `lamednum` holds the structures with digital services alone.
enum class WrittenFormat { data_inclusion, lamednum, hsds };
BOOST_DESCRIBE_ENUM(WrittenFormat, data_inclusion, lamednum, hsds)

LossReport write_directory(const Directory& directory, WrittenFormat format, std::ostream& out, const Territory* territory = nullptr);

/// The structure and the service that a place of the list of France Services is, under "france-services--" and its
/// identifier. A day whose hours are no plain hours has none; the comment goes into the description of the structure.
struct FranceServicesListing {
  ListedStructure structure;
  ListedService service;
  bool operator==(const FranceServicesListing&) const = default;
};
BOOST_DESCRIBE_STRUCT(FranceServicesListing, (), (structure, service))
[[nodiscard]] FranceServicesListing to_listing(const FranceServicesPlace& place, std::optional<Date> published_on = {});

}  // namespace patio
