#include <patio/store/store.hpp>

#include <sodium.h>

#include "failure.hpp"
#include "session.hpp"

namespace patio {

using detail::count_sql;
using detail::select_sql;
using detail::Session;

RandomSource system_random() {
  return [](std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); };
}

Reader::Reader(std::unique_ptr<Session> session) : session_(std::move(session)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

std::optional<Row> Reader::row_with_key(const Table& table, const Cell& key) {
  session_->gate().expect(table);
  const Selection selection{{equals({table.name, table.primary.front()}, ColumnKind::text, key)}, {}, {}};
  return session_->first_row(select_sql(table, session_->tenant(), selection));
}

std::vector<Row> Reader::rows_of(const Table& table, const Selection& selection) {
  session_->gate().expect(table);
  return session_->rows(select_sql(table, session_->tenant(), selection));
}

std::uint64_t Reader::count_of(const Table& table, const Selection& selection) {
  session_->gate().expect(table);
  const auto row = session_->first_row(count_sql(table, session_->tenant(), selection));
  return static_cast<std::uint64_t>(std::get<std::int64_t>(row->front()));
}

Transaction::Transaction(std::unique_ptr<Session> session) : Reader(std::move(session)) {}
Transaction::Transaction(Transaction&&) noexcept = default;
Transaction& Transaction::operator=(Transaction&&) noexcept = default;
Transaction::~Transaction() = default;

void Transaction::poison() noexcept { session().poison(); }

void Transaction::insert_row(const Table& table, Row row) {
  session().gate().expect(table);
  session().insert(table, std::move(row));
}

void Transaction::update_row(const Table& table, Row row) {
  session().gate().expect(table);
  session().update(table, std::move(row));
}

void Transaction::erase_row(const Table& table, const Cell& key) {
  guarded([&] {
    session().gate().expect(table);
    session().erase(table, key);
  });
}

void Transaction::forget(const PersonId& person) {
  guarded([&] { detail::forget_subject(session(), person); });
}

std::uint64_t Transaction::commit(const AuditEntry& entry) {
  session().expect_open();
  std::uint64_t seq = 0;
  guarded([&] { seq = detail::append_leaf(session(), entry); });
  session().commit();
  return seq;
}

void Transaction::rollback() noexcept { session().rollback(); }

Store::Store(std::shared_ptr<detail::Gate> gate) : gate_(std::move(gate)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(std::string_view uri, OpenOptions options) {
  if (sodium_init() < 0) throw failure(detail::Fault::unavailable);
  return Store(std::make_shared<detail::Gate>(detail::target_of(uri), std::move(options)));
}

Transaction Store::begin() { return Transaction(std::make_unique<Session>(gate_, Session::Purpose::writing)); }

Reader Store::reader() { return Reader(std::make_unique<Session>(gate_, Session::Purpose::reading)); }

}  // namespace patio
