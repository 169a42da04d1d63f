#pragma once
/// \file
/// A small model with a field of every kind, and a place to store it, for the tests of this room.

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <unistd.h>
#include <vector>

#include <patio/store/store.hpp>

namespace notebook {

using namespace patio;
using namespace date::literals;

using VisitId = Id<struct VisitTag>;
using DeskCode = Code<struct DeskTag>;

enum class Mood { calm, worried };
BOOST_DESCRIBE_ENUM(Mood, calm, worried)

struct Line {
  std::string word;
  int weight{};
  bool operator==(const Line&) const = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (word, weight))

struct Visit {
  VisitId id;
  PersonId person_id;
  std::string note;
  Mood mood{};
  bool urgent{};
  std::int64_t weight{};
  Date day{};
  Instant at{};
  std::optional<ClockTime> leaves_at;
  std::optional<DeskCode> desk;
  std::optional<std::uint16_t> number;
  Period period;
  std::vector<Line> lines;
  std::map<std::string, std::string> labels;
  bool operator==(const Visit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Visit, (),
                      (id, person_id, note, mood, urgent, weight, day, at, leaves_at, desk, number, period, lines, labels))

/// Kept by code and named like a reserved word of SQL.
struct Order {
  DeskCode code;
  std::string title;
  bool operator==(const Order&) const = default;
};
BOOST_DESCRIBE_STRUCT(Order, (), (code, title))

inline Instant moment(int seconds = 0) {
  return date::sys_days(2026_y / 3 / 10) + std::chrono::hours(8) + std::chrono::seconds(seconds);
}

inline Visit a_visit(const IdSource& ids, std::string note = "asked for a form") {
  Visit made;
  made.id = next_id<VisitId>(ids);
  made.person_id = next_id<PersonId>(ids);
  made.note = std::move(note);
  made.mood = Mood::worried;
  made.urgent = true;
  made.weight = INT64_MAX;
  made.day = 2026_y / 2 / 28;
  made.at = moment() + std::chrono::microseconds(7);
  made.leaves_at = ClockTime{std::chrono::minutes(570)};
  made.period = {2026_y / 1 / 1, 2026_y / 12 / 31};
  made.lines = {{"été", 3}, {"o'clock \"quoted\"", -1}};
  made.labels = {{"a", "b"}};
  return made;
}

inline AuditEntry entry(std::optional<PersonId> subject = {}) {
  return {.at = moment(), .actor = {"pro:fs1"}, .action = {"record_visit"}, .purpose = {"reception"}, .subject = subject};
}

inline OpenOptions options() {
  OpenOptions made;
  made.tables = tables_of<Visit, Order>();
  return made;
}

/// A folder of its own, gone at the end.
class Folder {
 public:
  Folder() {
    static std::atomic<int> made{0};
    // In memory where there is such a place: these tests are about what is kept, not about how fast a disk is.
    const char* const memory = "/dev/shm";
    const auto parent = ::access(memory, W_OK) == 0 ? std::filesystem::path(memory) : std::filesystem::temp_directory_path();
    path_ = parent / ("patio-" + std::to_string(::getpid()) + "-" + std::to_string(made++));
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string file(const std::string& name = "patio.db") const { return (path_ / name).string(); }
  [[nodiscard]] std::string uri(const std::string& name = "patio.db") const { return "sqlite:" + file(name); }

 private:
  std::filesystem::path path_;
};

/// Where a test stores: a file of its own, or, when PATIO_TEST_POSTGRESQL holds an address, a tenant of its own there.
/// Tests that use nothing else bear the tag [engine] and hold on both.
class Place {
 public:
  Place() {
    if (server_ != nullptr) tenant_ = next_id<TenantId>(random_ids());
  }
  [[nodiscard]] std::string uri() const { return server_ != nullptr ? server_ : folder_.uri(); }
  [[nodiscard]] OpenOptions options() const {
    auto made = notebook::options();
    made.tenant = tenant_;
    return made;
  }
  /// Another tenant of the same database.
  [[nodiscard]] OpenOptions others() const {
    auto made = options();
    made.tenant = other_;
    return made;
  }
  [[nodiscard]] Store open() const { return Store::open(uri(), options()); }

 private:
  const char* server_ = std::getenv("PATIO_TEST_POSTGRESQL");
  Folder folder_;
  TenantId tenant_ = single_tenant;
  TenantId other_ = next_id<TenantId>(random_ids());
};

/// The code of the Error that a step throws; fails the test's expectation with `internal` if it throws none.
template <class Step>
ErrorCode code_of(Step&& step) {
  try {
    step();
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

}  // namespace notebook

namespace patio {
template <>
struct Keys<notebook::Visit> {
  static std::vector<Key> list() {
    return {index_on(&notebook::Visit::person_id, &notebook::Visit::at), unique_on(&notebook::Visit::number)};
  }
};
}  // namespace patio
