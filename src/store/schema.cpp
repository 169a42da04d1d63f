#include "schema.hpp"

#include <algorithm>
#include <charconv>

#include <patio/store/audit.hpp>

#include "audit_subject.hpp"
#include "failure.hpp"

namespace patio::detail {
namespace {

constexpr std::string_view meta_table = "patio_meta";

std::vector<std::string> texts(Connection& connection, const Statement& statement) {
  std::vector<std::string> all;
  for (auto& row : connection.rows(statement))
    if (auto* text = std::get_if<std::string>(&row.front())) all.push_back(std::move(*text));
  return all;
}

struct RealColumn {
  std::string name;
  std::string type;
  bool required;
};

std::vector<RealColumn> real_columns(Connection& connection, const std::string& table) {
  std::vector<RealColumn> columns;
  for (const auto& row : connection.rows(columns_sql(connection.engine(), table)))
    columns.push_back({std::get<std::string>(row[0]), std::get<std::string>(row[1]), row[2] == Cell(std::int64_t{1})});
  return columns;
}

/// The host's columns. A type that we never declare makes the table a stranger.
std::vector<Column> host_columns(const std::vector<RealColumn>& real, const std::string& table) {
  std::vector<Column> columns;
  for (const auto& [name, type, required] : real) {
    if (type != "BIGINT" && type != "TEXT") throw failure(Fault::other_shape, table);
    if (name != "tenant_id" && name != salt_column)
      columns.push_back({name, type == "BIGINT" ? ColumnKind::integer : ColumnKind::text, required});
  }
  return columns;
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Runs `steps` in one transaction; on an error nothing of it stays.
template <class Steps>
void in_transaction(Connection& connection, std::chrono::seconds wait, Steps&& steps) {
  for (const auto& sql : begin_write_sql(connection.engine(), wait)) connection.run(sql);
  try {
    steps();
    connection.run("COMMIT");
  } catch (...) {
    try {
      connection.run("ROLLBACK");
    } catch (const Error&) {
      // The first error is the one that tells.
    }
    throw;
  }
}

void found(Connection& connection) {
  for (const auto& sql : mark_sql(connection.engine())) connection.run(sql);
  const auto text = std::string(text_type(connection.engine()));
  connection.run("CREATE TABLE patio_meta (name " + text + " NOT NULL PRIMARY KEY, value " + text + " NOT NULL)");
  StatementWriter sql;
  sql.add("INSERT INTO patio_meta (name, value) VALUES (").text("format").add(", ").text(std::to_string(format_version));
  connection.run(sql.add(")").take());
}

void refuse_newer(Connection& connection) {
  StatementWriter sql;
  sql.add("SELECT value, ").add(type_check_sql(connection.engine(), {{"value", ColumnKind::text, true}}));
  sql.add(" FROM patio_meta WHERE name = ").text("format").gives(ColumnKind::text).gives(ColumnKind::integer);
  const auto row = connection.first_row(sql.take());
  const auto* text = row && row->back() == Cell(std::int64_t{1}) ? std::get_if<std::string>(&row->front()) : nullptr;
  if (text == nullptr) throw failure(Fault::corrupt);
  int version = 0;
  const auto* end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, version);
  if (read.ec != std::errc{} || read.ptr != end || version < 1) throw failure(Fault::corrupt);
  if (version > format_version) throw failure(Fault::newer_version, std::to_string(version));
}

/// The declared columns that the database lacks. Other ones may stand there if nobody must fill them.
std::vector<Column> missing_columns(Connection& connection, const Table& table) {
  auto present = columns_in_database(connection, table.name);
  std::vector<Column> missing;
  for (const auto& column : table.columns) {
    const auto same = std::ranges::find(present, column.name, &Column::name);
    if (same == present.end() && !column.required) missing.push_back(column);
    else if (same == present.end() || *same != column) throw failure(Fault::other_shape, table.name);
    else present.erase(same);
  }
  if (std::ranges::any_of(present, &Column::required)) throw failure(Fault::other_shape, table.name);
  return missing;
}

std::vector<std::string> steps_to(Connection& connection, const std::vector<Table>& tables) {
  const auto present = tables_in_database(connection);
  const auto indexes = texts(connection, indexes_sql(connection.engine()));
  const auto type = std::string(text_type(connection.engine()));
  std::vector<std::string> steps;
  for (const auto& table : tables) {
    if (!has(present, table.name)) steps.push_back(create_table_sql(table, type, !is_own_table(table.name)));
    else
      for (const auto& column : missing_columns(connection, table))
        steps.push_back("ALTER TABLE \"" + table.name + "\" ADD COLUMN \"" + column.name + "\" " +
                        (column.kind == ColumnKind::integer ? "BIGINT" : type));
    for (const auto& key : table.keys)
      if (!has(indexes, index_name(table, key))) steps.push_back(create_index_sql(table, key));
  }
  return steps;
}

std::vector<Table> with_own(const std::vector<Table>& tables) {
  std::vector<Table> all{audit_leaf_table(), audit_node_table(), audit_head_table()};
  for (auto& table : tables_of<AuditSubject>()) all.push_back(std::move(table));
  all.insert(all.end(), tables.begin(), tables.end());
  return all;
}

}  // namespace

const Table& audit_leaf_table() {
  static const Table table{
      "audit_leaf",
      {"seq"},
      {{"seq", ColumnKind::integer, true}, {"at", ColumnKind::text, false}, {"actor", ColumnKind::text, false},
       {"action", ColumnKind::text, false}, {"purpose", ColumnKind::text, false}, {"subject", ColumnKind::text, false},
       {"nonce", ColumnKind::text, false}, {"detail_hash", ColumnKind::text, false},
       {"leaf_hash", ColumnKind::text, true}, {"detail", ColumnKind::text, false}},
      {{{"subject", "seq"}, false}}};
  return table;
}

const Table& audit_node_table() {
  static const Table table{
      "audit_node",
      {"level", "idx"},
      {{"level", ColumnKind::integer, true}, {"idx", ColumnKind::integer, true}, {"hash", ColumnKind::text, true}},
      {}};
  return table;
}

const Table& audit_head_table() {
  static const Table table{"audit_head", {}, {{"size", ColumnKind::integer, true}}, {}};
  return table;
}

bool is_own_table(std::string_view name) {
  return name == meta_table || name == audit_leaf_table().name || name == audit_node_table().name ||
         name == audit_head_table().name;
}

std::vector<Column> columns_in_database(Connection& connection, const std::string& table) {
  return host_columns(real_columns(connection, table), table);
}

std::optional<Table> table_in_database(Connection& connection, const std::string& name) {
  const auto real = real_columns(connection, name);
  const auto named = [&](std::string_view column) {
    return std::ranges::find(real, column, &RealColumn::name) != real.end();
  };
  if (!named("tenant_id") || !named(salt_column)) return std::nullopt;
  return Table{name, {named("id") ? "id" : "code"}, host_columns(real, name), {}};
}

std::vector<std::string> tables_in_database(Connection& connection) {
  return texts(connection, tables_sql(connection.engine()));
}

void bring_to(Connection& connection, const std::vector<Table>& tables, Arrival arrival, std::chrono::seconds wait) {
  const bool ours_by_its_mark = arrival == Arrival::existing && connection.engine() == Engine::sqlite;
  try {
    const auto wanted = with_own(tables);
    const auto present = tables_in_database(connection);
    const bool founded = has(present, meta_table);
    const bool claimed = std::ranges::any_of(wanted, [&](const Table& table) { return has(present, table.name); });
    if (!founded && (claimed || ours_by_its_mark)) throw failure(Fault::foreign_file);
    if (founded) refuse_newer(connection);
    if (!founded || !steps_to(connection, wanted).empty())
      in_transaction(connection, wait, [&] {
        // Somebody else may have done it while we waited for our turn.
        if (!has(tables_in_database(connection), meta_table)) found(connection);
        for (const auto& sql : steps_to(connection, wanted)) connection.run(sql);
      });
  } catch (const Error& error) {
    // Nothing that we made could fail on these statements: the schema itself is damaged.
    if (ours_by_its_mark && error.code() == ErrorCode::storage) throw failure(Fault::corrupt);
    throw;
  }
  for (const auto& sql : settle_sql(connection.engine())) connection.run(sql);
}

}  // namespace patio::detail
