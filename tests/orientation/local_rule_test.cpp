#include <patio/orientation/local_rule.hpp>

#include <patio/base/json_tree.hpp>
#include <patio/orientation/service_index.hpp>

#include <algorithm>

#include "le_patio.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

using Lines = std::vector<std::string>;

/// A rule of the file as a town writes it, with what a test says otherwise.
Json row(Json changed = Json::object()) {
  Json row = Json::parse(R"({"need": "rent_arrears", "owner": "centre", "effect": "replaces",
    "reason": {"fr": "autrement ici", "en": "otherwise here"}, "id": "mds", "destination": "ccas", "role": "primary",
    "explanation": {"fr": "le CCAS reçoit", "en": "the CCAS receives"}, "since": "2026-01-01", "recorded": "2026-01-02",
    "source": "a decision of the house", "confidence": "high", "review_by": "2027-01-01", "review": "unreviewed"})");
  for (const auto& [key, value] : changed.items()) {
    if (value.is_null()) row.erase(key);
    else row[key] = value;
  }
  return row;
}

Json withdrawal(Json changed = Json::object()) {
  Json gone{{"effect", "withdraws"}, {"destination", nullptr}, {"role", nullptr}, {"explanation", nullptr}};
  gone.update(changed);
  return row(gone);
}

using Rows = std::vector<Json>;

Checked<NeedsBook> with_rules(const Rows& rules, const Rows& sectors = {}) {
  const std::string text = Json{{"schema", "patio/local_rules/1"}, {"rules", Json(rules)}, {"sectors", Json(sectors)}}.dump();
  const std::vector<BookFile> files{{"here.json", text}};
  return with_local_rules(default_needs_book(), files);
}

Lines faults(const Rows& rules, const Rows& sectors = {}) {
  const auto book = with_rules(rules, sectors);
  const Issues issues = book ? Issues{} : book.error();
  Lines found;
  for (const auto& issue : issues.list) {
    CHECK_FALSE(issue.message.fr == issue.code);
    found.push_back(issue.path + ' ' + issue.code);
  }
  return found;
}

Orientation orient_with(const NeedsBook& book, NeedCode need, std::vector<AreaCode> areas = {}) {
  OrientationRequest request;
  request.need = std::move(need);
  request.day = a_tuesday;
  request.circumstances.emplace().home.emplace().areas = std::move(areas);
  return orient(book, le_patio(), request);
}

Orientation rent_arrears(const Rows& rules, std::vector<AreaCode> areas = {}) {
  return orient_with(with_rules(rules).value(), NeedCode{"rent_arrears"}, std::move(areas));
}

const Json in_igny = Json::array({"insee:91312"});
const Json in_essonne = Json::array({"dep:91"});
const AreaCode igny{"insee:91312"};

}  // namespace

TEST_CASE("the rule of the centre stands before that of the commune, that before the département's, that before the nation's") {
  const Json department = row({{"owner", "department"}, {"areas", in_essonne}, {"destination", "adil"}});
  const Json commune = row({{"owner", "commune"}, {"areas", in_igny}, {"destination", "mjd"}});
  const Json centre = row({{"destination", "cidff"}});
  const auto by = [&](const Rows& rules) {
    const auto answer = rent_arrears(rules, {igny});
    const auto found = std::find_if(answer.primaries.begin(), answer.primaries.end(),
                                    [](const Candidate& each) { return each.rule == "rent_arrears.mds"; });
    REQUIRE(found != answer.primaries.end());
    return std::pair(found->destination.text(), found->owner);
  };
  CHECK(by({}) == std::pair(std::string("mds"), RuleOwner::national));
  CHECK(by(Rows{department}) == std::pair(std::string("adil"), RuleOwner::department));
  CHECK(by(Rows{department, commune}) == std::pair(std::string("mjd"), RuleOwner::commune));
  CHECK(by(Rows{centre, department, commune}) == std::pair(std::string("cidff"), RuleOwner::centre));
}

TEST_CASE("the answer says what stands in for what, and why") {
  const auto answer = rent_arrears(Rows{row()});
  REQUIRE(answer.overrides.size() == 1);
  const auto& override = answer.overrides[0];
  CHECK(override.rule == "rent_arrears.mds");
  CHECK(override.owner == RuleOwner::centre);
  CHECK(override.over == RuleOwner::national);
  CHECK(override.reason.fr == "autrement ici");
}

