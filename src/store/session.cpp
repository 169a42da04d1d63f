#include "session.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "audit_subject.hpp"
#include "base/canonical_json.hpp"
#include "failure.hpp"
#include "schema.hpp"

namespace patio::detail {
namespace {

const std::string& text_of(const Cell& cell) { return std::get<std::string>(cell); }

const Cell& key_cell(const Table& table, const Row& row) {
  const auto found = std::ranges::find(table.columns, table.primary.front(), &Column::name);
  return row[static_cast<std::size_t>(found - table.columns.begin())];
}

Statement head_sql(const std::string& tenant, std::string_view ending) {
  StatementWriter sql;
  sql.add("SELECT \"size\" FROM \"audit_head\" WHERE \"tenant_id\" = ").text(tenant).add(ending);
  return sql.gives(ColumnKind::integer).take();
}

}  // namespace

std::string row_hash(std::string_view salt, const std::vector<Column>& columns, const Row& row) {
  std::vector<std::size_t> places(row.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::sort(places, {}, [&](std::size_t place) { return std::string_view(columns[place].name); });
  std::string hashed(salt);
  hashed += '{';
  bool first = true;
  for (const auto place : places) {
    const auto* number = std::get_if<std::int64_t>(&row[place]);
    const auto* text = std::get_if<std::string>(&row[place]);
    if (!number && !text) continue;
    if (!std::exchange(first, false)) hashed += ',';
    add_json(hashed, columns[place].name);
    hashed += ':';
    if (number) hashed += std::to_string(*number);
    else add_json(hashed, *text);
  }
  hashed += '}';
  return to_text(sha256(hashed));
}

Gate::Gate(Target target, OpenOptions options)
    : target_(std::move(target)), options_(std::move(options)), tenant_(to_text(options_.tenant)) {
  if (target_.in_memory) options_.connections = 1;
  const auto arrival = arrive(target_, options_.mode == OpenMode::create, options_.wait);
  try {
    auto first = connect();
    bring_to(*first, options_.tables, arrival, options_.wait);
    idle_.push_back(std::move(first));
  } catch (...) {
    if (arrival == Arrival::fresh) leave(target_);
    throw;
  }
}

std::string Gate::origin() const { return options_.origin.empty() ? "libpatio/" + tenant_ : options_.origin; }

void Gate::expect(const Table& table) const {
  if (std::ranges::find(options_.tables, table.name, &Table::name) == options_.tables.end())
    throw failure(Fault::undeclared_table, table.name);
}

std::unique_ptr<Connection> Gate::lease() {
  std::unique_lock lock(mutex_);
  const auto can_lease = [&] { return !idle_.empty() || out_ < std::max<std::size_t>(options_.connections, 1); };
  if (!freed_.wait_for(lock, options_.wait, can_lease)) throw failure(Fault::busy);
  ++out_;
  while (!idle_.empty()) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    if (connection->is_alive()) return connection;
  }
  lock.unlock();
  try {
    return connect();
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

std::unique_ptr<Connection> Gate::connect() const { return std::make_unique<Connection>(target_, options_.wait); }

void Gate::give_back(std::unique_ptr<Connection> connection) noexcept {
  {
    const std::lock_guard lock(mutex_);
    --out_;
    if (connection) idle_.push_back(std::move(connection));
  }
  freed_.notify_one();
}

Session::Session(std::shared_ptr<Gate> gate, Purpose purpose) : gate_(std::move(gate)), connection_(gate_->lease()) {
  try {
    try {
      begin(purpose);
    } catch (const Error& error) {
      // A server that restarted is only noticed by asking. Nothing was done yet, so a new connection may try again.
      if (error.code() != ErrorCode::unavailable) throw;
      connection_ = gate_->connect();
      begin(purpose);
    }
  } catch (...) {
    rollback();
    throw;
  }
}

Session::~Session() { rollback(); }

void Session::begin(Purpose purpose) {
  const auto engine = connection_->engine();
  if (purpose == Purpose::reading) {
    connection_->run(begin_read_sql(engine));
    return;
  }
  for (const auto& sql : begin_write_sql(engine, gate_->options().wait)) connection_->run(Statement{sql, {}, {}, {}});
  take_turn();
}

/// Writers of one tenant come one after the other on every engine: what a transaction reads stays true until it commits.
void Session::take_turn() {
  const auto locked = head_sql(tenant(), lock_clause(connection_->engine()));
  const auto since = std::chrono::steady_clock::now();
  try {
    auto head = connection_->first_row(locked);
    if (!head) {
      connection_->run(insert_sql(audit_head_table(), tenant(), {std::int64_t{0}}, {}));
      head = connection_->first_row(locked);
    }
    if (!head || !std::holds_alternative<std::int64_t>(head->front())) throw failure(Fault::corrupt);
    log_size = static_cast<std::uint64_t>(std::get<std::int64_t>(head->front()));
  } catch (const Error& error) {
    // PostgreSQL's lock timeout has no category of its own in SOCI: it is known by the time it took.
    const bool timed_out = std::chrono::steady_clock::now() - since >= gate_->options().wait;
    if (error.code() == ErrorCode::storage && timed_out) throw failure(Fault::busy);
    throw;
  }
}

template <class Step>
auto Session::step(Step&& step) {
  expect_open();
  try {
    return step();
  } catch (...) {
    poison();
    throw;
  }
}

void Session::expect_open() const {
  if (finished_) throw failure(Fault::finished);
  if (poisoned_) throw failure(Fault::poisoned);
}

std::vector<Row> Session::rows(const Statement& statement) {
  return step([&] { return connection_->rows(statement); });
}

std::optional<Row> Session::first_row(const Statement& statement) {
  return step([&] { return connection_->first_row(statement); });
}

std::int64_t Session::run(const Statement& statement) {
  return step([&] { return connection_->run(statement); });
}

void Session::insert(const Table& table, Row row) {
  step([&] {
    const auto salt = random_text(16);
    const std::string key = text_of(key_cell(table, row));
    auto hash = row_hash(salt, table.columns, row);
    if (connection_->run(insert_sql(table, tenant(), std::move(row), salt)) != 1) throw failure(Fault::duplicate, table.name);
    written[{table.name, key}] = std::move(hash);
  });
}

void Session::update(const Table& table, Row row) {
  step([&] {
    const auto salt = random_text(16);
    const std::string key = text_of(key_cell(table, row));
    auto hash = row_hash(salt, table.columns, row);
    if (connection_->run(update_sql(table, tenant(), std::move(row), salt)) != 1) throw failure(Fault::missing_row, table.name);
    written[{table.name, key}] = std::move(hash);
  });
}

void Session::erase(const Table& table, const Cell& key) {
  step([&] {
    if (connection_->run(erase_sql(table, tenant(), key)) != 1) throw failure(Fault::missing_row, table.name);
    written[{table.name, text_of(key)}] = std::nullopt;
  });
}

std::string Session::random_text(std::size_t bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::size_t drawn_at_once = 256;
  if (random_.size() < bytes) {
    random_.resize(std::max(bytes, drawn_at_once));
    gate_->options().random(random_);
  }
  std::string text(2 * bytes, '0');
  for (std::size_t i = 0; i < bytes; ++i) {
    const auto byte = random_.back();
    random_.pop_back();
    text[2 * i] = digits[byte >> 4];
    text[2 * i + 1] = digits[byte & 15];
  }
  return text;
}

void Session::commit() {
  step([&] {
    const auto seq = log_size;
    try {
      connection_->run(Statement{"COMMIT", {}, {}, {}});
    } catch (const Error&) {
      if (!connection_->is_alive()) throw failure(Fault::unknown_outcome);
      throw;
    }
    const auto outside = is_outside_transaction(connection_->engine(), connection_->session());
    // SOCI reports success for a COMMIT that PostgreSQL answered with ROLLBACK: only the leaf itself tells.
    const bool kept = outside ? *outside : has_leaf(*this, seq);
    if (!kept) throw failure(Fault::refused_by_database);
  });
  finished_ = true;
  gate_->give_back(std::move(connection_));
}

void Session::rollback() noexcept {
  if (!connection_) return;
  finished_ = true;
  const bool still_good = [&] {
    try {
      const auto outside = is_outside_transaction(connection_->engine(), connection_->session());
      if (!outside || !*outside) connection_->run("ROLLBACK");
      return connection_->is_alive();
    } catch (...) {
      return false;
    }
  }();
  if (!still_good) connection_.reset();
  gate_->give_back(std::move(connection_));
}

}  // namespace patio::detail
