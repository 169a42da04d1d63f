#include <patio/exchange/csv.hpp>

#include <algorithm>
#include <cstring>
#include <istream>

namespace patio {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 16;

/// Where the reader stands within a cell. After a quote may come another: then both were one quote of the text.
enum class Place { start, plain, quoted, after_quote };

Text fault_text(std::string_view code) {
  if (code == "unbalanced_quote")
    return {"des guillemets s'ouvrent ici et ne se ferment pas", "a quote opens here and is never closed"};
  if (code == "text_after_quote")
    return {"du texte suit des guillemets fermés", "text follows a closed quote"};
  if (code == "stray_quote")
    return {"doubler les guillemets et entourer la cellule de guillemets", "double the quote and put the cell in quotes"};
  if (code == "row_too_long") return {"cette ligne est trop longue", "this row is too long"};
  return {"ce texte n'est pas en UTF-8 valide ou contient un caractère nul",
          "this text is not valid UTF-8 or holds a null character"};
}

/// The row that is being made, byte by byte.
class Maker {
 public:
  Maker(std::int64_t line, char separator) : separator_(separator) { row.line = line; }

  CsvRow row;
  Place place = Place::start;
  std::size_t quote_opened_at = 0;

  /// False if this byte ends the row.
  bool take(char c, std::size_t at) {
    if (place == Place::quoted) {
      if (c == '"') place = Place::after_quote;
      else cell_ += c;
      return true;
    }
    if (c == separator_) {
      end_cell();
      return true;
    }
    if (c == '\n' || c == '\r') return false;
    if (c == '"' && place != Place::plain) open_quote(at);
    else take_plain(c);
    return true;
  }

  void end_cell() {
    if (!is_clean_utf8(cell_)) {
      fault("not_clean_text");
      cell_.clear();
    }
    row.cells.push_back(std::move(cell_));
    cell_.clear();
    place = Place::start;
  }

  void fault(const char* code) {
    const std::string path = std::to_string(row.line) + ':' + std::to_string(row.cells.size() + 1);
    if (!row.issues.empty() && row.issues.back().path == path && row.issues.back().code == code) return;
    row.issues.push_back({path, code, fault_text(code)});
  }

 private:
  void open_quote(std::size_t at) {
    if (place == Place::after_quote) cell_ += '"';
    else quote_opened_at = at;
    place = Place::quoted;
  }

  void take_plain(char c) {
    if (place == Place::after_quote) fault("text_after_quote");
    else if (c == '"') fault("stray_quote");
    place = Place::plain;
    cell_ += c;
  }

  char separator_;
  std::string cell_;
};

}  // namespace

CsvReader::CsvReader(std::istream& input, const CsvOptions& options)
    : input_(&input), longest_row_(options.longest_row), line_(options.first_line) {
  if (has(2) && buffer_.starts_with("\xef\xbb\xbf")) at_ = 3;
  separator_ = options.separator ? *options.separator : seen_separator();
}

bool CsvReader::has(std::size_t index) {
  while (index >= buffer_.size() && !ended_) {
    const auto filled = buffer_.size();
    buffer_.resize(filled + chunk);
    input_->read(buffer_.data() + filled, static_cast<std::streamsize>(chunk));
    buffer_.resize(filled + static_cast<std::size_t>(input_->gcount()));
    if (input_->bad())
      throw Error(ErrorCode::unavailable, {"la lecture du fichier s'est interrompue", "reading the file broke off"});
    ended_ = !input_->good();
  }
  return index < buffer_.size();
}

bool CsvReader::at_line_end(std::size_t index) {
  return has(index) && (buffer_[index] == '\n' || buffer_[index] == '\r');
}

std::size_t CsvReader::past_line_end(std::size_t index) {
  const bool both = buffer_[index] == '\r' && has(index + 1) && buffer_[index + 1] == '\n';
  return index + (both ? 2 : 1);
}

