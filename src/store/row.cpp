#include <patio/store/row.hpp>

#include <cstring>

#include "base/canonical_json.hpp"
#include "failure.hpp"

namespace patio::detail {
namespace {

constexpr std::string_view nil_id = "00000000-0000-0000-0000-000000000000";

template <class Number>
Number get(const void* value) {
  Number number{};
  std::memcpy(&number, value, sizeof number);
  return number;
}

std::int64_t signed_number(const void* value, std::size_t bytes) {
  switch (bytes) {
    case 1: return get<std::int8_t>(value);
    case 2: return get<std::int16_t>(value);
    case 4: return get<std::int32_t>(value);
    default: return get<std::int64_t>(value);
  }
}

std::uint64_t unsigned_number(const void* value, std::size_t bytes) {
  switch (bytes) {
    case 1: return get<std::uint8_t>(value);
    case 2: return get<std::uint16_t>(value);
    case 4: return get<std::uint32_t>(value);
    default: return get<std::uint64_t>(value);
  }
}

bool write_integer(const void* value, const NumberShape& type, Cell& cell) {
  if (type.is_signed) {
    cell = signed_number(value, type.bytes);
    return true;
  }
  const std::uint64_t number = unsigned_number(value, type.bytes);
  if (!std::in_range<std::int64_t>(number)) return false;
  cell = static_cast<std::int64_t>(number);
  return true;
}

bool read_integer(std::int64_t number, void* value, const NumberShape& type) {
  if (std::cmp_less(number, type.lowest) || std::cmp_greater(number, type.highest)) return false;
  const auto put = [&](auto sized) { std::memcpy(value, &sized, sizeof sized); };
  switch (type.bytes) {
    case 1: put(static_cast<std::uint8_t>(number)); break;
    case 2: put(static_cast<std::uint16_t>(number)); break;
    case 4: put(static_cast<std::uint32_t>(number)); break;
    default: put(number);
  }
  return true;
}

bool write_text(const void* value, const TextShape& type, Cell& cell) {
  std::string text = type.write(value);
  const bool same = text != nil_id && type.means(text, value);
  cell = std::move(text);
  return same;
}

/// A struct, a list, a map: as canonical JSON.
bool write_json_cell(const void* value, const Shape& shape, Cell& cell) {
  auto text = readable_json(value, shape);
  if (!text) return false;
  const bool fits = is_storable_text(*text);
  cell = *std::move(text);
  return fits;
}

}  // namespace

void fail_unstorable(std::string_view table, std::string_view column) { throw failure(Fault::unstorable, table, column); }

void fail_unreadable(std::string_view table, std::string_view column) { throw failure(Fault::unreadable, table, column); }

bool is_storable_text(std::string_view text) noexcept { return text.size() <= longest_text && is_clean_utf8(text); }

bool write_cell(const void* value, const Shape& shape, Cell& cell) {
  switch (shape.kind) {
    case ShapeKind::boolean: cell = std::int64_t{*static_cast<const bool*>(value)}; return true;
    case ShapeKind::integer: return write_integer(value, *shape.number, cell);
    case ShapeKind::string: {
      const auto& text = *static_cast<const std::string*>(value);
      cell = text;
      return is_storable_text(text);
    }
    case ShapeKind::text:
    case ShapeKind::choice: return write_text(value, *shape.text, cell);
    default: return write_json_cell(value, shape, cell);
  }
}

bool read_cell(const Cell& cell, void* value, const Shape& shape) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    if (shape.kind == ShapeKind::integer) return read_integer(*number, value, *shape.number);
    if (shape.kind != ShapeKind::boolean || (*number != 0 && *number != 1)) return false;
    *static_cast<bool*>(value) = *number == 1;
    return true;
  }
  const auto* text = std::get_if<std::string>(&cell);
  if (text == nullptr || !is_storable_text(*text)) return false;
  switch (shape.kind) {
    case ShapeKind::boolean:
    case ShapeKind::integer: return false;
    case ShapeKind::string: *static_cast<std::string*>(value) = *text; return true;
    case ShapeKind::text:
    case ShapeKind::choice: return shape.text->read(*text, value);
    default: return read_json(*text, value, shape).list.empty();
  }
}

Row write_row(const void* value, const Shape& shape, std::string_view table) {
  Row row;
  row.reserve(shape.fields.size());
  for (const auto& field : shape.fields) {
    const void* held = static_cast<const char*>(value) + field.offset;
    const Shape* type = &field.shape();
    if (type->kind == ShapeKind::optional) {
      held = type->optional->get(held);
      type = &type->inside();
    }
    auto& cell = row.emplace_back();
    if (held != nullptr && !write_cell(held, *type, cell)) fail_unstorable(table, field.name);
  }
  return row;
}

void read_row(const Row& row, void* value, const Shape& shape, std::string_view table) {
  std::size_t at = 0;
  for (const auto& field : shape.fields) {
    if (at >= row.size()) fail_unreadable(table, field.name);
    const auto& cell = row[at++];
    void* place = static_cast<char*>(value) + field.offset;
    const Shape* type = &field.shape();
    if (type->kind == ShapeKind::optional) {
      if (std::holds_alternative<std::monostate>(cell)) continue;
      place = type->optional->fill(place);
      type = &type->inside();
    }
    if (!read_cell(cell, place, *type)) fail_unreadable(table, field.name);
  }
}

}  // namespace patio::detail
