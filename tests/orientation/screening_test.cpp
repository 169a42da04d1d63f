#include <patio/orientation/screening.hpp>

#include <patio/base/json.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include <algorithm>

#include "le_patio.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

constexpr Date today = 2026_y / 11 / 24;
using Names = std::vector<std::string>;

const rules::RuleSet& secrecy() {
  static const auto rules = french_rulebook()->as_of(today);
  return *rules;
}

const ScreeningGround campaign{Actor::ccas_social_service, Recipient::ccas_social_service, Purpose::non_recours};
const ScreeningGround figures{Actor::ccas_social_service, Recipient::ccas_direction, Purpose::statistics};

ScreeningRequest ask_about(NeedCode need) {
  ScreeningRequest request;
  request.day = today;
  request.ground = campaign;
  request.needs = {std::move(need)};
  return request;
}

std::string refusal_of(const ScreeningRequest& request) {
  const auto answer = screen(default_needs_book(), secrecy(), request);
  return answer ? "" : answer.error().code;
}

bool obliges(const ScreeningTerms& terms, const std::string& code) {
  return std::any_of(terms.obligations.begin(), terms.obligations.end(),
                     [&](const AskedObligation& each) { return each.code == code && each.mandatory; });
}

using Table = std::vector<std::vector<std::uint8_t>>;

/// Columns of any values, some of them unknown, some columns absent.
Table any_table(std::size_t rows) {
  Table table;
  for (const auto& attribute : orientation_vocabulary().attributes) {
    const auto count = static_cast<int>(attribute.values.size());
    std::vector<std::uint8_t> column;
    if (*rc::gen::inRange(0, 4) != 0)
      for (std::size_t row = 0; row < rows; ++row) {
        const int value = *rc::gen::inRange(-1, count);
        column.push_back(value < 0 ? rules::unknown_value : static_cast<std::uint8_t>(value));
      }
    table.push_back(std::move(column));
  }
  return table;
}

PersonFacts facts_in(const Table& table, std::size_t row) {
  PersonFacts facts;
  std::size_t place = 0;
  each_field(facts, [&](std::string_view, auto& fact) {
    using Value = typename std::remove_reference_t<decltype(fact)>::value_type;
    const auto& column = table[place++];
    if (!column.empty() && column[row] != rules::unknown_value) fact = static_cast<Value>(column[row]);
  });
  return facts;
}

/// What orient says of the same row, without a plan.
std::string oriented(const NeedCode& need, const PersonFacts& facts) {
  OrientationRequest request;
  request.need = need;
  request.facts = facts;
  request.day = today;
  const Orientation answer = orient(default_needs_book(), {}, request);
  const auto own = std::find_if(answer.primaries.begin(), answer.primaries.end(),
                                [&](const Candidate& each) { return each.rule.starts_with(need.text() + "."); });
  if (own != answer.primaries.end()) return own->destination.text();
  const bool maybe = std::any_of(answer.conditional.begin(), answer.conditional.end(),
                                 [](const Candidate& each) { return each.role == DestinationRole::primary; });
  return maybe ? "fact_missing" : "nobody";
}

}  // namespace

TEST_CASE("a campaign for an unclaimed allowance says for each row where it could be asked for") {
  auto request = ask_about(NeedCode{"housing_benefit"});
  request.columns["scheme"] = {"general", "agricultural", ""};
  const auto answer = screen(default_needs_book(), secrecy(), request).value();
  CHECK(answer.reached.at("housing_benefit") == Names{"caf", "msa", "fact_missing"});
  CHECK(answer.counts.empty());
}

TEST_CASE("the answer carries the terms of the law: inform, let object, destroy, never for a control") {
  auto request = ask_about(NeedCode{"housing_benefit"});
  request.columns["scheme"] = {"general"};
  const auto terms = screen(default_needs_book(), secrecy(), request).value().terms;
  for (const auto* code : {"INF", "NONOPP", "NOREUSE", "DESTROY-12", "LOG-36"}) CHECK(obliges(terms, code));
  CHECK(terms.destroy_by == 2027_y / 11 / 24);
  CHECK(terms.traces_until == 2029_y / 11 / 24);
  const bool cited = std::any_of(terms.texts.begin(), terms.texts.end(),
                                 [](const CitedText& text) { return text.ref == "CRPA L114-8"; });
  CHECK(cited);
}

TEST_CASE("nothing of a person who objects is read") {
  auto request = ask_about(NeedCode{"housing_benefit"});
  request.columns["scheme"] = {"general", "agricultural"};
  request.opposed = {1};
  const auto answer = screen(default_needs_book(), secrecy(), request).value();
  CHECK(answer.reached.at("housing_benefit") == Names{"caf", "nobody"});
}

