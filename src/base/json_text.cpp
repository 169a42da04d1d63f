#include "json_text.hpp"

#include <iterator>
#include <vector>

namespace patio {
namespace {

constexpr std::size_t deepest = 64;

/// Where a text stands, for people. It only moves forward, so that all places of a text together cost one reading.
class Place {
 public:
  explicit Place(std::string_view text) : text_(text) {}

  /// "line:column" of the last of so many bytes.
  std::string of(std::size_t bytes) {
    for (; at_ + 1 < bytes && at_ < text_.size(); ++at_) {
      const bool new_line = text_[at_] == '\n';
      const bool inside_letter = (text_[at_] & 0xc0) == 0x80;
      if (new_line) ++line_;
      column_ = new_line ? 1 : column_ + (inside_letter ? 0 : 1);
    }
    return std::to_string(line_) + ':' + std::to_string(column_);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
};

/// Goes through a text and counts what has been read, since the parser tells no position to those who watch it.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t& count) : at_(at), count_(&count) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*count_;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  std::size_t* count_;
};

/// Builds the tree as the parser reads, and watches what it lets pass: repeated keys and bottomless nesting.
class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text), place_(text) {}

  detail::ParsedText build() {
    const char* const end = text_.data() + text_.size();
    const bool whole = Json::sax_parse(CountingIterator(text_.data(), read_), CountingIterator(end, read_), this);
    if (!whole) return {std::nullopt, std::move(issues_)};
    return {std::move(tree_), std::move(issues_)};
  }

  // What the parser calls; false stops it.
  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(std::int64_t value) { return put(value); }
  bool number_unsigned(std::uint64_t value) { return put(value); }
  bool number_float(double value, const std::string&) { return put(value); }
  bool string(std::string& value) { return put(std::move(value)); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(std::string& name) {
    const auto [member, is_new] = open_.back()->get_ref<Json::object_t&>().try_emplace(std::move(name));
    if (!is_new) fault("repeated_key", read_);
    member_ = &member->second;
    return true;
  }
  bool parse_error(std::size_t bytes, const std::string&, const Json::exception& error) {
    const bool is_beyond_numbers = dynamic_cast<const Json::out_of_range*>(&error) != nullptr;
    if (is_beyond_numbers) fault("out_of_range", read_);
    else fault("not_json", bytes);
    return false;
  }

 private:
  void fault(std::string_view code, std::size_t bytes) { detail::add_issue(issues_, place_.of(bytes), code); }

  /// Where the next value stands.
  Json& slot() {
    if (open_.empty()) return tree_;
    return open_.back()->is_array() ? open_.back()->get_ref<Json::array_t&>().emplace_back() : *member_;
  }

  bool put(Json value) {
    slot() = std::move(value);
    return true;
  }

  bool open(Json empty) {
    if (open_.size() == deepest) {
      fault("too_deep", read_);
      return false;
    }
    Json& opened = slot();
    opened = std::move(empty);
    open_.push_back(&opened);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::string_view text_;
  Place place_;
  std::size_t read_ = 0;
  Issues issues_;
  Json tree_;
  /// The objects and lists around what is read, from the outermost in. A list grows only once what is in it is closed.
  std::vector<Json*> open_;
  /// Where the value of the last key stands.
  Json* member_ = nullptr;
};

}  // namespace

detail::ParsedText detail::parse_text(std::string_view text) { return Builder(text).build(); }

Checked<Json> parse_json(std::string_view text) {
  auto [tree, issues] = detail::parse_text(text);
  if (!issues.list.empty()) return std::move(issues);
  return *std::move(tree);
}

}  // namespace patio
