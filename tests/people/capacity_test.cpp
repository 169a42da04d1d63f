#include <patio/people/capacity.hpp>

#include <set>

#include "arbitrary.hpp"
#include "catch.hpp"
#include "people/capacity_table.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

constexpr Date today = 2026_y / 3 / 10;
constexpr Date adult_birth = 1968_y / 5 / 2;

Representation title(RepresentationKind kind, std::uint8_t mark = 1) {
  Representation one;
  one.id.bytes[0] = mark;
  one.kind = kind;
  one.scope = RepresentationScope::both;
  one.period = {2024_y / 1 / 1, Date(2029_y / 1 / 1)};
  return one;
}

struct Asked {
  const char* act = "share_information";
  std::optional<Date> birth = adult_birth;
  std::vector<Representation> titles = {};
  std::optional<YesNo> able = {};
  std::optional<YesNo> emancipated = {};
  Date day = today;
};

Capacity ask(const Asked& asked) {
  return capacity({asked.birth, asked.emancipated, asked.able, asked.titles, *ActCode::parse(asked.act), asked.day});
}

bool lacks(const Capacity& answer, const std::string& fact) {
  return std::any_of(answer.missing.begin(), answer.missing.end(), [&](const auto& each) { return each.fact == fact; });
}

constexpr std::optional<RepresentationId> person;

}  // namespace

TEST_CASE("an adult under no measure consents and signs alone") {
  const Capacity answer = ask({});
  CHECK(answer.situation == CapacitySituation::adult);
  CHECK(may_consent(answer, person));
  CHECK(may_sign(answer, person));
  CHECK(answer.missing.empty());
  CHECK_FALSE(answer.presumed);
}

TEST_CASE("a parent consents for a child under 15, and the child from the day of their fifteenth birthday") {
  const auto mother = title(RepresentationKind::parental_authority);
  const Date birth = 2011_y / 3 / 10;
  Asked asked{.birth = birth, .titles = {mother}, .day = 2026_y / 3 / 9};
  CHECK(may_consent(ask(asked), mother.id));
  CHECK_FALSE(may_consent(ask(asked), person));
  CHECK(ask(asked).may_not == std::vector{CapacityParty{}});
  asked.day = 2026_y / 3 / 10;
  CHECK(ask(asked).situation == CapacitySituation::from_15);
  CHECK(may_consent(ask(asked), person));
  CHECK_FALSE(may_consent(ask(asked), mother.id));
}

TEST_CASE("online, a child under 15 and every parent consent together, and nobody alone") {
  const auto mother = title(RepresentationKind::parental_authority, 1),
             father = title(RepresentationKind::parental_authority, 2);
  const Capacity answer = ask({.act = "information_society_service", .birth = 2015_y / 1 / 1, .titles = {mother, father}});
  CHECK(answer.may_consent.size() == 3);
  CHECK(answer.consent_together);
  CHECK_FALSE(may_consent(answer, person));
  CHECK_FALSE(may_consent(answer, mother.id));
}

TEST_CASE("a parent whom a court has limited has no say") {
  auto father = title(RepresentationKind::parental_authority);
  father.restricted = YesNo::yes;
  const Capacity answer = ask({.birth = 2015_y / 1 / 1, .titles = {father}});
  CHECK_FALSE(may_consent(answer, father.id));
  CHECK(lacks(answer, "representative"));
}

TEST_CASE("an emancipated minor acts as an adult") {
  const Capacity answer = ask({.act = "contract", .birth = 2009_y / 1 / 1, .emancipated = YesNo::yes});
  CHECK(answer.situation == CapacitySituation::adult);
  CHECK(may_sign(answer, person));
}

TEST_CASE("whoever shows nothing else is presumed of age for everyday acts, and for no other") {
  CHECK(may_consent(ask({.birth = {}}), person));
  CHECK(ask({.birth = {}}).presumed);
  CHECK(lacks(ask({.birth = {}}), "birth_date"));
  CHECK_FALSE(may_consent(ask({.act = "aidants_connect_mandate", .birth = {}}), person));

  SECTION("but not where somebody holds parental authority") {
    const auto mother = title(RepresentationKind::parental_authority);
    CHECK_FALSE(may_consent(ask({.birth = {}, .titles = {mother}}), person));
  }
}

TEST_CASE("under curatelle the person decides on what is theirs, and is assisted for what binds their property") {
  const auto udaf = title(RepresentationKind::reinforced_curatorship);
  CHECK(may_consent(ask({.titles = {udaf}}), person));
  CHECK_FALSE(may_consent(ask({.titles = {udaf}}), udaf.id));

  const Capacity contract = ask({.act = "contract", .titles = {udaf}});
  CHECK(contract.sign_assisted);
  CHECK(contract.must_assist == std::vector{CapacityParty{udaf.id}});
  CHECK_FALSE(may_sign(contract, person));
  CHECK_FALSE(may_sign(contract, udaf.id));

  SECTION("and a curatelle renforcée asks for the curator's signature on a request for aid, a simple one does not") {
    CHECK_FALSE(may_sign(ask({.act = "aid_request", .titles = {udaf}}), person));
    CHECK(may_sign(ask({.act = "aid_request", .titles = {title(RepresentationKind::curatorship)}}), person));
  }
}

