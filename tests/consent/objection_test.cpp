#include <patio/consent/objection.hpp>

#include "arbitrary.hpp"
#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

Objection standing() {
  Objection objection;
  objection.recipient = OrganisationCode{"org:mds"};
  objection.purpose = PurposeCode{"orientation"};
  objection.period.since = 2026_y / 3 / 10;
  return objection;
}

ConsentQuestion question() {
  return {OrganisationCode{"org:mds"}, CategoryCode{"identity"}, PurposeCode{"orientation"}, 2026_y / 3 / 10};
}

}  // namespace

TEST_CASE("an objection holds from its day against the recipient and the purpose that it names, and no other") {
  CHECK(opposes(standing(), question()));
  ConsentQuestion asked = question();
  asked.day = 2026_y / 3 / 9;
  CHECK_FALSE(opposes(standing(), asked));
  asked = question();
  asked.recipient = OrganisationCode{"org:udaf"};
  CHECK_FALSE(opposes(standing(), asked));
  asked = question();
  asked.purpose = PurposeCode{"rescue"};
  CHECK_FALSE(opposes(standing(), asked));
}

TEST_CASE("an objection that names nothing opposes every sharing; one that names categories, only those") {
  Objection objection = standing();
  objection.recipient = {};
  objection.purpose = {};
  ConsentQuestion asked = question();
  asked.recipient = OrganisationCode{"org:caf"};
  CHECK(opposes(objection, asked));
  objection.categories = {CategoryCode{"health"}};
  CHECK_FALSE(opposes(objection, asked));
  asked.category = CategoryCode{"health"};
  CHECK(opposes(objection, asked));
}

TEST_CASE("an objection to one professional holds against the service while nobody knows who will receive") {
  Objection objection = standing();
  objection.professional = ProfessionalCode{"pro:mds1"};
  CHECK(opposes(objection, question()));
  CHECK(opposes(objection, question(), ProfessionalCode{"pro:mds1"}));
  CHECK_FALSE(opposes(objection, question(), ProfessionalCode{"pro:mds2"}));
}

TEST_CASE("only the person takes back their no, and a lifted one opposes nothing") {
  CHECK(objection_machine().step(ObjectionState::standing, ObjectionEvent::lift, {}).error().code == "person_not_agreed");
  const auto lifted = objection_machine().step(ObjectionState::standing, ObjectionEvent::lift, {.asked_by_person = true});
  CHECK(lifted->state == ObjectionState::lifted);
  Objection objection = standing();
  objection.state = lifted->state;
  CHECK_FALSE(opposes(objection, question()));
}

TEST_CASE("every event in every state of an objection has an answer") {
  for (const auto& state : enumerators<ObjectionState>())
    for (const auto& event : enumerators<ObjectionEvent>()) {
      const auto step = objection_machine().step(state.value, event.value, {});
      if (!step) CHECK_FALSE(step.error().message.fr.empty());
    }
  CHECK(check(objection_machine().table()).list.empty());
}

TEST_CASE("objections of every kind") {
  prop("naming one thing more never opposes more", [](Objection objection, CategoryCode category) {
    Objection narrower = objection;
    if (!narrower.recipient) narrower.recipient = OrganisationCode{"org:mds"};
    if (narrower.categories.empty()) narrower.categories = {category};
    if (opposes(narrower, question())) RC_ASSERT(opposes(objection, question()));
  });
}
