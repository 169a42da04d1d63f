#include "connection.hpp"

#include <cassert>

#include <soci/soci.h>

#include "failure.hpp"

namespace patio::detail {
namespace {

constexpr std::size_t most_kept = 200;

/// What a statement reads from or writes to. SOCI keeps its address, so it never moves.
struct Slot {
  ColumnKind kind{};
  long long number{};
  std::string text;
  soci::indicator state{soci::i_ok};

  void set(const Cell& cell) {
    state = soci::i_ok;
    if (const auto* given = std::get_if<std::int64_t>(&cell)) number = *given;
    else if (const auto* words = std::get_if<std::string>(&cell)) text = *words;
    else state = soci::i_null;
  }
  [[nodiscard]] Cell cell() const {
    if (state == soci::i_null) return std::monostate{};
    if (kind == ColumnKind::integer) return static_cast<std::int64_t>(number);
    return text;
  }
};

}  // namespace

struct Connection::Prepared {
  explicit Prepared(soci::session& session) : statement(session) {}
  soci::statement statement;
  std::vector<Slot> given;
  std::vector<Slot> read;
};

Connection::Connection(const Target& target, std::chrono::seconds wait)
    : engine_(target.engine), session_(connect(target, wait)) {}

Connection::~Connection() = default;

template <class Step>
auto Connection::guarded(const Statement* statement, Step&& step) {
  try {
    return step();
  } catch (const Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& thrown) {
    const Error ours = error_of(engine_, session_.get(), thrown, statement == nullptr ? "" : statement->table);
    if (statement != nullptr) kept_.erase(statement->text);
    throw ours;
  }
}

Connection::Prepared& Connection::prepared(const Statement& statement) {
  if (const auto found = kept_.find(statement.text); found != kept_.end()) return *found->second;
  if (kept_.size() >= most_kept) kept_.clear();
  auto made = std::make_unique<Prepared>(*session_);
  made->given.resize(statement.binds.size());
  made->read.resize(statement.gives.size());
  for (std::size_t i = 0; i < made->given.size(); ++i) {
    auto& slot = made->given[i];
    slot.kind = statement.binds[i].kind;
    if (slot.kind == ColumnKind::integer) made->statement.exchange(soci::use(slot.number, slot.state));
    else made->statement.exchange(soci::use(slot.text, slot.state));
  }
  for (std::size_t i = 0; i < made->read.size(); ++i) {
    auto& slot = made->read[i];
    slot.kind = statement.gives[i];
    if (slot.kind == ColumnKind::integer) made->statement.exchange(soci::into(slot.number, slot.state));
    else made->statement.exchange(soci::into(slot.text, slot.state));
  }
  made->statement.alloc();
  made->statement.prepare(statement.text);
  made->statement.define_and_bind();
  return *(kept_[statement.text] = std::move(made));
}

void Connection::run(std::string_view sql) {
  guarded(nullptr, [&] { *session_ << sql; });
}

std::int64_t Connection::run(const Statement& statement) {
  return guarded(&statement, [&] {
    auto& ready = prepared(statement);
    for (std::size_t i = 0; i < ready.given.size(); ++i) ready.given[i].set(statement.binds[i].cell);
    ready.statement.execute(true);
    return static_cast<std::int64_t>(ready.statement.get_affected_rows());
  });
}

void Connection::each_row(const Statement& statement, const std::function<void(Row)>& visit) {
  guarded(&statement, [&] {
    auto& ready = prepared(statement);
    assert(ready.given.size() == statement.binds.size() && ready.read.size() == statement.gives.size());
    for (std::size_t i = 0; i < ready.given.size(); ++i) ready.given[i].set(statement.binds[i].cell);
    for (bool more = ready.statement.execute(true); more; more = ready.statement.fetch()) {
      Row row;
      row.reserve(ready.read.size());
      for (const auto& slot : ready.read) row.push_back(slot.cell());
      visit(std::move(row));
    }
  });
}

std::vector<Row> Connection::rows(const Statement& statement) {
  std::vector<Row> found;
  each_row(statement, [&](Row row) { found.push_back(std::move(row)); });
  return found;
}

std::optional<Row> Connection::first_row(const Statement& statement) {
  auto found = rows(statement);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

}  // namespace patio::detail
