#include <patio/orientation/orientation.hpp>

#include <patio/base/json_tree.hpp>

#include <algorithm>
#include <set>

#include "le_patio.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

using Codes = std::vector<std::string>;

bool holds(const Codes& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// Facts drawn at random, each unknown half of the time.
PersonFacts any_facts() {
  PersonFacts facts;
  each_field(facts, [](std::string_view, auto& fact) {
    using Value = typename std::remove_reference_t<decltype(fact)>::value_type;
    const auto place = *rc::gen::inRange<int>(-static_cast<int>(enum_count<Value>), static_cast<int>(enum_count<Value>));
    if (place >= 0) fact = static_cast<Value>(place);
  });
  return facts;
}

/// The same facts with one more known, drawn at random.
PersonFacts with_one_more(PersonFacts facts) {
  const auto chosen = *rc::gen::inRange<std::size_t>(0, field_count<PersonFacts>);
  std::size_t place = 0;
  each_field(facts, [&](std::string_view, auto& fact) {
    using Value = typename std::remove_reference_t<decltype(fact)>::value_type;
    constexpr int count = enum_count<Value>;
    if (place++ == chosen && !fact) fact = static_cast<Value>(*rc::gen::inRange<int>(0, count));
  });
  return facts;
}

NeedCode any_need() {
  const auto& needs = default_needs_book().needs;
  return needs[*rc::gen::inRange<std::size_t>(0, needs.size())].code;
}

/// Rules that did not exclude their destination.
std::set<std::string> open_rules(const Orientation& answer) {
  std::set<std::string> rules;
  for (const auto* list : {&answer.primaries, &answer.secondaries, &answer.recipients, &answer.conditional})
    for (const auto& each : *list) rules.insert(each.rule);
  return rules;
}

}  // namespace

TEST_CASE("an answer holds its reasons, its documents and the versions of the rules that were read") {
  const Orientation answer = orient_at_le_patio(NeedCode{"carte_grise"});
  CHECK(answer.title.fr == "Carte grise d'un véhicule acheté");
  CHECK_FALSE(answer.documents.empty());
  CHECK_FALSE(answer.notice.fr.empty());
  REQUIRE(answer.primaries.size() == 1);
  CHECK_FALSE(answer.primaries[0].reasons.empty());
  REQUIRE_FALSE(answer.rules.empty());
  const bool read = std::any_of(answer.rules.begin(), answer.rules.end(), [](const RuleRead& rule) {
    return rule.rule == "carte_grise.france_services" && rule.since == 2024_y / 1 / 1;
  });
  CHECK(read);
}

TEST_CASE("the explanation names the fact and since when it is known") {
  OrientationRequest request;
  request.need = NeedCode{"housing_benefit"};
  request.facts.scheme = SocialScheme::agricultural;
  request.known_since["scheme"] = 2026_y / 3 / 2;
  request.day = a_tuesday;
  const Orientation answer = orient(default_needs_book(), le_patio(), request);
  REQUIRE(destinations(answer.primaries) == Codes{"msa"});
  CHECK(answer.primaries[0].facts_used.at(0).text.fr ==
        "régime de protection sociale : agricole (MSA), su depuis le 02/03/2026");
}

TEST_CASE("a need that is not in force that day can't be asked about") {
  OrientationRequest request;
  request.need = NeedCode{"carte_grise"};
  request.day = 2019_y / 1 / 1;
  CHECK_THROWS_AS(orient(default_needs_book(), le_patio(), request), Error);
}

TEST_CASE("a deadline may stand before the event, and its day is asked for when unknown") {
  OrientationRequest request;
  request.need = NeedCode{"residence_permit"};
  request.day = a_tuesday;
  CHECK(orient(default_needs_book(), le_patio(), request).deadline == std::nullopt);
  request.event_day = 2026_y / 6 / 30;
  const Orientation answer = orient(default_needs_book(), le_patio(), request);
  REQUIRE(answer.deadline);
  CHECK(answer.deadline->day == 2026_y / 5 / 1);
}

