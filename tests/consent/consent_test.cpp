#include <patio/consent/consent.hpp>

#include "arbitrary.hpp"
#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

constexpr Date first_day = 2026_y / 3 / 10;

Consent example() {
  Consent consent;
  consent.purpose = PurposeCode{"orientation"};
  consent.recipients = {OrganisationCode{"org:udaf"}};
  consent.categories = {CategoryCode{"identity"}, CategoryCode{"resources"}};
  consent.withheld = {CategoryCode{"health"}};
  consent.period = {first_day, Date(2027_y / 3 / 10)};
  consent.state = ConsentState::active;
  consent.state_since = first_day;
  return consent;
}

ConsentQuestion question() {
  return {OrganisationCode{"org:udaf"}, CategoryCode{"resources"}, PurposeCode{"orientation"}, first_day};
}

const ConsentTerms& terms() { return consent_terms(first_day); }

/// What anybody may ask of the example's kind of consent.
const std::vector<OrganisationCode> some_recipients = {OrganisationCode{"org:udaf"}, OrganisationCode{"org:caf"},
                                                       OrganisationCode{"org:mds"}};
const std::vector<CategoryCode> some_categories = {CategoryCode{"identity"}, CategoryCode{"resources"},
                                                   CategoryCode{"health"}};

Consent any_consent() {
  Consent consent = example();
  consent.recipients = *rc::gen::container<std::vector<OrganisationCode>>(rc::gen::elementOf(some_recipients));
  consent.categories = *rc::gen::container<std::vector<CategoryCode>>(rc::gen::elementOf(some_categories));
  consent.withheld = *rc::gen::container<std::vector<CategoryCode>>(rc::gen::elementOf(some_categories));
  return consent;
}

WithdrawnPart any_part() {
  return {*rc::gen::container<std::vector<OrganisationCode>>(rc::gen::elementOf(some_recipients)),
          *rc::gen::container<std::vector<CategoryCode>>(rc::gen::elementOf(some_categories))};
}

ConsentContext allowed() {
  return {
      .informed = true, .giver_may_consent = true, .names_recipients = true, .names_categories = true, .has_proof = true};
}

ConsentState after(ConsentState state, ConsentEvent event, const ConsentContext& context) {
  return consent_machine().step(state, event, context).value().state;
}

