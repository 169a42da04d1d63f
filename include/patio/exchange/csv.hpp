#pragma once
/// \file
/// Tables as text (CSV, RFC 4180), read row by row whatever their size, and as people really write them.
///
///     std::ifstream file(path, std::ios::binary);
///     CsvReader reader(file);                        // comma or semicolon: seen from the first row
///     while (const auto row = reader.next())
///       if (row->issues.empty()) use(row->cells);
///
/// Understands: a byte order mark, LF, CRLF and CR line ends, quoted cells with separators, line ends and doubled quotes
/// in them. Blank lines are passed over. A fault spoils its row or its cell and nothing else: after a quote that is never
/// closed, reading goes on with the next line. Never more than the longest row is held in memory. One thread at a time.

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include <patio/base/error.hpp>

namespace patio {

struct CsvOptions {
  /// Absent: the more frequent of comma and semicolon in the first row, outside quotes.
  std::optional<char> separator{};
  /// In bytes. A longer row is passed over; an open quote is given up after so much.
  std::size_t longest_row = std::size_t{1} << 20;
  /// The line on which the stream stands, if something was read from it before.
  std::int64_t first_line = 1;
};

struct CsvRow {
  /// The line on which it begins, from 1. Lines within quoted cells count too.
  std::int64_t line = 0;
  std::vector<std::string> cells;
  /// What is wrong with its form: `unbalanced_quote`, `text_after_quote`, `stray_quote`, `not_clean_text` (the cell is
  /// given empty), `row_too_long`. Each path is the row's line and the number of the cell, from 1: "12:3".
  std::vector<Issue> issues;
  /// The row could not be made out: its cells are those before the fault.
  bool broken = false;
  bool operator==(const CsvRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(CsvRow, (), (line, cells, issues, broken))

class CsvReader {
 public:
  /// The stream must outlive the reader, and be open in binary mode.
  explicit CsvReader(std::istream& input, const CsvOptions& options = {});

  /// The next row, or nothing at the end. Throws Error (`unavailable`) if the stream fails.
  [[nodiscard]] std::optional<CsvRow> next();
  /// The same into a row that is used again, which saves most of its memory traffic. False at the end.
  [[nodiscard]] bool read(CsvRow& row);

  [[nodiscard]] char separator() const noexcept { return separator_; }
  [[nodiscard]] std::int64_t bytes_read() const noexcept { return passed_ + static_cast<std::int64_t>(at_); }

 private:
  [[nodiscard]] bool has(std::size_t index);
  [[nodiscard]] bool at_line_end(std::size_t index);
  [[nodiscard]] std::size_t past_line_end(std::size_t index);
  [[nodiscard]] char seen_separator();
  void skip_blank_lines();
  bool take_plain_row(CsvRow& row);
  CsvRow take_row();
  void drop_consumed();
  void consume(std::size_t end);
  void give_up_quote(CsvRow& row, std::size_t opened_at);
  void pass_over(CsvRow& row, std::size_t from);

  std::istream* input_;
  std::size_t longest_row_;
  char separator_ = ',';
  /// What was read and not yet consumed begins at `at_`.
  std::string buffer_;
  std::size_t at_ = 0;
  std::int64_t passed_ = 0;
  std::int64_t line_ = 1;
  bool ended_ = false;
};

}  // namespace patio
