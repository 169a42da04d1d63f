#pragma once
/// \file
/// What was lost or doubted while a foreign file was read. A reader takes what it can, and tells the rest here.
///
///     Reading<FranceServicesPlace> reading = read_france_services(file);
///     for (const auto& [code, times] : reading.report.issue_counts) show(code, times);
///
/// Nothing here repeats what a cell holds: a fault has a place, a code and a sentence.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <patio/base/error.hpp>

namespace patio {

struct LossReport {
  /// Rows under the header; each was kept or refused.
  std::int64_t rows_read = 0;
  std::int64_t rows_kept = 0;
  std::int64_t rows_refused = 0;
  /// In the order of the file, at most 1,000. A path is the line on which the row begins and the number of the cell,
  /// from 1: "12:3".
  std::vector<Issue> issues;
  /// All issues, by code.
  std::map<std::string, std::int64_t> issue_counts;
  /// Cells whose text could not be understood, by column. That of hours is kept as text.
  std::map<std::string, std::int64_t> not_understood;
  /// Columns of the header that this reader does not know, by name; "column 7" if the name is not a code.
  std::vector<std::string> unknown_columns;
  /// Columns that it knows and that have no place in what it gives.
  std::vector<std::string> columns_not_kept;
  bool operator==(const LossReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(LossReport, (), (rows_read, rows_kept, rows_refused, issues, issue_counts, not_understood,
                                       unknown_columns, columns_not_kept))

/// Counts the issue, and lists it if there is room.
void note(LossReport& report, Issue issue);

/// How far a reader has come.
struct ReadingProgress {
  std::int64_t rows = 0;
  std::int64_t bytes = 0;
  bool operator==(const ReadingProgress&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadingProgress, (), (rows, bytes))

/// Called every thousand rows and at the end. To stop the reading, throw.
using OnProgress = std::function<void(const ReadingProgress&)>;

}  // namespace patio
