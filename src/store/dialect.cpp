#include "dialect.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <thread>
#include <unistd.h>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "failure.hpp"

namespace patio::detail {
namespace {

namespace sqlite = sqlite_api;

/// "pati": says in the file's header that it is ours.
constexpr std::uint32_t application_id = 0x70617469;
constexpr std::string_view sqlite_magic{"SQLite format 3\0", 16};
constexpr std::size_t page_size_at = 16;
constexpr std::size_t application_id_at = 68;

sqlite::sqlite3* handle_of(soci::session& session) {
  // Not dynamic_cast: SOCI does not export this type's description. The engine is known to be SQLite here.
  return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

Fault fault_of_sqlite(int result) {
  switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Fault::busy;
    case SQLITE_CONSTRAINT: return Fault::duplicate;
    case SQLITE_CORRUPT: return Fault::corrupt;
    case SQLITE_NOTADB: return Fault::foreign_file;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_FULL:
    case SQLITE_IOERR: return Fault::unavailable;
    default: return Fault::refused_by_database;
  }
}

Fault fault_of_sqlite(soci::session* session, const std::exception& thrown) {
  const auto* error = dynamic_cast<const soci::sqlite3_soci_error*>(&thrown);
  int result = error == nullptr ? SQLITE_ERROR : error->result();
  if ((result == SQLITE_ERROR || result == SQLITE_OK) && session != nullptr)
    result = sqlite::sqlite3_errcode(handle_of(*session));
  return fault_of_sqlite(result);
}

Fault fault_of_postgresql(soci::session* session, const std::exception& thrown) {
  if (session != nullptr && !session->is_connected()) return Fault::unavailable;
  const auto* error = dynamic_cast<const soci::soci_error*>(&thrown);
  if (error == nullptr) return Fault::refused_by_database;
  switch (error->get_error_category()) {
    case soci::soci_error::connection_error:
    case soci::soci_error::no_privilege:
    case soci::soci_error::system_error: return Fault::unavailable;
    case soci::soci_error::constraint_violation: return Fault::duplicate;
    default: return Fault::refused_by_database;
  }
}

/// Another process may be founding the database: it is empty until its first commit.
std::uintmax_t size_once_founded(const std::filesystem::path& path, std::chrono::seconds wait) {
  const auto until = std::chrono::steady_clock::now() + std::min(wait, std::chrono::seconds(2));
  std::error_code error;
  auto size = std::filesystem::file_size(path, error);
  while (!error && size == 0 && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    size = std::filesystem::file_size(path, error);
  }
  if (error) throw failure(Fault::unavailable);
  return size;
}

std::uint32_t number_at(const std::array<char, 100>& header, std::size_t at, std::size_t bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < bytes; ++i) number = number << 8 | static_cast<unsigned char>(header[at + i]);
  return number;
}

/// SQLite counts a last page that was cut as a whole one. With a log to replay a torn page is a matter of course.
bool is_cut(const std::filesystem::path& path, std::uintmax_t size, std::uint32_t page) {
  std::error_code missing;
  const auto log = std::filesystem::file_size(path.string() + "-wal", missing);
  return (missing || log == 0) && size % (page == 1 ? 65536 : std::max(page, 1U)) != 0;
}

void refuse_unless_ours(const std::filesystem::path& path, std::chrono::seconds wait) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) throw failure(error ? Fault::unavailable : Fault::foreign_file);
  const auto size = size_once_founded(path, wait);
  if (size == 0) throw failure(Fault::empty_file);
  std::array<char, 100> header{};
  std::ifstream file(path, std::ios::binary);
  if (!file) throw failure(Fault::unavailable);
  file.read(header.data(), header.size());
  const auto read = static_cast<std::size_t>(file.gcount());
  if (std::string_view(header.data(), std::min(read, sqlite_magic.size())) != sqlite_magic) throw failure(Fault::foreign_file);
  if (read < header.size()) throw failure(Fault::corrupt);
  if (number_at(header, application_id_at, 4) != application_id) throw failure(Fault::foreign_file);
  if (is_cut(path, size, number_at(header, page_size_at, 2))) throw failure(Fault::corrupt);
}

void harden(soci::session& session) {
  auto* handle = handle_of(session);
  // Double quotes never become text, and no trigger or view planted in the file is ever run.
  for (const int option : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                           SQLITE_DBCONFIG_ENABLE_VIEW})
    sqlite::sqlite3_db_config(handle, option, 0, nullptr);
  sqlite::sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  for (const char* pragma : {"PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON",
                             "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON"})
    session << pragma;
}

std::unique_ptr<soci::session> connect_sqlite(const Target& target, std::chrono::seconds wait) {
  const auto address = "dbname=\"" + target.address + "\" timeout=" + std::to_string(wait.count());
  auto session = std::make_unique<soci::session>(soci::sqlite3, address);
  harden(*session);
  return session;
}

std::unique_ptr<soci::session> connect_postgresql(const Target& target) {
  std::optional<soci::connection_parameters> parameters;
  try {
    parameters.emplace("postgresql", target.address);
  } catch (const std::exception&) {
    throw failure(Fault::no_backend);
  }
  try {
    auto session = std::make_unique<soci::session>(*parameters);
    *session << "SET client_encoding = 'UTF8'";
    return session;
  } catch (const std::exception&) {
    throw failure(Fault::unavailable);
  }
}

}  // namespace

