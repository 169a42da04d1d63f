#pragma once
/// \file
/// The table of a described struct. Its name is that of the type in snake case, its columns are the fields; `tenant_id`
/// comes before them, leads every key and is set by the store. The same on SQLite and PostgreSQL.
///
/// Indexes and unique keys are declared once per type, in one header that whoever opens the store includes:
///
///     template <>
///     struct patio::Keys<Referral> {
///       static std::vector<Key> list() {
///         return {index_on(&Referral::person_id), index_on(&Referral::state, &Referral::due), unique_on(&Referral::number)};
///       }
///     };
///
///     OpenOptions options{.tables = tables_of<Person, Referral>()};

#include <string>
#include <vector>

#include <patio/store/row.hpp>

namespace patio {

struct Column {
  std::string name;
  ColumnKind kind{};
  bool required{};
  bool operator==(const Column&) const = default;
};
BOOST_DESCRIBE_STRUCT(Column, (), (name, kind, required))

/// Columns after `tenant_id`. Rows with a NULL among the columns of a unique key never collide.
struct Key {
  std::vector<std::string> columns;
  bool unique{};
  bool operator==(const Key&) const = default;
};
BOOST_DESCRIBE_STRUCT(Key, (), (columns, unique))

struct Table {
  std::string name;
  /// Columns of the primary key after `tenant_id`.
  std::vector<std::string> primary;
  std::vector<Column> columns;
  std::vector<Key> keys;
  bool operator==(const Table&) const = default;
};
BOOST_DESCRIBE_STRUCT(Table, (), (name, primary, columns, keys))

namespace detail {
[[nodiscard]] Table made_table(std::string name, std::string_view key, const Shape& shape);
[[nodiscard]] std::string column_at(const Shape& shape, std::size_t offset);
}  // namespace detail

/// Specialise for types that need indexes or unique keys besides the primary one.
template <Stored T>
struct Keys {
  static std::vector<Key> list() { return {}; }
};

/// The name of a described field.
template <Described T, class F>
[[nodiscard]] std::string column_name(F T::*member) {
  static const T example{};
  const auto offset = reinterpret_cast<const char*>(&(example.*member)) - reinterpret_cast<const char*>(&example);
  return detail::column_at(shape_of<T>(), static_cast<std::size_t>(offset));
}

template <Stored T, class... F>
[[nodiscard]] Key index_on(F T::*... members) {
  return {{column_name(members)...}, false};
}
template <Stored T, class... F>
[[nodiscard]] Key unique_on(F T::*... members) {
  return {{column_name(members)...}, true};
}

/// Name, primary key and columns; without the other keys, which only matter when the table is made.
template <Stored T>
[[nodiscard]] const Table& table_of() {
  static const Table table = detail::made_table(snake_name<T>(), key_name<T>, shape_of<T>());
  return table;
}

template <Stored... T>
[[nodiscard]] std::vector<Table> tables_of() {
  std::vector<Table> tables;
  const auto add = [&](Table table, std::vector<Key> keys) {
    table.keys = std::move(keys);
    tables.push_back(std::move(table));
  };
  (add(table_of<T>(), Keys<T>::list()), ...);
  return tables;
}

}  // namespace patio
