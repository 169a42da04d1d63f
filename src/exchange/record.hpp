#pragma once
/// \file
/// Records of a public file, one at a time, whether it is a table (CSV), one JSON object a line, or a JSON list of objects,
/// whatever its size. Never more than the longest record is held in memory.

#include <patio/exchange/csv.hpp>

#include <string_view>

namespace patio {

struct Cell {
  enum class Kind { absent, text, list, other };
  Kind kind = Kind::absent;
  std::string text;
  std::vector<std::string> list;
};

struct Record {
  /// The line on which it begins, from 1.
  std::int64_t line = 0;
  /// By column. Shorter than the columns if the last ones are absent.
  std::vector<Cell> cells;
  /// Of its form. Their paths stand already.
  std::vector<Issue> issues;
  /// Nothing of it can be used.
  bool broken = false;
};

class RecordReader {
 public:
  /// The stream must outlive the reader, and be open in binary mode.
  explicit RecordReader(std::istream& input);

  /// Fills the record, which may be used again and again. False at the end.
  [[nodiscard]] bool read(Record& record);

  /// Names of columns as the file has them: of a table all at once, of JSON as they are met, at most 512.
  [[nodiscard]] const std::vector<std::string>& columns() const noexcept { return columns_; }
  [[nodiscard]] bool is_table() const noexcept { return table_.has_value(); }
  [[nodiscard]] std::int64_t bytes_read() const noexcept { return passed_ + (table_ ? table_->bytes_read() : 0); }

  [[nodiscard]] const std::vector<Issue>& header_issues() const noexcept { return header_issues_; }

 private:
  void skip_to_json();
  bool read_row(Record& record);
  bool read_object(Record& record);
  bool to_next_object();
  bool take_object(Record& record);
  void parse(Record& record);
  /// They return false.
  static bool spoil(Record& record, std::string_view code);
  bool pass_over(Record& record, std::string_view code);
  int peek();
  int take();

  std::istream* input_;
  std::optional<CsvReader> table_;
  CsvRow row_;
  std::vector<std::string> columns_;
  std::vector<Issue> header_issues_;
  std::string object_;
  std::int64_t line_ = 1;
  std::int64_t passed_ = 0;
};

}  // namespace patio
