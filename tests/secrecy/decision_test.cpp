#include <patio/secrecy/decision.hpp>

#include <patio/base/json_tree.hpp>
#include <patio/rules/way.hpp>

#include "properties.hpp"
#include "small_rulebook.hpp"

using namespace patio;
using rules::Effect;

namespace {

const std::vector<Json>& house_rules() {
  static const std::vector<Json> all{
      small::rule("A", "secrecy", "absolute", "deny", {{{"category", "credentials"}}}, {small::may("LOG")}),
      small::rule("B", "secrecy", "danger", "oblige", {{{"danger", "peril"}, {"recipient", "emergency_services"}}}),
      small::rule("C", "secrecy", "consent", "permit",
                  {{{"consent", {"oral_traced", "written"}}, {"opposition", "none"}, {"category", {{"not", "health"}}}},
                   {{"consent", "written"}, {"opposition", "none"}, {"identity_checked", "yes"}}},
                  {small::must("CONS"), small::may("INF")}),
      small::rule("F", "secrecy", "fallback", "deny", {{{"actor_status", {"prof", "miss"}}}}, {small::may("LOG")}),
  };
  return all;
}

const std::vector<small::Way> ways{{"consent", "oral_traced", 1}, {"consent", "written", 2}, {"identity_checked", "yes", 1}};

AccessRequest closed() {
  AccessRequest request;
  request.actor_status = SecrecyStatus::miss;
  request.category = DataCategory::resources;
  request.recipient = Recipient::conciliator;
  request.consent = ConsentFact::none;
  request.opposition = Opposition::none;
  request.danger = Danger::none;
  request.identity_checked = YesNo::no;
  request.acting_as = ActingAs::own_name;
  return request;
}

std::shared_ptr<const rules::RuleSet> house() {
  static const auto set = small::book(house_rules(), ways).as_of(2026_y / 3 / 10);
  return set;
}

std::vector<std::string> changes(const Decision& decision) {
  std::vector<std::string> all;
  if (decision.lawful_way)
    for (const auto& change : decision.lawful_way->changes) all.push_back(change.attribute + '=' + change.value);
  return all;
}

}  // namespace

TEST_CASE("a refusal names its rule, its text and the cheapest lawful way") {
  const Decision decision = decide(*house(), closed());
  CHECK(decision.effect == Effect::deny);
  REQUIRE(decision.determining.size() == 3);
  CHECK(decision.determining[0].id == "F");
  CHECK(decision.texts[0].ref == "T F");
  CHECK(decision.gates[0] == GateAnswer{rules::Gate::secrecy, Effect::deny, {"F"}});
  CHECK(decision.unsettled.empty());
  CHECK(changes(decision) == std::vector<std::string>{"consent=oral_traced"});
  CHECK(decision.lawful_way->effect == Effect::permit);
  CHECK(decision.lawful_way->rules == std::vector<std::string>{"C", "D", "M"});
  CHECK_FALSE(decision.no_way_reason);
  CHECK(decision.version == house()->version);
  CHECK(decision.day == 2026_y / 3 / 10);
}

TEST_CASE("a refusal has only the obligations of what refuses") {
  const Decision decision = decide(*house(), closed());
  REQUIRE(decision.obligations.size() == 1);
  CHECK(decision.obligations[0].code == "LOG");
  CHECK(decision.obligations[0].rules == std::vector<std::string>{"F"});
}

TEST_CASE("a permission has the obligations of all its rules, in the order in which they are done") {
  AccessRequest request = closed();
  request.consent = ConsentFact::oral_traced;
  const Decision decision = decide(*house(), request);
  CHECK(decision.effect == Effect::permit);
  REQUIRE(decision.obligations.size() == 3);
  CHECK(decision.obligations[0].code == "INF");
  CHECK(decision.obligations[1].code == "CONS");
  CHECK(decision.obligations[1].mandatory);
  CHECK(decision.obligations[2].rules == std::vector<std::string>{"D"});
  CHECK_FALSE(decision.lawful_way);
  CHECK_FALSE(decision.no_way_reason);
}

TEST_CASE("a mandatory obligation that is not met turns a permission into a refusal that names it") {
  AccessRequest request = closed();
  request.consent = ConsentFact::oral_traced;
  const Decision decision = decide(*house(), request);
  CHECK(discharge(decision, {"CONS"}) == decision);
  const Decision refused = discharge(decision, {"INF", "LOG"});
  CHECK(refused.effect == Effect::deny);
  CHECK(refused.no_way_reason->en == "to be done first: CONS");
  const Decision no = decide(*house(), closed());
  CHECK(discharge(no, {}) == no);
}

