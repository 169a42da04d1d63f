#pragma once
/// \file
/// What stands behind a Store (the gate) and behind each Reader and Transaction (a session).

#include <condition_variable>
#include <map>
#include <mutex>

#include <patio/store/store.hpp>

#include "connection.hpp"

namespace patio::detail {

/// Hands out connections, at most so many at once. Shared by threads.
class Gate {
 public:
  Gate(Target target, OpenOptions options);

  [[nodiscard]] const OpenOptions& options() const noexcept { return options_; }
  [[nodiscard]] const std::string& tenant() const noexcept { return tenant_; }
  [[nodiscard]] std::string origin() const;
  /// Throws Error(misuse) for a table that was not declared on opening.
  void expect(const Table& table) const;

  [[nodiscard]] std::unique_ptr<Connection> lease();
  [[nodiscard]] std::unique_ptr<Connection> connect() const;
  /// A null one only makes room for another.
  void give_back(std::unique_ptr<Connection> connection) noexcept;

 private:
  Target target_;
  OpenOptions options_;
  std::string tenant_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t out_ = 0;
};

/// One transaction of the database, for reading or writing. Rolls back when it goes.
class Session {
 public:
  enum class Purpose { reading, writing };

  Session(std::shared_ptr<Gate> gate, Purpose purpose);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  [[nodiscard]] Gate& gate() noexcept { return *gate_; }
  [[nodiscard]] const std::string& tenant() const noexcept { return gate_->tenant(); }
  [[nodiscard]] Connection& connection() noexcept { return *connection_; }

  [[nodiscard]] std::vector<Row> rows(const Statement& statement);
  [[nodiscard]] std::optional<Row> first_row(const Statement& statement);
  std::int64_t run(const Statement& statement);

  void insert(const Table& table, Row row);
  void update(const Table& table, Row row);
  void erase(const Table& table, const Cell& key);
  /// Table and key of each row written, with the hash of what it became, or nothing if it was erased.
  using Written = std::map<std::pair<std::string, std::string>, std::optional<std::string>>;
  Written written;
  /// Numbers of the leaves whose details were dropped.
  std::vector<std::uint64_t> forgotten;
  /// Lines in the log when the transaction took its turn.
  std::uint64_t log_size = 0;

  /// Random bytes as twice as many hexadecimal digits.
  [[nodiscard]] std::string random_text(std::size_t bytes);

  void poison() noexcept { poisoned_ = true; }
  void commit();
  void rollback() noexcept;
  /// Throws unless the transaction can go on.
  void expect_open() const;

 private:
  template <class Step>
  auto step(Step&& step);
  void take_turn();
  void begin(Purpose purpose);
  std::shared_ptr<Gate> gate_;
  std::unique_ptr<Connection> connection_;
  /// Drawn in one go for all of a transaction: each draw asks the system.
  std::vector<std::uint8_t> random_;
  bool poisoned_ = false;
  bool finished_ = false;
};

/// What the log keeps of a row: SHA-256 of its salt and its canonical JSON (keys sorted, no NULL), in hexadecimal digits.
[[nodiscard]] std::string row_hash(std::string_view salt, const std::vector<Column>& columns, const Row& row);

/// Writes the leaf of a transaction with all that it wrote; the transaction is still open after it.
std::uint64_t append_leaf(Session& session, const AuditEntry& entry);
void forget_subject(Session& session, const PersonId& person);
/// True if the leaf stands in the log, seen from outside the transaction that wrote it.
[[nodiscard]] bool has_leaf(Session& session, std::uint64_t seq);

}  // namespace patio::detail
