#include "exchange/record.hpp"

#include <algorithm>
#include <istream>

#include <nlohmann/json.hpp>

#include "exchange/fault.hpp"
#include "exchange/hours_text.hpp"

namespace patio {
namespace {

constexpr std::size_t longest_object = std::size_t{1} << 20;
constexpr std::size_t most_columns = 512;
constexpr int end_of_file = std::istream::traits_type::eof();

bool is_blank(int c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Puts what the parser says straight into cells: no tree is made.
class Filler : public nlohmann::json_sax<nlohmann::json> {
 public:
  Filler(std::vector<std::string>& columns, std::vector<Cell>& cells) : columns_(columns), cells_(cells) {}

  bool null() override { return put(Cell::Kind::absent, {}); }
  bool boolean(bool value) override { return put(Cell::Kind::text, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return put(Cell::Kind::text, std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return put(Cell::Kind::text, std::to_string(value)); }
  bool number_float(number_float_t, const string_t& digits) override { return put(Cell::Kind::text, digits); }
  bool string(string_t& value) override { return put(Cell::Kind::text, value); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override {
    if (++depth_ > 1 && cell_) cell_->kind = Cell::Kind::other;
    return depth_ <= 64;
  }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override {
    ++depth_;
    if (cell_ && depth_ == 2) cell_->kind = Cell::Kind::list;
    else if (cell_) cell_->kind = Cell::Kind::other;
    return depth_ <= 64;
  }
  bool end_array() override { return --depth_, true; }

  bool key(string_t& name) override {
    if (depth_ == 1) cell_ = cell_of(name);
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  bool put(Cell::Kind kind, std::string_view text) {
    if (!cell_ || cell_->kind == Cell::Kind::other) return true;
    if (depth_ == 1) {
      cell_->kind = kind;
      cell_->text = text;
    } else if (depth_ == 2 && cell_->kind == Cell::Kind::list && kind == Cell::Kind::text) {
      cell_->list.emplace_back(text);
    }
    return true;
  }

  /// Objects of one file nearly always have their keys in the same order.
  Cell* cell_of(const std::string& name) {
    if (guess_ >= columns_.size() || columns_[guess_] != name)
      guess_ = static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), name) - columns_.begin());
    if (guess_ == columns_.size()) {
      if (columns_.size() == most_columns) return nullptr;
      columns_.push_back(name);
    }
    const std::size_t at = guess_++;
    if (at >= cells_.size()) cells_.resize(at + 1);
    return &cells_[at];
  }

  std::vector<std::string>& columns_;
  std::vector<Cell>& cells_;
  std::size_t guess_ = 0;
  int depth_ = 0;
  Cell* cell_ = nullptr;
};

}  // namespace

RecordReader::RecordReader(std::istream& input) : input_(&input) {
  skip_to_json();
  if (peek() == '{' || peek() == '[') return;
  table_.emplace(input, CsvOptions{.first_line = line_});
  if (!table_->read(row_)) row_ = {};
  header_issues_ = std::move(row_.issues);
  for (const auto& cell : row_.cells) columns_.emplace_back(without_blanks(cell));
}

/// A byte order mark and blanks may come first. What is eaten of them is nothing that a table needs.
void RecordReader::skip_to_json() {
  if (peek() == 0xef) {
    for (const int mark : {0xef, 0xbb, 0xbf})
      if (peek() == mark) take();
  }
  while (is_blank(peek())) take();
}

/// A stream buffer asked directly throws what a stream would only remember: a folder opened as a file, a disk that is gone.
template <class Ask>
int asked(Ask ask) {
  try {
    return ask();
  } catch (const std::ios_base::failure&) {
    throw Error(ErrorCode::unavailable, {"la lecture du fichier s'est interrompue", "reading the file broke off"});
  }
}

int RecordReader::peek() {
  return asked([&] { return input_->rdbuf()->sgetc(); });
}

int RecordReader::take() {
  const int c = asked([&] { return input_->rdbuf()->sbumpc(); });
  if (c == end_of_file) return c;
  ++passed_;
  line_ += c == '\n';
  return c;
}

bool RecordReader::read(Record& record) {
  record.issues.clear();
  record.broken = false;
  return table_ ? read_row(record) : read_object(record);
}

bool RecordReader::read_row(Record& record) {
  if (!table_->read(row_)) return false;
  record.line = row_.line;
  record.broken = row_.broken;
  record.issues = std::move(row_.issues);
  row_.issues.clear();
  record.cells.resize(row_.cells.size());
  for (std::size_t i = 0; i < row_.cells.size(); ++i) {
    Cell& cell = record.cells[i];
    cell.list.clear();
    cell.text.swap(row_.cells[i]);
    cell.kind = without_blanks(cell.text).empty() ? Cell::Kind::absent : Cell::Kind::text;
  }
  if (record.broken || record.cells.size() == columns_.size()) return true;
  spoil(record, "wrong_cell_count");
  return true;
}

bool RecordReader::read_object(Record& record) {
  if (!to_next_object()) return false;
  record.line = line_;
  for (auto& cell : record.cells) {
    cell.kind = Cell::Kind::absent;
    cell.text.clear();
    cell.list.clear();
  }
  if (take_object(record)) parse(record);
  return true;
}

/// What stands between objects (commas, brackets, the keys of an object that holds the lists) is passed over.
bool RecordReader::to_next_object() {
  while (peek() != '{') {
    if (peek() == end_of_file) return false;
    if (take() != '"') continue;
    for (int c = take(); c != '"' && c != '\n' && c != end_of_file; c = take())
      if (c == '\\') take();
  }
  return true;
}

/// The text of one object, by its braces. An object that holds a list of objects ({"structures": [{...}]}) is a case around
/// the records, not one of them: at its `[{` reading goes on inside.
bool RecordReader::take_object(Record& record) {
  object_.clear();
  int depth = 0;
  bool quoted = false, escaped = false;
  char before = 0, last = 0;
  while (peek() != end_of_file) {
    // One that begins a line where none can be: the one before was cut off.
    if (peek() == '{' && !quoted && last == '\n' && depth > 0 && before != ':' && before != '[') break;
    const char letter = last = static_cast<char>(take());
    if (letter == '{' && before == '[' && depth == 1 && !quoted) {
      object_.clear();
      record.line = line_;
      depth = 0;
    }
    object_ += letter;
    if (object_.size() > longest_object) return pass_over(record, "record_too_long");
    if (quoted) {
      if (letter == '\n') break;
      quoted = escaped || letter != '"';
      escaped = !escaped && letter == '\\';
      continue;
    }
    if (letter == '"') quoted = true;
    else if (letter == '{') ++depth;
    else if (letter == '}' && --depth == 0) return true;
    if (!is_blank(letter)) before = letter;
  }
  return spoil(record, "broken_record");
}

bool RecordReader::spoil(Record& record, std::string_view code) {
  record.broken = true;
  record.issues.push_back({std::to_string(record.line) + ":1", std::string(code), fault_text(code, "")});
  return false;
}

/// The next line is the first place where another record can be hoped for.
bool RecordReader::pass_over(Record& record, std::string_view code) {
  while (peek() != end_of_file && take() != '\n') {
  }
  return spoil(record, code);
}

void RecordReader::parse(Record& record) {
  Filler filler(columns_, record.cells);
  if (!is_clean_utf8(object_)) return static_cast<void>(spoil(record, "not_clean_text"));
  if (!nlohmann::json::sax_parse(object_, &filler)) return static_cast<void>(spoil(record, "broken_record"));
  for (auto& cell : record.cells)
    if (cell.kind == Cell::Kind::text && without_blanks(cell.text).empty()) cell.kind = Cell::Kind::absent;
}

}  // namespace patio
