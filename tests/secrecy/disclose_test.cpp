#include <patio/secrecy/disclose.hpp>

#include <patio/base/json.hpp>

#include "catch.hpp"
#include "properties.hpp"
#include "small_rulebook.hpp"

using namespace patio;
using rules::Effect;

namespace {

/// Written consent opens everything but health to the conciliator; anonymous cases go to peers; the person gets their own,
/// third parties masked; the prosecutor waits for a human; bank details oblige.
std::shared_ptr<const rules::RuleSet> house() {
  static const auto set =
      small::book({small::rule("A", "secrecy", "consent", "permit",
                               {{{"recipient", "conciliator"}, {"consent", "written"},
                                 {"category", {{"not", {"health", "third_party", "credentials"}}}}}},
                               {small::must("CONS"), small::may("INF")}),
                   small::rule("B", "secrecy", "sharing", "transform",
                               {{{"recipient", "peer_group"}, {"form", {"anonymised", "aggregated"}}}}, {small::may("LOG")}),
                   small::rule("P", "secrecy", "person", "oblige",
                               {{{"recipient", "person"}, {"category", {{"not", {"third_party", "credentials"}}}}}}),
                   small::rule("Q", "secrecy", "person", "transform",
                               {{{"recipient", "person"}, {"category", "third_party"}, {"form", "anonymised"}}}, {small::must("INF")}),
                   small::rule("H", "secrecy", "danger", "human", {{{"recipient", "prosecutor"}}}),
                   small::rule("K", "secrecy", "compelled", "permit",
                               {{{"recipient", "conciliator"}, {"category", "health"}, {"compartment", "sealed_held"}}}),
                   small::rule("F", "secrecy", "fallback", "deny", {{{"actor_status", {"prof", "miss"}}}})})
          .as_of(2026_y / 3 / 10);
  return set;
}

AccessRequest to(Recipient recipient) {
  AccessRequest request;
  request.action = RequestAction::disclose;
  request.actor_status = SecrecyStatus::miss;
  request.recipient = recipient;
  request.recipient_status = SecrecyStatus::conf;
  request.purpose = Purpose::orientation;
  request.form = DataForm::identified;
  request.consent = ConsentFact::written;
  request.channel = SharingChannel::direct;
  request.acting_as = ActingAs::own_name;
  return request;
}

Document file() {
  return Document::of({{"/name", DataCategory::identity, "Aïcha D.", FieldSubject::person, {}},
                       {"/rent", DataCategory::housing, "2 mois de retard", FieldSubject::person, {}},
                       {"/health", DataCategory::health, "besoin d'un logement au rez-de-chaussée", FieldSubject::person, {}},
                       {"/neighbour", DataCategory::housing, "M. B. fait du bruit", FieldSubject::third_party, {}},
                       {"/note", DataCategory::note, "vue le 3 mars, calme", FieldSubject::person, {}},
                       {"/bad_note", DataCategory::note, "mdp CAF : Soleil75", FieldSubject::person, {}}})
      .value();
}

std::vector<FieldFate> fates(const DisclosedDocument& given) {
  std::vector<FieldFate> all;
  for (const auto& outcome : given.outcomes) all.push_back(outcome.fate);
  return all;
}

constexpr auto kept = FieldFate::kept, masked = FieldFate::masked, dropped = FieldFate::dropped;
using Fates = std::vector<FieldFate>;

Handover handover() {
  auto ids = seeded_ids(1);
  Handover given;
  given.id = next_id<DisclosureId>(ids);
  given.person_id = next_id<PersonId>(ids);
  given.made_at = *parse_instant("2026-03-10T09:00:00Z");
  given.given_by = ProfessionalCode("fs1");
  given.given_by_hat = HatCode("fs");
  given.given_by_texts = {"CASF L133-5"};
  given.receiver = OrganisationCode("org:conciliator");
  given.consent_id = next_id<ConsentId>(ids);
  given.proved = {{ProofKind::no_opposition, *Code<ProofTag>::parse("register"), given.made_at}};
  given.informed = Informed::beforehand;
  return given;
}

std::string refusal_of(const DisclosedDocument& given, const Handover& with, const std::vector<std::string>& met) {
  const auto record = record_of(given, with, met);
  return record ? "" : record.error().code;
}

}  // namespace

