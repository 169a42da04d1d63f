#include <patio/consent/consent.hpp>

#include "catch.hpp"

using namespace patio;

namespace {

Consent example() {
  Consent consent;
  consent.purpose = PurposeCode{"orientation"};
  consent.recipients = {OrganisationCode{"org:udaf"}};
  consent.categories = {CategoryCode{"identity"}, CategoryCode{"resources"}};
  consent.withheld = {CategoryCode{"health"}};
  consent.period = {2026_y / 3 / 10, Date(2027_y / 3 / 10)};
  consent.state = ConsentState::active;
  return consent;
}

ConsentQuestion question() {
  return {OrganisationCode{"org:udaf"}, CategoryCode{"resources"}, PurposeCode{"orientation"}, 2026_y / 3 / 10};
}

}  // namespace

TEST_CASE("an active consent covers what it names, from its first day to the day before its end") {
  ConsentQuestion asked = question();
  CHECK(covers(example(), asked).yes);
  asked.day = 2027_y / 3 / 9;
  CHECK(covers(example(), asked).yes);
  asked.day = 2027_y / 3 / 10;
  CHECK(covers(example(), asked).reason == "not_in_period");
  asked.day = 2026_y / 3 / 9;
  CHECK(covers(example(), asked).reason == "not_in_period");
}

TEST_CASE("a consent covers no other recipient, purpose or category, and nothing that it withholds") {
  ConsentQuestion asked = question();
  SECTION("recipient") {
    asked.recipient = OrganisationCode{"org:caf"};
    CHECK(covers(example(), asked).reason == "other_recipient");
  }
  SECTION("purpose") {
    asked.purpose = PurposeCode{"side_exchange"};
    CHECK(covers(example(), asked).reason == "other_purpose");
  }
  SECTION("category") {
    asked.category = CategoryCode{"bank"};
    CHECK(covers(example(), asked).reason == "other_category");
  }
  SECTION("withheld, even if it is named too") {
    Consent both = example();
    both.categories.push_back(CategoryCode{"health"});
    asked.category = CategoryCode{"health"};
    CHECK(covers(both, asked).reason == "withheld");
  }
}

TEST_CASE("only an active consent covers anything") {
  for (const auto& state : enumerators<ConsentState>()) {
    Consent consent = example();
    consent.state = state.value;
    INFO(state.name);
    CHECK(covers(consent, question()).yes == (state.value == ConsentState::active));
  }
}

TEST_CASE("consent given aloud waits for its proof; with a proof it is active") {
  ConsentContext context{.giver_may_consent = true, .names_recipients = true, .names_categories = true};
  CHECK(consent_machine().step(ConsentState::informed, ConsentEvent::give, context)->state == ConsentState::pending_proof);
  CHECK(consent_machine().step(ConsentState::pending_proof, ConsentEvent::confirm_proof, context).error().code ==
        "proof_pending");
  context.has_proof = true;
  CHECK(consent_machine().step(ConsentState::pending_proof, ConsentEvent::confirm_proof, context)->state ==
        ConsentState::active);
  CHECK(consent_machine().step(ConsentState::informed, ConsentEvent::give, context)->state == ConsentState::active);
}

TEST_CASE("nobody consents for nobody, to nothing, or without the power to") {
  ConsentContext context{.giver_may_consent = true, .names_recipients = true, .names_categories = true, .has_proof = true};
  SECTION("power") {
    context.giver_may_consent = false;
    CHECK(consent_machine().step(ConsentState::informed, ConsentEvent::give, context).error().code ==
          "giver_may_not_consent");
  }
  SECTION("recipients") {
    context.names_recipients = false;
    CHECK(consent_machine().step(ConsentState::informed, ConsentEvent::give, context).error().code ==
          "no_recipient_named");
  }
  SECTION("categories") {
    context.names_categories = false;
    CHECK(consent_machine().step(ConsentState::informed, ConsentEvent::give, context).error().code ==
          "no_category_named");
  }
}

TEST_CASE("every event in every state of a consent has an answer, and closed states stay closed") {
  for (const auto& state : enumerators<ConsentState>())
    for (const auto& event : enumerators<ConsentEvent>())
      for (const bool all_true : {false, true}) {
        const ConsentContext context{all_true, all_true, all_true, all_true, all_true, all_true, all_true};
        const auto step = consent_machine().step(state.value, event.value, context);
        INFO(state.name << " " << event.name);
        if (!step) CHECK_FALSE(step.error().code.empty());
        const bool closed = state.value >= ConsentState::refused;
        if (closed && step) CHECK((step->no_op || step->state == ConsentState::void_));
      }
}
