#include <patio/base/json_tree.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "json_text.hpp"

namespace patio {
namespace {

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

/// Where a value stands, as a path that is only spelled out for a fault.
struct Step {
  const Step* up = nullptr;
  std::string_view key = {};
  std::size_t rank = 0;
  enum class Kind { start, key, rank } kind = Kind::start;

  [[nodiscard]] std::string path() const {
    switch (kind) {
      case Kind::start: return std::string(key);
      case Kind::key: return pointer(up->path(), key);
      case Kind::rank: break;
    }
    return pointer(up->path(), rank);
  }
};

/// True if every text and key of the tree is clean.
bool is_clean_tree(const Json& tree) {
  if (tree.is_string()) return is_clean_utf8(tree.get_ref<const std::string&>());
  if (!tree.is_structured()) return true;
  const auto clean = [&](const auto& item) {
    return (tree.is_array() || is_clean_utf8(item.key())) && is_clean_tree(item.value());
  };
  const auto items = tree.items();
  return std::all_of(items.begin(), items.end(), clean);
}

template <class Number>
void put(void* value, Number number) {
  std::memcpy(value, &number, sizeof number);
}

/// A whole number within the limits of its type.
template <class Number>
void put_integer(void* value, std::size_t bytes, Number number) {
  switch (bytes) {
    case 1: return put(value, static_cast<std::uint8_t>(number));
    case 2: return put(value, static_cast<std::uint16_t>(number));
    case 4: return put(value, static_cast<std::uint32_t>(number));
    default: return put(value, static_cast<std::uint64_t>(number));
  }
}

class TreeReader {
 public:
  Issues issues;

  void read(const Json& json, void* value, const Shape& shape, const Step& at) {
    if (shape.kind == ShapeKind::tree) return read_tree(json, value, at);
    if (json.is_null()) return fault(at, "null_value");
    switch (shape.kind) {
      case ShapeKind::boolean: return read_boolean(json, value, at);
      case ShapeKind::integer: return read_integer(json, value, *shape.number, at);
      case ShapeKind::number: return read_number(json, value, *shape.number, at);
      case ShapeKind::string: return read_string(json, value, at);
      case ShapeKind::text:
      case ShapeKind::choice: return read_text(json, value, *shape.text, at);
      case ShapeKind::optional: return read(json, shape.optional->fill(value), shape.inside(), at);
      case ShapeKind::list: return read_list(json, value, shape, at);
      case ShapeKind::map: return read_map(json, value, shape, at);
      case ShapeKind::structure: return read_structure(json, value, shape, at);
      case ShapeKind::tree: break;
    }
  }

 private:
  void fault(const Step& at, std::string_view code, std::string_view word = {}) {
    detail::add_issue(issues, at.path(), code, word);
  }

  void read_tree(const Json& json, void* value, const Step& at) {
    *static_cast<AnyJson*>(value) = json;
    if (!is_clean_tree(json)) fault(at, "not_clean_text");
  }

  void read_boolean(const Json& json, void* value, const Step& at) {
    if (!json.is_boolean()) return fault(at, "not_a_boolean");
    *static_cast<bool*>(value) = json.get<bool>();
  }

  void read_integer(const Json& json, void* value, const NumberShape& type, const Step& at) {
    // The parser keeps a whole number beyond 64 bits as a float.
    constexpr double beyond = 9223372036854775808.0;
    if (json.is_number_float() && std::abs(json.get<double>()) >= beyond) return fault(at, "out_of_range");
    if (!json.is_number_integer()) return fault(at, "not_an_integer");
    const auto within = [&](auto number) {
      return std::cmp_greater_equal(number, type.lowest) && std::cmp_less_equal(number, type.highest);
    };
    const bool fits = json.is_number_unsigned() ? within(json.get<std::uint64_t>()) : within(json.get<std::int64_t>());
    if (!fits) return fault(at, "out_of_range");
    if (json.is_number_unsigned()) put_integer(value, type.bytes, json.get<std::uint64_t>());
    else put_integer(value, type.bytes, json.get<std::int64_t>());
  }

  void read_number(const Json& json, void* value, const NumberShape& type, const Step& at) {
    if (!json.is_number()) return fault(at, "not_a_number");
    const auto number = json.get<double>();
    const bool is_float = type.bytes == sizeof(float);
    const double most = is_float ? double{std::numeric_limits<float>::max()} : std::numeric_limits<double>::max();
    if (!(std::abs(number) <= most)) return fault(at, "out_of_range");
    if (is_float) put(value, static_cast<float>(number));
    else put(value, number);
  }

  void read_string(const Json& json, void* value, const Step& at) {
    if (!json.is_string()) return fault(at, "not_a_text");
    auto& text = *static_cast<std::string*>(value);
    text = json.get_ref<const std::string&>();
    if (!is_clean_utf8(text)) fault(at, "not_clean_text");
  }

  void read_text(const Json& json, void* value, const TextShape& type, const Step& at) {
    if (!json.is_string()) return fault(at, "not_a_text");
    if (!type.read(json.get_ref<const std::string&>(), value)) fault(at, type.code);
  }

  void read_list(const Json& json, void* list, const Shape& shape, const Step& at) {
    if (!json.is_array()) return fault(at, "not_a_list");
    shape.list->clear(list);
    const Shape& inside = shape.inside();
    for (std::size_t i = 0; i < json.size(); ++i)
      read(json[i], shape.list->add(list), inside, {&at, {}, i, Step::Kind::rank});
  }

