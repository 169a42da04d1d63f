// Any bytes as a question about a document, and as one about the rows of a table. No field comes out that did not go in, what
// is kept is as it was, a record holds nothing of the content; a condition in SQL holds no text of the asker but the names of
// columns, and every value is bound.
//
// The first byte says how the others are used: as the whole question, or as the document of one that is right.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>

#include <patio/base/json.hpp>
#include <patio/desk/questions.hpp>
#include <patio/secrecy/french_rulebook.hpp>

using namespace patio;

namespace {

void must(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

const rules::RuleSet& french() {
  static const auto set = french_rulebook()->as_of(2026_y / 3 / 10);
  return *set;
}

/// A conciliator is told who comes and when, with the person's agreement.
AccessRequest orientation() {
  AccessRequest request;
  request.action = RequestAction::disclose;
  request.actor = Actor::france_services_agent;
  request.actor_status = SecrecyStatus::miss;
  request.recipient = Recipient::conciliator;
  request.recipient_status = SecrecyStatus::miss;
  request.purpose = Purpose::orientation;
  request.purpose_match = PurposeMatch::declared;
  request.necessity = Necessity::needed;
  request.form = DataForm::identified;
  request.consent = ConsentFact::oral_traced;
  request.opposition = Opposition::none;
  request.channel = SharingChannel::direct;
  request.acting_as = ActingAs::own_name;
  return request;
}

void check_copy(const Document& document, const DisclosedDocument& given) {
  must(given.outcomes.size() == document.fields().size(), "a field without an outcome");
  std::size_t next = 0;
  for (std::size_t i = 0; i < given.outcomes.size(); ++i) {
    const DocumentField& field = document.fields()[i];
    must(given.outcomes[i].path == field.path, "outcomes out of order");
    if (given.outcomes[i].fate == FieldFate::dropped) continue;
    must(next < given.fields.size() && given.fields[next].path == field.path, "a field that goes is not in the copy");
    if (given.outcomes[i].fate == FieldFate::kept) must(given.fields[next] == field, "what is kept is not as it was");
    ++next;
  }
  must(next == given.fields.size(), "more goes than was said");
}

void check_record(const DisclosedDocument& given) {
  Handover handover;
  handover.consent_id = ConsentId{};
  std::vector<std::string> met;
  for (const auto& asked : given.obligations) met.push_back(asked.code);
  const auto record = record_of(given, handover, met);
  if (!record) return;
  must(!record->categories.empty() && !record->rules.empty(), "a record without a ground");
  Disclosure bare = *record;
  bare.justification.reset();
  const std::string told = to_json(bare);
  for (const auto& field : given.fields)
    if (field.value.size() > 24) must(told.find(field.value) == std::string::npos, "a record holds content");
}

void ask_about(const DiscloseDocument& question) {
  const auto document = Document::of(question.fields);
  if (!document) return must(!document.error().list.empty(), "refused without an issue");
  DiscloseOptions options;
  options.free_text = question.free_text.value_or(FreeText::withhold);
  options.approval = question.approval;
  const auto given = disclose(french(), *document, question.circumstances, options);
  check_copy(*document, given);
  check_record(given);
}

void ask_about(const VisibleRows& question) {
  const auto predicate = visibility(french(), question.viewer, question.columns);
  if (!predicate) return must(!predicate.error().list.empty(), "refused without an issue");
  const std::string& sql = predicate->sql;
  must(sql.find(';') == std::string::npos && sql.find("--") == std::string::npos, "a condition that ends or comments");
  must(static_cast<std::size_t>(std::count(sql.begin(), sql.end(), ':')) == predicate->bound.size(), "a value that is not bound");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 2 == 0) {
    if (const auto question = from_json<DiscloseDocument>(text)) ask_about(*question);
    if (const auto question = from_json<VisibleRows>(text)) ask_about(*question);
    return 0;
  }
  DiscloseDocument question;
  question.circumstances = orientation();
  if (const auto fields = from_json<std::vector<DocumentField>>(text)) {
    question.fields = *fields;
  } else {
    const auto& categories = enumerators<DataCategory>();
    question.fields = {{"/text", categories[data[0] / 2 % categories.size()].value, std::string(text), FieldSubject::person, {}}};
  }
  ask_about(question);
  ask_about(VisibleRows{{}, {}, orientation(), {{"category", std::string(text)}, {"consent", "item.consent"}}});
  return 0;
}
