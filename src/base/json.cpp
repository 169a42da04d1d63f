#include <patio/base/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace patio {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t most_issues = 1000;

struct IssueText {
  std::string_view code;
  std::string_view fr;
  std::string_view en;
};

constexpr IssueText issue_texts[] = {
    {"not_json", "ce n'est pas du JSON bien formé", "this is not well-formed JSON"},
    {"too_deep", "plus de 64 niveaux d'imbrication", "more than 64 levels deep"},
    {"repeated_key", "cette clé figure deux fois", "this key stands twice"},
    {"too_many_issues", "plus de mille fautes : les suivantes ne sont pas dites",
     "more than a thousand faults: the others are not told"},
    {"missing_key", "cette clé manque", "this key is missing"},
    {"unknown_key", "une clé est inconnue ici ; celles qui sont connues : {}", "a key here is unknown; those known are {}"},
    {"null_value", "null n'est pas une valeur : retirer la clé", "null is no value: leave the key out"},
    {"not_a_boolean", "attendu : true ou false", "expected true or false"},
    {"not_an_integer", "attendu : un nombre entier, sans virgule ni exposant",
     "expected a whole number, without point or exponent"},
    {"not_a_number", "attendu : un nombre", "expected a number"},
    {"out_of_range", "ce nombre est hors limites", "this number is out of range"},
    {"not_a_text", "attendu : un texte entre guillemets", "expected a text in quotes"},
    {"not_clean_text", "ce texte n'est pas en UTF-8 valide ou contient un caractère nul",
     "this text is not valid UTF-8 or holds a null character"},
    {"not_a_list", "attendu : une liste", "expected a list"},
    {"not_an_object", "attendu : un objet", "expected an object"},
    {"not_an_id", "attendu : un UUID en minuscules", "expected a lower-case UUID"},
    {"not_a_code", "attendu : un code de 1 à 64 lettres, chiffres ou _ : . -",
     "expected a code of 1 to 64 letters, digits or _ : . -"},
    {"not_a_date", "attendu : un jour qui existe, comme 2026-03-10", "expected a day that exists, like 2026-03-10"},
    {"not_an_instant", "attendu : un instant comme 2026-03-10T08:00:00Z", "expected an instant like 2026-03-10T08:00:00Z"},
    {"not_a_clock_time", "attendu : une heure comme 09:30", "expected a time like 09:30"},
    {"unknown_value", "cette valeur n'est pas dans la liste", "this value is not in the list"},
};

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

namespace detail {

Text issue_text(std::string_view code) {
  for (const auto& each : issue_texts)
    if (each.code == code) return {std::string(each.fr), std::string(each.en)};
  return {std::string(code), std::string(code)};
}

void add_issue(Issues& issues, std::string_view path, std::string_view code, std::string_view word) {
  if (issues.list.size() > most_issues) return;
  if (issues.list.size() == most_issues) path = "", code = "too_many_issues";
  issues.list.push_back({std::string(path), std::string(code), fill(issue_text(code), {word})});
}

ParsedText parse_text(std::string_view text) {
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

std::string canonical_text(const Json& tree) {
  try {
    return tree.dump();
  } catch (const Json::type_error&) {
    throw Error(ErrorCode::misuse, {"un texte à écrire n'est pas en UTF-8 valide", "a text to write is not valid UTF-8"});
  }
}

double finite_number(double number) {
  if (std::isfinite(number)) return number + 0.0;
  throw Error(ErrorCode::misuse, {"un nombre infini ou indéfini ne s'écrit pas en JSON",
                                  "a number that is infinite or undefined can't be written as JSON"});
}

bool is_clean_tree(const Json& tree) {
  if (tree.is_string()) return is_clean_utf8(tree.get_ref<const std::string&>());
  if (!tree.is_structured()) return true;
  const auto clean = [&](const auto& item) {
    return (tree.is_array() || is_clean_utf8(item.key())) && is_clean_tree(item.value());
  };
  const auto items = tree.items();
  return std::all_of(items.begin(), items.end(), clean);
}

}  // namespace detail

Checked<Json> parse_json(std::string_view text) {
  auto [tree, issues] = detail::parse_text(text);
  if (!issues.list.empty()) return std::move(issues);
  return *std::move(tree);
}

std::string pointer(std::string_view path, std::string_view key) {
  std::string longer(path);
  longer += '/';
  for (const char c : key) {
    if (c == '~')
      longer += "~0";
    else if (c == '/')
      longer += "~1";
    else
      longer += c;
  }
  return longer;
}

std::string pointer(std::string_view path, std::size_t index) { return std::string(path) + '/' + std::to_string(index); }

}  // namespace patio