  void read_map(const Json& json, void* map, const Shape& shape, const Step& at) {
    if (!json.is_object()) return fault(at, "not_an_object");
    shape.map->clear(map);
    const auto before = issues.list.size();
    for (const auto& [key, each] : json.items())
      if (is_code(key)) read(each, shape.map->at(map, key), shape.inside(), at);
      else fault(at, "not_a_code");
    if (issues.list.size() == before) return;
    const std::string path = at.path();
    for (auto i = before; i < issues.list.size(); ++i) issues.list[i].path = path;
  }

  void read_structure(const Json& json, void* value, const Shape& shape, const Step& at) {
    if (!json.is_object()) return fault(at, "not_an_object");
    std::size_t known = 0;
    for (const auto& field : shape.fields) {
      const Shape& type = field.shape();
      const Step step{&at, field.name, 0, Step::Kind::key};
      const auto found = json.find(field.name);
      if (found != json.end()) {
        ++known;
        read(*found, static_cast<char*>(value) + field.offset, type, step);
      } else if (!type.may_be_absent()) {
        fault(step, "missing_key");
      }
    }
    if (known < json.size()) fault(at, "unknown_key", field_names(shape));
  }

  static std::string field_names(const Shape& shape) {
    std::string names;
    for (const auto& field : shape.fields) names.append(names.empty() ? "" : ", ").append(field.name);
    return names;
  }
};

Json finite(double number) {
  if (std::isfinite(number)) return number + 0.0;
  throw Error(ErrorCode::misuse, {"un nombre infini ou indéfini ne s'écrit pas en JSON",
                                  "a number that is infinite or undefined can't be written as JSON"});
}

template <class Number>
Number get(const void* value) {
  Number number{};
  std::memcpy(&number, value, sizeof number);
  return number;
}

Json integer(const void* value, const NumberShape& type) {
  switch (type.bytes) {
    case 1: return type.is_signed ? Json(get<std::int8_t>(value)) : Json(get<std::uint8_t>(value));
    case 2: return type.is_signed ? Json(get<std::int16_t>(value)) : Json(get<std::uint16_t>(value));
    case 4: return type.is_signed ? Json(get<std::int32_t>(value)) : Json(get<std::uint32_t>(value));
    default: return type.is_signed ? Json(get<std::int64_t>(value)) : Json(get<std::uint64_t>(value));
  }
}

Json list_tree(const void* list, const Shape& shape) {
  Json tree = Json::array();
  const Shape& inside = shape.inside();
  const std::size_t size = shape.list->size(list);
  for (std::size_t i = 0; i < size; ++i) tree.push_back(detail::write_tree(shape.list->at(list, i), inside));
  return tree;
}

Json map_tree(const void* map, const Shape& shape) {
  Json tree = Json::object();
  shape.map->each(map, [&](const std::string& key, const void* value) { tree[key] = detail::write_tree(value, shape.inside()); });
  return tree;
}

Json structure_tree(const void* value, const Shape& shape) {
  Json tree = Json::object();
  for (const auto& field : shape.fields) {
    const void* held = static_cast<const char*>(value) + field.offset;
    const Shape* type = &field.shape();
    if (type->kind == ShapeKind::optional) {
      held = type->optional->get(held);
      type = &type->inside();
    }
    if (held != nullptr) tree[std::string(field.name)] = detail::write_tree(held, *type);
  }
  return tree;
}

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

Issues read_tree(const Json& tree, void* value, const Shape& shape, std::string_view path) {
  TreeReader reader;
  reader.read(tree, value, shape, {nullptr, path});
  return std::move(reader.issues);
}

Issues read_json(std::string_view text, void* value, const Shape& shape) {
  // Most lists of most records are empty.
  if (shape.kind == ShapeKind::list && text == "[]") {
    shape.list->clear(value);
    return {};
  }
  auto [tree, issues] = parse_text(text);
  if (!tree) return std::move(issues);
  TreeReader reader{std::move(issues)};
  reader.read(*tree, value, shape, {});
  return std::move(reader.issues);
}

Json write_tree(const void* value, const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::tree: return static_cast<const AnyJson*>(value)->tree();
    case ShapeKind::boolean: return *static_cast<const bool*>(value);
    case ShapeKind::integer: return integer(value, *shape.number);
    case ShapeKind::number: return finite(shape.number->bytes == sizeof(float) ? double{get<float>(value)} : get<double>(value));
    case ShapeKind::string: return *static_cast<const std::string*>(value);
    case ShapeKind::text:
    case ShapeKind::choice: return shape.text->write(value);
    case ShapeKind::list: return list_tree(value, shape);
    case ShapeKind::map: return map_tree(value, shape);
    case ShapeKind::structure: return structure_tree(value, shape);
    case ShapeKind::optional: break;
  }
  const void* held = shape.optional->get(value);
  return held == nullptr ? Json() : write_tree(held, shape.inside());
}

}  // namespace detail

AnyValue any_value(const Shape& shape) { return {std::shared_ptr<void>(shape.create(), shape.destroy), &shape}; }

AnyJson::AnyJson() : AnyJson(Json()) {}
AnyJson::AnyJson(const Json& tree) : tree_(std::make_shared<const Json>(tree)) {}
bool AnyJson::operator==(const AnyJson& other) const { return *tree_ == *other.tree_; }

Checked<AnyValue> from_json_value(const Shape& shape, const Json& tree, std::string_view path) {
  AnyValue read = any_value(shape);
  auto issues = detail::read_tree(tree, read.value.get(), shape, path);
  if (!issues.list.empty()) return issues;
  return read;
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
