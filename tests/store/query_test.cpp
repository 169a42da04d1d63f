#include "notebook.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"
#include "store/sql.hpp"

using namespace notebook;

namespace {

/// Twenty visits that differ in what queries ask for.
std::vector<Visit> twenty(const IdSource& ids) {
  std::vector<Visit> all;
  for (int i = 0; i < 20; ++i) {
    auto each = a_visit(ids, i % 2 == 0 ? "Été" : "hiver");
    each.weight = i % 5;
    each.at = moment(i);
    each.mood = i < 10 ? Mood::calm : Mood::worried;
    if (i % 4 == 0) each.desk = *DeskCode::parse("desk:" + std::to_string(i));
    all.push_back(each);
  }
  return all;
}

/// What a query must give, by reading everything.
template <class Keep>
std::vector<Visit> by_hand(std::vector<Visit> all, Keep keep) {
  std::erase_if(all, [&](const Visit& each) { return !keep(each); });
  std::ranges::sort(all, {}, &Visit::id);
  return all;
}

}  // namespace

TEST_CASE("a query gives exactly the rows that meet every condition", "[engine]") {
  const Place place;
  auto store = place.open();
  const auto all_visits = twenty(seeded_ids(5));
  auto tx = store.begin();
  for (const auto& each : all_visits) tx.insert(each);
  tx.commit(entry());

  auto reader = store.reader();
  CHECK(reader.find(all<Visit>()) == by_hand(all_visits, [](const Visit&) { return true; }));
  CHECK(reader.find(where(&Visit::weight, 3)) == by_hand(all_visits, [](const Visit& v) { return v.weight == 3; }));
  CHECK(reader.find(where(&Visit::note, "Été").where(&Visit::mood, Mood::calm)) ==
        by_hand(all_visits, [](const Visit& v) { return v.note == "Été" && v.mood == Mood::calm; }));
  CHECK(reader.find(in(&Visit::weight, {1, 4})) ==
        by_hand(all_visits, [](const Visit& v) { return v.weight == 1 || v.weight == 4; }));
  CHECK(reader.find(in(&Visit::weight, {})).empty());
  CHECK(reader.find(all<Visit>().at_least(&Visit::at, moment(3)).below(&Visit::at, moment(7))).size() == 4);
  CHECK(reader.count(where(&Visit::desk, DeskCode{"desk:4"})) == 1);
  CHECK(reader.count(where(&Visit::desk, std::nullopt)) == 15);
  CHECK(reader.count(all<Visit>().absent(&Visit::desk)) == 15);
  CHECK(reader.count(all<Visit>().present(&Visit::desk)) == 5);
  CHECK(reader.count(all<Visit>().present(&Visit::desk).below(&Visit::desk, DeskCode{"desk:2"})) == 3);

  const auto last = reader.find(all<Visit>().ordered_by(&Visit::at, Direction::descending).limit(2));
  REQUIRE(last.size() == 2);
  CHECK(last[0].at == moment(19));
  CHECK(last[1].at == moment(18));
  const auto heaviest = reader.find(all<Visit>().ordered_by(&Visit::weight, Direction::descending).ordered_by(&Visit::at));
  CHECK(std::ranges::is_sorted(heaviest, [](const Visit& a, const Visit& b) {
    return std::pair(-a.weight, a.at) < std::pair(-b.weight, b.at);
  }));
}