char CsvReader::seen_separator() {
  int commas = 0, semicolons = 0;
  bool quoted = false;
  std::size_t i = at_;
  while (at_line_end(i)) ++i;
  for (; i < at_ + chunk && has(i) && (quoted || !at_line_end(i)); ++i) {
    if (buffer_[i] == '"') quoted = !quoted;
    if (quoted) continue;
    commas += buffer_[i] == ',';
    semicolons += buffer_[i] == ';';
  }
  return semicolons > commas ? ';' : ',';
}

void CsvReader::skip_blank_lines() {
  while (at_line_end(at_)) consume(past_line_end(at_));
}

void CsvReader::consume(std::size_t end) {
  for (std::size_t i = at_; i < end;) {
    const bool ends_line = at_line_end(i);
    line_ += ends_line;
    i = ends_line ? past_line_end(i) : i + 1;
  }
  at_ = end;
  if (at_ >= chunk) drop_consumed();
}

void CsvReader::drop_consumed() {
  buffer_.erase(0, at_);
  passed_ += static_cast<std::int64_t>(at_);
  at_ = 0;
}

/// The quote may be a slip of the pen: the lines after it are rows of their own, and get their chance.
void CsvReader::give_up_quote(CsvRow& row, std::size_t opened_at) {
  row.broken = true;
  std::size_t end = opened_at;
  while (has(end) && !at_line_end(end)) ++end;
  consume(has(end) ? past_line_end(end) : end);
}

void CsvReader::pass_over(CsvRow& row, std::size_t from) {
  row.broken = true;
  consume(from);
  while (has(at_) && !at_line_end(at_)) {
    std::size_t end = at_;
    while (end < at_ + chunk && has(end) && !at_line_end(end)) ++end;
    consume(end);
  }
  if (has(at_)) consume(past_line_end(at_));
}

/// Most rows have no quote, no stray carriage return and clean text: they are cut at their separators, without a look at
/// each byte. Any other row is left to take_row().
bool CsvReader::take_plain_row(CsvRow& row) {
  const auto left = std::min(buffer_.size() - at_, longest_row_);
  const char* const first = buffer_.data() + at_;
  const auto* const feed = static_cast<const char*>(std::memchr(first, '\n', left));
  if (!feed) return false;
  const char* const last = feed > first && feed[-1] == '\r' ? feed - 1 : feed;
  const std::string_view text(first, static_cast<std::size_t>(last - first));
  if (std::memchr(first, '"', text.size()) || std::memchr(first, '\r', text.size()) || !is_clean_utf8(text)) return false;
  row.line = line_++;
  row.issues.clear();
  row.broken = false;
  std::size_t count = 0;
  for (std::size_t start = 0;; ++count) {
    const auto end = std::min(text.find(separator_, start), text.size());
    if (count == row.cells.size()) row.cells.emplace_back();
    row.cells[count].assign(text, start, end - start);
    if (end == text.size()) break;
    start = end + 1;
  }
  row.cells.resize(count + 1);
  at_ += static_cast<std::size_t>(feed - first) + 1;
  if (at_ >= chunk) drop_consumed();
  return true;
}

bool CsvReader::read(CsvRow& row) {
  skip_blank_lines();
  if (!has(at_)) return false;
  if (!take_plain_row(row)) row = take_row();
  return true;
}

std::optional<CsvRow> CsvReader::next() {
  CsvRow row;
  if (!read(row)) return std::nullopt;
  return row;
}

CsvRow CsvReader::take_row() {
  Maker maker(line_, separator_);
  std::size_t i = at_;
  while (has(i) && i - at_ < longest_row_ && maker.take(buffer_[i], i)) ++i;
  if (maker.place == Place::quoted) {
    maker.fault("unbalanced_quote");
    give_up_quote(maker.row, maker.quote_opened_at);
  } else if (has(i) && !at_line_end(i)) {
    maker.fault("row_too_long");
    pass_over(maker.row, i);
  } else {
    maker.end_cell();
    consume(has(i) ? past_line_end(i) : i);
  }
  return std::move(maker.row);
}

}  // namespace patio
