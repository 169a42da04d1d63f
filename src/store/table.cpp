#include <patio/store/table.hpp>

#include <algorithm>

namespace patio::detail {

Table made_table(std::string name, std::string_view key, const Shape& shape) {
  Table table{std::move(name), {std::string(key)}, {}, {}};
  for (const auto& field : shape.fields) {
    const Shape& whole = field.shape();
    const bool optional = whole.kind == ShapeKind::optional;
    const ShapeKind held = optional ? whole.inside().kind : whole.kind;
    const bool counts = held == ShapeKind::integer || held == ShapeKind::boolean;
    table.columns.push_back({std::string(field.name), counts ? ColumnKind::integer : ColumnKind::text, !optional});
  }
  return table;
}

std::string column_at(const Shape& shape, std::size_t offset) {
  const auto found = std::find_if(shape.fields.begin(), shape.fields.end(),
                                  [&](const FieldShape& field) { return field.offset == offset; });
  return found == shape.fields.end() ? std::string() : std::string(found->name);
}

}  // namespace patio::detail
