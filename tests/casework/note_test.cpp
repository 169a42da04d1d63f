#include <patio/casework/note.hpp>

#include <patio/secrecy/french_rulebook.hpp>
#include <patio/secrecy/hat_status.hpp>

#include "a_case.hpp"
#include "arbitrary.hpp"
#include "catch.hpp"
#include "properties.hpp"

using namespace patio;
using namespace a_case;

namespace {

const rules::RuleSet& rules_of_march() {
  static const auto rules = french_rulebook()->as_of(2026_y / 3 / 17);
  return *rules;
}

/// Who reads at the desk, under that function, for a follow-up.
NoteReader reader(std::string_view name, Actor actor, Recipient recipient, SecrecyStatus status, Standing standing) {
  NoteReader who{*ProfessionalCode::parse("pro:" + std::string(name)),
                 *HatCode::parse("hat:" + std::string(name)),
                 *OrganisationCode::parse("org:" + std::string(name)),
                 {},
                 standing,
                 {},
                 {},
                 {}};
  AccessRequest& facts = who.facts;
  facts.actor = actor;
  facts.recipient = recipient;
  facts.actor_status = facts.recipient_status = status;
  facts.purpose = Purpose::follow_up;
  facts.purpose_match = PurposeMatch::declared;
  facts.necessity = Necessity::strictly_needed;
  facts.channel = SharingChannel::direct;
  facts.consent = ConsentFact::none;
  facts.opposition = Opposition::none;
  facts.informed = PriorNotice::yes;
  facts.coordination = Coordination::several;
  facts.child_protection = ChildProtectionPart::none;
  facts.measure = ProtectionMeasure::none;
  facts.concealment = Concealment::none;
  facts.framework = ExchangeFramework::none;
  facts.acting_as = ActingAs::own_name;
  facts.mandate = MandateFact::none;
  facts.confided_alone = YesNo::no;
  facts.age_band = LegalAge::adult;
  return who;
}

NoteReader social_worker(Standing standing = Standing::referent) {
  NoteReader who = reader("ts1", Actor::ccas_social_service, Recipient::ccas_social_service, SecrecyStatus::prof, standing);
  who.organisation = OrganisationCode{"org:ccas_igny"};
  who.pole = PoleCode{"pole:ccas"};
  return who;
}
NoteReader colleague(Standing standing) {
  NoteReader who = social_worker(standing);
  who.professional = ts2;
  who.hat = hat_ts2;
  return who;
}
NoteReader reception() {
  NoteReader who = colleague(Standing::none);
  who.professional = ProfessionalCode{"pro:acc1"};
  who.hat = HatCode{"hat:acc1"};
  who.facts.actor = Actor::ccas_reception;
  who.facts.recipient = Recipient::ccas_reception;
  who.facts.recipient_status = SecrecyStatus::miss;
  who.facts.purpose = Purpose::reception;
  return who;
}
NoteReader department(Standing standing = Standing::none) {
  return reader("mds1", Actor::department_service, Recipient::department_service, SecrecyStatus::prof, standing);
}
NoteReader budget(Standing standing = Standing::none) {
  return reader("udaf1", Actor::budget_counsellor, Recipient::budget_counsellor, SecrecyStatus::conf, standing);
}

CaseNote note_of(const NoteReader& author, NoteLevel level) {
  CaseNote note;
  note.id = CaseNoteId{{5}};
  note.person_id = marc;
  note.author = author.professional;
  note.hat = author.hat;
  note.organisation = author.organisation;
  note.pole = author.pole;
  note.level = level;
  note.text = "Dette de loyer depuis l'automne.";
  if (level == NoteLevel::l5) note.holders = {{author.professional, author.hat}};
  return note;
}

/// Under the author's hat, as the host knows it.
bool reads(const CaseNote& note, NoteReader who, const std::optional<NoteReader>& author = {}) {
  if (author) {
    who.author.actor = author->facts.actor;
    who.author.actor_status = author->facts.actor_status;
  }
  return may_read(rules_of_march(), note, who);
}

}  // namespace

TEST_CASE("a social synthesis is read by those who follow the case in the same service, and by no other service") {
  const CaseNote note = note_of(social_worker(), NoteLevel::l3);
  CHECK(reads(note, social_worker()));
  CHECK(reads(note, colleague(Standing::member)));
  CHECK_FALSE(reads(note, colleague(Standing::none)));
  CHECK_FALSE(reads(note, reception()));
  CHECK_FALSE(reads(note, department(), social_worker()));
  CHECK_FALSE(reads(note, budget(Standing::member), social_worker()));
}

