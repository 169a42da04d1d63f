#include <patio/casework/referral_timing.hpp>
#include <patio/desk.hpp>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sqlite3.h>
#include <stdexcept>
#include <unistd.h>
#include <unordered_map>

#include "figures.hpp"

namespace patio {
namespace {

using E = ReferralEvent;
using S = ReferralState;

ReferralContext in_order(ReferralSide side) {
  ReferralContext context;
  context.side = side;
  context.sends_data = context.person_alive = context.service_receives = context.route_clear = true;
  context.documents_present = context.agreement_in_force = context.ground_holds = context.nothing_withheld = true;
  context.reason_given = context.outcome_given = true;
  return context;
}

/// From the draft to the end, again and again.
void step(benchmark::State& state) {
  const auto sender = in_order(ReferralSide::sender), receiver = in_order(ReferralSide::receiver);
  const std::pair<E, const ReferralContext*> path[] = {{E::submit, &sender},   {E::send, &sender},     {E::open, &receiver},
                                                       {E::accept, &receiver}, {E::start, &receiver},  {E::report, &receiver},
                                                       {E::confirm, &sender}};
  const auto& machine = referral_machine();
  std::size_t next = 0;
  S now = S::draft;
  for (auto _ : state) {
    const auto taken = machine.step(now, path[next].first, *path[next].second);
    now = taken->state;
    if (++next == std::size(path)) {
      next = 0;
      now = S::draft;
    }
    benchmark::DoNotOptimize(now);
  }
}
BENCHMARK(step)->Name("referral.step")->Unit(benchmark::kNanosecond);

void look_at_the_clock(benchmark::State& state) {
  const Zone paris = *find_zone("Europe/Paris");
  ReferralTiming timing{referral_limits(default_limits(), 2026_y / 3 / 10), {}, paris};
  Referral referral;
  referral.state = S::sent;
  referral.since = *parse_instant("2026-03-10T08:00:00Z");
  referral.waiting_since = referral.since;
  const Instant now = *parse_instant("2026-03-12T08:00:00Z");
  for (auto _ : state) benchmark::DoNotOptimize(due_of(referral, now, timing));
}
BENCHMARK(look_at_the_clock)->Name("referral.due")->Unit(benchmark::kNanosecond);

// ---- The whole path, beside plain sqlite3 doing the same statements.

constexpr int paths = 60;

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("run it from the root of the source tree");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// One statement as it was sent: its text with marks, and the values that stood for them.
struct Sent {
  std::string sql;
  /// Without a value: NULL. Numbers are bound as such.
  std::vector<std::pair<std::optional<std::string>, bool>> values;
};

/// Reads the values back: the expanded text is the bare one with each mark replaced by a literal.
std::vector<std::pair<std::optional<std::string>, bool>> values_in(const char* bare, const char* full) {
  std::vector<std::pair<std::optional<std::string>, bool>> values;
  while (*bare != '\0') {
    if (*bare == '\'') {  // a literal of the statement itself
      do ++bare, ++full;
      while (*bare != '\'' && *bare != '\0');
    }
    if (*bare != '?' && *bare != ':') {
      ++bare;
      ++full;
      continue;
    }
    ++bare;
    while (std::isalnum(static_cast<unsigned char>(*bare)) || *bare == '_') ++bare;
    if (*full == '\'') {
      std::string text;
      for (++full; *full != '\'' || full[1] == '\''; ++full) {
        if (*full == '\'') ++full;
        text += *full;
      }
      ++full;
      values.emplace_back(std::move(text), false);
    } else if (std::strncmp(full, "NULL", 4) == 0) {
      full += 4;
      values.emplace_back(std::nullopt, false);
    } else {
      std::string number;
      while (std::isdigit(static_cast<unsigned char>(*full)) || *full == '-') number += *full++;
      values.emplace_back(std::move(number), true);
    }
  }
  return values;
}

/// Listens to what the library sends to its database.
std::vector<Sent>* listener = nullptr;

int hear(unsigned kind, void*, void* statement, void* text) {
  if (kind != SQLITE_TRACE_STMT || !listener) return 0;
  if (std::strncmp(static_cast<const char*>(text), "--", 2) == 0) return 0;
  auto* prepared = static_cast<sqlite3_stmt*>(statement);
  char* full = sqlite3_expanded_sql(prepared);
  listener->push_back({sqlite3_sql(prepared), values_in(sqlite3_sql(prepared), full)});
  sqlite3_free(full);
  return 0;
}

int listen_to(sqlite3* db, char**, const sqlite3_api_routines*) { return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, hear, nullptr); }

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("patio-referral-bench-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string file(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

struct Received {
  PersonId person;
  NeedId need;
  ConsentId consent;
};

/// A centre whose ids and clock are the same each time.
class Office {
 public:
  explicit Office(const std::string& file) : centre_(open(file)) {}

  std::vector<Received> receive() {
    auto social_worker = desk("pro:ts1", "hat:ts1");
    std::vector<Received> people;
    for (int i = 0; i < paths; ++i) {
      Received one;
      one.person = social_worker.run(RegisterPerson{said(), {}, "Lenoir", {}, {"Marc"}, {}, {}, {}, {}}).value().person_id;
      one.need = social_worker
                     .run(RecordEncounter{said(), one.person, {"site:patio"}, {}, EncounterResult::oriented, {{"over_indebtedness"}}, {}})
                     .value()
                     .need_ids.front();
      GiveConsent consent;
      consent.command_id = said();
      consent.person_id = one.person;
      consent.for_purpose = {"orientation"};
      consent.recipients = {{"org:udaf"}};
      consent.categories = {{"identity"}, {"resources"}};
      consent.text_version = "orientation-1";
      consent.evidence = {{EvidenceKind::signed_paper, std::string(64, '0')}};
      one.consent = social_worker.run(consent).value().consent_id;
      people.push_back(one);
    }
    return people;
  }

  /// Ten durable steps, each with its leaf.
  void refer(const Received& one) {
    auto sender = desk("pro:ts1", "hat:ts1");
    auto receiver = desk("pro:udaf1", "hat:udaf1");
    const auto referral = sender
                              .run(DraftReferral{said(), one.person, one.need, {"svc:udaf"}, ReferralKind::formal, {},
                                                 {{"identity"}, {"resources"}}})
                              .value()
                              .referral_id;
    sender.run(GroundReferral{said(), referral, ReferralGround::consent, one.consent, {}}).value();
    sender.run(AttachToReferral{said(), referral, std::string(64, 'a'), {"resources"}}).value();
    sender.run(SubmitReferral{said(), referral}).value();
    sender.run(DispatchReferral{said(), referral}).value();
    receiver.run(OpenReferral{said(), referral, {}}).value();
    receiver.run(AcceptReferral{said(), referral, {}}).value();
    receiver.run(MarkReferralSeen{said(), referral, {}}).value();
    receiver.run(ReportOutcome{said(), referral, {}, OutcomeCode{"file_submitted"}}).value();
    sender.run(ConfirmOutcome{said(), referral}).value();
  }

 private:
  static Centre open(const std::string& file) {
    CentreOptions options;
    options.plan = read_centre_plan(text_of("examples/data/le-patio.json")).value();
    options.clock = [now = *parse_instant("2026-03-10T08:00:00Z")]() mutable { return now += std::chrono::milliseconds(1); };
    options.ids = seeded_ids(1);
    return Centre::open("sqlite:" + file, std::move(options));
  }
  Desk desk(const char* professional, const char* hat) {
    return centre_.desk_for(*ProfessionalCode::parse(professional), *HatCode::parse(hat));
  }
  CommandId said() { return next_id<CommandId>(commands_); }

  Centre centre_;
  IdSource commands_ = seeded_ids(2);
};

void whole_path(benchmark::State& state) {
  const Folder folder;
  Office office(folder.file("patio.db"));
  const auto people = office.receive();
  std::size_t next = 0;
  for (auto _ : state) office.refer(people[next++]);
}
BENCHMARK(whole_path)->Name("referral.path")->Unit(benchmark::kMicrosecond)->Iterations(paths);

/// The same statements with ready values, and nothing else around them.
class Replay {
 public:
  explicit Replay(const std::string& file) {
    if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) throw std::runtime_error("cannot open");
    for (const char* pragma : {"PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL", "PRAGMA secure_delete = ON"})
      sqlite3_exec(db_, pragma, nullptr, nullptr, nullptr);
  }
  ~Replay() {
    for (auto& [sql, statement] : prepared_) sqlite3_finalize(statement);
    sqlite3_close(db_);
  }
  Replay(const Replay&) = delete;
  Replay& operator=(const Replay&) = delete;

  /// Each text is prepared once, before anything is measured.
  void prepare(const std::vector<Sent>& all) {
    for (const auto& sent : all) {
      sqlite3_stmt*& statement = prepared_[sent.sql];
      if (!statement && sqlite3_prepare_v2(db_, sent.sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error("cannot prepare");
    }
  }
  void run(const std::vector<Sent>& all) {
    for (const auto& sent : all) {
      sqlite3_stmt* statement = prepared_.at(sent.sql);
      int at = 0;
      for (const auto& [value, is_number] : sent.values) {
        ++at;
        if (!value) sqlite3_bind_null(statement, at);
        else if (is_number) sqlite3_bind_int64(statement, at, std::stoll(*value));
        else sqlite3_bind_text(statement, at, value->data(), static_cast<int>(value->size()), SQLITE_STATIC);
      }
      int status = sqlite3_step(statement);
      while (status == SQLITE_ROW) status = sqlite3_step(statement);
      if (status != SQLITE_DONE) throw std::runtime_error("a statement failed that the library has done");
      sqlite3_reset(statement);
    }
  }

 private:
  sqlite3* db_ = nullptr;
  std::unordered_map<std::string, sqlite3_stmt*> prepared_;
};

/// The library is heard in one file; its statements are played in the copy of another that began the same.
void bare_path(benchmark::State& state) {
  const Folder folder;
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(listen_to));
  std::vector<std::vector<Sent>> heard(paths);
  {
    Office office(folder.file("patio.db"));
    const auto people = office.receive();
    sqlite3* source = nullptr;
    if (sqlite3_open(folder.file("patio.db").c_str(), &source) != SQLITE_OK) throw std::runtime_error("cannot open");
    const std::string copy = "VACUUM INTO '" + folder.file("copy.db") + "'";
    if (sqlite3_exec(source, copy.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error("cannot copy");
    sqlite3_close(source);
    for (std::size_t i = 0; i < heard.size(); ++i) {
      listener = &heard[i];
      office.refer(people[i]);
      listener = nullptr;
    }
  }
  sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(listen_to));
  Replay replay(folder.file("copy.db"));
  sqlite3* wal = nullptr;
  sqlite3_open(folder.file("copy.db").c_str(), &wal);
  sqlite3_exec(wal, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
  sqlite3_close(wal);
  for (const auto& each : heard) replay.prepare(each);
  std::size_t next = 0;
  for (auto _ : state) replay.run(heard[next++]);
  state.counters["statements"] = static_cast<double>(heard.front().size());
}
BENCHMARK(bare_path)->Name("referral.path/sqlite3")->Unit(benchmark::kMicrosecond)->Iterations(paths);

}  // namespace
}  // namespace patio
