#pragma once
/// \file
/// SQLite as one would use it in our place, in memory; any failure ends the run.

#include <sqlite3.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace patio {

class Sqlite {
 public:
  Sqlite() { check(sqlite3_open(":memory:", &db_)); }
  ~Sqlite() {
    for (auto* statement : statements_) sqlite3_finalize(statement);
    sqlite3_close(db_);
  }
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  void run(const std::string& sql) { check(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr)); }
  /// Lives as long as the database.
  sqlite3_stmt* prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr));
    statements_.push_back(statement);
    return statement;
  }
  /// Texts in the order of the marks.
  static void insert(sqlite3_stmt* statement, const std::vector<std::string>& texts) {
    int place = 0;
    for (const auto& text : texts) sqlite3_bind_text(statement, ++place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    sqlite3_step(statement);
    sqlite3_reset(statement);
  }
  [[nodiscard]] int changes() const { return sqlite3_changes(db_); }

 private:
  void check(int code) {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
  }
  sqlite3* db_ = nullptr;
  std::vector<sqlite3_stmt*> statements_;
};

}  // namespace patio
