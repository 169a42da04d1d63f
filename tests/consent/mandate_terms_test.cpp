#include <patio/consent/mandate_terms.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

const MandateTerms& terms() { return mandate_terms(2026_y / 3 / 10); }

AidantFacts salaried() { return {"contract", "france_services_adviser", YesNo::yes, YesNo::no}; }

}  // namespace

TEST_CASE("there are four durations, counted in days, and ten families of procedures") {
  CHECK(duration_of(terms(), DurationCode{"day"})->days == 1);
  CHECK(duration_of(terms(), DurationCode{"month"})->days == 31);
  CHECK(duration_of(terms(), DurationCode{"semester"})->days == 182);
  CHECK(duration_of(terms(), DurationCode{"year"})->days == 365);
  CHECK_FALSE(duration_of(terms(), DurationCode{"week"}));
  CHECK(terms().procedures.size() == 10);
  CHECK(knows(terms(), ProcedureCode{"argent"}));
  CHECK_FALSE(knows(terms(), ProcedureCode{"passwords"}));
}

TEST_CASE("a salaried and habilitated professional may be an aidant") {
  CHECK_FALSE(bar_to_aidant(salaried(), terms()));
  AidantFacts official = salaried();
  official.engagement = "official";
  CHECK_FALSE(bar_to_aidant(official, terms()));
}

TEST_CASE("volunteers, interns, civic service, elected members and judicial protection officers may not") {
  for (const auto* engagement : {"volunteer", "intern", "civic_service", "elected", "designated", ""}) {
    AidantFacts aidant = salaried();
    aidant.engagement = engagement;
    INFO(engagement);
    CHECK(bar_to_aidant(aidant, terms()) == "professional_not_eligible");
  }
  AidantFacts officer = salaried();
  officer.profession = "judicial_protection_agent";
  CHECK(bar_to_aidant(officer, terms()) == "professional_not_eligible");
  officer.profession = "";
  CHECK(bar_to_aidant(officer, terms()) == "professional_not_eligible");
}

TEST_CASE("not trained, not known to be trained, or in a structure that charges fees: no mandate") {
  AidantFacts aidant = salaried();
  aidant.habilitated = YesNo::no;
  CHECK(bar_to_aidant(aidant, terms()) == "professional_not_habilitated");
  aidant.habilitated = {};
  CHECK(bar_to_aidant(aidant, terms()) == "professional_not_habilitated");
  aidant = salaried();
  aidant.charges_fees = YesNo::yes;
  CHECK(bar_to_aidant(aidant, terms()) == "structure_charges_fees");
}
