#pragma once
/// \file
/// data·inclusion, the French pivot format of what social services there are: version 1 read and written, version 0 (given up
/// in April 2026, still found) read only. Structures and services, in one file or in two, as a JSON list, one JSON object a
/// line, or CSV.
///
///     std::ifstream file(path, std::ios::binary);
///     DirectoryReading reading = read_data_inclusion(file);            // the version is seen from the columns
///     std::ofstream out("services.json", std::ios::binary);
///     LossReport report = write_data_inclusion(reading.directory, out);   // JSON: {"structures": [...], "services": [...]}
///
/// An entry is refused if it has no identifier or no name, or the identifier of one above. Anything else that the format
/// would not allow is left out of the entry, or kept as text, and told. Version 0 has other lists of codes: its words are read
/// as the codes that they stand for today (tables v0_* of directory_lists.json).

#include <functional>
#include <iosfwd>

#include <patio/directory/directory.hpp>
#include <patio/exchange/loss_report.hpp>

namespace patio {

struct DirectoryReading {
  Directory directory;
  LossReport report;
  bool operator==(const DirectoryReading&) const = default;
};
BOOST_DESCRIBE_STRUCT(DirectoryReading, (), (directory, report))

/// Takes each entry as soon as it is read. To stop the reading, throw.
struct DirectorySink {
  std::function<void(ListedStructure&&)> structure;
  std::function<void(ListedService&&)> service;
};

struct DirectoryReadingOptions {
  OnProgress progress{};
  /// Days after it are told. Absent: none is.
  std::optional<Date> today{};
};

/// In any memory, whatever the size of the file, save for the identifiers already met. A file that is none gives the issue
/// `not_this_list`. Throws Error (`unavailable`) if the stream fails.
[[nodiscard]] LossReport read_data_inclusion(std::istream& file, const DirectorySink& keep, const DirectoryReadingOptions& options = {});
[[nodiscard]] DirectoryReading read_data_inclusion(std::istream& file, const DirectoryReadingOptions& options = {});

/// Version 1, as JSON. In the report rows are entries, and a path is a JSON Pointer into the directory, with the format's name
/// of the field: "/services/12/description". An entry without what the format requires is refused; a value that it does not
/// allow is left out.
LossReport write_data_inclusion(const Directory& directory, std::ostream& out);

/// Version 1, as CSV, lists separated by `|`.
LossReport write_data_inclusion_structures_csv(const std::vector<ListedStructure>& structures, std::ostream& out);
LossReport write_data_inclusion_services_csv(const std::vector<ListedService>& services, std::ostream& out);

}  // namespace patio
