#include <patio/orientation/screening.hpp>
#include <patio/orientation/service_index.hpp>
#include <patio/orientation/visit_plan.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include <random>
#include <sqlite3.h>

#include "figures.hpp"

namespace patio {
namespace {

constexpr Date today = 2026_y / 11 / 24;

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }
  double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(random_); }
  template <class List>
  const auto& pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937 random_;
};

/// A database in memory; any failure ends the run.
class Sqlite {
 public:
  Sqlite() { check(sqlite3_open(":memory:", &db_)); }
  ~Sqlite() { sqlite3_close(db_); }
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;
  void run(const std::string& sql) { check(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr)); }
  sqlite3_stmt* prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr));
    return statement;
  }

 private:
  void check(int code) {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
  }
  sqlite3* db_ = nullptr;
};

/// So many services, two thirds of them around twenty towns, the rest anywhere; one to three themes each, most with a zone.
std::vector<ServiceRow> country(std::size_t count) {
  Dice dice(3);
  std::vector<Position> towns{{48.74, 2.23}};
  for (int i = 1; i < 20; ++i) towns.push_back({dice.between(43, 50), dice.between(-1, 7)});
  const auto& themes = directory_list("themes");
  std::vector<ServiceRow> rows;
  for (std::size_t i = 0; i < count; ++i) {
    ServiceRow row;
    row.id = "source--" + std::to_string(i);
    row.name = "service " + std::to_string(i);
    for (auto left = 1 + dice.below(3); left > 0; --left) row.themes.push_back(dice.pick(themes).code);
    if (dice.below(6) == 0) row.destination = dice.pick(default_needs_book().words.networks).destination;
    if (dice.below(2) == 0) row.audiences = {dice.pick(default_needs_book().words.audiences).code};
    const Position& town = dice.pick(towns);
    const bool in_town = dice.below(3) != 0;
    row.position = in_town ? Position{town.latitude + dice.between(-.2, .2), town.longitude + dice.between(-.3, .3)}
                           : Position{dice.between(43, 50), dice.between(-1, 7)};
    const auto zone = dice.below(10);
    if (zone < 6) row.zones = {*AreaCode::parse("dep:" + std::to_string(10 + dice.below(85)))};
    else if (zone < 8) row.zones = {AreaCode{"country:99100"}};
    if (dice.below(5) == 0) row.modes = {ReceptionMode::remote};
    row.updated_on = add_days(today, -static_cast<int>(dice.below(1500)));
    rows.push_back(std::move(row));
  }
  return rows;
}