TEST_CASE("a query gives exactly the rows of which one condition holds, or none, or that a row of another table knows", "[engine]") {
  const Place place;
  auto store = place.open();
  auto all_visits = twenty(seeded_ids(8));
  all_visits[3].lines = {{"o'clock", 1}, {"été\"", 2}};
  all_visits[4].lines = {{"clock", 1}};
  auto tx = store.begin();
  for (const auto& each : all_visits) tx.insert(each);
  tx.insert(Order{DeskCode{"desk:4"}, "open"});
  tx.insert(Order{DeskCode{"desk:8"}, "shut"});
  tx.commit(entry());

  auto reader = store.reader();
  const auto heavy = that(where(&Visit::weight, 4)), calm = that(where(&Visit::mood, Mood::calm));
  const auto late_desk = that(all<Visit>().at_least(&Visit::desk, DeskCode{"desk:4"}));
  const auto meets = [&](Condition condition) { return reader.find(all<Visit>().also(std::move(condition))); };
  CHECK(meets(either({heavy, calm})) == by_hand(all_visits, [](const Visit& v) { return v.weight == 4 || v.mood == Mood::calm; }));
  CHECK(meets(all_of({heavy, calm})) == by_hand(all_visits, [](const Visit& v) { return v.weight == 4 && v.mood == Mood::calm; }));
  CHECK(meets(unless(heavy)) == by_hand(all_visits, [](const Visit& v) { return v.weight != 4; }));
  // Where there is no desk, nothing can be told of it.
  CHECK(meets(unless(late_desk)) == by_hand(all_visits, [](const Visit& v) { return !v.desk || *v.desk < DeskCode{"desk:4"}; }));
  CHECK(meets(either({})).empty());
  CHECK(meets(all_of({})).size() == 20);
  const auto at = [](DeskCode code) { return [code](const Visit& v) { return v.desk == code; }; };
  CHECK(meets(exists(&Order::code, column(&Visit::desk), where(&Order::title, "open"))) == by_hand(all_visits, at(DeskCode{"desk:4"})));
  CHECK(meets(exists(&Order::code, column(&Visit::desk))).size() == 2);
  CHECK(meets(unless(exists(&Order::code, column(&Visit::desk)))).size() == 18);
  // A row of the same table, and one of it again.
  const auto worse = exists(&Visit::weight, column(&Visit::weight), where(&Visit::mood, Mood::worried).present(&Visit::desk));
  CHECK(meets(worse) == by_hand(all_visits, [&](const Visit& v) {
    return std::ranges::any_of(all_visits, [&](const Visit& w) { return w.weight == v.weight && w.mood == Mood::worried && w.desk; });
  }));
  CHECK(meets(worse).size() < 20);
  CHECK(meets(exists(&Visit::weight, column(&Visit::weight), all<Visit>().also(worse))) == meets(worse));
  CHECK(reader.find(all<Visit>().has(&Visit::lines, Line{"o'clock", 1})) ==
        by_hand(all_visits, [&](const Visit& v) { return v.id == all_visits[3].id; }));
  CHECK(reader.count(all<Visit>().has(&Visit::lines, Line{"été\"", 2})) == 1);
  CHECK(reader.count(all<Visit>().has(&Visit::lines, Line{"clock", 1})) == 1);
  CHECK(reader.count(all<Visit>().has(&Visit::lines, Line{"O'CLOCK", 1})) == 0);
  CHECK(meets(either(std::vector<Condition>(5'000, heavy))).size() == 4);
}

TEST_CASE("a row of another tenant is no reason", "[engine]") {
  const Place place;
  auto visit = a_visit(seeded_ids(9));
  visit.desk = DeskCode{"desk:1"};
  auto ours = place.open();
  auto tx = ours.begin();
  tx.insert(visit);
  tx.commit(entry());
  auto theirs = Store::open(place.uri(), place.others());
  auto other = theirs.begin();
  other.insert(Order{DeskCode{"desk:1"}, "open"});
  other.commit(entry());
  CHECK(ours.reader().count(all<Visit>().also(exists(&Order::code, column(&Visit::desk)))) == 0);
}

TEST_CASE("texts are ordered by their bytes, whatever the language of the server", "[engine]") {
  const Place place;
  auto store = place.open();
  const auto ids = seeded_ids(6);
  std::vector<std::string> words{"zoé", "Zoé", "été", "Été", "ete", "hiver", "a b", "ab", "a-b", "10", "9", "œuf", "🙂"};
  auto tx = store.begin();
  for (const auto& word : words) tx.insert(a_visit(ids, word));
  tx.commit(entry());
  std::vector<std::string> found;
  for (const auto& each : store.reader().find(all<Visit>().ordered_by(&Visit::note))) found.push_back(each.note);
  std::ranges::sort(words);
  CHECK(found == words);
  CHECK(store.reader().count(all<Visit>().at_least(&Visit::note, "a").below(&Visit::note, "b")) == 3);
}

TEST_CASE("every value of a query is bound, never written into the statement") {
  const auto query = where(&Visit::note, "'; DROP TABLE visit; --").in(&Visit::weight, {424242}).limit(77);
  const auto statement = detail::select_sql(table_of<Visit>(), "tenant", query.selection());
  CHECK(statement.text.find("DROP") == std::string::npos);
  CHECK(statement.text.find("424242") == std::string::npos);
  CHECK(statement.text.find("77") == std::string::npos);
  CHECK(statement.text.find("'") == std::string::npos);
  CHECK(statement.binds.size() == 4);
}

TEST_CASE("more than a thousand values in one condition are refused", "[engine]") {
  const Place place;
  auto store = place.open();
  auto reader = store.reader();
  CHECK(reader.count(in(&Visit::weight, std::vector<std::int64_t>(1000, 1))) == 0);
  CHECK(code_of([&] { static_cast<void>(reader.count(in(&Visit::weight, std::vector<std::int64_t>(1001, 1)))); }) ==
        ErrorCode::misuse);
}