Target target_of(std::string_view uri) {
  constexpr std::string_view sqlite_scheme = "sqlite:";
  constexpr std::string_view postgresql_scheme = "postgresql://";
  if (uri.starts_with(postgresql_scheme)) return {Engine::postgresql, std::string(uri), false};
  if (!uri.starts_with(sqlite_scheme)) throw failure(Fault::bad_uri);
  uri.remove_prefix(sqlite_scheme.size());
  if (uri == ":memory:") return {Engine::sqlite, std::string(uri), true};
  // SOCI's connection string can't hold a quote, and a relative path could look like an option or a URI to SQLite.
  if (uri.empty() || uri.find('"') != uri.npos || uri.find('\0') != uri.npos) throw failure(Fault::bad_uri);
  std::error_code error;
  auto path = std::filesystem::absolute(std::filesystem::path(uri), error);
  if (error) throw failure(Fault::unavailable);
  return {Engine::sqlite, path.string(), false};
}

Arrival arrive(const Target& target, bool may_create, std::chrono::seconds wait) {
  if (target.in_memory) return Arrival::fresh;
  if (target.engine == Engine::postgresql) return Arrival::existing;
  if (may_create) {
    const int file = ::open(target.address.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) {
      ::close(file);
      return Arrival::fresh;
    }
    if (errno != EEXIST) throw failure(Fault::unavailable);
  } else if (::access(target.address.c_str(), F_OK) != 0) {
    throw failure(errno == ENOENT ? Fault::not_there : Fault::unavailable);
  }
  refuse_unless_ours(target.address, wait);
  return Arrival::existing;
}

void leave(const Target& target) noexcept {
  if (target.engine == Engine::sqlite && !target.in_memory) ::unlink(target.address.c_str());
}

std::unique_ptr<soci::session> connect(const Target& target, std::chrono::seconds wait) {
  try {
    return target.engine == Engine::sqlite ? connect_sqlite(target, wait) : connect_postgresql(target);
  } catch (const Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& thrown) {
    throw error_of(target.engine, nullptr, thrown, {});
  }
}

bool is_alive(Engine engine, soci::session& session) noexcept {
  return engine == Engine::sqlite || session.is_connected();
}

Error error_of(Engine engine, soci::session* session, const std::exception& thrown, std::string_view table) {
  const auto fault = engine == Engine::sqlite ? fault_of_sqlite(session, thrown) : fault_of_postgresql(session, thrown);
  return failure(fault, table);
}

std::vector<std::string> begin_write_sql(Engine engine, std::chrono::seconds wait) {
  if (engine == Engine::sqlite) return {"BEGIN IMMEDIATE"};
  // Zero would mean to wait for ever.
  const auto limit = std::max(std::chrono::milliseconds(wait), std::chrono::milliseconds(1));
  return {"BEGIN", "SET LOCAL lock_timeout = " + std::to_string(limit.count())};
}

std::string_view begin_read_sql(Engine engine) {
  return engine == Engine::sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
}

std::string_view lock_clause(Engine engine) { return engine == Engine::sqlite ? "" : " FOR UPDATE"; }

std::string_view text_type(Engine engine) {
  // The order of texts is that of their bytes, whatever the locale of the server.
  return engine == Engine::sqlite ? "TEXT" : "TEXT COLLATE \"C\"";
}

std::vector<std::string> mark_sql(Engine engine) {
  if (engine == Engine::postgresql) return {};
  return {"PRAGMA application_id = " + std::to_string(application_id)};
}

std::vector<std::string> settle_sql(Engine engine) {
  if (engine == Engine::postgresql) return {};
  return {"PRAGMA journal_mode = WAL"};
}

Statement columns_sql(Engine engine, const std::string& table) {
  StatementWriter sql;
  if (engine == Engine::sqlite)
    sql.add("SELECT name, type, \"notnull\" FROM pragma_table_info(").text(table).add(") ORDER BY cid");
  else
    sql.add("SELECT column_name, upper(data_type), "
            "CASE WHEN is_nullable = 'NO' THEN 1 ELSE 0 END FROM information_schema.columns "
            "WHERE table_schema = current_schema() AND table_name = ").text(table).add(" ORDER BY ordinal_position");
  return sql.gives(ColumnKind::text).gives(ColumnKind::text).gives(ColumnKind::integer).take();
}

Statement tables_sql(Engine engine) {
  StatementWriter sql;
  sql.add(engine == Engine::sqlite
              ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
              : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename COLLATE \"C\"");
  return sql.gives(ColumnKind::text).take();
}

Statement indexes_sql(Engine engine) {
  StatementWriter sql;
  sql.add(engine == Engine::sqlite ? "SELECT name FROM sqlite_master WHERE type = 'index'"
                                   : "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()");
  return sql.gives(ColumnKind::text).take();
}

std::optional<bool> is_outside_transaction(Engine engine, soci::session& session) noexcept {
  if (engine == Engine::postgresql) return std::nullopt;
  return sqlite::sqlite3_get_autocommit(handle_of(session)) != 0;
}

std::string type_check_sql(Engine engine, const std::vector<Column>& columns) {
  if (engine == Engine::postgresql) return "1";
  StatementWriter sql;
  sql.add("1");
  for (const auto& column : columns)
    sql.add(" AND typeof(").name(column.name).add(column.kind == ColumnKind::integer ? ") IN ('integer'" : ") IN ('text'").add(
        column.required ? ")" : ", 'null')");
  return sql.take().text;
}

Statement self_check_sql(Engine engine) {
  StatementWriter sql;
  if (engine == Engine::sqlite) sql.add("SELECT integrity_check FROM pragma_integrity_check").gives(ColumnKind::text);
  return sql.take();
}

}  // namespace patio::detail
