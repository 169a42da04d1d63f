#pragma once
/// \file
/// A described struct as a row of a table, and back. One field is one column:
///
/// | field                                                  | column                                         |
/// |--------------------------------------------------------|------------------------------------------------|
/// | text, id, code, day, instant, clock time, enumeration  | TEXT; the order of texts is the order of time  |
/// | bool, integer                                          | BIGINT                                         |
/// | nested struct, list, map, floating number              | TEXT holding canonical JSON                    |
/// | optional                                               | the same, NULL when empty                      |
///
///     Row row = row_of(referral);                       // throws Error(misuse) on what could not be read back
///     Referral same = from_row<Referral>(row);          // throws Error(corrupt_file) on what we never wrote
///
/// Errors name the table and the column, never the value.

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <patio/base/json.hpp>

namespace patio {

enum class ColumnKind { integer, text };
BOOST_DESCRIBE_ENUM(ColumnKind, integer, text)

/// NULL, a BIGINT or a TEXT.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;

/// Cells in the order of the description.
using Row = std::vector<Cell>;

/// The longest text of one column, in bytes.
inline constexpr std::size_t longest_text = 1'000'000;

/// A type that a table can hold: described, with a key named `id` (an Id) or else `code` (a Code).
template <class T>
concept Stored = Described<T> && (requires(const T& t) { requires is_id<std::remove_cvref_t<decltype(t.id)>>; } ||
                                  requires(const T& t) { requires is_code_type<std::remove_cvref_t<decltype(t.code)>>; });

template <Stored T>
[[nodiscard]] const auto& key_of(const T& value) {
  if constexpr (requires { value.id; }) return value.id;
  else return value.code;
}

template <Stored T>
using KeyOf = std::remove_cvref_t<decltype(key_of(std::declval<const T&>()))>;

template <Stored T>
inline constexpr std::string_view key_name = is_id<KeyOf<T>> ? "id" : "code";

namespace detail {

template <class F>
struct Unwrap {
  using type = F;
};
template <class F>
struct Unwrap<std::optional<F>> {
  using type = F;
};

[[noreturn]] void fail_unstorable(std::string_view table, std::string_view column);
[[noreturn]] void fail_unreadable(std::string_view table, std::string_view column);

/// Well-formed UTF-8 without NUL (PostgreSQL would cut it there), not too long.
[[nodiscard]] bool is_storable_text(std::string_view text) noexcept;

/// Fields that compare as they are; the others are JSON.
template <class F>
concept PlainField = std::integral<F> || std::same_as<F, std::string> || WrittenAsText<F>;

/// Only what reads back as it was is written: no nil id, empty code, impossible day or number out of range.
[[nodiscard]] bool write_cell(const void* value, const Shape& shape, Cell& cell);
[[nodiscard]] bool read_cell(const Cell& cell, void* value, const Shape& shape);
[[nodiscard]] Row write_row(const void* value, const Shape& shape, std::string_view table);
void read_row(const Row& row, void* value, const Shape& shape, std::string_view table);

}  // namespace detail

template <Stored T>
[[nodiscard]] Row row_of(const T& value) {
  return detail::write_row(&value, shape_of<T>(), snake_name<T>());
}

template <Stored T>
[[nodiscard]] T from_row(const Row& row) {
  T value{};
  detail::read_row(row, &value, shape_of<T>(), snake_name<T>());
  return value;
}

}  // namespace patio
