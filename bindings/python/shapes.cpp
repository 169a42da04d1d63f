#include "shapes.hpp"

#include <patio/desk/doors.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace patio::python {
namespace {

TypeNames names_of(const Shape& shape) {
  const auto same = [](std::string name) { return TypeNames{name, name}; };
  switch (shape.kind) {
    case ShapeKind::boolean: return same("bool");
    case ShapeKind::integer: return same("int");
    case ShapeKind::number: return same("float");
    case ShapeKind::tree: return same("Any");
    case ShapeKind::string: return same("str");
    case ShapeKind::structure: return same(std::string(shape.name));
    case ShapeKind::choice: return {std::string(shape.name), std::string(shape.name) + "Value"};
    case ShapeKind::text:
      if (shape.text->format == "date") return same("datetime.date");
      return same(shape.text->format == "date-time" ? "datetime.datetime" : "str");
    case ShapeKind::optional:
    case ShapeKind::list:
    case ShapeKind::map: break;
  }
  const auto [gives, accepts] = names_of(shape.inside());
  if (shape.kind == ShapeKind::optional) return {gives + " | None", accepts + " | None"};
  if (shape.kind == ShapeKind::list) return {"tuple[" + gives + ", ...]", "Iterable[" + accepts + "]"};
  return {"Mapping[str, " + gives + "]", "Mapping[str, " + accepts + "]"};
}

/// A value that C++ gives to a field by itself is one that Python may leave out too.
std::optional<Json> fallback_of(const void* field, const Shape& shape) {
  if (shape.kind == ShapeKind::optional) return Json();
  if (shape.kind == ShapeKind::list) return Json::array();
  if (shape.kind == ShapeKind::map) return Json::object();
  Json given = patio::detail::write_tree(field, shape);
  return given == patio::detail::write_tree(any_value(shape).value.get(), shape) ? std::nullopt : std::optional(std::move(given));
}

class Collector {
 public:
  std::vector<DescribedClass> classes;

  /// The type and everything that its fields hold; once each.
  void add(const Shape& shape) {
    if (shape.inside) return add(shape.inside());
    const bool named = shape.kind == ShapeKind::structure || shape.kind == ShapeKind::choice;
    if (!named || !known_.insert(&shape).second) return;
    if (shape.kind == ShapeKind::choice) add_choice(shape);
    else add_structure(shape);
  }

 private:
  [[nodiscard]] DescribedClass* find(std::string_view name) {
    const auto found = std::find_if(classes.begin(), classes.end(), [&](const auto& each) { return each.name == name; });
    return found == classes.end() ? nullptr : &*found;
  }

  [[noreturn]] static void two_of_one_name(std::string_view name) {
    throw std::logic_error("two described types are called " + std::string(name));
  }

  void add_choice(const Shape& shape) {
    DescribedClass made{std::string(shape.name), {&shape}, {}, {shape.choice->names.begin(), shape.choice->names.end()}};
    if (DescribedClass* same = find(shape.name); !same) classes.push_back(std::move(made));
    else if (same->values == made.values) same->shapes.push_back(&shape);
    else two_of_one_name(shape.name);
  }

  void add_structure(const Shape& shape) {
    if (find(shape.name)) two_of_one_name(shape.name);
    DescribedClass made{std::string(shape.name), {&shape}, {}, {}};
    const AnyValue example = any_value(shape);
    for (const auto& field : shape.fields) {
      add(field.shape());
      const void* held = static_cast<const char*>(example.value.get()) + field.offset;
      made.fields.push_back({std::string(field.name), names_of(field.shape()), fallback_of(held, field.shape())});
    }
    classes.push_back(std::move(made));
  }

  std::set<const Shape*> known_;
};

}  // namespace

const std::vector<DescribedClass>& described_classes() {
  static const std::vector<DescribedClass> all = [] {
    Collector collector;
    for (const auto& door : doors()) {
      const auto [input, output] = shapes_of_door(door.name);
      collector.add(*input);
      collector.add(*output);
    }
    // What no door holds.
    for (const Shape* shape : {&shape_of<Issue>(), &shape_of<ErrorCode>(), &shape_of<AuditRoot>(), &shape_of<AuditReport>(),
                               &shape_of<PendingEffect>(), &shape_of<TickReport>()})
      collector.add(*shape);
    return std::move(collector.classes);
  }();
  return all;
}

}  // namespace patio::python