TEST_CASE("a document with a password is none: nothing is decided about it") {
  const auto refused = Document::of({{"/name", DataCategory::identity, "A.", FieldSubject::person, {}},
                                     {"/caf", DataCategory::credentials, "Soleil75", FieldSubject::person, {}}});
  REQUIRE(refused.has_error());
  REQUIRE(refused.error().list.size() == 1);
  CHECK(refused.error().list[0].path == "/1/category");
  CHECK(refused.error().list[0].code == "credentials_refused");
  CHECK(to_json(refused.error()).find("Soleil75") == std::string::npos);
}

TEST_CASE("a document tells all its faults") {
  const auto refused = Document::of({{"name", DataCategory::identity, "", FieldSubject::person, {}},
                                     {"/a", DataCategory::identity, std::string("\xff"), FieldSubject::person, {}},
                                     {"/a", static_cast<DataCategory>(99), "", FieldSubject::person, {}}});
  std::vector<std::string> told;
  for (const auto& issue : refused.error().list) told.push_back(issue.path + ' ' + issue.code);
  CHECK(told == std::vector<std::string>{"/0/path not_a_pointer", "/1/value not_clean_text", "/2/category unknown_value",
                                         "/2/path repeated_path"});
}

TEST_CASE("what a consent opens is kept, what it does not open is dropped, each with its reason") {
  const auto given = disclose(*house(), file(), to(Recipient::conciliator));
  CHECK(fates(given) == Fates{kept, kept, dropped, dropped, kept, dropped});
  REQUIRE(given.fields.size() == 3);
  CHECK(given.fields[0] == file().fields()[0]);
  CHECK(given.outcomes[0].rules == std::vector<std::string>{"A", "D", "M"});
  CHECK(given.outcomes[0].reason.en == "Rule A");
  CHECK(given.outcomes[2].effect == Effect::deny);
  CHECK(given.outcomes[2].reason.en == "Rule F");
}

TEST_CASE("each category is asked about once, however many fields bear it") {
  std::vector<DocumentField> many;
  for (int i = 0; i < 100; ++i)
    many.push_back({"/" + std::to_string(i), i % 2 ? DataCategory::housing : DataCategory::identity, "x", FieldSubject::person, {}});
  const auto given = disclose(*house(), Document::of(many).value(), to(Recipient::conciliator));
  CHECK(given.outcomes.size() == 100);
  CHECK(given.answers.size() == 2);
}

TEST_CASE("where a field lies is asked about with it") {
  const auto document = Document::of({{"/sealed", DataCategory::health, "x", FieldSubject::person, Compartment::sealed_held},
                                      {"/open", DataCategory::health, "x", FieldSubject::person, {}}})
                            .value();
  CHECK(fates(disclose(*house(), document, to(Recipient::conciliator))) == Fates{kept, dropped});
}

TEST_CASE("what tells of a third party is masked when the person reads their own file") {
  const auto given = disclose(*house(), file(), to(Recipient::person));
  CHECK(fates(given) == Fates{kept, kept, kept, masked, kept, dropped});
  CHECK(given.fields[3].value == "[…]");
  CHECK(given.outcomes[3].effect == Effect::transform);
  CHECK(given.outcomes[3].rules == std::vector<std::string>{"P", "D", "M", "Q"});
}

TEST_CASE("what may only go anonymised is masked, or put as the host anonymises it") {
  const auto given = disclose(*house(), file(), to(Recipient::peer_group));
  CHECK(fates(given) == Fates{masked, masked, masked, masked, masked, masked});
  for (const auto& field : given.fields) CHECK(field.value == "[…]");
  DiscloseOptions options;
  options.anonymise = [](const DocumentField& field) {
    if (field.category == DataCategory::identity) return std::optional<std::string>();
    return std::optional<std::string>(field.path == "/bad_note" ? field.value : "une situation");
  };
  const auto by_host = disclose(*house(), file(), to(Recipient::peer_group), options);
  CHECK(fates(by_host) == Fates{dropped, masked, masked, masked, masked, dropped});
  CHECK(by_host.fields[0].value == "une situation");
}

