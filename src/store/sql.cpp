#include "sql.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

#include "failure.hpp"

namespace patio::detail {
namespace {

constexpr std::size_t most_values = 1'000;

std::size_t position(const Table& table, std::string_view column) {
  const auto found = std::ranges::find(table.columns, column, &Column::name);
  return static_cast<std::size_t>(found - table.columns.begin());
}

void add_tenant(StatementWriter& sql, const std::string& tenant) {
  sql.add(" WHERE ").name("tenant_id").add(" = ").text(tenant);
}

/// Parsers nest a chain as deep as it is long, and stop at a thousand: long chains are written as trees.
constexpr std::size_t longest_chain = 64;

class ConditionWriter {
 public:
  ConditionWriter(StatementWriter& sql, const std::string& table) : sql_(sql), tables_{{table, table}} {}

  void write(const Condition& condition) {
    using Test = Condition::Test;
    switch (condition.test) {
      case Test::all: write_parts(condition.parts, " AND ", "1 = 1"); return;
      case Test::either: write_parts(condition.parts, " OR ", "1 = 0"); return;
      // A NOT would say neither yes nor no of a NULL.
      case Test::unless:
        sql_.add("CASE WHEN ");
        write(condition.parts.front());
        sql_.add(" THEN 0 ELSE 1 END = 1");
        return;
      case Test::exists: write_exists(condition); return;
      case Test::has: write_has(condition); return;
      case Test::any_of: write_values(condition); return;
      case Test::absent: column(condition.column).add(" IS NULL"); return;
      case Test::present: column(condition.column).add(" IS NOT NULL"); return;
      case Test::equal: column(condition.column).add(" = "); break;
      case Test::at_least: column(condition.column).add(" >= "); break;
      case Test::below: column(condition.column).add(" < "); break;
    }
    sql_.value(condition.kind, condition.values.front());
  }

 private:
  /// The name under which the table stands here: the innermost, if it stands in more than one place.
  [[nodiscard]] const std::string& standing(const std::string& table) const {
    const auto found = std::find_if(tables_.rbegin(), tables_.rend(), [&](const auto& each) { return each.first == table; });
    assert(found != tables_.rend());
    return found->second;
  }

  StatementWriter& column(const ColumnOf& column) { return sql_.name(standing(column.table)).add(".").name(column.column); }

  void write_parts(std::span<const Condition> parts, std::string_view between, std::string_view of_none) {
    sql_.add("(");
    if (parts.empty()) sql_.add(of_none);
    if (parts.size() > longest_chain) {
      write_parts(parts.first(parts.size() / 2), between, of_none);
      sql_.add(between);
      write_parts(parts.subspan(parts.size() / 2), between, of_none);
    } else {
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) sql_.add(between);
        write(parts[i]);
      }
    }
    sql_.add(")");
  }

  void write_values(const Condition& condition) {
    if (condition.values.size() > most_values) throw failure(Fault::too_many_values);
    // An empty list is no SQL, and what it means is plain: no row.
    if (condition.values.empty()) {
      sql_.add("1 = 0");
      return;
    }
    column(condition.column).add(" IN (");
    for (std::size_t i = 0; i < condition.values.size(); ++i)
      sql_.add(i == 0 ? "" : ", ").value(condition.kind, condition.values[i]);
    sql_.add(")");
  }

  void write_exists(const Condition& condition) {
    const std::string outer = standing(condition.outer.table), table = condition.column.table;
    const std::string inner = table + '_' + std::to_string(tables_.size());
    tables_.emplace_back(table, inner);
    sql_.add("EXISTS (SELECT 1 FROM ").name(table).add(" AS ").name(inner).add(" WHERE ").name(inner).add(".").name("tenant_id");
    sql_.add(" = ").name(outer).add(".").name("tenant_id").add(" AND ");
    column(condition.column).add(" = ").name(outer).add(".").name(condition.outer.column);
    for (const auto& part : condition.parts) {
      sql_.add(" AND ");
      write(part);
    }
    sql_.add(")");
    tables_.pop_back();
  }

  /// A text that changes when this is taken out of it had it. The same on every engine, byte by byte.
  void write_has(const Condition& condition) {
    sql_.add("replace(");
    column(condition.column).add(", ").value(condition.kind, condition.values.front()).add(", '') <> ");
    column(condition.column);
  }

  StatementWriter& sql_;
  /// Tables and the names under which they stand, from the outermost in.
  std::vector<std::pair<std::string, std::string>> tables_;
};

void add_conditions(StatementWriter& sql, const Table& table, const std::string& tenant, const Selection& selection) {
  add_tenant(sql, tenant);
  for (const auto& condition : selection.conditions) {
    sql.add(" AND ");
    ConditionWriter(sql, table.name).write(condition);
  }
}

void add_key(StatementWriter& sql, const Table& table, const std::string& tenant, Cell key) {
  add_tenant(sql, tenant);
  const auto& column = table.primary.front();
  sql.add(" AND ").name(column).add(" = ").value(table.columns[position(table, column)].kind, std::move(key));
}

}  // namespace