TEST_CASE("reception sees that somebody is known and who they are, and no more") {
  CHECK(reads(note_of(social_worker(), NoteLevel::l0), reception()));
  CHECK(reads(note_of(social_worker(), NoteLevel::l1), reception()));
  CHECK_FALSE(reads(note_of(social_worker(), NoteLevel::l2), reception()));
}

TEST_CASE("a working note is its author's alone, even for the referent of the case") {
  const CaseNote note = note_of(colleague(Standing::member), NoteLevel::l4);
  CHECK(reads(note, colleague(Standing::member)));
  CHECK(reads(note, colleague(Standing::none)));  // what I wrote stays mine to read
  CHECK_FALSE(reads(note, social_worker(Standing::referent)));
}

TEST_CASE("the former referent reads during the hand-over") {
  const CaseNote note = note_of(colleague(Standing::member), NoteLevel::l3);
  CHECK(reads(note, social_worker(Standing::reader)));
  CHECK_FALSE(reads(note, social_worker(Standing::none)));
}

TEST_CASE("a sealed note is read by its holders who follow the case") {
  CaseNote note = note_of(social_worker(), NoteLevel::l5);
  note.categories = {DataCategory::violence};
  CHECK(reads(note, social_worker()));
  CHECK_FALSE(reads(note, colleague(Standing::referent)));
  note.holders.push_back({ts2, hat_ts2});
  CHECK(reads(note, colleague(Standing::referent)));
  CHECK_FALSE(reads(note, reception()));
}

TEST_CASE(
    "the common note of a joint interview is read by its attendees and the referent, and their own notes by nobody else") {
  CaseNote common = note_of(department(), NoteLevel::l3);
  common.shared_in = JointInterviewId{{6}};
  for (const auto& each : {department(), budget(), social_worker()}) common.holders.push_back({each.professional, each.hat});
  CHECK(reads(common, department()));
  CHECK(reads(common, budget()));
  CHECK(reads(common, social_worker()));
  CHECK_FALSE(reads(common, colleague(Standing::member)));

  const CaseNote own = note_of(budget(), NoteLevel::l3);
  CHECK(reads(own, budget()));
  CHECK_FALSE(reads(own, department(), budget()));
  CHECK_FALSE(reads(own, social_worker(), budget()));
}

TEST_CASE("the person reads their notes, without what speaks of others") {
  CaseNote note = note_of(social_worker(), NoteLevel::l3);
  note.text = "Le bailleur, M. Petit, menace. Dette de loyer.";
  note.third_parties = {{12, 22}};
  NoteReader marc_himself;
  marc_himself.facts.action = RequestAction::disclose;
  marc_himself.facts.actor = Actor::ccas_social_service;
  marc_himself.facts.actor_status = SecrecyStatus::prof;
  marc_himself.facts.recipient = Recipient::person;
  marc_himself.facts.identity_checked = YesNo::yes;
  marc_himself.facts.danger = Danger::none;
  marc_himself.facts.demand = Demand::none;
  marc_himself.facts.purpose = Purpose::person_access;
  marc_himself.facts.purpose_match = PurposeMatch::declared;
  marc_himself.facts.acting_as = ActingAs::own_name;
  marc_himself.facts.channel = SharingChannel::direct;
  marc_himself.facts.concealment = Concealment::none;
  marc_himself.facts.necessity = Necessity::strictly_needed;
  marc_himself.facts.age_band = LegalAge::adult;
  marc_himself.facts.confided_alone = YesNo::no;
  marc_himself.facts.measure = ProtectionMeasure::none;
  const auto reading = read_note(rules_of_march(), note, marc_himself);
  REQUIRE(reading.text.has_value());
  CHECK(*reading.text == "Le bailleur,[…] menace. Dette de loyer.");
  // For whoever follows the case they stay.
  CHECK(read_note(rules_of_march(), note, social_worker()).text == note.text);
}