TEST_CASE("what is said to be anonymous already is kept as it is") {
  AccessRequest circumstances = to(Recipient::peer_group);
  circumstances.form = DataForm::anonymised;
  CHECK(fates(disclose(*house(), file(), circumstances)) == Fates{kept, kept, kept, kept, kept, dropped});
}

TEST_CASE("free text that a finding refuses stays here, or goes without what was found") {
  const auto given = disclose(*house(), file(), to(Recipient::conciliator));
  REQUIRE(given.outcomes[5].findings.size() == 1);
  CHECK(given.outcomes[5].findings[0].kind == NoteKind::credential);
  CHECK(given.outcomes[5].effect == Effect::permit);
  DiscloseOptions options;
  options.free_text = FreeText::cut;
  const auto cut = disclose(*house(), file(), to(Recipient::conciliator), options);
  CHECK(cut.outcomes[5].fate == masked);
  CHECK(cut.fields.back().value == "[…]");
  const auto warned = Document::of({{"/n", DataCategory::note, "rappeler au 06 12 34 56 78", FieldSubject::person, {}}}).value();
  const auto sent = disclose(*house(), warned, to(Recipient::conciliator));
  CHECK(sent.outcomes[0].fate == kept);
  CHECK(sent.outcomes[0].findings.size() == 1);
}

TEST_CASE("what only a person may decide goes when a named person has decided it, and not before") {
  CHECK(fates(disclose(*house(), file(), to(Recipient::prosecutor))) == Fates(6, dropped));
  DiscloseOptions options;
  options.approval = HumanApproval{ProfessionalCode("director"), {DataCategory::housing}, "danger décrit dans le dossier, avis pris"};
  const auto given = disclose(*house(), file(), to(Recipient::prosecutor), options);
  CHECK(fates(given) == Fates{dropped, kept, dropped, dropped, dropped, dropped});
  const auto record = record_of(given, handover(), {}).value();
  CHECK(record.effect == "human");
  CHECK(record.decided_by == ProfessionalCode("director"));
  CHECK(record.justification == options.approval->justification);
}

TEST_CASE("an approval without words, or with words that are not written, makes no record") {
  DiscloseOptions options;
  for (const std::string words : {"", "son mdp est Soleil75"}) {
    options.approval = HumanApproval{ProfessionalCode("director"), {DataCategory::housing}, words};
    CHECK(refusal_of(disclose(*house(), file(), to(Recipient::prosecutor), options), handover(), {}) == "justification_refused");
  }
  options.approval = HumanApproval{ProfessionalCode("director"), {DataCategory::housing}, ""};
  const auto unused = disclose(*house(), file(), to(Recipient::conciliator), options);
  CHECK_FALSE(unused.approval);
  CHECK(record_of(unused, handover(), {"CONS"}).has_value());
}

TEST_CASE("the obligations are those of what goes out, each once, in their order") {
  const auto given = disclose(*house(), file(), to(Recipient::conciliator));
  std::vector<std::string> codes;
  for (const auto& asked : given.obligations) codes.push_back(asked.code);
  CHECK(codes == std::vector<std::string>{"INF", "CONS", "LOG"});
  CHECK(given.obligations[1].mandatory);
  CHECK(given.obligations[1].rules == std::vector<std::string>{"A"});
  CHECK(disclose(*house(), file(), to(Recipient::spouse)).obligations.empty());
}

TEST_CASE("the record says who, to whom, what kind, why, on which ground and what was proved, and holds no content") {
  const Document document = file();
  const auto given = disclose(*house(), document, to(Recipient::conciliator));
  const Disclosure record = record_of(given, handover(), {"CONS"}).value();
  CHECK(record.categories == std::vector<CategoryCode>{CategoryCode("identity"), CategoryCode("housing"), CategoryCode("note")});
  CHECK(record.purpose == PurposeCode("orientation"));
  CHECK(record.given_by_status == "miss");
  CHECK(record.receiver_status == "conf");
  CHECK(record.effect == "permit");
  CHECK(record.rules == std::vector<std::string>{"A", "D", "M"});
  CHECK(record.bases == std::vector<GateAnswer>{{rules::Gate::secrecy, Effect::permit, {"A"}},
                                                {rules::Gate::data_protection, Effect::permit, {"D"}},
                                                {rules::Gate::mandate, Effect::permit, {"M"}}});
  CHECK(record.obligations == std::vector<std::string>{"INF", "CONS", "LOG"});
  CHECK(record.rulebook_version == house()->version);
  CHECK(record.channel == SharingChannel::direct);
  CHECK(record.proved == handover().proved);
  const std::string told = to_json(record);
  for (const auto& field : document.fields()) CHECK(told.find(field.value) == std::string::npos);
  CHECK(from_json<Disclosure>(told).value() == record);
}

