#pragma once
/// \file
/// What a type is, as data: one table a type, read off its description (shape_of.hpp) when it is first asked for, and never
/// changed after. JSON, JSON Schema, rows of tables, the doors of the desk and the classes of Python all go through a value
/// by this table, so that none of them is compiled again for each type.
///
///     const Shape& visit = shape_of<Visit>();
///     for (const FieldShape& field : visit.fields) ...           // its name, its own shape, where it lies in the struct
///     AnyValue blank = any_value(visit);                          // a Visit as C++ makes it
///
/// A table lives as long as the program, may be read from every thread, and is the same object whenever one part of a program
/// (the library, a module that links it) asks again for the same type.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace patio {

using Json = nlohmann::json;

/// Any JSON, for what a description cannot say: the value of a parameter, the condition of a rule. Copies share one tree,
/// which nobody changes. Whoever looks inside includes json_tree.hpp.
class AnyJson {
 public:
  /// null.
  AnyJson();
  AnyJson(const Json& tree);
  [[nodiscard]] const Json& tree() const noexcept { return *tree_; }
  bool operator==(const AnyJson& other) const;

 private:
  std::shared_ptr<const Json> tree_;
};

/// `text`: written as one text (text_form.hpp). `choice`: an enumeration. `tree`: any JSON.
enum class ShapeKind { tree, boolean, integer, number, string, text, choice, optional, list, map, structure };

struct Shape;

/// Asked late, since a type may hold itself.
using ShapeGetter = const Shape& (*)();

struct FieldShape {
  std::string_view name;
  ShapeGetter shape;
  /// Bytes from the beginning of the struct.
  std::size_t offset;
};

/// Of whole and floating numbers.
struct NumberShape {
  std::size_t bytes = 0;
  bool is_signed = false;
  std::int64_t lowest = 0;
  std::uint64_t highest = 0;
};

/// Of texts and choices.
struct TextShape {
  /// Of the Issue when it can't be read.
  std::string_view code;
  std::string_view format;
  std::string_view pattern;
  bool (*read)(std::string_view text, void* value);
  std::string (*write)(const void* value);
  /// True if the text is read as that very value.
  bool (*means)(std::string_view text, const void* value);
};

struct ChoiceShape {
  std::vector<std::string_view> names;
  /// Where the value stands among the names; their number if it is none of them.
  std::size_t (*place)(const void* value);
};

struct OptionalShape {
  /// Null if it is empty.
  const void* (*get)(const void* optional);
  void* (*fill)(void* optional);
};

struct ListShape {
  std::size_t (*size)(const void* list);
  const void* (*at)(const void* list, std::size_t place);
  void (*clear)(void* list);
  /// One more at the end, as C++ makes it.
  void* (*add)(void* list);
};

struct MapShape {
  void (*clear)(void* map);
  void* (*at)(void* map, const std::string& key);
  void (*each)(const void* map, const std::function<void(const std::string& key, const void* value)>& visit);
};

struct Shape {
  ShapeKind kind{};
  /// The bare name of a struct or of an enumeration.
  std::string_view name = {};
  /// Makes a value as C++ makes it, and takes it away again; see any_value().
  void* (*create)() = nullptr;
  void (*destroy)(void* value) = nullptr;
  /// What its kind needs; null otherwise.
  const NumberShape* number = nullptr;
  const TextShape* text = nullptr;
  const ChoiceShape* choice = nullptr;
  const OptionalShape* optional = nullptr;
  const ListShape* list = nullptr;
  const MapShape* map = nullptr;
  /// What an optional, a list or a map holds.
  ShapeGetter inside = nullptr;
  /// Of a struct, in the order of its description.
  std::vector<FieldShape> fields = {};

  /// True if its key may be left out of a struct.
  [[nodiscard]] bool may_be_absent() const noexcept {
    return kind == ShapeKind::optional || kind == ShapeKind::list || kind == ShapeKind::map;
  }
};

/// A value of a type that has a shape, with its shape in place of its type.
struct AnyValue {
  std::shared_ptr<void> value;
  const Shape* shape = nullptr;
};

/// A new one, as C++ makes it.
[[nodiscard]] AnyValue any_value(const Shape& shape);

}  // namespace patio
