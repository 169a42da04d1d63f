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

template <class F>
[[nodiscard]] bool read_cell(const Cell& cell, F& value) {
  if constexpr (std::integral<F>) {
    const auto* number = std::get_if<std::int64_t>(&cell);
    if constexpr (std::same_as<F, bool>) {
      if (number == nullptr || (*number != 0 && *number != 1)) return false;
    } else {
      if (number == nullptr || !std::in_range<F>(*number)) return false;
    }
    value = static_cast<F>(*number);
    return true;
  } else {
    const auto* text = std::get_if<std::string>(&cell);
    if (text == nullptr || !is_storable_text(*text)) return false;
    if constexpr (std::same_as<F, std::string>) {
      value = *text;
    } else if constexpr (WrittenAsText<F>) {
      const auto read = TextForm<F>::read(*text);
      if (!read) return false;
      value = *read;
    } else {
      auto read = from_json<F>(*text);
      if (!read) return false;
      value = std::move(*read);
    }
    return true;
  }
}

/// Only what reads back as it was is written: no nil id, empty code, impossible day or number out of range.
template <class F>
[[nodiscard]] bool write_cell(const F& value, Cell& cell) {
  if constexpr (std::same_as<F, bool>) {
    cell = std::int64_t{value};
    return true;
  } else if constexpr (std::integral<F>) {
    if (!std::in_range<std::int64_t>(value)) return false;
    cell = static_cast<std::int64_t>(value);
    return true;
  } else if constexpr (std::same_as<F, std::string>) {
    cell = value;
    return is_storable_text(value);
  } else if constexpr (WrittenAsText<F>) {
    if constexpr (is_id<F>)
      if (is_nil(value)) return false;
    cell = TextForm<F>::write(value);
    const auto again = TextForm<F>::read(std::get<std::string>(cell));
    return again && *again == value;
  } else {
    const auto json = json_of(value);
    if (!from_json_value<F>(json)) return false;
    cell = json.dump();
    return is_storable_text(std::get<std::string>(cell));
  }
}

}  // namespace detail

template <Stored T>
[[nodiscard]] Row row_of(const T& value) {
  Row row;
  row.reserve(field_count<T>);
  each_field(value, [&](std::string_view name, const auto& field) {
    using Field = std::remove_cvref_t<decltype(field)>;
    auto& cell = row.emplace_back();
    bool stored = true;
    if constexpr (detail::is_optional<Field>) stored = !field || detail::write_cell(*field, cell);
    else stored = detail::write_cell(field, cell);
    if (!stored) detail::fail_unstorable(snake_name<T>(), name);
  });
  return row;
}

template <Stored T>
[[nodiscard]] T from_row(const Row& row) {
  T value{};
  std::size_t at = 0;
  each_field(value, [&](std::string_view name, auto& field) {
    using Field = std::remove_cvref_t<decltype(field)>;
    if (at >= row.size()) detail::fail_unreadable(snake_name<T>(), name);
    const auto& cell = row[at++];
    if constexpr (detail::is_optional<Field>) {
      if (std::holds_alternative<std::monostate>(cell)) return;
      if (!detail::read_cell(cell, field.emplace())) detail::fail_unreadable(snake_name<T>(), name);
    } else if (!detail::read_cell(cell, field)) {
      detail::fail_unreadable(snake_name<T>(), name);
    }
  });
  return value;
}

}  // namespace patio
