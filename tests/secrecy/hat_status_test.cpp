#include <patio/secrecy/hat_status.hpp>

#include "catch.hpp"
#include "small_rulebook.hpp"

using namespace patio;

namespace {

std::shared_ptr<const rules::RuleSet> house() {
  static const auto set =
      small::book({small::rule("P", "status", "", "prof", {{{"profession", {"social_worker", "lawyer"}}}}),
                   small::rule("S", "status", "", "miss", {{{"used_by_ccas", "yes"}}, {{"mission", "rsa"}}}),
                   small::rule("T", "status", "", "miss", {{{"mission", "rsa"}, {"sworn", "yes"}}}),
                   small::rule("U", "status", "", "pub", {{{"employer", {"ccas", "commune"}}}})})
          .as_of(2026_y / 3 / 10);
  return set;
}

HatFacts hat(Employer employer, Profession profession, Mission mission, YesNo used_by_ccas) {
  HatFacts facts;
  facts.employer = employer;
  facts.profession = profession;
  facts.mission = mission;
  facts.used_by_ccas = used_by_ccas;
  facts.sworn = YesNo::no;
  return facts;
}

}  // namespace

TEST_CASE("the strictest status that a text gives is the status of the hat") {
  const auto status = [](const HatFacts& facts) { return hat_status(*house(), facts).status; };
  CHECK(status(hat(Employer::ccas, Profession::social_worker, Mission::rsa, YesNo::yes)) == SecrecyStatus::prof);
  CHECK(status(hat(Employer::ccas, Profession::administrative, Mission::rsa, YesNo::no)) == SecrecyStatus::miss);
  CHECK(status(hat(Employer::commune, Profession::administrative, Mission::none, YesNo::no)) == SecrecyStatus::pub);
  CHECK(status(hat(Employer::company, Profession::other, Mission::none, YesNo::no)) == SecrecyStatus::none);
}

TEST_CASE("a status names its rows and their texts") {
  HatFacts facts = hat(Employer::commune, Profession::administrative, Mission::rsa, YesNo::no);
  facts.sworn = YesNo::yes;
  const HatStatus status = hat_status(*house(), facts);
  REQUIRE(status.determining.size() == 2);
  CHECK(status.determining[0].id == "S");
  CHECK(status.determining[1].id == "T");
  CHECK(status.texts[0].ref == "T S");
  CHECK(status.unsettled.empty());
}

TEST_CASE("what is unknown never raises a status, and is asked for") {
  HatFacts facts = hat(Employer::commune, Profession::administrative, Mission::none, YesNo::no);
  facts.used_by_ccas.reset();
  const HatStatus status = hat_status(*house(), facts);
  CHECK(status.status == SecrecyStatus::pub);
  REQUIRE(status.unsettled.size() == 1);
  CHECK(status.unsettled[0].id == "S");
  CHECK(status.unsettled[0].missing[0].question.en == "used_by_ccas?");
  CHECK(hat_status(*house(), {}).status == SecrecyStatus::none);
  CHECK(hat_status(*house(), {}).unsettled.size() == 4);
}
