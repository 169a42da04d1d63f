#pragma once
/// \file
/// Where SQLite and PostgreSQL differ, and nowhere else.

#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/base/error.hpp>
#include <patio/store/table.hpp>

#include "sql.hpp"

namespace soci {
class session;
}

namespace patio::detail {

enum class Engine { sqlite, postgresql };

struct Target {
  Engine engine{};
  /// A path or a connection string.
  std::string address;
  bool in_memory{};
};

/// Throws Error(misuse) if it is neither `sqlite:...` nor `postgresql://...`.
[[nodiscard]] Target target_of(std::string_view uri);

/// What the engine finds at its address before anything is opened. On SQLite a file that is not ours is refused here, by
/// its first bytes, so that nothing ever touches it.
enum class Arrival { fresh, existing };
[[nodiscard]] Arrival arrive(const Target& target, bool may_create, std::chrono::seconds wait);
/// Takes back what arrive() made, if the database could not be founded after all.
void leave(const Target& target) noexcept;

[[nodiscard]] std::unique_ptr<soci::session> connect(const Target& target, std::chrono::seconds wait);
[[nodiscard]] bool is_alive(Engine engine, soci::session& session) noexcept;

/// Our error for whatever the driver threw. Its text is read by nobody: it may hold bound values.
[[nodiscard]] Error error_of(Engine engine, soci::session* session, const std::exception& thrown, std::string_view table);

[[nodiscard]] std::vector<std::string> begin_write_sql(Engine engine, std::chrono::seconds wait);
[[nodiscard]] std::string_view begin_read_sql(Engine engine);
/// What ends the SELECT that takes the tenant's turn to write.
[[nodiscard]] std::string_view lock_clause(Engine engine);
[[nodiscard]] std::string_view text_type(Engine engine);
/// Statements that mark a new database as ours, within the transaction that founds it.
[[nodiscard]] std::vector<std::string> mark_sql(Engine engine);
/// Statements for a database known to be ours, outside transactions.
[[nodiscard]] std::vector<std::string> settle_sql(Engine engine);

/// Asks for name, type ("BIGINT", "TEXT" or another) and whether it is required (1) of each column of a table.
[[nodiscard]] Statement columns_sql(Engine engine, const std::string& table);
[[nodiscard]] Statement tables_sql(Engine engine);
[[nodiscard]] Statement indexes_sql(Engine engine);

/// After COMMIT: true if the engine says by itself that no transaction is open; nothing if it can't be trusted to.
[[nodiscard]] std::optional<bool> is_outside_transaction(Engine engine, soci::session& session) noexcept;

/// An expression that is 1 if each column holds the type that the table declares, for engines that don't see to it.
[[nodiscard]] std::string type_check_sql(Engine engine, const std::vector<Column>& columns);
/// The engine's own check of its file: a statement whose only row is "ok" if all is well. Empty if it has none.
[[nodiscard]] Statement self_check_sql(Engine engine);

}  // namespace patio::detail
