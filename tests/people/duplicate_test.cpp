#include <patio/people/duplicate.hpp>
#include <patio/people/duplicate_index.hpp>

#include "arbitrary.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

const MatchingRules& rules() { return french_matching().editions.front(); }

IdentityTraits named(std::string first_name, std::string surname, std::optional<Date> birth = {}) {
  IdentityTraits traits;
  traits.usual_name = std::move(surname);
  traits.first_names = {std::move(first_name)};
  traits.birth_date = birth;
  return traits;
}

std::vector<std::string> reasons(const Match& match) {
  std::vector<std::string> told;
  for (const auto& reason : match.reasons)
    told.push_back(std::string(name_of(reason.field)) + ' ' + std::string(name_of(reason.level)));
  return told;
}

using Reasons = std::vector<std::string>;

const Date day = 1979_y / 7 / 14;

}  // namespace

TEST_CASE("the same name in two spellings with the same phone is proposed, with its reasons") {
  auto one = named("Jean-Pierre", "Dupont"), other = named("Jean Pierre", "DUPONT");
  one.phones = {"0601020304"};
  other.phones = {"+33 6 01 02 03 04"};
  const auto match = compare(one, other, rules());
  REQUIRE(match);
  CHECK(reasons(*match) == Reasons{"surname same", "first_name same", "phone same"});
  CHECK(match->score == 19);
  CHECK_FALSE(match->same_household);
}

TEST_CASE("without a birth date nothing is certain: a son may bear the name and the phone of his father") {
  auto one = named("Jean", "Dupont"), other = one;
  one.phones = other.phones = {"0601020304"};
  one.emails = other.emails = {"j@example.org"};
  CHECK(compare(one, other, rules())->zone == MatchZone::review);
  one.birth_date = day;
  CHECK(compare(one, other, rules())->zone == MatchZone::review);
  other.birth_date = day;
  CHECK(compare(one, other, rules())->zone == MatchZone::certain);
}

TEST_CASE("twins are proposed as one household and never as certain") {
  auto lea = named("Léa", "Roy", day), lucas = named("Lucas", "Roy", day);
  lea.phones = lucas.phones = {"0601020304"};
  lea.addresses = lucas.addresses = {"3 rue des Lilas"};
  const auto match = compare(lea, lucas, rules());
  REQUIRE(match);
  CHECK(match->same_household);
  CHECK(match->zone == MatchZone::review);
}

TEST_CASE("twins with close first names are reviewed, as two records alone cannot tell a slip from a name") {
  const auto match = compare(named("Céline", "Simon", day), named("Hélène", "Simon", day), rules());
  REQUIRE(match);
  CHECK(match->zone == MatchZone::review);
}

TEST_CASE("twins with close first names whose numbers follow each other in the register are never certain, even if one name is rare") {
  auto lina = named("Lina", "Roy", day), lyna = named("Lyna", "Roy", day);
  lina.nir = "2 79 07 91 312 041";
  lyna.nir = "2 79 07 91 312 042";
  DuplicateIndex index(rules());
  const auto ids = seeded_ids(1);
  for (int i = 0; i < rules().rare_one_in; ++i) index.add(next_id<PersonId>(ids), named("Lina", "Other" + std::to_string(i), day));
  index.add(next_id<PersonId>(ids), lina);
  const auto twins = index.candidates(lyna, 1);
  REQUIRE(twins.size() == 1);
  CHECK(reasons(twins.front().match) == Reasons{"surname same", "first_name misspelt", "birth_date same", "nir different"});
  CHECK(twins.front().match.zone == MatchZone::review);
}

TEST_CASE("a slip in a number with its key, or elsewhere than in the rank, is still near") {
  const auto level = [](const std::string& one, const std::string& other) {
    auto first = named("Lina", "Roy", day), second = first;
    first.nir = one;
    second.nir = other;
    return compare(first, second, rules())->reasons.back().level;
  };
  CHECK(level("2790791312041", "2790791312042") == MatchLevel::different);
  CHECK(level("2790791312041", "2790791321041") == MatchLevel::near);
  CHECK(level("279079131204112", "279079131204212") == MatchLevel::near);
}

TEST_CASE("parents, children and couples at one address are not proposed") {
  auto mother = named("Fatou", "Diarra", day), child = named("Awa", "Diarra", 2015_y / 3 / 2);
  mother.phones = child.phones = {"0601020304"};
  mother.addresses = child.addresses = {"3 rue des Lilas"};
  CHECK_FALSE(compare(mother, child, rules()));
}

TEST_CASE("names in each other's place are recognised, several first names too") {
  const auto match = compare(named("Bernard", "Loïc", day), named("Loïc", "Bernard", day), rules());
  REQUIRE(match);
  CHECK(reasons(*match) == Reasons{"surname swapped", "first_name swapped", "birth_date same"});
  CHECK(match->zone == MatchZone::certain);
  CHECK(compare(named("Bonnet", "Claude Christian", day), named("Claude", "Bonnet", day), rules()));
}