std::string refused(ConsentState state, ConsentEvent event, const ConsentContext& context) {
  return consent_machine().step(state, event, context).error().code;
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

TEST_CASE("nobody agrees to what they were not told, without the power to, for nobody, to nothing, or to everything") {
  ConsentContext context = allowed();
  const auto asked = [&] { return refused(ConsentState::informed, ConsentEvent::give, context); };
  SECTION("told") {
    context.informed = false;
    CHECK(asked() == "not_informed");
  }
  SECTION("power") {
    context.giver_may_consent = false;
    CHECK(asked() == "giver_may_not_consent");
  }
  SECTION("recipients") {
    context.names_recipients = false;
    CHECK(asked() == "no_recipient_named");
  }
  SECTION("categories") {
    context.names_categories = false;
    CHECK(asked() == "no_category_named");
  }
  SECTION("everything to everybody") {
    context.too_broad = true;
    CHECK(asked() == "consent_too_broad");
  }
  SECTION("in writing, without the writing") {
    context.has_proof = false;
    CHECK(asked() == "evidence_missing");
  }
}

TEST_CASE("consent given aloud waits for its proof; with a proof it is active") {
  ConsentContext context = allowed();
  context.oral = true;
  context.has_proof = false;
  CHECK(after(ConsentState::informed, ConsentEvent::give, context) == ConsentState::pending_proof);
  CHECK(refused(ConsentState::pending_proof, ConsentEvent::confirm_proof, context) == "proof_pending");
  context.has_proof = true;
  CHECK(after(ConsentState::pending_proof, ConsentEvent::confirm_proof, context) == ConsentState::active);
  CHECK(after(ConsentState::informed, ConsentEvent::give, context) == ConsentState::active);
}

TEST_CASE("aloud suffices to orient with a name, a theme and a slot, or for a joint interview, and for nothing more") {
  const PurposeCode orientation{"orientation"};
  CHECK(oral_suffices(terms(), orientation, {CategoryCode{"identity"}, CategoryCode{"appointment"}}));
  CHECK_FALSE(oral_suffices(terms(), orientation, {CategoryCode{"identity"}, CategoryCode{"resources"}}));
  CHECK(oral_suffices(terms(), PurposeCode{"joint_interview"}, {CategoryCode{"housing"}}));
  CHECK_FALSE(oral_suffices(terms(), PurposeCode{"follow_up"}, {CategoryCode{"identity"}}));
}

TEST_CASE("a proof is awaited 15 days, a new representative 60, and never beyond the end of the consent") {
  Consent consent = example();
  consent.state = ConsentState::pending_proof;
  CHECK(state_ends_on(consent, terms()) == 2026_y / 3 / 25);
  consent.state = ConsentState::suspended;
  CHECK(state_ends_on(consent, terms()) == 2026_y / 5 / 9);
  consent.period.until = 2026_y / 4 / 1;
  CHECK(state_ends_on(consent, terms()) == 2026_y / 4 / 1);
  consent.state = ConsentState::withdrawn;
  CHECK_FALSE(state_ends_on(consent, terms()));
}

TEST_CASE("the person is asked about renewal 30 days before the end of an active consent") {
  Consent consent = example();
  CHECK(renewal_notice_on(consent, terms()) == 2027_y / 2 / 8);
  consent.state = ConsentState::suspended;
  CHECK_FALSE(renewal_notice_on(consent, terms()));
}

TEST_CASE("a consent of a representative is suspended when their title ends, and a new giver revives it") {
  ConsentContext context = allowed();
  CHECK(after(ConsentState::active, ConsentEvent::representative_ends, context) == ConsentState::active);
  context.by_representative = true;
  CHECK(after(ConsentState::active, ConsentEvent::representative_ends, context) == ConsentState::suspended);
  CHECK(after(ConsentState::pending_proof, ConsentEvent::representative_ends, context) == ConsentState::lapsed);
  CHECK(after(ConsentState::suspended, ConsentEvent::give, context) == ConsentState::active);
  CHECK(refused(ConsentState::suspended, ConsentEvent::withdraw_part, context) == "suspended");
}

TEST_CASE("a partial withdrawal that leaves nothing withdraws the whole") {
  Consent consent = narrow(example(), {{}, {CategoryCode{"resources"}}});
  CHECK(consent.categories == std::vector{CategoryCode{"identity"}});
  CHECK(covers(consent, question()).reason == "withheld");
  CHECK(has_scope(consent));
  CHECK_FALSE(has_scope(narrow(consent, {{}, {CategoryCode{"identity"}}})));
  CHECK_FALSE(has_scope(narrow(consent, {{OrganisationCode{"org:udaf"}}, {}})));

  ConsentContext context = allowed();
  CHECK(after(ConsentState::active, ConsentEvent::withdraw_part, context) == ConsentState::active);
  context.scope_left = false;
  CHECK(after(ConsentState::active, ConsentEvent::withdraw_part, context) == ConsentState::withdrawn);
}

TEST_CASE("one category is taken back from one recipient, and stays with the others") {
  const OrganisationCode udaf{"org:udaf"}, mds{"org:mds"};
  const CategoryCode identity{"identity"}, resources{"resources"};
  Consent both = example();
  both.recipients = {udaf, mds};
  const Consent narrowed = narrow(both, {{}, {}, {{mds, resources}}});
  CHECK(narrowed.recipients == both.recipients);
  CHECK(narrowed.categories == both.categories);
  CHECK(withholds(narrowed, mds, resources));
  CHECK_FALSE(withholds(narrowed, udaf, resources));
  ConsentQuestion asked = question();
  asked.category = resources;
  asked.recipient = mds;
  CHECK(covers(narrowed, asked).reason == "withheld");
  asked.recipient = udaf;
  CHECK(covers(narrowed, asked).yes);
  CHECK(narrow(narrowed, {{}, {}, {{mds, resources}}}) == narrowed);

  const Consent without = narrow(narrowed, {{}, {}, {{mds, identity}}});
  CHECK(without.recipients == std::vector{udaf});
  CHECK(without.withheld_from.empty());
  CHECK(has_scope(without));
  CHECK_FALSE(has_scope(narrow(without, {{}, {}, {{udaf, identity}, {udaf, resources}}})));
  // Nobody's: nothing changes.
  CHECK(narrow(both, {{}, {}, {{OrganisationCode{"org:caf"}, resources}}}) == both);
}

TEST_CASE("a death ends every consent that is open, and no other") {
  for (const auto& state : enumerators<ConsentState>()) {
    INFO(state.name);
    const auto step = consent_machine().step(state.value, ConsentEvent::person_dies, {});
    REQUIRE(step.has_value());
    const bool closed = state.value >= ConsentState::refused;
    CHECK(step->no_op == closed);
    if (!closed) CHECK(step->state == ConsentState::expired);
  }
}

TEST_CASE("a step is written in the history, a step that changes nothing is not") {
  const ConsentEntry entry{Instant{}, ConsentEvent::withdraw, {}, ConsentGiver::person, ProfessionalCode{"pro:fs1"}, {}};
  const auto step = consent_machine().step(ConsentState::active, ConsentEvent::withdraw, {}).value();
  const Consent withdrawn = stepped(example(), step, entry, 2026_y / 4 / 1);
  CHECK(withdrawn.state_since == 2026_y / 4 / 1);
  REQUIRE(withdrawn.history.size() == 1);
  CHECK(withdrawn.history.front().state == ConsentState::withdrawn);

  const auto again = consent_machine().step(ConsentState::withdrawn, ConsentEvent::withdraw, {}).value();
  CHECK(stepped(withdrawn, again, entry, 2026_y / 4 / 2) == withdrawn);
}

TEST_CASE("every event in every state of a consent has an answer, and closed states stay closed") {
  for (const auto& state : enumerators<ConsentState>())
    for (const auto& event : enumerators<ConsentEvent>())
      for (const bool all : {false, true}) {
        const ConsentContext context{all, all, all, all, all, all, all, all, all, all, all};
        const auto step = consent_machine().step(state.value, event.value, context);
        INFO(state.name << " " << event.name);
        if (!step) CHECK_FALSE(step.error().code.empty());
        const bool closed = state.value >= ConsentState::refused;
        if (closed && step) CHECK((step->no_op || step->state == ConsentState::void_));
      }
  CHECK(check(consent_machine().table()).list.empty());
}

TEST_CASE("consents of every kind") {
  prop("once closed, no sequence of events makes one cover anything again", [] {
    ConsentState state = ConsentState::withdrawn;
    for (const auto event : *rc::gen::arbitrary<std::vector<ConsentEvent>>()) {
      const ConsentContext context{.informed = *rc::gen::arbitrary<bool>(),
                                   .giver_may_consent = *rc::gen::arbitrary<bool>(),
                                   .names_recipients = true,
                                   .names_categories = true,
                                   .oral = *rc::gen::arbitrary<bool>(),
                                   .has_proof = *rc::gen::arbitrary<bool>(),
                                   .reason_given = *rc::gen::arbitrary<bool>()};
      if (const auto step = consent_machine().step(state, event, context)) state = step->state;
      Consent consent = any_consent();
      consent.state = state;
      for (const auto& recipient : some_recipients)
        for (const auto& category : some_categories)
          RC_ASSERT_FALSE(covers(consent, {recipient, category, consent.purpose, first_day}).yes);
    }
  });
  prop("narrowing never widens: what the narrowed one covers, the whole one covered, and nothing withdrawn is left", [] {
    const Consent whole = any_consent();
    const WithdrawnPart part = any_part();
    const Consent left = narrow(whole, part);
    for (const auto& recipient : some_recipients)
      for (const auto& category : some_categories) {
        const ConsentQuestion asked{recipient, category, whole.purpose, first_day};
        const auto names = [](const auto& list, const auto& each) {
          return std::find(list.begin(), list.end(), each) != list.end();
        };
        const bool withdrawn = names(part.recipients, recipient) || names(part.categories, category);
        RC_ASSERT(covers(left, asked).yes == (covers(whole, asked).yes && !withdrawn));
      }
    RC_ASSERT(narrow(left, part) == left);
  });
  prop("the same events give the same consent", [] {
    const auto events = *rc::gen::arbitrary<std::vector<ConsentEvent>>();
    const auto play = [&] {
      Consent consent = example();
      for (const auto event : events)
        if (const auto step = consent_machine().step(consent.state, event, allowed()))
          consent = stepped(consent, *step, {Instant{}, event, {}, {}, ProfessionalCode{"pro:fs1"}, {}}, first_day);
      return consent;
    };
    RC_ASSERT(play() == play());
  });
}
