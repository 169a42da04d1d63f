#include <patio/base/json.hpp>

#include <algorithm>
#include <set>

namespace patio {
namespace {

constexpr int deepest = 64;

struct IssueText {
  std::string_view code;
  std::string_view fr;
  std::string_view en;
};

constexpr IssueText issue_texts[] = {
    {"not_json", "ce n'est pas du JSON bien formé", "this is not well-formed JSON"},
    {"too_deep", "plus de 64 niveaux d'imbrication", "more than 64 levels deep"},
    {"repeated_key", "cette clé figure deux fois", "this key stands twice"},
    {"missing_key", "cette clé manque", "this key is missing"},
    {"unknown_key", "cette clé est inconnue ici", "this key is unknown here"},
    {"not_a_boolean", "attendu : true ou false", "expected true or false"},
    {"not_an_integer", "attendu : un nombre entier", "expected a whole number"},
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
    {"not_an_instant", "attendu : un instant comme 2026-03-10T08:00:00Z",
     "expected an instant like 2026-03-10T08:00:00Z"},
    {"not_a_clock_time", "attendu : une heure comme 09:30", "expected a time like 09:30"},
    {"unknown_value", "cette valeur n'est pas dans la liste", "this value is not in the list"},
};

Issue issue_at(std::string path, std::string_view code) {
  return {std::move(path), std::string(code), detail::issue_text(code)};
}

/// Where a byte stands, for people: "line:column".
std::string place(std::string_view text, std::size_t byte) {
  const auto before = text.substr(0, byte > 0 ? byte - 1 : 0);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto start = before.rfind('\n');
  const auto column = 1 + before.size() - (start == std::string_view::npos ? 0 : start + 1);
  return std::to_string(line) + ':' + std::to_string(column);
}

/// Builds the tree and watches what the library lets pass: repeated keys and bottomless nesting.
class Watch {
 public:
  Issues issues;

  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    if (depth > deepest && !too_deep_) {
      too_deep_ = true;
      issues.list.push_back(issue_at("", "too_deep"));
    }
    switch (event) {
      case Json::parse_event_t::object_start: keys_.emplace_back(); break;
      case Json::parse_event_t::object_end: keys_.pop_back(); break;
      case Json::parse_event_t::key:
        if (const auto key = parsed.get<std::string>(); !keys_.back().insert(key).second)
          issues.list.push_back(issue_at(is_code(key) ? pointer("", key) : "", "repeated_key"));
        break;
      default: break;
    }
    return depth <= deepest;
  }

 private:
  std::vector<std::set<std::string>> keys_;
  bool too_deep_ = false;
};

}  // namespace

namespace detail {

Text issue_text(std::string_view code) {
  for (const auto& each : issue_texts)
    if (each.code == code) return {std::string(each.fr), std::string(each.en)};
  return {std::string(code), std::string(code)};
}

}  // namespace detail

Checked<Json> parse_json(std::string_view text) {
  Watch watch;
  try {
    Json tree = Json::parse(text, [&](int depth, Json::parse_event_t event, Json& parsed) {
      return watch(depth, event, parsed);
    });
    if (!watch.issues.list.empty()) return watch.issues;
    return tree;
  } catch (const Json::parse_error& fault) {
    watch.issues.list.push_back(issue_at(place(text, fault.byte), "not_json"));
  } catch (const Json::exception&) {
    watch.issues.list.push_back(issue_at("", "not_json"));
  }
  return watch.issues;
}

std::string pointer(std::string_view path, std::string_view key) {
  std::string longer(path);
  longer += '/';
  for (const char c : key) {
    if (c == '~') longer += "~0";
    else if (c == '/') longer += "~1";
    else longer += c;
  }
  return longer;
}

std::string pointer(std::string_view path, std::size_t index) { return std::string(path) + '/' + std::to_string(index); }

}  // namespace patio