TEST_CASE("no record is made of what may not be given yet") {
  const auto given = disclose(*house(), file(), to(Recipient::conciliator));
  CHECK(refusal_of(given, handover(), {"INF"}) == "obligations_left");
  CHECK(record_of(given, handover(), {"INF"}).error().what_would_unblock.en == "do first what is left: CONS");
  Handover without = handover();
  without.consent_id.reset();
  CHECK(refusal_of(given, without, {"CONS"}) == "consent_not_named");
  without.proved = {{ProofKind::consent, *Code<ProofTag>::parse("paper-12"), {}}};
  CHECK(refusal_of(given, without, {"CONS"}).empty());
  CHECK(refusal_of(disclose(*house(), file(), to(Recipient::spouse)), handover(), {}) == "nothing_given");
  AccessRequest no_purpose = to(Recipient::conciliator);
  no_purpose.purpose.reset();
  CHECK(refusal_of(disclose(*house(), file(), no_purpose), handover(), {"CONS"}) == "purpose_unknown");
}

TEST_CASE("a record that puts another right names it") {
  auto ids = seeded_ids(9);
  Handover again = handover();
  again.supersedes = next_id<DisclosureId>(ids);
  CHECK(record_of(disclose(*house(), file(), to(Recipient::conciliator)), again, {"CONS"})->supersedes == again.supersedes);
}

TEST_CASE("the answer for a document is that of deciding field by field") {
  const auto french = french_rulebook()->as_of(2026_y / 3 / 10);
  const auto any = [](auto values) { return values[static_cast<std::size_t>(*rc::gen::inRange<std::size_t>(0, values.size()))].value; };
  prop("under the French rules", [&] {
    AccessRequest circumstances = to(any(enumerators<Recipient>()));
    circumstances.purpose = any(enumerators<Purpose>());
    circumstances.actor = any(enumerators<Actor>());
    circumstances.form = any(enumerators<DataForm>());
    circumstances.purpose_match = PurposeMatch::declared;
    circumstances.necessity = Necessity::strictly_needed;
    circumstances.opposition = Opposition::none;
    circumstances.identity_checked = YesNo::yes;
    circumstances.consent = any(enumerators<ConsentFact>());
    circumstances.danger = *rc::gen::element(Danger::none, Danger::peril);
    std::vector<DocumentField> fields;
    const auto count = *rc::gen::inRange(1, 12);
    for (int i = 0; i < count; ++i) {
      const auto category = any(enumerators<DataCategory>());
      if (category == DataCategory::credentials) continue;
      fields.push_back({"/" + std::to_string(i), category, *rc::gen::element<std::string>("vue", "mdp : Soleil75"),
                        any(enumerators<FieldSubject>()),
                        *rc::gen::element<std::optional<Compartment>>(std::nullopt, Compartment::own_service, Compartment::sealed)});
    }
    const auto whole = disclose(*french, Document::of(fields).value(), circumstances);
    RC_ASSERT(whole.outcomes.size() == fields.size());
    std::vector<DocumentField> copy;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto alone = disclose(*french, Document::of({fields[i]}).value(), circumstances);
      RC_ASSERT(alone.outcomes.front() == whole.outcomes[i]);
      copy.insert(copy.end(), alone.fields.begin(), alone.fields.end());
      AccessRequest request = circumstances;
      request.category = fields[i].category;
      if (fields[i].compartment) request.compartment = fields[i].compartment;
      if (whole.outcomes[i].fate == FieldFate::kept) RC_ASSERT(flows(verdict(*french, request).effect));
    }
    RC_ASSERT(copy == whole.fields);
  });
}