TEST_CASE("a married woman is found by her birth name") {
  IdentityTraits one = named("Suzanne", "Bertrand", day), other = named("Suzanne", "Goguely", day);
  one.birth_name = "Goguely";
  CHECK(compare(one, other, rules())->zone == MatchZone::certain);
}

TEST_CASE("birth dates: day and month swapped, a convention, a keystroke, and too far apart") {
  const auto level = [](Date one, Date other) {
    const auto match = compare(named("Alice", "Himmesoete", one), named("Alice", "Himmesoete", other), rules());
    return match && match->reasons.size() == 3 ? std::optional(match->reasons[2].level) : std::nullopt;
  };
  CHECK(level(1979_y / 7 / 3, 1979_y / 3 / 7) == MatchLevel::swapped);
  CHECK(level(1979_y / 1 / 1, 1979_y / 3 / 7) == MatchLevel::day_unknown);
  CHECK(level(1979_y / 12 / 31, 1979_y / 3 / 7) == MatchLevel::day_unknown);
  CHECK(level(1979_y / 0 / 0, 1979_y / 3 / 7) == MatchLevel::day_unknown);
  CHECK(level(1979_y / 0 / 0, 1979_y / 0 / 0) == MatchLevel::day_unknown);
  CHECK(level(1979_y / 3 / 7, 1989_y / 3 / 7) == MatchLevel::near);
  CHECK(level(1979_y / 3 / 7, 1980_y / 3 / 7) == MatchLevel::near);
  CHECK(level(1979_y / 3 / 12, 1979_y / 3 / 21) == MatchLevel::near);
  CHECK_FALSE(level(1979_y / 3 / 7, 1985_y / 6 / 9));
}

TEST_CASE("neighbours of one street do not share an address") {
  auto one = named("Paul", "Petit", day), other = one;
  one.addresses = {"12 rue des Lilas"};
  other.addresses = {"14 rue des Lilas"};
  CHECK(compare(one, other, rules())->reasons.back().level == MatchLevel::different);
  other.addresses = {"12, rue des lila"};
  CHECK(compare(one, other, rules())->reasons.back().level == MatchLevel::similar);
  other.addresses = {"12, Rue Des LILAS"};
  CHECK(compare(one, other, rules())->reasons.back().level == MatchLevel::same);
}

TEST_CASE("a social security number in common is never enough") {
  auto one = named("Paul", "Petit", day), other = named("Awa", "Diarra", 2015_y / 3 / 2);
  one.nir = "2 95 10 99 126 111 93";
  other.nir = "295109912611193";
  CHECK_FALSE(compare(one, other, rules()));
  other.birth_date = day;
  const auto match = compare(one, other, rules());
  REQUIRE(match);
  CHECK(match->zone == MatchZone::review);
}

TEST_CASE("nothing known is no match") {
  CHECK_FALSE(compare({}, {}, rules()));
  CHECK_FALSE(compare(named("", ""), named("", ""), rules()));
}

TEST_CASE("a record gives its contacts by their kind, unsafe ones too") {
  Person person;
  person.usual_name = "Roy";
  person.contacts = {{ContactChannel::mobile, "06", ContactSafety::unsafe}, {ContactChannel::phone, "01", {}},
                     {ContactChannel::email, "a@example.org", {}}, {ContactChannel::post, "3 rue des Lilas", {}}};
  const auto traits = traits_of(person);
  CHECK(traits.phones == std::vector<std::string>{"06", "01"});
  CHECK(traits.emails == std::vector<std::string>{"a@example.org"});
  CHECK(traits.addresses == std::vector<std::string>{"3 rue des Lilas"});
}

TEST_CASE("who was told apart stays so, whoever is named first") {
  const auto ids = seeded_ids(3);
  const auto lea = next_id<PersonId>(ids), lucas = next_id<PersonId>(ids), marc = next_id<PersonId>(ids);
  NotDuplicate decision;
  decision.person_id = lea;
  decision.other_person_id = lucas;
  CHECK(told_apart({decision}, lea, lucas));
  CHECK(told_apart({decision}, lucas, lea));
  CHECK_FALSE(told_apart({decision}, lea, marc));
}

TEST_CASE("a comparison does not depend on who comes first, and its score is the sum of its reasons") {
  prop("for any records", [](const IdentityTraits& one, const IdentityTraits& other) {
    const auto match = compare(one, other, rules());
    RC_ASSERT(match == compare(other, one, rules()));
    if (!match) return;
    int total = 0;
    for (const auto& reason : match->reasons) total += reason.weight;
    RC_ASSERT(total == match->score);
  });
  prop("and what is certain has the same first name, in some form", [](const IdentityTraits& one, IdentityTraits other) {
    other.usual_name = one.usual_name;
    other.birth_date = one.birth_date;
    other.addresses = one.addresses;
    const auto match = compare(one, other, rules());
    if (match && match->zone == MatchZone::certain)
      for (const auto& reason : match->reasons) RC_ASSERT(reason.level != MatchLevel::different || reason.weight >= -1);
  });
}
