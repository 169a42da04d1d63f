#include <patio/store/store.hpp>

#include <filesystem>
#include <sqlite3.h>
#include <stdexcept>
#include <unistd.h>

#include "figures.hpp"

namespace patio {
namespace {

struct Call {
  Id<struct CallTag> id;
  PersonId person_id;
  Code<struct NeedTag> need;
  std::string note;
  Instant at{};
};
BOOST_DESCRIBE_STRUCT(Call, (), (id, person_id, need, note, at))

Call a_call(const IdSource& ids) {
  const Instant at = date::sys_days(2026_y / 3 / 10) + std::chrono::hours(9);
  return {next_id<decltype(Call::id)>(ids), next_id<PersonId>(ids), {"carte_grise"}, std::string(120, 'n'), at};
}

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("patio-bench-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string file() const { return (path_ / "patio.db").string(); }

 private:
  std::filesystem::path path_;
};

AuditEntry entry_for(const Call& call) {
  return {.at = call.at, .actor = {"pro:fs1"}, .action = {"take_call"}, .purpose = {"reception"}, .subject = call.person_id};
}

/// One row and its leaf, committed.
void write(Store& store, const Call& call) {
  auto tx = store.begin();
  tx.insert(call);
  tx.commit(entry_for(call));
}

/// The statements that the library sends for one such write, with ready values and nothing else around them.
class Bare {
 public:
  explicit Bare(const std::string& path) {
    // The library founds the tables, so that both write to the same.
    static_cast<void>(Store::open("sqlite:" + path, {.tables = tables_of<Call>()}));
    if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) throw std::runtime_error("cannot open");
    for (const char* pragma : {"PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON", "PRAGMA foreign_keys = ON"})
      sqlite3_exec(db_, pragma, nullptr, nullptr, nullptr);
    begin_ = prepare("BEGIN IMMEDIATE");
    head_ = prepare("SELECT size FROM audit_head WHERE tenant_id = ?1");
    row_ = prepare("INSERT INTO \"call\" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING");
    look_ = prepare("SELECT id, person_id FROM audit_subject WHERE tenant_id = ?1 AND person_id = ?2");
    subject_ = prepare("INSERT INTO audit_subject VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
    leaf_ = prepare("INSERT INTO audit_leaf VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO NOTHING");
    left_ = prepare("SELECT hash FROM audit_node WHERE tenant_id = ?1 AND level = ?2 AND idx = ?3");
    node_ = prepare("INSERT INTO audit_node VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
    size_ = prepare("INSERT INTO audit_head VALUES (?1, ?2) ON CONFLICT (tenant_id) DO UPDATE SET size = ?2");
    commit_ = prepare("COMMIT");
  }
  ~Bare() {
    for (auto* each : all_) sqlite3_finalize(each);
    sqlite3_close(db_);
  }
  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;

  void write(const Call& call) {
    const auto id = to_text(call.id);
    const auto person = to_text(call.person_id);
    const auto at = to_text(call.at);
    run(begin_);
    run(head_, tenant_);
    run(row_, tenant_, id, person, call.need.text(), call.note, at, salt_);
    run(look_, tenant_, person);
    run(subject_, tenant_, person, person, salt_);
    run(leaf_, tenant_, size_now_, at, "pro:fs1", "take_call", "reception", person, hash_, hash_, hash_, detail_);
    for (std::int64_t level = 1, index = size_now_; (index & 1) != 0; ++level, index /= 2) {
      run(left_, tenant_, level - 1, index - 1);
      run(node_, tenant_, level, index / 2, hash_);
    }
    run(size_, tenant_, ++size_now_);
    run(commit_);
  }

 private:
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v2(db_, sql, -1, &made, nullptr) != SQLITE_OK) throw std::runtime_error(sql);
    all_.push_back(made);
    return made;
  }
  static void bind(sqlite3_stmt* statement, int at, std::int64_t number) { sqlite3_bind_int64(statement, at, number); }
  static void bind(sqlite3_stmt* statement, int at, std::string_view text) {
    sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  }
  template <class... Value>
  static void run(sqlite3_stmt* statement, const Value&... values) {
    int at = 0;
    (bind(statement, ++at, values), ...);
    int status = sqlite3_step(statement);
    while (status == SQLITE_ROW) status = sqlite3_step(statement);
    if (status != SQLITE_DONE) throw std::runtime_error("a bare statement failed");
    sqlite3_reset(statement);
  }

  sqlite3* db_ = nullptr;
  std::vector<sqlite3_stmt*> all_;
  sqlite3_stmt *begin_, *head_, *row_, *look_, *subject_, *leaf_, *left_, *node_, *size_, *commit_;
  std::int64_t size_now_ = 0;
  std::string tenant_ = to_text(single_tenant), salt_ = std::string(32, '0'), hash_ = std::string(64, '0');
  std::string detail_ = std::string(420, 'd');
};

void append(benchmark::State& state) {
  const Folder folder;
  auto store = Store::open("sqlite:" + folder.file(), {.tables = tables_of<Call>()});
  const auto ids = seeded_ids(1);
  for (auto _ : state) write(store, a_call(ids));
}
BENCHMARK(append)->Name("store.append")->Unit(benchmark::kMicrosecond);

void bare_append(benchmark::State& state) {
  const Folder folder;
  Bare bare(folder.file());
  const auto ids = seeded_ids(1);
  for (auto _ : state) bare.write(a_call(ids));
}
BENCHMARK(bare_append)->Name("store.append/sqlite3")->Unit(benchmark::kMicrosecond);

/// A log of 2^16 lines, made once.
Store& long_log() {
  static auto store = [] {
    auto made = Store::open("sqlite::memory:", {.tables = tables_of<Call>()});
    for (int i = 0; i < 1 << 16; ++i) {
      auto tx = made.begin();
      tx.commit({.at = {}, .actor = {"job:bench"}, .action = {"pass"}, .purpose = {"bench"}});
    }
    return made;
  }();
  return store;
}

void proof(benchmark::State& state) {
  auto reader = long_log().reader();
  const auto size = audit_size(reader);
  std::uint64_t seq = 0;
  for (auto _ : state) benchmark::DoNotOptimize(prove_inclusion(reader, seq = (seq + 40'503) % size, size));
}
BENCHMARK(proof)->Name("store.inclusion_proof")->Unit(benchmark::kMicrosecond);

void verification(benchmark::State& state) {
  auto reader = long_log().reader();
  for (auto _ : state) benchmark::DoNotOptimize(verify_audit(reader));
}
BENCHMARK(verification)->Name("store.verify_65536")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace patio
