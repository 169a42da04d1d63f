#pragma once
/// \file
/// From a document to what of it may be given: a redacted copy, a reason for every field, what has to be done first, and
/// the record that it was given.
///
///     const Document file = Document::of({{"/person/name", DataCategory::identity, "…"},
///                                         {"/notes/0", DataCategory::note, "…"}}).value();
///     const DisclosedDocument given = disclose(*rules, file, circumstances);
///     send(given.fields);                                           // what stays, masked where it must be
///     const Result<Disclosure> record = record_of(given, handover, {"CONS", "INF"});   // refused if something is left to do
///
/// - One question is asked of the rules for each category, not for each field: the answer is that of deciding each alone.
/// - What may only go anonymised is masked; what may not go is dropped.
/// - What tells of a third party needs two yeses: as what it is, and as `third_party`. Where the second asks for
///   anonymity, it is masked.
/// - Free text (`note`) passes check_note() besides, and stays here if a finding refuses it.
/// - Passwords are refused by type: there is no Document that holds a field of category `credentials`.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/secrecy/disclosure.hpp>
#include <patio/secrecy/note_check.hpp>

namespace patio {

/// Whom a field tells of: the person of the file, or somebody else who is in it.
enum class FieldSubject { person, third_party };
BOOST_DESCRIBE_ENUM(FieldSubject, person, third_party)

struct DocumentField {
  /// A JSON Pointer made of names of fields and ranks: "/household/2/income". Never a personal value.
  std::string path;
  DataCategory category{};
  std::string value;
  FieldSubject subject{};
  /// Where it lies; if absent, where the circumstances say.
  std::optional<Compartment> compartment;
  bool operator==(const DocumentField&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentField, (), (path, category, value, subject, compartment))

/// Fields that may at least be asked about. Immutable.
class Document {
 public:
  /// Issues for a field of category `credentials`, a path that is no pointer or stands twice, and a text that is not clean.
  [[nodiscard]] static Checked<Document> of(std::vector<DocumentField> fields);

  [[nodiscard]] const std::vector<DocumentField>& fields() const noexcept { return fields_; }
  bool operator==(const Document&) const = default;

 private:
  explicit Document(std::vector<DocumentField> fields) : fields_(std::move(fields)) {}
  std::vector<DocumentField> fields_;
};

/// `kept` as it is; `masked`: something else stands in its place; `dropped`: it is not in the copy.
enum class FieldFate { kept, masked, dropped };
BOOST_DESCRIBE_ENUM(FieldFate, kept, masked, dropped)

struct FieldOutcome {
  std::string path;
  DataCategory category{};
  FieldFate fate{};
  /// The most severe answer that it met.
  rules::Effect effect{};
  /// The rules that made it.
  std::vector<std::string> rules;
  Text reason;
  /// What check_note() found, if it is free text.
  std::vector<NoteFinding> findings;
  bool operator==(const FieldOutcome&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldOutcome, (), (path, category, fate, effect, rules, reason, findings))

/// One question that was asked of the rules, and its answer.
struct CategoryAnswer {
  DataCategory category{};
  std::optional<Compartment> compartment;
  std::optional<DataForm> form;
  Decision decision;
  /// True if something goes out on its ground.
  bool relied_on = false;
  bool operator==(const CategoryAnswer&) const = default;
};
BOOST_DESCRIBE_STRUCT(CategoryAnswer, (), (category, compartment, form, decision, relied_on))

/// A named person's yes where the rules answer `human`.
struct HumanApproval {
  ProfessionalCode decided_by;
  std::vector<DataCategory> categories;
  /// Kept in the record: it says why, without a word of the content.
  std::string justification;
  bool operator==(const HumanApproval&) const = default;
};
BOOST_DESCRIBE_STRUCT(HumanApproval, (), (decided_by, categories, justification))

struct DisclosedDocument {
  /// In the order of the document.
  std::vector<DocumentField> fields;
  /// One for each field of the document.
  std::vector<FieldOutcome> outcomes;
  /// Of all answers on which something goes out, in the order in which they are done.
  std::vector<AskedObligation> obligations;
  std::vector<CategoryAnswer> answers;
  /// Without category.
  AccessRequest circumstances;
  std::optional<HumanApproval> approval;
  bool operator==(const DisclosedDocument&) const = default;
};
BOOST_DESCRIBE_STRUCT(DisclosedDocument, (), (fields, outcomes, obligations, answers, circumstances, approval))

/// What to do with free text that a finding refuses: leave it out, or cut the findings out of it.
enum class FreeText { withhold, cut };
BOOST_DESCRIBE_ENUM(FreeText, withhold, cut)

/// Stands where something was taken out.
inline constexpr std::string_view anonymous_mask = "[…]";

struct DiscloseOptions {
  FreeText free_text = FreeText::withhold;
  WayWanted way = WayWanted::no;
  std::optional<HumanApproval> approval = {};
  /// What stands in the place of a field that may only go anonymised; nothing drops the field. If not given,
  /// `anonymous_mask`.
  std::function<std::optional<std::string>(const DocumentField&)> anonymise = {};
};

/// `circumstances` is the request without its category, which each field brings.
[[nodiscard]] DisclosedDocument disclose(const rules::RuleSet& rules, const Document& document,
                                         const AccessRequest& circumstances, const DiscloseOptions& options = {});

/// What the rules do not know of a disclosure and its record must tell.
struct Handover {
  DisclosureId id;
  PersonId person_id;
  Instant made_at;
  ProfessionalCode given_by;
  HatCode given_by_hat;
  std::vector<std::string> given_by_texts;
  OrganisationCode receiver;
  std::optional<ProfessionalCode> received_by;
  std::optional<HatCode> received_by_hat;
  std::optional<ConsentId> consent_id;
  std::vector<ProvedCondition> proved;
  Informed informed{};
  std::optional<Instant> informed_at;
  std::optional<DisclosureId> supersedes;
  bool operator==(const Handover&) const = default;
};
BOOST_DESCRIBE_STRUCT(Handover, (), (id, person_id, made_at, given_by, given_by_hat, given_by_texts, receiver, received_by,
                                     received_by_hat, consent_id, proved, informed, informed_at, supersedes))

/// A record as the handover and the circumstances begin it: without categories, rules and effect.
[[nodiscard]] Disclosure begin_record(const Handover& handover, const AccessRequest& circumstances);

/// Adds an answer on which something of that category goes out: its rules, the answer of each gate, its obligations. The
/// effect of the record is `human` if one answer is, else `transform` if one is, `oblige` only if all are.
void rely_on(Disclosure& record, DataCategory category, const Decision& decision);

/// The record, without any content. Refused with `nothing_given` if no field goes out, `purpose_unknown`,
/// `obligations_left` if a mandatory one is not among those met, `consent_not_named` if the answer rests on a consent that
/// the handover does not name, and `justification_refused` if the words of an approval are missing or do not pass
/// check_note().
[[nodiscard]] Result<Disclosure> record_of(const DisclosedDocument& given, const Handover& handover,
                                           const std::vector<std::string>& met);

}  // namespace patio
