#pragma once
/// \file
/// One connection: statements in, rows out, our errors only. Statements are prepared once and kept.

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "dialect.hpp"

namespace patio::detail {

class Connection {
 public:
  Connection(const Target& target, std::chrono::seconds wait);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] Engine engine() const noexcept { return engine_; }
  [[nodiscard]] soci::session& session() noexcept { return *session_; }
  [[nodiscard]] bool is_alive() noexcept { return detail::is_alive(engine_, *session_); }

  /// One statement without values, which is not kept.
  void run(std::string_view sql);
  /// Gives the number of rows it touched.
  std::int64_t run(const Statement& statement);
  [[nodiscard]] std::vector<Row> rows(const Statement& statement);
  /// One row at a time, for tables that memory should not hold. `visit` runs no statement on this connection.
  void each_row(const Statement& statement, const std::function<void(Row)>& visit);
  [[nodiscard]] std::optional<Row> first_row(const Statement& statement);

 private:
  struct Prepared;
  Prepared& prepared(const Statement& statement);
  template <class Step>
  auto guarded(const Statement* statement, Step&& step);

  Engine engine_;
  std::unique_ptr<soci::session> session_;
  std::unordered_map<std::string, std::unique_ptr<Prepared>> kept_;
};

}  // namespace patio::detail
