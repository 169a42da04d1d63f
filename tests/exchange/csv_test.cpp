#include <patio/exchange/csv.hpp>

#include <algorithm>
#include <sstream>
#include <streambuf>

#include "properties.hpp"

using namespace patio;

namespace {

using Cells = std::vector<std::string>;
using Table = std::vector<Cells>;

std::vector<CsvRow> rows_of(const std::string& text, const CsvOptions& options = {}) {
  std::istringstream file(text);
  CsvReader reader(file, options);
  std::vector<CsvRow> rows;
  while (auto row = reader.next()) rows.push_back(std::move(*row));
  CHECK(reader.bytes_read() == static_cast<std::int64_t>(text.size()));
  return rows;
}

Table cells_of(const std::string& text, const CsvOptions& options = {}) {
  Table table;
  for (const auto& row : rows_of(text, options)) {
    CHECK(row.issues.empty());
    CHECK_FALSE(row.broken);
    table.push_back(row.cells);
  }
  return table;
}

std::vector<std::string> faults_of(const std::vector<CsvRow>& rows) {
  std::vector<std::string> faults;
  for (const auto& row : rows)
    for (const auto& issue : row.issues) faults.push_back(issue.path + " " + issue.code);
  return faults;
}

char separator_seen_in(const std::string& text) {
  std::istringstream file(text);
  return CsvReader(file).separator();
}

/// As RFC 4180 writes it, every cell in quotes.
std::string written(const Table& table, char separator, const char* line_end) {
  std::string text;
  for (const auto& cells : table) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text += separator;
      text += '"';
      for (const char c : cells[i]) text += c == '"' ? "\"\"" : std::string(1, c);
      text += '"';
    }
    text += line_end;
  }
  return text;
}

/// A file of any length that exists only while it is read.
class Endless : public std::streambuf {
 public:
  explicit Endless(std::int64_t rows) : left_(rows) {}
  std::int64_t given = 0;

 private:
  int_type underflow() override {
    if (left_-- == 0) return traits_type::eof();
    setg(row_, row_, row_ + sizeof row_ - 1);
    given += static_cast<std::int64_t>(sizeof row_ - 1);
    return traits_type::to_int_type(row_[0]);
  }
  std::int64_t left_;
  char row_[27] = "Le Patio,\"1, rue\",91312 \r\n";
};

class Failing : public std::streambuf {
  int_type underflow() override { throw std::runtime_error("the disk is gone"); }
};

}  // namespace

TEST_CASE("a table is read row by row, with or without an end to its last line") {
  CHECK(cells_of("a,b\n1,2\n") == Table{{"a", "b"}, {"1", "2"}});
  CHECK(cells_of("a,b\n1,2") == Table{{"a", "b"}, {"1", "2"}});
  CHECK(cells_of("a,b\r\n1,\r\n") == Table{{"a", "b"}, {"1", ""}});
  CHECK(cells_of("a,b\r1,2\r") == Table{{"a", "b"}, {"1", "2"}});
  CHECK(cells_of(",") == Table{{"", ""}});
  CHECK(cells_of("").empty());
}

TEST_CASE("blank lines are passed over, and still counted") {
  const auto rows = rows_of("\n\r\na\n\n\nb\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].line == 3);
  CHECK(rows[1].line == 6);
}

TEST_CASE("a quoted cell may hold separators, quotes and line ends, and the next row keeps its line number") {
  const auto rows = rows_of("\"a,b\",\"dit \"\"oui\"\"\"\n\"deux\r\nlignes\",x\nfin,y\n");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].cells == Cells{"a,b", "dit \"oui\""});
  CHECK(rows[1].cells == Cells{"deux\r\nlignes", "x"});
  CHECK(rows[2].line == 4);
}

TEST_CASE("an empty quoted cell is a cell") { CHECK(cells_of("\"\"\n\"\",\"\"\n") == Table{{""}, {"", ""}}); }

TEST_CASE("a byte order mark is no part of the first cell") {
  CHECK(cells_of("\xef\xbb\xbfid_fs,nom\n") == Table{{"id_fs", "nom"}});
  CHECK(cells_of("\xef\xbb\xbf").empty());
}

TEST_CASE("the separator is the more frequent of comma and semicolon in the first row, outside quotes") {
  CHECK(separator_seen_in("a,b;c,d\n;;;;;\n") == ',');
  CHECK(separator_seen_in("a;b,c;d\n") == ';');
  CHECK(separator_seen_in("\"a,b,c,d\";e\n") == ';');
  CHECK(separator_seen_in("\n\na;b\n") == ';');
  CHECK(separator_seen_in("alone\n") == ',');
}

TEST_CASE("a separator that is given is not looked for") {
  CHECK(cells_of("a,b|c,d\n", {.separator = '|'}) == Table{{"a,b", "c,d"}});
}