TEST_CASE("the lawful way brings as many facts as it takes") {
  AccessRequest request = closed();
  request.category = DataCategory::health;
  CHECK(changes(decide(*house(), request)) == std::vector<std::string>{"consent=written", "identity_checked=yes"});
  request.identity_checked = YesNo::yes;
  CHECK(changes(decide(*house(), request)) == std::vector<std::string>{"consent=written"});
}

TEST_CASE("where there is no way, the answer says why") {
  AccessRequest request = closed();
  request.category = DataCategory::credentials;
  CHECK(decide(*house(), request).no_way_reason->en == "the rule A is absolute: nothing lifts it in this situation");
  request = closed();
  request.opposition = Opposition::opposed;
  CHECK(decide(*house(), request).no_way_reason->en == "with what is known, nothing that professionals can obtain changes this answer");
  request = closed();
  request.consent = ConsentFact::written;
  request.opposition.reset();
  CHECK(decide(*house(), request).no_way_reason->en == "facts are missing: answer the questions first");
  CHECK_FALSE(decide(*house(), request, WayWanted::no).no_way_reason);
}

TEST_CASE("what is missing is asked for") {
  AccessRequest request = closed();
  request.consent.reset();
  request.identity_checked.reset();
  const Decision decision = decide(*house(), request);
  CHECK(decision.effect == Effect::deny);
  REQUIRE(decision.unsettled.size() == 1);
  CHECK(decision.unsettled[0].id == "C");
  REQUIRE(decision.unsettled[0].missing.size() == 1);
  CHECK(decision.unsettled[0].missing[0].question.en == "consent?");
}

TEST_CASE("an unsettled prohibition asks for every fact that would rule it out") {
  AccessRequest request = closed();
  request.consent = ConsentFact::written;
  request.identity_checked = YesNo::yes;
  request.category.reset();
  const Decision decision = decide(*house(), request);
  CHECK(decision.effect == Effect::human);
  REQUIRE(decision.unsettled.size() == 1);
  CHECK(decision.unsettled[0].id == "A");
  CHECK(decision.unsettled[0].missing[0].attribute == "category");
}

TEST_CASE("a decision warns of the rules that it names and of no other") {
  const auto set = small::book(house_rules(), ways).as_of(2027_y / 1 / 1);
  CHECK(set->warnings.size() == 6);
  CHECK(decide(*set, closed()).warnings.size() == 3);
}

TEST_CASE("the verdict is the decision in numbers") {
  AccessRequest request = closed();
  request.consent = ConsentFact::written;
  const rules::Verdict answer = verdict(*house(), request);
  CHECK(answer.effect == Effect::permit);
  CHECK(house()->rules[answer.determining.begin()[0]].id == "C");
}

TEST_CASE("a decision is written and read back as JSON") {
  for (const auto& request : {closed(), AccessRequest{}}) {
    const Decision decision = decide(*house(), request);
    CHECK(from_json<Decision>(to_json(decision)).value() == decision);
  }
}

TEST_CASE("no cheaper set of changes leads to a yes") {
  prop("against a search of every set", [] {
    const auto cost = [] { return *rc::gen::inRange(1, 4); };
    const std::vector<small::Way> at_hand{{"consent", "oral_traced", cost()}, {"consent", "written", cost()},
                                          {"identity_checked", "yes", cost()}, {"opposition", "none", cost()},
                                          {"informed", "yes", cost()}, {"danger", "none", cost()}};
    std::vector<Json> all = house_rules();
    all.push_back(small::rule("G", "secrecy", "sharing", "permit",
                              {{{"informed", "yes"}, {"opposition", "none"}, {"danger", *rc::gen::element("none", "weapon")}}}));
    const auto set = small::book(all, at_hand).as_of(2026_y / 3 / 10);
    AccessRequest request = closed();
    request.category = *rc::gen::element(DataCategory::health, DataCategory::resources, DataCategory::credentials);
    request.opposition = *rc::gen::element(Opposition::none, Opposition::opposed);
    const rules::Facts facts = rules::facts_of(request);
    const auto way = rules::cheapest_way(*set, facts);

    std::optional<int> best;
    for (unsigned chosen = 1; chosen < 64; ++chosen) {
      if ((chosen & 3) == 3 || std::popcount(chosen) > 4) continue;
      rules::Facts changed = facts;
      int total = 0;
      for (std::size_t i = 0; i < at_hand.size(); ++i) {
        if ((chosen >> i & 1) == 0) continue;
        const auto attribute = *set->engine.vocabulary().find(at_hand[i].attribute);
        changed.know(attribute, *set->engine.vocabulary().attributes[attribute].find(at_hand[i].value));
        total += at_hand[i].cost;
      }
      if (flows(rules::decide(*set, changed).effect) && (!best || total < *best)) best = total;
    }
    RC_ASSERT(way.has_value() == best.has_value());
    if (way) RC_ASSERT(way->cost == *best && flows(rules::decide(*set, way->facts).effect));
  });
}
