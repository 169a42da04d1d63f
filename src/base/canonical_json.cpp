#include "canonical_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <utility>

#include <patio/base/code.hpp>
#include <patio/base/text.hpp>

namespace patio::detail {
namespace {

/// A thread sorts the fields of a struct once: a shape never changes.
const std::vector<FieldShape>& sorted_fields(const Shape& shape) {
  thread_local std::unordered_map<const Shape*, std::vector<FieldShape>> known;
  auto& fields = known[&shape];
  if (fields.size() != shape.fields.size()) {
    fields = shape.fields;
    std::ranges::sort(fields, {}, &FieldShape::name);
  }
  return fields;
}

bool must_escape(char sign) { return static_cast<unsigned char>(sign) < 0x20 || sign == '"' || sign == '\\'; }

class Writer {
 public:
  std::string json;
  /// All that was written so far is read as what it was.
  bool reads_back = true;

  /// Looks whether it reads back only if asked to: it costs as much as the writing.
  explicit Writer(bool looks) : looks_(looks) {}

  void add(const void* value, const Shape& shape) {
    switch (shape.kind) {
      case ShapeKind::tree: return add_tree(static_cast<const AnyJson*>(value)->tree());
      case ShapeKind::boolean: json += *static_cast<const bool*>(value) ? "true" : "false"; return;
      case ShapeKind::integer:
      case ShapeKind::number: return add_tree(write_tree(value, shape));
      case ShapeKind::string: return add_string(*static_cast<const std::string*>(value));
      case ShapeKind::text:
      case ShapeKind::choice: return add_text(value, *shape.text);
      case ShapeKind::optional: return add_optional(value, shape);
      case ShapeKind::list: return add_list(value, shape);
      case ShapeKind::map: return add_map(value, shape);
      case ShapeKind::structure: return add_structure(value, shape);
    }
  }

 private:
  void expect(bool holds) { reads_back = reads_back && holds; }

  void add_tree(const Json& tree) {
    switch (tree.type()) {
      case Json::value_t::object: return add_object(tree.get_ref<const Json::object_t&>());
      case Json::value_t::array: return add_array(tree.get_ref<const Json::array_t&>());
      case Json::value_t::string: return add_string(tree.get_ref<const std::string&>());
      case Json::value_t::number_integer: return add_number(tree.get<std::int64_t>());
      case Json::value_t::number_unsigned: return add_number(tree.get<std::uint64_t>());
      default: json += tree.dump(); return;
    }
  }

  void add_object(const Json::object_t& members) {
    json += '{';
    bool first = true;
    for (const auto& [key, value] : members) {
      if (!std::exchange(first, false)) json += ',';
      add_string(key);
      json += ':';
      add_tree(value);
    }
    json += '}';
  }

  void add_array(const Json::array_t& elements) {
    json += '[';
    bool first = true;
    for (const auto& each : elements) {
      if (!std::exchange(first, false)) json += ',';
      add_tree(each);
    }
    json += ']';
  }

  template <class Number>
  void add_number(Number number) {
    std::array<char, 20> digits;
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    json.append(digits.data(), written.ptr);
  }

  void add_string(const std::string& text) {
    if (looks_) expect(is_clean_utf8(text));
    if (reads_back) add_json(json, text);
  }

  void add_text(const void* value, const TextShape& type) {
    const std::string text = type.write(value);
    if (looks_) expect(type.means(text, value));
    if (reads_back) add_json(json, text);
  }

  /// One that stands in a list: an empty field of a struct is left out.
  void add_optional(const void* value, const Shape& shape) {
    const void* held = shape.optional->get(value);
    if (held != nullptr) return add(held, shape.inside());
    json += "null";
    expect(!looks_);
  }

  void add_list(const void* list, const Shape& shape) {
    json += '[';
    const std::size_t size = shape.list->size(list);
    for (std::size_t i = 0; i < size; ++i) {
      if (i > 0) json += ',';
      add(shape.list->at(list, i), shape.inside());
    }
    json += ']';
  }

  void add_map(const void* map, const Shape& shape) {
    json += '{';
    bool first = true;
    shape.map->each(map, [&](const std::string& key, const void* value) {
      if (looks_) expect(is_code(key));
      if (!std::exchange(first, false)) json += ',';
      add_string(key);
      json += ':';
      add(value, shape.inside());
    });
    json += '}';
  }

  void add_structure(const void* value, const Shape& shape) {
    json += '{';
    bool first = true;
    for (const auto& field : sorted_fields(shape)) {
      const void* held = static_cast<const char*>(value) + field.offset;
      const Shape* type = &field.shape();
      if (type->kind == ShapeKind::optional) {
        held = type->optional->get(held);
        type = &type->inside();
      }
      if (held == nullptr) continue;
      json += std::exchange(first, false) ? "\"" : ",\"";
      json.append(field.name).append("\":");
      add(held, *type);
    }
    json += '}';
  }

  bool looks_;
};

}  // namespace

void add_json(std::string& json, std::string_view text) {
  if (!is_clean_utf8(text) || std::ranges::any_of(text, must_escape)) {
    json += Json(text).dump();
    return;
  }
  json += '"';
  json += text;
  json += '"';
}

std::string write_json(const void* value, const Shape& shape) {
  try {
    Writer writer(false);
    writer.add(value, shape);
    return std::move(writer.json);
  } catch (const Json::type_error&) {
    throw Error(ErrorCode::misuse, {"un texte à écrire n'est pas en UTF-8 valide", "a text to write is not valid UTF-8"});
  }
}

std::optional<std::string> readable_json(const void* value, const Shape& shape) {
  Writer writer(true);
  writer.add(value, shape);
  if (!writer.reads_back) return std::nullopt;
  return std::move(writer.json);
}

}  // namespace patio::detail