StatementWriter& StatementWriter::name(std::string_view identifier) {
  statement_.text += '"';
  statement_.text += identifier;
  statement_.text += '"';
  return *this;
}

StatementWriter& StatementWriter::value(ColumnKind kind, Cell cell) {
  statement_.binds.push_back({kind, std::move(cell)});
  std::array<char, 8> digits;
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), statement_.binds.size());
  statement_.text += ":v";
  statement_.text.append(digits.data(), written.ptr);
  return *this;
}

StatementWriter& StatementWriter::expect(std::size_t columns) {
  // A name, its quotes and a mark or two: longer names cost one more allocation, nothing else.
  constexpr std::size_t around = 160, each = 28;
  statement_.text.reserve(around + columns * each);
  statement_.binds.reserve(columns + 2);
  return *this;
}

StatementWriter& StatementWriter::table(const std::string& name) {
  statement_.table = name;
  return this->name(name);
}

StatementWriter& StatementWriter::gives(ColumnKind kind) {
  statement_.gives.push_back(kind);
  return *this;
}

std::string create_table_sql(const Table& table, std::string_view text_type, bool salted) {
  StatementWriter sql;
  sql.add("CREATE TABLE ").name(table.name).add(" (").name("tenant_id").add(" ").add(text_type).add(" NOT NULL");
  for (const auto& column : table.columns)
    sql.add(", ").name(column.name).add(" ").add(column.kind == ColumnKind::integer ? "BIGINT" : text_type).add(
        column.required ? " NOT NULL" : "");
  if (salted) sql.add(", ").name(salt_column).add(" ").add(text_type).add(" NOT NULL");
  sql.add(", PRIMARY KEY (").name("tenant_id");
  for (const auto& column : table.primary) sql.add(", ").name(column);
  return sql.add("))").take().text;
}

std::string index_name(const Table& table, const Key& key) {
  std::string name = table.name + (key.unique ? "_one_by" : "_by");
  for (const auto& column : key.columns) name += '_' + column;
  return name;
}

std::string create_index_sql(const Table& table, const Key& key) {
  StatementWriter sql;
  sql.add(key.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ").name(index_name(table, key));
  sql.add(" ON ").name(table.name).add(" (").name("tenant_id");
  for (const auto& column : key.columns) sql.add(", ").name(column);
  return sql.add(")").take().text;
}

Statement insert_sql(const Table& table, const std::string& tenant, Row row, const Salt& salt) {
  StatementWriter sql;
  sql.expect(row.size()).add("INSERT INTO ").table(table.name).add(" (").name("tenant_id");
  for (const auto& column : table.columns) sql.add(", ").name(column.name);
  if (salt) sql.add(", ").name(salt_column);
  sql.add(") VALUES (").text(tenant);
  for (std::size_t i = 0; i < row.size(); ++i) sql.add(", ").value(table.columns[i].kind, std::move(row[i]));
  if (salt) sql.add(", ").text(*salt);
  return sql.add(") ON CONFLICT DO NOTHING").take();
}

Statement update_sql(const Table& table, const std::string& tenant, Row row, const Salt& salt) {
  Cell key = row[position(table, table.primary.front())];
  StatementWriter sql;
  sql.expect(row.size()).add("UPDATE ").table(table.name).add(" SET ");
  for (std::size_t i = 0; i < row.size(); ++i)
    sql.add(i == 0 ? "" : ", ").name(table.columns[i].name).add(" = ").value(table.columns[i].kind, std::move(row[i]));
  if (salt) sql.add(", ").name(salt_column).add(" = ").text(*salt);
  add_key(sql, table, tenant, std::move(key));
  return sql.take();
}

Statement erase_sql(const Table& table, const std::string& tenant, const Cell& key) {
  StatementWriter sql;
  sql.add("DELETE FROM ").table(table.name);
  add_key(sql, table, tenant, key);
  return sql.take();
}

Statement select_sql(const Table& table, const std::string& tenant, const Selection& selection) {
  StatementWriter sql;
  sql.expect(table.columns.size()).add("SELECT ");
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    sql.add(i == 0 ? "" : ", ").name(table.columns[i].name).gives(table.columns[i].kind);
  sql.add(" FROM ").name(table.name);
  add_conditions(sql, table, tenant, selection);
  std::string_view separator = " ORDER BY ";
  for (const auto& ordering : selection.orderings) {
    // Engines differ on where NULL stands.
    if (!table.columns[position(table, ordering.column)].required) {
      sql.add(separator).name(ordering.column).add(" IS NULL");
      separator = ", ";
    }
    sql.add(separator).name(ordering.column).add(ordering.direction == Direction::descending ? " DESC" : "");
    separator = ", ";
  }
  for (const auto& column : table.primary) {
    sql.add(separator).name(column);
    separator = ", ";
  }
  if (selection.limit) sql.add(" LIMIT ").number(*selection.limit);
  return sql.take();
}

Statement count_sql(const Table& table, const std::string& tenant, const Selection& selection) {
  StatementWriter sql;
  sql.add("SELECT count(*) FROM ").name(table.name).gives(ColumnKind::integer);
  add_conditions(sql, table, tenant, selection);
  return sql.take();
}

}  // namespace patio::detail
