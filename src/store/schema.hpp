#pragma once
/// \file
/// Founds a database, recognises one, and brings it to the declared tables.

#include "connection.hpp"

namespace patio::detail {

/// The format of the database as a whole. A newer one is refused.
inline constexpr int format_version = 1;

/// The log's own tables.
[[nodiscard]] const Table& audit_leaf_table();
[[nodiscard]] const Table& audit_node_table();
[[nodiscard]] const Table& audit_head_table();

/// True for the tables that hold no rows of the host.
[[nodiscard]] bool is_own_table(std::string_view name);

/// Refuses what is not ours or newer, before anything is written; then makes the missing tables, optional columns and
/// indexes in one transaction.
void bring_to(Connection& connection, const std::vector<Table>& tables, Arrival arrival, std::chrono::seconds wait);

/// The columns that a table really has, without `tenant_id` and the salt.
[[nodiscard]] std::vector<Column> columns_in_database(Connection& connection, const std::string& table);
/// A table of rows of the host, as it really is; nothing if this library did not make it.
[[nodiscard]] std::optional<Table> table_in_database(Connection& connection, const std::string& name);
[[nodiscard]] std::vector<std::string> tables_in_database(Connection& connection);

}  // namespace patio::detail