TEST_CASE("a rule that stands in does so whatever its condition says") {
  const auto answer = rent_arrears(Rows{row({{"when", Json::array({{{"housing", "owner"}}})}})});
  CHECK_FALSE(std::any_of(answer.primaries.begin(), answer.primaries.end(),
                          [](const Candidate& each) { return each.destination == DestinationCode{"mds"}; }));
}

TEST_CASE("of two rules of one owner, that of the smaller area stands") {
  const Json wide = row({{"owner", "department"}, {"areas", in_essonne}, {"destination", "adil"}});
  const Json narrow = row({{"owner", "department"}, {"areas", in_igny}, {"destination", "mjd"}});
  const auto in = [&](AreaCode area) { return destinations(rent_arrears(Rows{wide, narrow}, {std::move(area)}).primaries); };
  CHECK(in(igny) == Lines{"ccas_social_worker", "mjd"});
  CHECK(in(AreaCode{"insee:91477"}) == Lines{"ccas_social_worker", "adil"});
  CHECK(in(AreaCode{"dep:75"}) == Lines{"ccas_social_worker", "mds"});
}

TEST_CASE("what is withdrawn is told with its reason, and is no candidate") {
  const auto answer = rent_arrears(Rows{withdrawal()});
  CHECK(destinations(answer.primaries) == Lines{"ccas_social_worker"});
  const auto gone = std::find_if(answer.excluded.begin(), answer.excluded.end(),
                                 [](const Exclusion& each) { return each.reason == "withdrawn"; });
  REQUIRE(gone != answer.excluded.end());
  CHECK(gone->destination == DestinationCode{"mds"});
  CHECK(gone->owner == RuleOwner::centre);
}

TEST_CASE("a place that withdraws everybody still has somebody to ask") {
  Rows rules;
  for (const auto* id : {"ccas", "ccas_social_worker", "food_association"}) rules.push_back(withdrawal({{"need", "food_today"}, {"id", id}}));
  const auto answer = orient_with(with_rules(rules).value(), NeedCode{"food_today"});
  CHECK(destinations(answer.primaries) == Lines{"ccas_social_worker"});
  CHECK(answer.primaries[0].rule == "unknown.ccas_social_worker");
}

TEST_CASE("nobody may touch an emergency") {
  const std::string at = "here.json#/rules/0";
  const Json number{{"need", "domestic_violence"}, {"id", "3919"}};
  CHECK(faults(Rows{withdrawal(number)}) == Lines{at + "/effect emergency_overridden"});
  Json replaced = number;
  replaced["destination"] = "cidff";
  CHECK(faults(Rows{row(replaced)}) == Lines{at + "/effect emergency_overridden"});
}

TEST_CASE("a rule of a place has an owner, a place, something to stand in for and nothing idle") {
  const std::string at = "here.json#/rules/0";
  CHECK(faults(Rows{row({{"owner", "national"}})}) == Lines{at + "/owner national_owner"});
  CHECK(faults(Rows{row({{"owner", "commune"}})}) == Lines{at + "/areas missing_area"});
  CHECK(faults(Rows{row({{"owner", "commune"}, {"areas", in_essonne}})}) == Lines{at + "/areas/0 foreign_area"});
  CHECK(faults(Rows{row({{"areas", Json::array({"sector:nowhere"})}})}) == Lines{at + "/areas/0 unknown_area"});
  CHECK(faults(Rows{row({{"areas", Json::array({"planet:earth"})}})}) == Lines{at + "/areas/0 unknown_area"});
  CHECK(faults(Rows{row({{"need", "no_such_need"}})}) == Lines{at + "/need unknown_need"});
  CHECK(faults(Rows{row({{"id", "nobody"}})}) == Lines{at + "/id replaces_nothing"});
  CHECK(faults(Rows{row({{"effect", "adds"}})}) == Lines{at + "/id already_there"});
  CHECK(faults(Rows{row({{"destination", nullptr}})}) == Lines{at + "/destination missing_key"});
  CHECK(faults(Rows{withdrawal({{"role", "primary"}})}) == Lines{at + "/role idle_key"});
  CHECK(faults(Rows{row({{"destination", "nobody_at_all"}})}) == Lines{at + "/destination unknown_destination"});
  CHECK(faults(Rows{row({{"reason", {{"fr", ""}, {"en", "x"}}}})}) == Lines{at + "/reason empty_text"});
  CHECK(faults(Rows{withdrawal({{"need", "unknown"}, {"id", "ccas_social_worker"}})}) == Lines{at + " no_way_out"});
}

