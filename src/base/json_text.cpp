#include "json_text.hpp"

#include <iterator>
#include <set>

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

struct TooDeep {};

/// Watches what the parser lets pass: repeated keys and bottomless nesting.
class Watch {
 public:
  explicit Watch(std::string_view text) : text_(text), place_(text) {}

  Json parse() {
    const char* const end = text_.data() + text_.size();
    return Json::parse(CountingIterator(text_.data(), read_), CountingIterator(end, read_),
                       [this](int, Json::parse_event_t event, Json& parsed) { return see(event, parsed); });
  }
  void fault(std::string_view code, std::size_t bytes) { detail::add_issue(issues_, place_.of(bytes), code); }
  [[nodiscard]] std::size_t read() const { return read_; }
  [[nodiscard]] Issues issues() && { return std::move(issues_); }

 private:
  bool see(Json::parse_event_t event, const Json& parsed) {
    using Event = Json::parse_event_t;
    switch (event) {
      case Event::object_start:
      case Event::array_start:
        if (keys_.size() == deepest) throw TooDeep{};
        keys_.emplace_back();
        break;
      case Event::object_end:
      case Event::array_end: keys_.pop_back(); break;
      case Event::key:
        if (!keys_.back().insert(parsed.get_ref<const std::string&>()).second) fault("repeated_key", read_);
        break;
      case Event::value: break;
    }
    return true;
  }

  std::string_view text_;
  Place place_;
  std::size_t read_ = 0;
  Issues issues_;
  /// One set for each object or list that is open.
  std::vector<std::set<std::string>> keys_;
};

}  // namespace

detail::ParsedText detail::parse_text(std::string_view text) {
  Watch watch(text);
  std::optional<Json> tree;
  try {
    tree = watch.parse();
  } catch (const TooDeep&) {
    watch.fault("too_deep", watch.read());
  } catch (const Json::parse_error& fault) {
    watch.fault("not_json", fault.byte);
  } catch (const Json::out_of_range&) {
    watch.fault("out_of_range", watch.read());
  }
  return {std::move(tree), std::move(watch).issues()};
}

Checked<Json> parse_json(std::string_view text) {
  auto [tree, issues] = detail::parse_text(text);
  if (!issues.list.empty()) return std::move(issues);
  return *std::move(tree);
}

}  // namespace patio