TEST_CASE("a member from another organisation reads what the person's consent names, and not what else the note speaks of") {
  CaseNote note = note_of(social_worker(), NoteLevel::l3);
  NoteReader partner = budget(Standing::member);
  partner.consents = {{"note", ConsentFact::written}};
  CHECK(reads(note, partner, social_worker()));
  CHECK_FALSE(reads(note, partner));  // of an author of whom nothing is known
  note.categories = {DataCategory::disability};
  CHECK_FALSE(reads(note, partner, social_worker()));
  partner.consents = {{"note", ConsentFact::oral_traced}};
  note.categories.clear();
  CHECK_FALSE(reads(note, partner, social_worker()));
}

TEST_CASE("a reader of whom nothing is known reads nothing") {
  for (const auto& level : enumerators<NoteLevel>()) {
    INFO(level.name);
    CHECK_FALSE(reads(note_of(social_worker(), level.value), NoteReader{}));
  }
}

TEST_CASE("a note that was refused says by which rule") {
  const auto reading = read_note(rules_of_march(), note_of(colleague(Standing::member), NoteLevel::l4), social_worker());
  CHECK_FALSE(reading.text.has_value());
  REQUIRE_FALSE(reading.decision.determining.empty());
  CHECK(reading.decision.determining.front().id == "ACC-09");
}

TEST_CASE("a password is not kept in a note, and violence is written under seal only") {
  CaseNote note = note_of(social_worker(), NoteLevel::l3);
  CHECK(may_write(note, opened_on, book()).has_value());
  note.text = "mdp CAF : Soleil75";
  CHECK(may_write(note, opened_on, book()).error().code == "secret_in_text");
  note.text = "Elle dit avoir peur de rentrer.";
  note.categories = {DataCategory::violence};
  CHECK(may_write(note, opened_on, book()).error().code == "must_be_sealed");
  note.level = NoteLevel::l4;
  CHECK(may_write(note, opened_on, book()).error().code == "must_be_sealed");
  note.level = NoteLevel::l5;
  CHECK(may_write(note, opened_on, book()).error().code == "holder_missing");
  note.holders = {{ts1, hat_ts1}};
  CHECK(may_write(note, opened_on, book()).has_value());
}

TEST_CASE("its author seals a note, and a holder may name others, always with the author") {
  const CaseNote note = note_of(social_worker(), NoteLevel::l3);
  const NoteHolder author{ts1, hat_ts1}, other{ts2, hat_ts2};
  CHECK(seal(note, author, {author, other})->level == NoteLevel::l5);
  CHECK(seal(note, other, {author, other}).error().code == "not_the_author");
  CHECK(seal(note, author, {other}).error().code == "holder_missing");
  const CaseNote sealed = seal(note, author, {author, other}).value();
  CHECK(seal(sealed, other, {author})->holders.size() == 1);
}

TEST_CASE("what is tagged as speaking of others lies in the text, in order, between whole characters") {
  CaseNote note = note_of(social_worker(), NoteLevel::l3);
  note.text = "héritage";
  const auto faults = [&](std::vector<ThirdPartySpan> spans) {
    note.third_parties = std::move(spans);
    return check(note).list.size();
  };
  CHECK(faults({{0, 1}, {1, 3}}) == 0);
  CHECK(faults({{0, 2}}) == 1);  // half of é
  CHECK(faults({{3, 4}, {0, 1}}) == 1);
  CHECK(faults({{0, 90}}) == 1);
  CHECK(faults({{4, 4}}) == 1);
  note.text.clear();
  CHECK(faults({}) == 1);
}

TEST_CASE("a sealed note is never read by a professional who is not its holder") {
  prop("whatever is known about reader, case and purpose",
       [](const AccessRequest& facts, Standing standing, std::vector<DataCategory> categories) {
         CaseNote note = note_of(social_worker(), NoteLevel::l5);
         note.categories = std::move(categories);
         NoteReader who = colleague(standing);
         who.facts = facts;
         who.consents["note"] = ConsentFact::written_by_all;
         RC_PRE(facts.recipient != Recipient::person);
         RC_ASSERT_FALSE(reads(note, who));
         RC_ASSERT_FALSE(read_note(rules_of_march(), note, who).text.has_value());
       });
}

TEST_CASE("nobody but its author reads a working note, and no fact taken away opens one") {
  prop("whatever is known", [](const AccessRequest& facts, Standing standing) {
    const CaseNote note = note_of(social_worker(), NoteLevel::l4);
    NoteReader who = colleague(standing);
    who.facts = facts;
    RC_PRE(facts.recipient != Recipient::person);
    RC_ASSERT_FALSE(reads(note, who));
  });
}