TEST_CASE("a month without the day ends the deadline on its last one") {
  OrientationRequest request;
  request.need = NeedCode{"carte_grise"};
  request.day = a_tuesday;
  request.event_day = 2026_y / 1 / 31;
  CHECK(orient(default_needs_book(), le_patio(), request).deadline->day == 2026_y / 2 / 28);
}

TEST_CASE("what the person refused lately is not proposed again, and says so") {
  OrientationRequest request;
  request.need = NeedCode{"budget"};
  request.day = a_tuesday;
  request.refused = {DestinationCode{"pcb"}};
  const Orientation answer = orient(default_needs_book(), le_patio(), request);
  REQUIRE(answer.excluded.size() == 1);
  CHECK(answer.excluded[0].reason == "refused");
  SECTION("and somebody is left") { CHECK(destinations(answer.primaries) == Codes{"ccas_social_worker"}); }
}

TEST_CASE("a refusal of ninety days ago no longer counts, one of eighty-nine does") {
  OrientationRequest request;
  request.need = NeedCode{"budget"};
  request.day = a_tuesday;
  request.refusals = {{DestinationCode{"pcb"}, add_days(a_tuesday, -89)}};
  CHECK(orient(default_needs_book(), le_patio(), request).excluded.at(0).reason == "refused");
  request.refusals[0].day = add_days(a_tuesday, -90);
  CHECK(orient(default_needs_book(), le_patio(), request).excluded.empty());
}

TEST_CASE("nobody is sent to the other party of their own affair") {
  OrientationRequest request;
  request.need = NeedCode{"budget"};
  request.day = a_tuesday;
  request.do_not_route = {DestinationCode{"pcb"}};
  const Orientation answer = orient(default_needs_book(), le_patio(), request);
  CHECK(answer.excluded.at(0).reason == "do_not_route");
  CHECK_FALSE(holds(destinations(answer.primaries), "pcb"));
}

TEST_CASE("an old answer can be had again from a book that was corrected and changed since") {
  OrientationRequest request;
  request.need = NeedCode{"budget"};
  request.day = a_tuesday;
  const Orientation past = orient(default_needs_book(), le_patio(), request);
  NeedsBook later = default_needs_book();
  const auto place = std::find_if(later.needs.begin(), later.needs.end(), [](const Need& need) { return need.code == NeedCode{"budget"}; });
  Need corrected = *place;
  corrected.destinations.erase(corrected.destinations.begin());
  corrected.provenance.corrects = corrected.provenance.recorded;
  corrected.provenance.recorded = 2027_y / 2 / 1;
  later.needs.insert(place + 1, corrected);

  const Orientation now = orient(later, le_patio(), request);
  CHECK_FALSE(holds(destinations(now.primaries), "pcb"));
  const Replayed again = replay(later, le_patio(), request, past);
  CHECK(again.same);
  CHECK(to_json(again.answer) == to_json(past));
  CHECK(again.lost.empty());
  SECTION("and from one that forgot its rule, the loss is told") {
    std::erase_if(later.needs, [](const Need& need) { return need.code == NeedCode{"budget"} && !need.provenance.corrects; });
    later.needs[static_cast<std::size_t>(std::find_if(later.needs.begin(), later.needs.end(), [](const Need& need) {
                  return need.code == NeedCode{"budget"};
                }) - later.needs.begin())].provenance.recorded = 2026_y / 11 / 1;
    const Replayed lost = replay(later, le_patio(), request, past);
    CHECK_FALSE(lost.same);
    CHECK_FALSE(lost.lost.empty());
  }
}

