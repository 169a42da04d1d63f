#include <patio/base/json_tree.hpp>
#include <patio/exchange/directory_file.hpp>
#include <patio/orientation/screening.hpp>
#include <patio/orientation/service_index.hpp>
#include <patio/orientation/visit_plan.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include <random>

#include "figures.hpp"
#include "script.hpp"
#include "sqlite.hpp"

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

/// The rows of the real lists that the tests keep: services of data·inclusion, houses of France Services, places of the digital
/// advisers.
std::vector<ServiceRow> real_rows() {
  std::vector<ServiceRow> rows;
  for (const char* name : {"data-inclusion/services-v0-2022-12.csv", "france-services/liste-2022-12.csv",
                           "mediation-numerique/conseillers-numeriques-2022.csv"}) {
    const auto reading = read_directory_file(std::filesystem::path(PATIO_VECTORS) / name);
    const auto more = rows_of(default_needs_book(), reading.directory);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  return rows;
}

/// So many services, scaled up from the real ones: each again and again with an id of its own. The list of services has lost its
/// places and its days on its way to us, so each copy takes the place of another real row, in turn; in ten copies three are for
/// Essonne, three for Yvelines, two for the country, and two say nothing.
std::vector<ServiceRow> country(std::size_t count) {
  const auto real = real_rows();
  std::vector<const ServiceRow*> placed;
  for (const auto& row : real)
    if (row.position) placed.push_back(&row);
  std::vector<ServiceRow> rows;
  for (std::size_t i = 0; i < count; ++i) {
    ServiceRow row = real[i % real.size()];
    row.id += "--" + std::to_string(i / real.size());
    if (!row.position) row.position = placed[i % placed.size()]->position;
    const auto kind = i % 10;
    if (kind < 6) row.zones = {*AreaCode::parse("dep:" + std::string(kind < 3 ? "91" : "78"))};
    else if (kind < 8) row.zones = {AreaCode{"country:99100"}};
    row.updated_on = add_days(today, -static_cast<int>(i * 7 % 1500));
    rows.push_back(std::move(row));
  }
  return rows;
}

const ServiceIndex& index() {
  static const ServiceIndex made(default_needs_book(), country(100'000));
  return made;
}

Residence from_igny() {
  return {{AreaCode{"insee:91312"}, AreaCode{"dep:91"}, AreaCode{"reg:11"}, AreaCode{"country:99100"}}, {}, {}, Position{48.742, 2.226}};
}

OrientationRequest request_for(std::size_t place) {
  const auto& needs = default_needs_book().needs;
  OrientationRequest request;
  request.need = needs[place % needs.size()].code;
  request.day = today;
  request.facts.scheme = SocialScheme::general;
  request.facts.age_band = AgeBand::from_26;
  request.circumstances.emplace().home = from_igny();
  return request;
}

void nearby(benchmark::State& state) {
  const ServiceIndex& services = index();
  std::vector<OrientationRequest> requests;
  for (std::size_t i = 0; i < default_needs_book().needs.size(); ++i) requests.push_back(request_for(i));
  const bool some = std::any_of(requests.begin(), requests.end(), [&](const OrientationRequest& request) {
    return !find_services(services, default_needs_book(), request, {}).primaries.empty();
  });
  if (!some) return state.SkipWithError("nothing was found");
  std::size_t place = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(find_services(services, default_needs_book(), requests[place++ % requests.size()], {}));
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
}

/// The rows as a table of texts, and the themes of each need, for whoever reads neither.
void nearby_in_pandas(benchmark::State& state) {
  std::string csv = "id,latitude,longitude,zone,updated,themes\n";
  for (const auto& row : index().services()) {
    std::string themes;
    for (const auto& each : row.themes) themes += (themes.empty() ? "" : "|") + each;
    csv += '"' + row.id + "\"," + std::to_string(row.position->latitude) + ',' + std::to_string(row.position->longitude) + ',' +
           (row.zones.empty() ? "" : row.zones[0].text()) + ',' + to_text(*row.updated_on) + ',' + themes + '\n';
  }
  Json needs = Json::array();
  for (const auto& need : default_needs_book().needs) needs.push_back(need.themes);
  const ScratchFile services("patio-services-near.csv", csv), wanted("patio-needs.json", needs.dump());
  time_pandas(state, "nearby " + services.path() + ' ' + wanted.path());
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
  state.SetItemsProcessed(state.iterations() * std::int64_t{million});
}

void screen_counts(benchmark::State& state) {
  const Screening screening = screening_of_all({Actor::ccas_social_service, Recipient::ccas_direction, Purpose::statistics});
  const Table table = population(million);
  const std::vector<rules::Column> columns(table.begin(), table.end());
  for (auto _ : state) benchmark::DoNotOptimize(screening.count(columns, million));
  state.SetItemsProcessed(state.iterations() * std::int64_t{million});
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
        if (literal.admits >> value & 1) values.append(values.empty() ? "" : ",").append(std::to_string(value));
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
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * rows));
}

Json in_json(const std::vector<rules::Cube>& cubes) {
  Json all = Json::array();
  for (const auto& cube : cubes) {
    Json literals = Json::object();
    for (const auto& literal : cube.literals) {
      Json& values = literals["f" + std::to_string(literal.attribute)] = Json::array();
      for (int value = 0; value < 64; ++value)
        if (literal.admits >> value & 1) values.push_back(value);
    }
    all.push_back(std::move(literals));
  }
  return all;
}

void screen_in_pandas(benchmark::State& state) {
  constexpr std::size_t rows = 20'000;
  const Table table = population(rows);
  std::string csv;
  for (std::size_t i = 0; i < table.size(); ++i) csv += (i ? ",f" : "f") + std::to_string(i);
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t i = 0; i < table.size(); ++i) {
      csv += i ? ',' : '\n';
      if (table[i][row] != rules::unknown_value) csv += std::to_string(table[i][row]);
    }
  Json needs = Json::array();
  for (const auto& need : default_needs_book().needs) {
    Json primaries = Json::array();
    for (const auto& rule : need.destinations)
      if (rule.role == DestinationRole::primary)
        primaries.push_back({{"when", in_json(rule.when)}, {"unless", in_json(rule.unless)}});
    needs.push_back(std::move(primaries));
  }
  const ScratchFile people("patio-population.csv", csv + '\n'), conditions("patio-conditions.json", needs.dump());
  time_pandas(state, "screen " + people.path() + ' ' + conditions.path());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * rows));
}