TEST_CASE("two rules of one owner for the same ground at the same time contradict each other, unless one corrects the other") {
  CHECK(faults(Rows{row(), row({{"destination", "mjd"}})}) == Lines{"here.json#/rules/1/id duplicate_code"});
  CHECK(faults(Rows{row(), row({{"destination", "mjd"}, {"recorded", "2026-02-01"}, {"corrects", "2026-01-02"}})}).empty());
  CHECK(faults(Rows{row({{"until", "2026-06-01"}}), row({{"since", "2026-06-01"}})}).empty());
}

TEST_CASE("a sector says what it is, and of which ground") {
  const Json name{{"fr", "nord"}, {"en", "north"}};
  const std::string at = "here.json#/sectors/0";
  CHECK(faults({}, {Json{{"code", "insee:91312"}, {"name", name}, {"communes", in_igny}}}) == Lines{at + "/code not_a_sector"});
  CHECK(faults({}, {Json{{"code", "sector:n"}, {"name", name}}}) == Lines{at + " empty_sector"});
  const Json stretch{{"commune", "insee:91312"}, {"street", "ban:1"}, {"side", "odd"}, {"from_number", 9}, {"to_number", 3}};
  CHECK(faults({}, {Json{{"code", "sector:n"}, {"name", name}, {"streets", Json::array({stretch})}}}) ==
        Lines{at + "/streets/0 empty_stretch"});
}

TEST_CASE("an answer is frozen with the local versions that it read") {
  const auto book = with_rules(Rows{row()}).value();
  OrientationRequest request;
  request.need = NeedCode{"rent_arrears"};
  request.day = 2026_y / 11 / 25;
  const auto past = orient(book, le_patio(), request);
  const RuleRead read{"rent_arrears.mds", RuleOwner::centre, 2026_y / 1 / 1, 2026_y / 1 / 2};
  CHECK(std::find(past.rules.begin(), past.rules.end(), read) != past.rules.end());

  const auto later = with_rules(Rows{row(), row({{"destination", "mjd"}, {"recorded", "2027-02-01"}, {"corrects", "2026-01-02"}})}).value();
  CHECK(orient(later, le_patio(), request) != past);
  CHECK(replay(later, le_patio(), request, past).same);
  CHECK_FALSE(replay(default_needs_book(), le_patio(), request, past).lost.empty());
}

TEST_CASE("the search of a directory and the check of who is held read the rules of the place") {
  const auto book = with_rules(Rows{withdrawal(), row({{"effect", "adds"}, {"id", "here"}, {"destination", "computer_recycler"}})}).value();
  ServiceRow mds;
  mds.id = "mds";
  mds.destination = DestinationCode{"mds"};
  ServiceRow recycler;
  recycler.id = "recycler";
  recycler.destination = DestinationCode{"computer_recycler"};
  OrientationRequest request;
  request.need = NeedCode{"rent_arrears"};
  request.day = a_tuesday;
  const auto found = find_services(ServiceIndex(book, {mds, recycler}), book, request, {});
  REQUIRE(found.primaries.size() == 1);
  CHECK(found.primaries[0].id == "recycler");

  const auto issues = check_held(book, le_patio(), ServiceIndex(book, {}), a_tuesday);
  CHECK(std::any_of(issues.list.begin(), issues.list.end(),
                    [](const Issue& each) { return each.path == "rent_arrears/destinations/here"; }));
}

TEST_CASE("where somebody lives, once known, never brings an excluded door back") {
  const auto book = with_rules(Rows{row({{"owner", "commune"}, {"areas", in_igny}, {"destination", "mjd"}}),
                                withdrawal({{"need", "food_today"}, {"owner", "department"}, {"areas", in_essonne}, {"id", "ccas"}})})
                        .value();
  prop("whatever the need and the place", [&] {
    const auto& needs = book.needs;
    const auto need = needs[*rc::gen::inRange<std::size_t>(0, needs.size())].code;
    const std::vector<AreaCode> places{igny, AreaCode{"insee:91477"}, AreaCode{"dep:75"}};
    const auto place = places[*rc::gen::inRange<std::size_t>(0, places.size())];
    const auto unknown = orient_with(book, need), known = orient_with(book, need, {place});
    for (const auto& each : known.primaries) {
      const bool open = std::any_of(unknown.excluded.begin(), unknown.excluded.end(), [&](const Exclusion& gone) {
        return gone.rule == each.rule && gone.owner == each.owner;
      });
      RC_ASSERT(!open);
    }
    RC_ASSERT(known.emergencies == unknown.emergencies);
  });
}
