#pragma once
/// \file
/// Somebody with the file and SQLite but without the library.

#include <functional>
#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <vector>

namespace notebook {

class Intruder {
 public:
  explicit Intruder(const std::string& path) {
    if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) throw std::runtime_error("cannot open");
    sqlite3_busy_timeout(db_, 5000);
    run("PRAGMA synchronous = OFF");
  }
  ~Intruder() { sqlite3_close(db_); }
  Intruder(const Intruder&) = delete;
  Intruder& operator=(const Intruder&) = delete;

  /// False if SQLite refuses, as for a key already taken.
  bool run(const std::string& sql) { return sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK; }
  /// Binds one text, byte for byte.
  bool run(const std::string& sql, const std::string& text) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr);
    sqlite3_bind_text(statement, 1, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    const bool done = sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_finalize(statement);
    return done;
  }
  std::vector<std::vector<std::string>> rows(const std::string& sql) {
    std::vector<std::vector<std::string>> found;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) return {{"refused"}};
    int status = sqlite3_step(statement);
    for (; status == SQLITE_ROW; status = sqlite3_step(statement)) {
      auto& row = found.emplace_back();
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, i));
        row.emplace_back(bytes == nullptr ? "" : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, i))));
      }
    }
    sqlite3_finalize(statement);
    if (status != SQLITE_DONE) return {{"broken"}};
    return found;
  }
  std::string text(const std::string& sql) { return rows(sql).at(0).at(0); }

  std::vector<std::string> tables() {
    std::vector<std::string> names;
    for (auto& row : rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) names.push_back(row.at(0));
    return names;
  }
  std::vector<std::string> columns(const std::string& table) {
    std::vector<std::string> names;
    for (auto& row : rows("SELECT name FROM pragma_table_info('" + table + "')")) names.push_back(row.at(0));
    return names;
  }
  /// Every value of every table, with its type.
  std::string dump() {
    std::string all;
    for (const auto& table : tables()) {
      all += table + '\n';
      std::string list;
      for (const auto& column : columns(table))
        list += (list.empty() ? "" : ",") + ("typeof(\"" + column + "\"),quote(\"" + column + "\")");
      if (list.empty()) return "broken";
      for (const auto& row : rows("SELECT " + list + " FROM \"" + table + "\" ORDER BY " + list)) {
        for (const auto& cell : row) all += cell + '|';
        all += '\n';
      }
    }
    return all;
  }

 private:
  sqlite3* db_ = nullptr;
};

}  // namespace notebook