TEST_CASE("under tutelle the person decides as far as they can, else the tuteur; not knowing gives no power") {
  const auto tuteur = title(RepresentationKind::guardianship);
  const Capacity unknown = ask({.titles = {tuteur}});
  CHECK(unknown.may_consent.empty());
  CHECK(lacks(unknown, "able"));

  CHECK(may_consent(ask({.titles = {tuteur}, .able = YesNo::yes}), person));
  CHECK_FALSE(may_consent(ask({.titles = {tuteur}, .able = YesNo::yes}), tuteur.id));
  CHECK(may_consent(ask({.titles = {tuteur}, .able = YesNo::no}), tuteur.id));
  CHECK(ask({.titles = {tuteur}}).be_informed.size() == 2);
}

TEST_CASE("a strictly personal act is never represented") {
  const auto tuteur = title(RepresentationKind::guardianship);
  const Capacity answer = ask({.act = "strictly_personal", .titles = {tuteur}, .able = YesNo::no});
  CHECK(answer.may_consent.empty());
  CHECK(answer.may_not.size() == 2);
}

TEST_CASE("a title gives power within its scope and its acts, and until the day it ends") {
  auto tuteur = title(RepresentationKind::guardianship);
  const auto by_tuteur = [&](Date day) {
    return may_consent(ask({.titles = {tuteur}, .able = YesNo::no, .day = day}), tuteur.id);
  };
  CHECK(by_tuteur(2028_y / 12 / 31));
  CHECK_FALSE(by_tuteur(2029_y / 1 / 1));
  CHECK_FALSE(by_tuteur(2023_y / 12 / 31));

  tuteur.scope = RepresentationScope::property;
  CHECK_FALSE(by_tuteur(today));
  CHECK(may_consent(ask({.titles = {tuteur}}), person));

  tuteur.scope = RepresentationScope::both;
  tuteur.acts = {ActCode{"contract"}};
  CHECK_FALSE(by_tuteur(today));

  tuteur.acts = {};
  tuteur.conflict = YesNo::yes;
  CHECK_FALSE(by_tuteur(today));
}

TEST_CASE("an agent under a safeguard does the acts that the judge names, and no other") {
  auto agent = title(RepresentationKind::special_agency);
  CHECK(may_sign(ask({.act = "aid_request", .titles = {agent}}), person));
  agent.acts = {ActCode{"aid_request"}};
  CHECK(may_sign(ask({.act = "aid_request", .titles = {agent}}), agent.id));
  CHECK(may_sign(ask({.act = "contract", .titles = {agent}}), person));
}

TEST_CASE("nobody gives a mandate of Aidants Connect for a minor or a protected person, whatever the scope of the measure") {
  CHECK(may_sign(ask({.act = "aidants_connect_mandate"}), person));
  CHECK(ask({.act = "aidants_connect_mandate", .birth = 2009_y / 1 / 1}).may_sign.empty());
  for (const auto& [kind, name] : enumerators<RepresentationKind>()) {
    if (!is_protection(kind)) continue;
    auto measure = title(kind);
    measure.scope = RepresentationScope::property;
    INFO(name);
    CHECK(ask({.act = "aidants_connect_mandate", .titles = {measure}, .able = YesNo::yes}).may_sign.empty());
  }
}

TEST_CASE("nobody stands for an adult who can't decide and has no measure, spouse included") {
  const Capacity answer = ask({.able = YesNo::no});
  CHECK(answer.situation == CapacitySituation::unable_without_title);
  CHECK(answer.may_consent.empty());
  CHECK(answer.texts == std::vector<std::string>{"CC 428", "CC 217", "CC 219"});
}

TEST_CASE("an act that no jurist has described is not answered") {
  CHECK_THROWS_AS(ask({.act = "adopt_a_child"}), Error);
  CHECK_THROWS_AS(ask({.day = 1950_y / 1 / 1}), Error);
}

TEST_CASE("the table answers every act in every situation exactly once on every day of its time") {
  for (const Date day : {2019_y / 1 / 1, today, 2030_y / 1 / 1})
    for (const auto& act : capacity_acts(day))
      for (const auto& [situation, name] : enumerators<CapacitySituation>()) {
        const auto& rows = capacity_table().rows;
        const auto count = std::count_if(rows.begin(), rows.end(), [&, wanted = situation](const CapacityRow& row) {
          return std::count(row.acts.begin(), row.acts.end(), act) &&
                 std::count(row.situations.begin(), row.situations.end(), wanted) && contains({row.since, row.until}, day);
        });
        INFO(act.text() << ' ' << name);
        CHECK(count == 1);
      }
}

TEST_CASE("capacity of all persons and titles") {
  prop("one more fact about the power of nobody: a title in conflict never decides",
       [](std::vector<RepresentationKind> kinds) {
         Asked asked{.birth = 2015_y / 1 / 1};
         for (std::size_t i = 0; i < kinds.size() && i < 5; ++i) {
           asked.titles.push_back(title(kinds[i], static_cast<std::uint8_t>(i + 1)));
           asked.titles.back().conflict = YesNo::yes;
         }
         const auto birth = *rc::gen::element(2015_y / 1 / 1, 2010_y / 1 / 1, adult_birth);
         asked.birth = birth;
         asked.able = *rc::gen::element(std::optional<YesNo>{}, std::optional{YesNo::yes}, std::optional{YesNo::no});
         for (const auto& act : capacity_acts(today)) {
           asked.act = act.text().c_str();
           const Capacity answer = ask(asked);
           for (const auto& each : asked.titles) {
             RC_ASSERT_FALSE(may_consent(answer, each.id));
             RC_ASSERT_FALSE(may_sign(answer, each.id));
           }
         }
       });
}