TEST_CASE("a service that is closed is shown last, with its reason") {
  CentrePlan plan = le_patio();
  for (auto& service : plan.services)
    if (service.destination == "mds") service.status = ServiceStatus::suspended;
  OrientationRequest request;
  request.need = NeedCode{"eviction_notice"};
  request.day = a_tuesday;
  const Orientation answer = orient(default_needs_book(), plan, request);
  CHECK(destinations(answer.primaries) == Codes{"ccas_social_worker", "mds"});
  CHECK(answer.primaries[1].openness == Openness::suspended);
  CHECK(answer.primaries[1].reasons.back().fr == "suspendu pour le moment");
}

TEST_CASE("the next permanence passes over the days on which nobody receives") {
  OrientationRequest request;
  request.need = NeedCode{"job_search"};
  request.facts.age_band = AgeBand::from_18;
  request.day = a_tuesday;
  request.holidays = {2026_y / 3 / 11};
  const Orientation answer = orient(default_needs_book(), le_patio(), request);
  REQUIRE(answer.primaries.at(0).next);
  CHECK(answer.primaries[0].next->day == 2026_y / 3 / 18);
}

TEST_CASE("the cheapest question comes first") {
  const Orientation answer = orient_at_le_patio(NeedCode{"rsa"});
  REQUIRE_FALSE(answer.questions.empty());
  CHECK(answer.questions.front().fact == "age_band");
}

TEST_CASE("a danger that a need must know of is asked about before anything else") {
  const Orientation answer = orient_at_le_patio(NeedCode{"child_at_risk"});
  REQUIRE_FALSE(answer.questions.empty());
  CHECK(answer.questions.front().fact == "immediate_danger");
  CHECK(destinations(answer.emergencies) == Codes{"number:119"});
}

TEST_CASE("an answer is the same in JSON and back") {
  const Orientation answer = orient_at_le_patio(NeedCode{"neighbour_dispute"});
  CHECK(from_json<Orientation>(to_json(answer)).value() == answer);
}

TEST_CASE("whatever is known, orientation keeps its promises") {
  prop("one more fact never brings back what is excluded", [] {
    const NeedCode need = any_need();
    const PersonFacts less = any_facts();
    const Orientation before = orient_at_le_patio(need, less);
    const Orientation after = orient_at_le_patio(need, with_one_more(less));
    const auto open = open_rules(after);
    for (const auto& each : before.excluded) RC_ASSERT(!open.contains(each.rule));
  });
  prop("one more fact never takes an emergency away", [] {
    const NeedCode need = any_need();
    const PersonFacts less = any_facts();
    const Codes after = destinations(orient_at_le_patio(need, with_one_more(less)).emergencies);
    for (const auto& each : destinations(orient_at_le_patio(need, less).emergencies)) RC_ASSERT(holds(after, each));
  });
  prop("one more fact never turns what is certain into a doubt", [] {
    const NeedCode need = any_need();
    const PersonFacts less = any_facts();
    const Codes before = destinations(orient_at_le_patio(need, less).primaries);
    const Codes doubts = destinations(orient_at_le_patio(need, with_one_more(less)).conditional);
    for (const auto& each : before) RC_ASSERT(!holds(doubts, each));
  });
  prop("the same request has the same answer", [] {
    const NeedCode need = any_need();
    const PersonFacts facts = any_facts();
    RC_ASSERT(to_json(orient_at_le_patio(need, facts)) == to_json(orient_at_le_patio(need, facts)));
  });
  prop("somebody is named, for sure or if a question is answered", [] {
    const Orientation answer = orient_at_le_patio(any_need(), any_facts());
    RC_ASSERT(!answer.primaries.empty() || !answer.conditional.empty());
    RC_ASSERT(answer.conditional.empty() || !answer.questions.empty());
    RC_ASSERT(answer.primaries.size() <= 3 && answer.secondaries.size() <= 3);
  });
  prop("a known fact is never asked for", [] {
    const PersonFacts facts = any_facts();
    const Json known = json_of(facts);
    for (const auto& question : orient_at_le_patio(any_need(), facts).questions) RC_ASSERT(!known.contains(question.fact));
  });
}