/// Six needs, each met by twenty services of one destination that receive half a day a week.
CentrePlan busy_centre(const std::vector<DestinationCode>& destinations) {
  Dice dice(9);
  CentrePlan plan;
  plan.zone = "Europe/Paris";
  plan.sites.push_back({SiteCode{"site:one"}, "one", "", {}, {}, {}, {}, {}, {}});
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

std::pair<CentrePlan, VisitPlanRequest> six_needs() {
  VisitPlanRequest request;
  request.now = *parse_instant("2026-03-09T07:00:00Z");
  for (const auto* need : {"budget", "legal_aid", "domiciliation", "social_housing", "mdph_file", "letter_writing"})
    request.needs.push_back({*NeedCode::parse(need), {}, {}, {}, {}});
  return {busy_centre({DestinationCode{"pcb"}, DestinationCode{"mjd"}, DestinationCode{"ccas"},
                                       DestinationCode{"housing_service"}, DestinationCode{"disability_mission"},
                                       DestinationCode{"public_writer"}}),
          request};
}

void plan_six_needs(benchmark::State& state) {
  const auto [plan, request] = six_needs();
  if (plan_visits(default_needs_book(), plan, request).unplanned.size() != 0) state.SkipWithError("a need has no slot");
  for (auto _ : state) benchmark::DoNotOptimize(plan_visits(default_needs_book(), plan, request));
}

/// Every free slot of the plan above: which need, which day, when.
std::vector<std::array<int, 3>> slots_of(const CentrePlan& plan, const VisitPlanRequest& request) {
  std::vector<std::array<int, 3>> slots;
  const Zone zone = *find_zone(plan.zone);
  const Date first = local(request.now, zone).day;
  for (std::size_t i = 0; i < plan.permanences.size(); ++i)
    for (const auto& slot : free_slots(plan.permanences[i], {request.now, request.days, {}}, {}, zone)) {
      const LocalTime at = local(slot.starts_at, zone);
      slots.push_back({static_cast<int>(i / 20), days_between(first, at.day), static_cast<int>(at.clock.since_midnight.count())});
    }
  return slots;
}

/// An easier question, by SQL over slots that were worked out before: the day that has most of the needs, again and again, where
/// no way is counted and two may be at the same time.
void plan_in_sqlite(benchmark::State& state) {
  Sqlite db;
  db.run("create table slot(need integer, day integer, starts integer); create table chosen(need integer primary key, day integer); begin");
  const auto [plan, request] = six_needs();
  for (const auto& [need, day, starts] : slots_of(plan, request))
    db.run("insert into slot values(" + std::to_string(need) + ',' + std::to_string(day) + ',' + std::to_string(starts) + ')');
  db.run("commit; create index by_day on slot(day, need, starts); analyze;");
  sqlite3_stmt* next = db.prepare(
      "insert into chosen select distinct need, day from slot where need not in (select need from chosen) and day = (select day from "
      "slot where need not in (select need from chosen) group by day order by count(distinct need) desc, day limit 1)");
  for (auto _ : state) {
    db.run("delete from chosen");
    do {
      sqlite3_step(next);
      sqlite3_reset(next);
    } while (db.changes() > 0);
  }
}

void plan_in_pandas(benchmark::State& state) {
  std::string csv = "need,day,site,starts\n";
  const auto [plan, request] = six_needs();
  for (const auto& [need, day, starts] : slots_of(plan, request))
    csv += std::to_string(need) + ',' + std::to_string(day) + ",0," + std::to_string(starts) + '\n';
  const ScratchFile slots("patio-slots.csv", csv);
  time_pandas(state, "visits " + slots.path());
}

BENCHMARK(nearby)->Name("orientation.nearby")->Unit(benchmark::kMicrosecond);
BENCHMARK(nearby_in_sqlite)->Name("orientation.nearby/sqlite")->Unit(benchmark::kMicrosecond);
BENCHMARK(nearby_in_pandas)->Name("orientation.nearby/pandas")->Unit(benchmark::kMicrosecond)->UseManualTime()->Iterations(1);
BENCHMARK(screen_rows)->Name("orientation.screen_rows")->Unit(benchmark::kMillisecond);
BENCHMARK(screen_counts)->Name("orientation.screen_counts")->Unit(benchmark::kMillisecond);
BENCHMARK(screen_in_sqlite)->Name("orientation.screen_counts/sqlite")->Unit(benchmark::kMillisecond);
BENCHMARK(screen_in_pandas)->Name("orientation.screen_counts/pandas")->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(1);
BENCHMARK(plan_six_needs)->Name("orientation.plan_visits")->Unit(benchmark::kMicrosecond);
BENCHMARK(plan_in_sqlite)->Name("orientation.plan_visits/sqlite_greedy")->Unit(benchmark::kMicrosecond);
BENCHMARK(plan_in_pandas)->Name("orientation.plan_visits/pandas_greedy")->Unit(benchmark::kMicrosecond)->UseManualTime()->Iterations(1);

}  // namespace
}  // namespace patio