TEST_CASE("a quote that is never closed spoils its row, and those after it are read") {
  const auto rows = rows_of("a,b\n1,\"two\n3,4\n5,6\n");
  REQUIRE(rows.size() == 4);
  CHECK(faults_of(rows) == Cells{"2:2 unbalanced_quote"});
  CHECK(rows[1].broken);
  CHECK(rows[1].cells == Cells{"1"});
  CHECK(rows[2] == CsvRow{3, {"3", "4"}, {}, false});
}

TEST_CASE("a quote that is never closed on the last line, or within the first cell, ends the reading in good order") {
  CHECK(faults_of(rows_of("a,b\n1,\"two")) == Cells{"2:2 unbalanced_quote"});
  CHECK(faults_of(rows_of("\"")) == Cells{"1:1 unbalanced_quote"});
  CHECK(faults_of(rows_of("\"\"\"")) == Cells{"1:1 unbalanced_quote"});
}

TEST_CASE("text after a closed quote and a stray quote are told, and the text is kept") {
  const auto rows = rows_of("\"a\"b,c\nd\"e\"f,g\n");
  CHECK(faults_of(rows) == Cells{"1:1 text_after_quote", "2:1 stray_quote"});
  CHECK(rows[0].cells == Cells{"ab", "c"});
  CHECK(rows[1].cells == Cells{"d\"e\"f", "g"});
}

TEST_CASE("a cell that is not UTF-8 is emptied and told, the others are kept") {
  const auto rows = rows_of("Orl\xe9" "ans,45234\n" + std::string("a\0b,c\n", 6));
  CHECK(faults_of(rows) == Cells{"1:1 not_clean_text", "2:1 not_clean_text"});
  CHECK(rows[0].cells == Cells{"", "45234"});
  CHECK(rows[1].cells == Cells{"", "c"});
}

TEST_CASE("a row longer than agreed is passed over, and the next one read") {
  const std::string text = "a,b\n" + std::string(300'000, 'x') + ",2\n3,4\n";
  const auto rows = rows_of(text, {.longest_row = 1000});
  REQUIRE(rows.size() == 3);
  CHECK(faults_of(rows) == Cells{"2:1 row_too_long"});
  CHECK(rows[1].broken);
  CHECK(rows[2].cells == Cells{"3", "4"});
}

TEST_CASE("an open quote is given up after the longest row, not at the end of the file") {
  std::string text = "a,b\n1,\"two\n";
  for (int i = 0; i < 1000; ++i) text += "3,4\n";
  const auto rows = rows_of(text, {.longest_row = 100});
  CHECK(rows.size() == 1002);
  CHECK(faults_of(rows) == Cells{"2:2 unbalanced_quote"});
}

TEST_CASE("no fault repeats what the cell holds") {
  for (const auto& row : rows_of("x,\"Lenoir\"Marc\nLen\"oir,y\n\"Lenoir"))
    for (const auto& issue : row.issues) {
      CHECK(issue.message.fr.find("Lenoir") == std::string::npos);
      CHECK(issue.message.en.find("Lenoir") == std::string::npos);
    }
}

TEST_CASE("what RFC 4180 writes is read back, whatever the cells hold") {
  prop("for any table, separator and line end", [] {
    const auto cell = rc::gen::container<std::string>(rc::gen::element('a', ',', ';', '"', '\n', '\r', ' ', '\t', '-'));
    const auto table = *rc::gen::container<Table>(rc::gen::nonEmpty(rc::gen::container<Cells>(cell)));
    const char separator = *rc::gen::element(',', ';');
    const char* line_end = *rc::gen::element("\n", "\r\n", "\r");
    RC_ASSERT(cells_of(written(table, separator, line_end), {.separator = separator}) == table);
  });
}

TEST_CASE("any bytes are read to their end, in rows whose lines grow") {
  prop("for any text", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::element('a', ',', ';', '"', '"', '\n', '\r', '\xc3', '\xa9', '\0'));
    std::int64_t line = 0;
    for (const auto& row : rows_of(text, {.longest_row = *rc::gen::element<std::size_t>(1, 5, 1 << 20)})) {
      RC_ASSERT(row.line > line);
      line = row.line;
    }
  });
}

TEST_CASE("what straddles two reads of the file is read as one") {
  for (std::size_t padding = (1 << 16) - 12; padding < (1 << 16) + 2; ++padding) {
    const Table table{{std::string(padding, 'x'), "é\"é", "a\r\nb"}, {"\"", "é", ""}};
    REQUIRE(cells_of(written(table, ',', "\r\n")) == table);
  }
}

TEST_CASE("a file is never held whole") {
  Endless endless(1'000'000);
  std::istream file(&endless);
  CsvReader reader(file);
  std::int64_t rows = 0, furthest = 0;
  while (const auto row = reader.next()) {
    ++rows;
    furthest = std::max(furthest, endless.given - reader.bytes_read());
  }
  CHECK(rows == 1'000'000);
  CHECK(furthest <= 3 * (1 << 16));
}

TEST_CASE("a file that breaks off while it is read is an error, not an end") {
  Failing failing;
  std::istream file(&failing);
  CHECK_THROWS_AS(CsvReader(file), Error);
}
