#include <patio/secrecy/visibility.hpp>

#include <sqlite3.h>

#include <algorithm>
#include <random>

#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

/// A table of rows with facts of their own, some of them NULL, in a real SQLite.
class Rows {
 public:
  Rows(std::size_t count, const std::vector<std::string>& facts) : facts_(facts) {
    REQUIRE(sqlite3_open(":memory:", &database_) == SQLITE_OK);
    std::string columns;
    std::string marks;
    for (const auto& fact : facts) {
      columns += ", " + fact + " TEXT";
      marks += ", ?";
    }
    run("CREATE TABLE item (id INTEGER PRIMARY KEY" + columns + ")");
    run("BEGIN");
    sqlite3_stmt* insert = prepare("INSERT INTO item VALUES (?" + marks + ")");
    std::mt19937 random(7);
    for (std::size_t id = 0; id < count; ++id) {
      rows_.push_back(random_row(random));
      sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(id));
      for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& value = rows_.back()[i];
        if (value.empty()) sqlite3_bind_null(insert, static_cast<int>(i + 2));
        else sqlite3_bind_text(insert, static_cast<int>(i + 2), value.c_str(), -1, SQLITE_TRANSIENT);
      }
      REQUIRE(sqlite3_step(insert) == SQLITE_DONE);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run("COMMIT");
  }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows() { sqlite3_close(database_); }

  [[nodiscard]] std::vector<bool> seen_through(const VisibilityPredicate& predicate) const {
    std::vector<bool> seen(rows_.size());
    sqlite3_stmt* select = prepare("SELECT id FROM item WHERE " + predicate.sql);
    for (const auto& bound : predicate.bound) {
      const int place = sqlite3_bind_parameter_index(select, (':' + bound.name).c_str());
      REQUIRE(place > 0);
      sqlite3_bind_text(select, place, bound.value.c_str(), -1, SQLITE_TRANSIENT);
    }
    while (sqlite3_step(select) == SQLITE_ROW) seen[static_cast<std::size_t>(sqlite3_column_int64(select, 0))] = true;
    sqlite3_finalize(select);
    return seen;
  }

  /// Row by row, as the rules say.
  [[nodiscard]] std::vector<bool> decided(const rules::RuleSet& rules, const AccessRequest& viewer) const {
    std::vector<bool> seen;
    for (const auto& row : rows_) {
      rules::Facts facts = rules::facts_of(viewer);
      for (std::size_t i = 0; i < facts_.size(); ++i) {
        const std::size_t attribute = vocabulary_.find(facts_[i]).value();
        facts.forget(attribute);
        if (const auto value = vocabulary_.attributes[attribute].find(row[i])) facts.know(attribute, *value);
      }
      seen.push_back(rules::flows(rules::decide(rules, facts).effect));
    }
    return seen;
  }

 private:
  std::vector<std::string> random_row(std::mt19937& random) const {
    std::vector<std::string> row;
    for (const auto& fact : facts_) {
      const auto& values = vocabulary_.attributes[vocabulary_.find(fact).value()].values;
      const auto pick = random() % (values.size() + 1);
      row.push_back(pick < values.size() ? values[pick] : random() % 2 ? "no such value" : "");
    }
    return row;
  }
  void run(const std::string& sql) const { REQUIRE(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK); }
  [[nodiscard]] sqlite3_stmt* prepare(const std::string& sql) const {
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    return statement;
  }

  sqlite3* database_ = nullptr;
  std::vector<std::string> facts_;
  std::vector<std::vector<std::string>> rows_;
  rules::Vocabulary vocabulary_ = rules::vocabulary_of<AccessRequest>();
};

std::vector<FactColumn> columns_of(const std::vector<std::string>& facts) {
  std::vector<FactColumn> columns;
  for (const auto& fact : facts) columns.push_back({fact, "item." + fact});
  return columns;
}

/// Whoever looks at a list, with what is the same for every row.
std::vector<AccessRequest> viewers() {
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
  all.push_back({});
  return all;
}

}  // namespace

TEST_CASE("the rows seen through the condition are exactly those of which the rules say that they flow") {
  const std::vector<std::string> facts{"category", "compartment", "involvement", "consent", "opposition"};
  const Rows rows(100'000, facts);
  const auto rules = french_rulebook()->as_of(2026_y / 3 / 10);
  bool some_seen = false;
  for (const auto& viewer : viewers()) {
    const auto predicate = visibility(*rules, viewer, columns_of(facts));
    REQUIRE(predicate.has_value());
    const auto seen = rows.seen_through(*predicate);
    const auto decided = rows.decided(*rules, viewer);
    std::size_t differences = 0;
    for (std::size_t i = 0; i < seen.size(); ++i) differences += seen[i] != decided[i];
    CHECK(differences == 0);
    some_seen = some_seen || std::find(seen.begin(), seen.end(), true) != seen.end();
  }
  CHECK(some_seen);
}

TEST_CASE("who is nobody in particular sees no row, and the condition says so by itself") {
  const auto rules = french_rulebook()->as_of(2026_y / 3 / 10);
  const auto predicate = visibility(*rules, {}, {});
  REQUIRE(predicate.has_value());
  CHECK(predicate->reach == Reach::no_row);
}

TEST_CASE("a column that is no fact, one mapped twice and a treacherous expression are all refused at once") {
  const auto rules = french_rulebook()->as_of(2026_y / 3 / 10);
  const auto faults = visibility(*rules, {}, {{"no_fact", "a"}, {"category", "b"}, {"category", "c"}, {"consent", "d; --"}});
  REQUIRE(faults.has_error());
  CHECK(faults.error().list.size() >= 3);
}