TEST_CASE("a ground that the law does not give is refused") {
  auto request = ask_about(NeedCode{"housing_benefit"});
  request.columns["scheme"] = {"general"};
  SECTION("an association is no administration") {
    request.ground.recipient = Recipient::partner_desk;
    CHECK(refusal_of(request) == "screening_ground");
  }
  SECTION("never to look for fraud") {
    request.ground.purpose = Purpose::fraud_check;
    CHECK(refusal_of(request) == "screening_for_fraud");
  }
  SECTION("nor for anything else") {
    request.ground.purpose = Purpose::commercial;
    CHECK(refusal_of(request) == "screening_ground");
  }
  SECTION("no more than the needs' own rules read") {
    request.columns["housing"] = {"owner"};
    CHECK(refusal_of(request) == "screening_beyond_need");
  }
  SECTION("not before the decree that says how long data are kept") {
    NeedsBook older = default_needs_book();
    for (auto& need : older.needs) need.provenance.in_force.since = 2020_y / 1 / 1;
    const auto on = [&](Date day) {
      request.day = day;
      return screen(older, *french_rulebook()->as_of(day), request);
    };
    CHECK(on(2023_y / 5 / 13).error().code == "screening_ground");
    CHECK(on(2023_y / 5 / 14).has_value());
  }
  SECTION("health is left out of such exchanges") {
    request.needs = {NeedCode{"cannot_come"}};
    request.columns = {{"mobility", {"housebound"}}};
    CHECK(refusal_of(request) == "screening_ground");
  }
}

TEST_CASE("figures about needs are counts, of which small ones are hidden") {
  auto request = ask_about(NeedCode{"housing_benefit"});
  request.ground = figures;
  for (int i = 0; i < 30; ++i) request.columns["scheme"].push_back(i < 20 ? "general" : "agricultural");
  auto answer = screen(default_needs_book(), secrecy(), request);
  REQUIRE(answer.has_value());
  CHECK(answer->reached.empty());
  REQUIRE(answer->counts.size() == 1);
  CHECK(answer->counts[0].destinations.at(0).rows == 20);
  CHECK(answer->counts[0].destinations.at(1).rows == 10);
  CHECK(answer->counts[0].nobody == 0);

  request.columns["scheme"][29].clear();
  answer = screen(default_needs_book(), secrecy(), request);
  CHECK_FALSE(answer->counts[0].fact_missing);
  SECTION("and a lone hidden one takes the next smallest with it") {
    CHECK_FALSE(answer->counts[0].destinations.at(1).rows);
    CHECK(answer->counts[0].destinations.at(0).rows == 20);
  }
}

TEST_CASE("rows don't come out of figures") {
  const auto screening = Screening::prepare(default_needs_book(), secrecy(), figures, today, {}, {"scheme"}).value();
  CHECK_THROWS_AS(screening.run({}, 0, {}), Error);
}

TEST_CASE("every fault of a table is told at once, with its place") {
  auto request = ask_about(NeedCode{"housing_benefit"});
  request.columns["scheme"] = {"general", "martian"};
  request.columns["age_band"] = {"from_18"};
  request.columns["salary"] = {"1000"};
  request.opposed = {7};
  try {
    (void)screen(default_needs_book(), secrecy(), request);
    FAIL("a bad table was read");
  } catch (const InvalidInput& bad) {
    Names places;
    for (const auto& issue : bad.issues().list) places.push_back(issue.path + " " + issue.code);
    std::sort(places.begin(), places.end());
    CHECK(places == Names{"/columns unknown_fact", "/columns/scheme unequal_length", "/columns/scheme/1 unknown_value",
                          "/opposed/0 no_such_row"});
  }
}

TEST_CASE("a need that nobody knows can't be screened") {
  CHECK_THROWS_AS((void)screen(default_needs_book(), secrecy(), ask_about(NeedCode{"teleport"})), InvalidInput);
}

TEST_CASE("each row has the answer that orientation gives alone") {
  prop("whatever is known, for every need", [] {
    const auto rows = *rc::gen::inRange<std::size_t>(0, 600);
    const Table table = any_table(rows);
    const NeedCode need = default_needs_book().needs[*rc::gen::inRange<std::size_t>(0, default_needs_book().needs.size())].code;
    std::vector<std::string> facts;
    std::vector<rules::Column> columns(table.begin(), table.end());
    const auto& attributes = orientation_vocabulary().attributes;
    // Only what the rules of the need read may be asked for, and only what the law lets through.
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      facts.push_back(attributes[i].name);
      if (!Screening::prepare(default_needs_book(), secrecy(), campaign, today, {need}, facts)) {
        facts.pop_back();
        columns[i] = {};
      }
    }
    const auto screening = Screening::prepare(default_needs_book(), secrecy(), campaign, today, {need}, facts).value();
    std::vector<std::uint8_t> reached(rows);
    const std::span<std::uint8_t> out(reached);
    screening.run(columns, rows, {&out, 1});
    Table seen = table;
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (columns[i].empty()) seen[i].clear();
    for (std::size_t row = 0; row < rows; row += 7) {
      const auto byte = reached[row];
      const std::string name = byte == Screening::nobody         ? "nobody"
                               : byte == Screening::fact_missing ? "fact_missing"
                                                                 : screening.needs()[0].destinations[byte - 1U].text();
      RC_ASSERT(name == oriented(need, facts_in(seen, row)));
    }
  });
}
