#pragma once
/// \file
/// Described structs in SQLite or PostgreSQL, each write with its line in the tenant's log (audit.hpp).
///
///     Store store = Store::open("sqlite:patio.db", {.tables = tables_of<Person, Referral>()});
///
///     Transaction tx = store.begin();
///     tx.insert(marc);
///     tx.update(referral);
///     const auto seq = tx.commit({.at = now, .actor = {"pro:fs1"}, .action = {"send_referral"}, ...});
///
///     auto sent = store.read([&](Reader& reader) { return reader.find(where(&Referral::person_id, marc.id)); });
///
/// - There is no commit without a line of the log, and no other way to run SQL.
/// - One transaction writes at a time in each tenant; others wait, at most `OpenOptions::wait`, then get Error(busy).
/// - The first Error poisons a transaction: from then on it only rolls back. Without commit() it rolls back too.
/// - A Store may be shared by threads. A Reader or a Transaction belongs to one thread at a time.
/// - Each Error has our own text and code, never a stored value: `conflict` for a key already taken, `not_found` for an
///   update of what is not there, `busy`, `unavailable`, `foreign_file`, `corrupt_file`, `misuse`, else `storage`.

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <type_traits>

#include <patio/store/audit.hpp>
#include <patio/store/query.hpp>

namespace patio {

namespace detail {
class Session;
class Gate;
}  // namespace detail

enum class OpenMode { create, existing };
BOOST_DESCRIBE_ENUM(OpenMode, create, existing)

/// Fills the bytes with secret randomness. Called from the threads that commit.
using RandomSource = std::function<void(std::span<std::uint8_t>)>;

/// The system's generator, through libsodium.
[[nodiscard]] RandomSource system_random();

struct OpenOptions {
  /// Everything that will be stored: tables_of<...>().
  std::vector<Table> tables = {};
  TenantId tenant = single_tenant;
  OpenMode mode = OpenMode::create;
  /// How long to wait for other writers.
  std::chrono::seconds wait{10};
  /// How many connections threads may use at once.
  std::size_t connections = 4;
  RandomSource random = system_random();
  /// The origin line of checkpoints. Empty: "libpatio/<tenant>".
  std::string origin = {};
};

/// Sees one unchanging state of the database.
class Reader {
 public:
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  virtual ~Reader();

  template <Stored T>
  [[nodiscard]] std::optional<T> get(const KeyOf<T>& key) {
    const auto row = row_with_key(table_of<T>(), key_cell(key));
    return row ? std::optional(from_row<T>(*row)) : std::nullopt;
  }
  /// One field of the row with that key, without reading the rest.
  template <Stored T, class F>
  [[nodiscard]] std::optional<F> get(F T::*member, const KeyOf<T>& key) {
    static_assert(!detail::is_optional<F>, "nothing would mean two things");
    const Table& whole = table_of<T>();
    const Column column{column_name(member), std::integral<F> ? ColumnKind::integer : ColumnKind::text, true};
    const auto row = row_with_key({whole.name, whole.primary, {column}, {}}, key_cell(key));
    if (!row) return std::nullopt;
    F value{};
    if (!detail::read_cell(row->front(), &value, shape_of<F>())) detail::fail_unreadable(whole.name, column.name);
    return value;
  }
  template <Stored T>
  [[nodiscard]] std::vector<T> find(const Query<T>& query) {
    std::vector<T> found;
    for (const auto& row : rows_of(table_of<T>(), query.selection())) found.push_back(from_row<T>(row));
    return found;
  }
  template <Stored T>
  [[nodiscard]] std::uint64_t count(const Query<T>& query) {
    return count_of(table_of<T>(), query.selection());
  }

  /// For this room only.
  [[nodiscard]] detail::Session& session() noexcept { return *session_; }

 protected:
  friend class Store;
  explicit Reader(std::unique_ptr<detail::Session> session);

  template <class K>
  [[nodiscard]] static Cell key_cell(const K& key) {
    return detail::TextForm<K>::write(key);
  }

 private:
  std::optional<Row> row_with_key(const Table& table, const Cell& key);
  std::vector<Row> rows_of(const Table& table, const Selection& selection);
  std::uint64_t count_of(const Table& table, const Selection& selection);

  std::unique_ptr<detail::Session> session_;
};

class Transaction : public Reader {
 public:
  Transaction(Transaction&&) noexcept;
  Transaction& operator=(Transaction&&) noexcept;
  ~Transaction() override;

  /// Error(conflict) if its key, or another unique key, is taken.
  template <Stored T>
  void insert(const T& value) {
    guarded([&] { insert_row(table_of<T>(), row_of(value)); });
  }
  /// Replaces the row with the same key. Error(not_found) if there is none.
  template <Stored T>
  void update(const T& value) {
    guarded([&] { update_row(table_of<T>(), row_of(value)); });
  }
  /// Error(not_found) if there is none.
  template <Stored T>
  void erase(const KeyOf<T>& key) {
    erase_row(table_of<T>(), key_cell(key));
  }

  /// Breaks the link from a person to their pseudonym and drops the details of the lines about them. Proofs and
  /// checkpoints stay valid; the lines stay and point at nobody. Erase or update the person's rows first.
  void forget(const PersonId& person);

  /// Writes the line and commits. Gives the number of the line. If the connection broke in the middle,
  /// Error(unavailable) says that the outcome is unknown.
  std::uint64_t commit(const AuditEntry& entry);
  void rollback() noexcept;

 private:
  friend class Store;
  explicit Transaction(std::unique_ptr<detail::Session> session);

  template <class Step>
  void guarded(Step&& step) {
    try {
      step();
    } catch (...) {
      poison();
      throw;
    }
  }
  void poison() noexcept;
  void insert_row(const Table& table, Row row);
  void update_row(const Table& table, Row row);
  void erase_row(const Table& table, const Cell& key);
};

class Store {
 public:
  /// `sqlite:path`, `sqlite::memory:` (one connection, gone at the end) or `postgresql://...`.
  /// Error(foreign_file) for a file that this library did not make, or that a newer version made; it stays untouched.
  [[nodiscard]] static Store open(std::string_view uri, OpenOptions options);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// Error(busy) if no turn comes in time. Never begin a second transaction in the same thread: it would wait for the first.
  [[nodiscard]] Transaction begin();

  /// Calls `step(reader)` on one state of the database and gives what it gives.
  template <class Step>
  auto read(Step&& step) {
    Reader reader = this->reader();
    return std::forward<Step>(step)(reader);
  }
  [[nodiscard]] Reader reader();

 private:
  explicit Store(std::shared_ptr<detail::Gate> gate);
  std::shared_ptr<detail::Gate> gate_;
};

}  // namespace patio