const ServiceIndex& index() {
  static const ServiceIndex made(default_needs_book(), country(100'000));
  return made;
}

ServiceSearch from_igny() {
  ServiceSearch search;
  search.areas = {AreaCode{"insee:91312"}, AreaCode{"dep:91"}, AreaCode{"reg:11"}, AreaCode{"country:99100"}};
  search.position = Position{48.742, 2.226};
  return search;
}

OrientationRequest request_for(std::size_t place) {
  const auto& needs = default_needs_book().needs;
  OrientationRequest request;
  request.need = needs[place % needs.size()].code;
  request.day = today;
  request.facts.scheme = SocialScheme::general;
  request.facts.age_band = AgeBand::from_26;
  return request;
}

void nearby(benchmark::State& state) {
  const ServiceIndex& services = index();
  const ServiceSearch search = from_igny();
  std::size_t place = 0;
  for (auto _ : state) benchmark::DoNotOptimize(find_services(services, default_needs_book(), request_for(place++), search));
}

/// The same themes, area and distance, in SQL: the three nearest of those that serve the area.
void nearby_in_sqlite(benchmark::State& state) {
  Sqlite db;
  db.run("create table service(id text primary key, latitude real, longitude real, zone text, remote integer, updated text);"
         "create table theme(theme text, latitude real, longitude real, service integer);");
  db.run("begin");
  sqlite3_stmt* service = db.prepare("insert into service values(?,?,?,?,?,?)");
  sqlite3_stmt* theme = db.prepare("insert into theme values(?,?,?,?)");
  sqlite3_int64 number = 0;
  for (const auto& row : index().services()) {
    ++number;
    const std::string zone = row.zones.empty() ? "" : row.zones[0].text();
    sqlite3_bind_text(service, 1, row.id.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_bind_double(service, 2, row.position->latitude);
    sqlite3_bind_double(service, 3, row.position->longitude);
    sqlite3_bind_text(service, 4, zone.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_bind_int(service, 5, row.modes.empty() ? 0 : 1);
    sqlite3_bind_text(service, 6, to_text(*row.updated_on).c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_step(service);
    sqlite3_reset(service);
    for (const auto& each : row.themes) {
      sqlite3_bind_text(theme, 1, each.c_str(), -1, SQLITE_TRANSIENT);
      sqlite3_bind_double(theme, 2, row.position->latitude);
      sqlite3_bind_double(theme, 3, row.position->longitude);
      sqlite3_bind_int64(theme, 4, number);
      sqlite3_step(theme);
      sqlite3_reset(theme);
    }
  }
  sqlite3_finalize(service);
  sqlite3_finalize(theme);
  db.run("commit; create index near on theme(theme, latitude, longitude, service); analyze;");
  sqlite3_stmt* ask = db.prepare(
      "select s.id from theme t join service s on s.rowid = t.service where t.theme in (?, ?) and t.latitude between 48.29 and "
      "49.19 and t.longitude between 1.55 and 2.91 and (s.zone in ('', 'insee:91312', 'dep:91', 'reg:11', 'country:99100')) "
      "order by s.updated < '2024-11-24', s.zone = '', (t.latitude - 48.742) * (t.latitude - 48.742) + .435 * (t.longitude - "
      "2.226) * (t.longitude - 2.226), s.id limit 3");
  std::size_t place = 0;
  const auto& needs = default_needs_book().needs;
  for (auto _ : state) {
    const auto& themes = needs[place++ % needs.size()].themes;
    for (int i = 0; i < 2; ++i) {
      const std::string text = static_cast<std::size_t>(i) < themes.size() ? themes[static_cast<std::size_t>(i)] : "";
      sqlite3_bind_text(ask, i + 1, text.c_str(), -1, SQLITE_TRANSIENT);
    }
    while (sqlite3_step(ask) == SQLITE_ROW) benchmark::DoNotOptimize(sqlite3_column_text(ask, 0));
    sqlite3_reset(ask);
  }
  sqlite3_finalize(ask);
}

using Table = std::vector<std::vector<std::uint8_t>>;

/// So many people; one fact in five is unknown.
Table population(std::size_t rows) {
  Dice dice(5);
  Table table;
  for (const auto& attribute : orientation_vocabulary().attributes) {
    std::vector<std::uint8_t> column(rows);
    for (auto& value : column)
      value = dice.below(5) == 0 ? rules::unknown_value : static_cast<std::uint8_t>(dice.below(attribute.values.size()));
    table.push_back(std::move(column));
  }
  return table;
}

std::vector<std::string> all_facts() {
  std::vector<std::string> names;
  for (const auto& each : orientation_vocabulary().attributes) names.push_back(each.name);
  return names;
}

/// Every need, with every fact that its rules read and the law of the ground lets through.
Screening screening_of_all(const ScreeningGround& ground) {
  const auto secrecy = french_rulebook()->as_of(today);
  std::vector<std::string> facts;
  for (const auto& name : all_facts()) {
    facts.push_back(name);
    if (!Screening::prepare(default_needs_book(), *secrecy, ground, today, {}, facts)) facts.pop_back();
  }
  return Screening::prepare(default_needs_book(), *secrecy, ground, today, {}, facts).value();
}

constexpr std::size_t million = 1'000'000;

void screen_rows(benchmark::State& state) {
  const Screening screening = screening_of_all({Actor::ccas_social_service, Recipient::ccas_social_service, Purpose::non_recours});
  const Table table = population(million);
  const std::vector<rules::Column> columns(table.begin(), table.end());
  std::vector<std::vector<std::uint8_t>> reached(screening.needs().size(), std::vector<std::uint8_t>(million));
  const std::vector<std::span<std::uint8_t>> out(reached.begin(), reached.end());
  for (auto _ : state) screening.run(columns, million, out);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * million));
}

void screen_counts(benchmark::State& state) {
  const Screening screening = screening_of_all({Actor::ccas_social_service, Recipient::ccas_direction, Purpose::statistics});
  const Table table = population(million);
  const std::vector<rules::Column> columns(table.begin(), table.end());
  for (auto _ : state) benchmark::DoNotOptimize(screening.count(columns, million));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * million));
}

/// A condition as SQL over columns of numbers: known to hold, or, where nothing is known, possible.
std::string in_sql(const std::vector<rules::Cube>& cubes, bool possible) {
  std::string any;
  for (const auto& cube : cubes) {
    std::string all = "1";
    for (const auto& literal : cube.literals) {
      const std::string column = "f" + std::to_string(literal.attribute);
      std::string values;
      for (int value = 0; value < 64; ++value)
        if (literal.admits >> value & 1) values += (values.empty() ? "" : ",") + std::to_string(value);
      all += " and (coalesce(" + column + " in (" + values + "), " + (possible ? "1" : "0") + "))";
    }
    any += (any.empty() ? "(" : " or (") + all + ")";
  }
  return any.empty() ? "0" : "(" + any + ")";
}

/// The same answers by one statement over a table with a column for each fact.
void screen_in_sqlite(benchmark::State& state) {
  constexpr std::size_t rows = 2000;
  const Table table = population(rows);
  Sqlite db;
  std::string names, marks;
  for (std::size_t i = 0; i < table.size(); ++i) {
    names += (i ? ",f" : "f") + std::to_string(i) + " integer";
    marks += i ? ",?" : "?";
  }
  db.run("create table person(" + names + "); begin");
  sqlite3_stmt* add = db.prepare("insert into person values(" + marks + ")");
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (table[i][row] == rules::unknown_value) sqlite3_bind_null(add, static_cast<int>(i) + 1);
      else sqlite3_bind_int(add, static_cast<int>(i) + 1, table[i][row]);
    }
    sqlite3_step(add);
    sqlite3_reset(add);
  }
  sqlite3_finalize(add);
  db.run("commit");
  std::string sums;
  for (const auto& need : default_needs_book().needs) {
    std::string cases, possible;
    int number = 0;
    for (const auto& rule : need.destinations) {
      if (rule.role != DestinationRole::primary) continue;
      const std::string when = rule.when.empty() ? "1" : in_sql(rule.when, false);
      const std::string may = rule.when.empty() ? "1" : in_sql(rule.when, true);
      cases += " when " + when + " and not " + in_sql(rule.unless, true) + " then " + std::to_string(++number);
      possible += " when " + may + " and not " + in_sql(rule.unless, false) + " then 255";
    }
    if (number > 0) sums += (sums.empty() ? "sum(case" : ",sum(case") + cases + possible + " else 0 end)";
  }
  sqlite3_stmt* ask = db.prepare("select " + sums + " from person");
  for (auto _ : state) {
    while (sqlite3_step(ask) == SQLITE_ROW) benchmark::DoNotOptimize(sqlite3_column_int64(ask, 0));
    sqlite3_reset(ask);
  }
  sqlite3_finalize(ask);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * rows));
}

