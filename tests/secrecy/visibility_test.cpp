#include <patio/secrecy/visibility.hpp>

#include <cstdlib>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <sqlite3.h>

#include <patio/base/json_tree.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include "../rules/random_rules.hpp"
#include "catch.hpp"

using namespace patio;

namespace {

/// Values of the mapped facts of one row, by their places; nothing is NULL, one beyond the last is a word nobody knows.
using RowFacts = std::vector<std::optional<std::size_t>>;

/// A table with one column for each mapped fact, in SQLite and, if there is one, in PostgreSQL.
class Items {
 public:
  Items(const rules::Vocabulary& vocabulary, std::vector<std::string> facts, std::size_t rows, unsigned seed)
      : vocabulary_(vocabulary), facts_(std::move(facts)) {
    for (const auto& fact : facts_) attributes_.push_back(*vocabulary.find(fact));
    fill(rows, seed);
    if (sqlite3_open(":memory:", &db_) != SQLITE_OK) throw std::runtime_error("cannot open");
    if (sqlite3_exec(db_, script().c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
  }
  ~Items() { sqlite3_close(db_); }
  Items(const Items&) = delete;
  Items& operator=(const Items&) = delete;

  [[nodiscard]] std::vector<FactColumn> columns() const {
    std::vector<FactColumn> all;
    for (const auto& fact : facts_) all.push_back({fact, "item." + fact});
    return all;
  }

  /// Row by row, by the engine.
  [[nodiscard]] std::vector<std::size_t> decided(const rules::Engine& engine, const rules::Facts& viewer) const {
    std::vector<std::size_t> seen;
    for (std::size_t id = 0; id < rows_.size(); ++id) {
      rules::Facts facts = viewer;
      for (std::size_t i = 0; i < attributes_.size(); ++i) {
        const auto& value = rows_[id][i];
        if (value && *value < vocabulary_.attributes[attributes_[i]].values.size()) facts.know(attributes_[i], *value);
        else facts.forget(attributes_[i]);
      }
      if (flows(rules::decide(engine, facts).effect)) seen.push_back(id);
    }
    return seen;
  }

  /// In one statement, by SQLite; the values bound by name.
  [[nodiscard]] std::vector<std::size_t> listed(const VisibilityPredicate& predicate) const {
    return run(predicate, "SELECT id FROM item WHERE " + predicate.sql + " ORDER BY id");
  }
  [[nodiscard]] std::size_t counted(const VisibilityPredicate& predicate) const {
    return run(predicate, "SELECT count(*) FROM item WHERE " + predicate.sql).front();
  }

  /// The statements that make the table.
  [[nodiscard]] std::string script() const {
    std::ostringstream sql;
    sql << "CREATE TABLE item (id INTEGER PRIMARY KEY";
    for (const auto& fact : facts_) sql << ", " << fact << " TEXT";
    sql << ");\n";
    for (std::size_t id = 0; id < rows_.size(); ++id) {
      sql << (id % 500 == 0 ? "INSERT INTO item VALUES " : "") << '(' << id;
      for (std::size_t i = 0; i < facts_.size(); ++i) sql << ',' << word(i, rows_[id][i]);
      sql << (id % 500 == 499 || id + 1 == rows_.size() ? ");\n" : "),");
    }
    return sql.str();
  }

 private:
  void fill(std::size_t rows, unsigned seed) {
    std::mt19937 random(seed);
    for (std::size_t id = 0; id < rows; ++id) {
      RowFacts row;
      for (const auto attribute : attributes_) {
        const std::size_t values = vocabulary_.attributes[attribute].values.size();
        const std::size_t drawn = random() % (values + 2);
        row.push_back(drawn == values + 1 ? std::nullopt : std::optional(drawn));
      }
      rows_.push_back(row);
    }
  }

  [[nodiscard]] std::string word(std::size_t fact, std::optional<std::size_t> value) const {
    const auto& values = vocabulary_.attributes[attributes_[fact]].values;
    if (!value) return "NULL";
    return '\'' + (*value < values.size() ? values[*value] : std::string("unheard_of")) + '\'';
  }

  [[nodiscard]] std::vector<std::size_t> run(const VisibilityPredicate& predicate, const std::string& sql) const {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
    for (const auto& value : predicate.bound) {
      const int place = sqlite3_bind_parameter_index(statement, (':' + value.name).c_str());
      sqlite3_bind_text(statement, place, value.value.c_str(), -1, SQLITE_TRANSIENT);
    }
    std::vector<std::size_t> found;
    while (sqlite3_step(statement) == SQLITE_ROW) found.push_back(static_cast<std::size_t>(sqlite3_column_int64(statement, 0)));
    sqlite3_finalize(statement);
    return found;
  }

  const rules::Vocabulary& vocabulary_;
  const std::vector<std::string> facts_;
  std::vector<std::size_t> attributes_;
  std::vector<RowFacts> rows_;
  sqlite3* db_ = nullptr;
};

const std::vector<std::string> in_columns{"category", "compartment", "involvement", "consent", "opposition"};

std::shared_ptr<const rules::RuleSet> french() {
  static const auto set = french_rulebook()->as_of(2026_y / 3 / 10);
  return set;
}

/// Whoever opens a list at their own desk.
std::vector<AccessRequest> at_their_desks() {
  std::vector<AccessRequest> all;
  const auto add = [&](Actor actor, Recipient recipient, SecrecyStatus status, Purpose purpose) {
    AccessRequest viewer;
    viewer.action = RequestAction::view;
    viewer.actor = actor;
    viewer.actor_status = status;
    viewer.recipient = recipient;
    viewer.recipient_status = status;
    viewer.purpose = purpose;
    viewer.purpose_match = PurposeMatch::declared;
    viewer.necessity = Necessity::strictly_needed;
    viewer.form = DataForm::identified;
    viewer.acting_as = ActingAs::own_name;
    viewer.danger = Danger::none;
    viewer.demand = Demand::none;
    viewer.concealment = Concealment::none;
    all.push_back(viewer);
  };
  add(Actor::ccas_reception, Recipient::ccas_reception, SecrecyStatus::miss, Purpose::reception);
  add(Actor::ccas_social_service, Recipient::ccas_social_service, SecrecyStatus::prof, Purpose::follow_up);
  add(Actor::ccas_direction, Recipient::ccas_direction, SecrecyStatus::miss, Purpose::manager_decision);
  add(Actor::france_services_agent, Recipient::france_services_agent, SecrecyStatus::miss, Purpose::this_procedure);
  add(Actor::digital_adviser, Recipient::digital_adviser, SecrecyStatus::pub, Purpose::this_procedure);
  add(Actor::partner_desk, Recipient::partner_desk, SecrecyStatus::conf, Purpose::follow_up);
  add(Actor::mayor, Recipient::mayor, SecrecyStatus::pub, Purpose::exercise_of_powers);
  all.push_back(all.front());
  all.back().action = RequestAction::disclose;
  return all;
}

/// Those at their desks, and each who-asks-whom-what-for in which some rule of the book speaks.
std::vector<AccessRequest> viewers() {
  std::ifstream file(PATIO_TEST_DATA "/vectors/secrecy/rules.json");
  std::vector<AccessRequest> all = at_their_desks();
  std::set<std::string> known;
  for (const auto& vector : Json::parse(file)) {
    if (!vector["id"].get<std::string>().ends_with("/yes")) continue;
    Json request = vector["request"];
    for (const auto& fact : in_columns) request.erase(fact);
    if (known.insert(request.dump()).second) all.push_back(from_json<AccessRequest>(request.dump()).value());
  }
  return all;
}

/// Those for whom the most depends on the row.
std::vector<AccessRequest> busiest_viewers(const Items& items, std::size_t count) {
  std::vector<std::pair<std::size_t, AccessRequest>> by_share;
  for (const auto& viewer : viewers()) {
    const std::size_t seen = items.decided(french()->engine, rules::facts_of(viewer)).size();
    by_share.emplace_back(std::min(seen, 2'000 - std::min<std::size_t>(seen, 2'000)), viewer);
  }
  std::stable_sort(by_share.begin(), by_share.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<AccessRequest> busiest;
  for (std::size_t i = 0; i < count; ++i) busiest.push_back(by_share[i].second);
  return busiest;
}

/// The same text, with the values bound by place, as PostgreSQL writes them.
std::string as_postgresql(const VisibilityPredicate& predicate, const std::string& name) {
  std::string text = predicate.sql;
  for (std::size_t i = predicate.bound.size(); i-- > 0;) {
    const std::string placeholder = ':' + predicate.bound[i].name;
    text.replace(text.find(placeholder), placeholder.size(), '$' + std::to_string(i + 1));
  }
  std::string sql = "PREPARE " + name + " AS SELECT coalesce(string_agg(id::text, ',' ORDER BY id), '') FROM item WHERE " + text +
                    ";\nEXECUTE " + name;
  for (std::size_t i = 0; i < predicate.bound.size(); ++i)
    sql += (i == 0 ? "('" : ", '") + predicate.bound[i].value + '\'';
  return sql + (predicate.bound.empty() ? ";\n" : ");\n");
}

std::string joined(const std::vector<std::size_t>& ids) {
  std::string text;
  for (const auto id : ids) text += (text.empty() ? "" : ",") + std::to_string(id);
  return text;
}

}  // namespace

TEST_CASE("a list shows exactly the rows that row by row would flow, for a dozen viewers of a hundred thousand rows") {
  const Items sample(french()->engine.vocabulary(), in_columns, 2'000, 1);
  const auto dozen = busiest_viewers(sample, 12);
  const Items items(french()->engine.vocabulary(), in_columns, 100'000, 2);
  for (const auto& viewer : dozen) {
    const auto predicate = visibility(*french(), viewer, items.columns()).value();
    INFO(to_json(viewer) << '\n' << predicate.sql);
    const auto decided = items.decided(french()->engine, rules::facts_of(viewer));
    CHECK(predicate.reach == Reach::some_rows);
    CHECK_FALSE(decided.empty());
    CHECK(decided.size() < 100'000);
    CHECK(items.listed(predicate) == decided);
    CHECK(items.counted(predicate) == decided.size());
  }
}

TEST_CASE("a list shows exactly the rows that row by row would flow, whoever looks") {
  const Items items(french()->engine.vocabulary(), in_columns, 2'000, 3);
  std::size_t looked = 0;
  for (const auto& viewer : viewers()) {
    const auto predicate = visibility(*french(), viewer, items.columns()).value();
    INFO(to_json(viewer) << '\n' << predicate.sql);
    CHECK(items.listed(predicate) == items.decided(french()->engine, rules::facts_of(viewer)));
    ++looked;
  }
  CHECK(looked > 100);
}

TEST_CASE("the same text gives the same rows in PostgreSQL", "[engine]") {
  const char* server = std::getenv("PATIO_TEST_POSTGRESQL");
  if (!server) {
    WARN("not compared: PATIO_TEST_POSTGRESQL names no server");
    return;
  }
  const Items sample(french()->engine.vocabulary(), in_columns, 2'000, 1);
  const Items items(french()->engine.vocabulary(), in_columns, 100'000, 4);
  std::string script = "BEGIN;\n" + items.script();
  script.replace(script.find("CREATE TABLE"), 12, "CREATE TEMPORARY TABLE");
  std::vector<std::string> expected;
  for (const auto& viewer : busiest_viewers(sample, 12)) {
    const auto predicate = visibility(*french(), viewer, items.columns()).value();
    script += as_postgresql(predicate, "seen" + std::to_string(expected.size()));
    expected.push_back(joined(items.listed(predicate)));
    CHECK(expected.back() == joined(items.decided(french()->engine, rules::facts_of(viewer))));
  }
  const std::string path = std::string(std::getenv("TMPDIR") ? std::getenv("TMPDIR") : "/tmp") + "/patio_visibility_" +
                           std::to_string(std::random_device{}()) + ".sql";
  std::ofstream(path) << script << "ROLLBACK;\n";
  FILE* answer = popen(("psql \"$PATIO_TEST_POSTGRESQL\" -qAt -v ON_ERROR_STOP=1 -f " + path).c_str(), "r");
  REQUIRE(answer);
  std::string text;
  for (int sign = std::fgetc(answer); sign != EOF; sign = std::fgetc(answer)) text += static_cast<char>(sign);
  CHECK(pclose(answer) == 0);
  std::remove(path.c_str());
  std::istringstream lines(text);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    std::string line;
    std::getline(lines, line);
    INFO("viewer " << i);
    CHECK(line == expected[i]);
  }
}

TEST_CASE("a list shows exactly the rows that row by row would flow, whatever the rules") {
  using namespace rules;
  const auto& vocabulary = small_vocabulary();
  const Items items(vocabulary, {"data", "urgent", "agreed"}, 400, 5);
  prop("for random rules and viewers", [&] {
    const Engine engine(vocabulary, *random::lively_clauses());
    const Facts viewer = facts_from(*random::mays());
    const auto predicate = visibility(engine, viewer, items.columns()).value();
    const auto decided = items.decided(engine, viewer);
    RC_ASSERT(items.listed(predicate) == decided);
    RC_ASSERT(items.counted(predicate) == decided.size());
    if (predicate.reach == Reach::no_row) RC_ASSERT(decided.empty());
    if (predicate.reach == Reach::every_row) RC_ASSERT(decided.size() == 400);
  });
}

TEST_CASE("ten thousand rules are no deeper than a parser goes") {
  using namespace rules;
  const auto& vocabulary = small_vocabulary();
  std::vector<Clause> clauses;
  for (const Gate gate : deciding_gates) clauses.push_back({gate, Tier::person, Effect::permit, {{{{1, 0b10}}}}, 0, 0});
  std::vector<Cube> when;
  for (Values actors = 1; actors < 7; ++actors)
    for (Values data = 1; data < 15; ++data)
      for (Values agreed = 1; agreed < 3; ++agreed) when.push_back({{{0, actors}, {2, data}, {3, agreed}}});
  for (std::size_t i = 0; i < 60; ++i) clauses.push_back({Gate::secrecy, Tier::danger, i % 2 ? Effect::deny : Effect::permit, when, 0, 0});
  const Items items(vocabulary, {"actor", "data", "urgent", "agreed"}, 1'000, 6);
  const Engine engine(vocabulary, clauses);
  CHECK(items.listed(visibility(engine, {}, items.columns()).value()) == items.decided(engine, {}));
}

TEST_CASE("what the viewer says of a mapped fact is not read") {
  AccessRequest viewer = viewers().front();
  const std::vector<FactColumn> columns{{"category", "item.category"}, {"consent", "item.consent"}};
  viewer.category = DataCategory::health;
  const auto with = visibility(*french(), viewer, columns).value();
  viewer.category.reset();
  CHECK(visibility(*french(), viewer, columns).value() == with);
}

TEST_CASE("each value is bound once, in the order of the text, and none stands in it") {
  for (const auto& viewer : viewers()) {
    const auto predicate = visibility(*french(), viewer, {{"category", "c"}, {"consent", "k"}}).value();
    std::size_t at = 0;
    for (std::size_t i = 0; i < predicate.bound.size(); ++i) {
      CHECK(predicate.bound[i].name == "v" + std::to_string(i));
      const std::size_t place = predicate.sql.find(':' + predicate.bound[i].name, at);
      REQUIRE(place != std::string::npos);
      at = place;
    }
    CHECK(predicate.sql.find('\'') == std::string::npos);
    CHECK(predicate.sql.find("NOT") == std::string::npos);
  }
}

TEST_CASE("with nothing in columns it is all or nothing") {
  AccessRequest nobody;
  CHECK(visibility(*french(), nobody, {}).value() == VisibilityPredicate{"(1 = 0)", {}, Reach::no_row});
  AccessRequest refused = nobody;
  refused.category = DataCategory::credentials;
  CHECK(visibility(*french(), refused, {{"compartment", "c"}}).value().reach == Reach::no_row);
}

TEST_CASE("a mapping tells all its faults") {
  std::vector<std::string> told;
  const auto read = visibility(*french(), {}, {{"category", "a; DROP TABLE item"}, {"category", "b"}, {"colour", " "}, {"consent", "c"}});
  for (const auto& issue : read.error().list) told.push_back(issue.path + ' ' + issue.code);
  CHECK(told == std::vector<std::string>{"/0/expression not_an_expression", "/2/expression not_an_expression",
                                         "/1/fact repeated_fact", "/2/fact unknown_fact"});
}

namespace {

bool holds(const VisibilityFormula& formula, const std::map<std::string, std::string>& row) {
  using Kind = VisibilityFormula::Kind;
  const auto part_holds = [&](const VisibilityFormula& part) { return holds(part, row); };
  switch (formula.kind) {
    case Kind::never: return false;
    case Kind::always: return true;
    case Kind::all_of: return std::all_of(formula.parts.begin(), formula.parts.end(), part_holds);
    case Kind::any_of: return std::any_of(formula.parts.begin(), formula.parts.end(), part_holds);
    case Kind::holds: break;
  }
  const auto known = row.find(formula.fact);
  return known != row.end() && std::find(formula.values.begin(), formula.values.end(), known->second) != formula.values.end();
}

}  // namespace

TEST_CASE("the tree holds for exactly the rows that would flow") {
  std::mt19937 random(7);
  for (const auto& viewer : viewers()) {
    const auto formula = visibility_formula(*french(), viewer, in_columns).value();
    for (int i = 0; i < 50; ++i) {
      std::map<std::string, std::string> row;
      Json request = Json::parse(to_json(viewer));
      for (const auto& fact : in_columns) {
        const auto& values = french()->engine.vocabulary().attributes[*french()->engine.vocabulary().find(fact)].values;
        const std::size_t drawn = random() % (values.size() + 1);
        request.erase(fact);
        if (drawn < values.size()) request[fact] = row[fact] = values[drawn];
      }
      const auto decided = rules::decide(french()->engine, rules::facts_of(from_json<AccessRequest>(request.dump()).value()));
      CHECK(holds(formula, row) == flows(decided.effect));
    }
  }
  CHECK(visibility_formula(*french(), {}, {"consent", "colour", "consent"}).error().list.size() == 2);
}

TEST_CASE("a predicate is written and read back as JSON") {
  const auto predicate = visibility(*french(), viewers().front(), {{"category", "item.category"}}).value();
  CHECK(from_json<VisibilityPredicate>(to_json(predicate)).value() == predicate);
}
