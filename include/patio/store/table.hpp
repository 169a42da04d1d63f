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

/// Specialise for types that need indexes or unique keys besides the primary one.
template <Stored T>
struct Keys {
  static std::vector<Key> list() { return {}; }
};

/// The name of a described field.
template <Described T, class F>
[[nodiscard]] std::string column_name(F T::*member) {
  std::string found;
  each_member<T>([&](std::string_view name, auto pointer) {
    if constexpr (std::same_as<decltype(pointer), F T::*>)
      if (pointer == member) found = name;
  });
  return found;
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
  static const Table table = [] {
    Table made{snake_name<T>(), {std::string(key_name<T>)}, {}, {}};
    each_member<T>([&]<class F>(std::string_view name, F T::*) {
      constexpr auto kind = std::integral<typename detail::Unwrap<F>::type> ? ColumnKind::integer : ColumnKind::text;
      made.columns.push_back({std::string(name), kind, !detail::is_optional<F>});
    });
    return made;
  }();
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