/// Six needs, each met by twenty services of one destination that receive half a day a week.
CentrePlan busy_centre(const std::vector<DestinationCode>& destinations) {
  Dice dice(9);
  CentrePlan plan;
  plan.zone = "Europe/Paris";
  plan.sites.push_back({SiteCode{"site:one"}, "one", "", {}, {}, {}, {}, {}});
  plan.organisations.push_back({OrganisationCode{"org:one"}, OrganisationKind::association, {}, {}});
  int number = 0;
  for (const auto& destination : destinations)
    for (int i = 0; i < 20; ++i) {
      const std::string name = std::to_string(++number);
      Service service;
      service.code = *ServiceCode::parse("svc:" + name);
      service.organisation = OrganisationCode{"org:one"};
      service.destination = destination.text();
      plan.services.push_back(service);
      Permanence permanence;
      permanence.code = *PermanenceCode::parse("perm:" + name);
      permanence.service = service.code;
      permanence.professional = *ProfessionalCode::parse("pro:" + name);
      permanence.site = SiteCode{"site:one"};
      permanence.weekday = static_cast<Weekday>(dice.below(5));
      if (dice.below(3) == 0) permanence.weeks_of_month = {static_cast<int>(1 + dice.below(4))};
      const int opens = dice.below(2) == 0 ? 540 : 840;
      permanence.opens = {std::chrono::minutes(opens)};
      permanence.closes = {std::chrono::minutes(opens + 180)};
      permanence.slot_minutes = 45;
      permanence.spaces = {*SpaceCode::parse("space:" + name)};
      permanence.period.since = 2020_y / 1 / 1;
      plan.permanences.push_back(permanence);
    }
  return plan;
}

void plan_six_needs(benchmark::State& state) {
  VisitPlanRequest request;
  request.now = *parse_instant("2026-03-09T07:00:00Z");
  for (const auto* need : {"budget", "legal_aid", "domiciliation", "social_housing", "mdph_file", "letter_writing"})
    request.needs.push_back({*NeedCode::parse(need), {}, {}, {}, {}});
  const CentrePlan plan = busy_centre({DestinationCode{"pcb"}, DestinationCode{"mjd"}, DestinationCode{"ccas"},
                                       DestinationCode{"housing_service"}, DestinationCode{"disability_mission"},
                                       DestinationCode{"public_writer"}});
  if (plan_visits(default_needs_book(), plan, request).unplanned.size() != 0) state.SkipWithError("a need has no slot");
  for (auto _ : state) benchmark::DoNotOptimize(plan_visits(default_needs_book(), plan, request));
}

BENCHMARK(nearby)->Name("orientation.nearby")->Unit(benchmark::kMicrosecond);
BENCHMARK(nearby_in_sqlite)->Name("orientation.nearby/sqlite")->Unit(benchmark::kMicrosecond);
BENCHMARK(screen_rows)->Name("orientation.screen_rows")->Unit(benchmark::kMillisecond);
BENCHMARK(screen_counts)->Name("orientation.screen_counts")->Unit(benchmark::kMillisecond);
BENCHMARK(screen_in_sqlite)->Name("orientation.screen_counts/sqlite")->Unit(benchmark::kMillisecond);
BENCHMARK(plan_six_needs)->Name("orientation.plan_visits")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace patio
