#pragma once
/// \file
/// What may be asked of the engines alone, without a desk or a store: plain values in, plain values out.

#include <patio/base/machine.hpp>
#include <patio/consent/consent.hpp>
#include <patio/exchange/cedar.hpp>
#include <patio/orientation/orientation.hpp>
#include <patio/orientation/veille.hpp>
#include <patio/schedule/holiday.hpp>
#include <patio/secrecy/cases.hpp>
#include <patio/secrecy/comparison_page.hpp>
#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/hat_status.hpp>
#include <patio/secrecy/matrix.hpp>
#include <patio/secrecy/note_check.hpp>

namespace patio {

/// May this actor give this to this recipient? Under the law of `day`, as the rulebook knew it on `known_as_of`.
struct Decide {
  using Answer = Decision;
  Date day{};
  std::optional<Date> known_as_of;
  AccessRequest request;
  bool operator==(const Decide&) const = default;
};
BOOST_DESCRIBE_STRUCT(Decide, (), (day, known_as_of, request))

/// What binds this hat to secrecy?
struct StatusOfHat {
  using Answer = HatStatus;
  Date day{};
  HatFacts hat;
  bool operator==(const StatusOfHat&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatusOfHat, (), (day, hat))

/// Who can meet this need, in a centre with this plan?
struct Orient {
  using Answer = Orientation;
  CentrePlan plan;
  OrientationRequest request;
  bool operator==(const Orient&) const = default;
};
BOOST_DESCRIBE_STRUCT(Orient, (), (plan, request))

struct Suggestions {
  std::vector<Suggestion> suggestions;
  bool operator==(const Suggestions&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suggestions, (), (suggestions))

/// What else is worth a word?
struct Suggest {
  using Answer = Suggestions;
  SuggestionRequest request;
  bool operator==(const Suggest&) const = default;
};
BOOST_DESCRIBE_STRUCT(Suggest, (), (request))

struct Covered {
  bool yes = false;
  std::string reason;
  bool operator==(const Covered&) const = default;
};
BOOST_DESCRIBE_STRUCT(Covered, (), (yes, reason))

/// Does this consent cover this sharing?
struct ConsentCovers {
  using Answer = Covered;
  Consent consent;
  OrganisationCode recipient;
  CategoryCode category;
  PurposeCode purpose;
  Date day{};
  bool operator==(const ConsentCovers&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentCovers, (), (consent, recipient, category, purpose, day))

struct Holidays {
  std::vector<Holiday> holidays;
  bool operator==(const Holidays&) const = default;
};
BOOST_DESCRIBE_STRUCT(Holidays, (), (holidays))

struct HolidaysOf {
  using Answer = Holidays;
  int year = 0;
  HolidayZone zone{};
  bool operator==(const HolidaysOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(HolidaysOf, (), (year, zone))

/// A state machine as data: "consent", "referral", "appointment".
struct MachineOf {
  using Answer = MachineTable;
  std::string name;
  bool operator==(const MachineOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(MachineOf, (), (name))

/// The text of a refusal in both languages.
struct RefusalOf {
  using Answer = Refusal;
  std::string code;
  bool operator==(const RefusalOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefusalOf, (), (code))

/// Do the cases of a jurist hold, and which rules does none of them touch?
struct CheckCases {
  using Answer = CaseReport;
  std::vector<SecrecyCase> cases;
  bool operator==(const CheckCases&) const = default;
};
BOOST_DESCRIBE_STRUCT(CheckCases, (), (cases))

/// Who may give what to whom on that day? The usual matrix if none is asked for.
struct MatrixOf {
  using Answer = Matrix;
  Date day{};
  std::optional<MatrixRequest> request;
  bool operator==(const MatrixOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(MatrixOf, (), (day, request))

/// A page or a table for people, as one text.
struct Written {
  std::string text;
  bool operator==(const Written&) const = default;
};
BOOST_DESCRIBE_STRUCT(Written, (), (text))

enum class PageForm { html, csv };
BOOST_DESCRIBE_ENUM(PageForm, html, csv)

/// The matrix as a self-contained page, or as CSV.
struct WriteMatrix {
  using Answer = Written;
  Date day{};
  std::optional<MatrixRequest> request;
  PageForm form{};
  Language language{};
  bool operator==(const WriteMatrix&) const = default;
};
BOOST_DESCRIBE_STRUCT(WriteMatrix, (), (day, request, form, language))

/// Which rules of that day never matter, and which prohibitions meet permissions?
struct ReviewRules {
  using Answer = rules::RulebookReview;
  Date day{};
  bool operator==(const ReviewRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReviewRules, (), (day))

/// Who gains and who loses between the law of two days?
struct CompareRules {
  using Answer = rules::RulebookComparison;
  Date before{};
  Date after{};
  bool operator==(const CompareRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(CompareRules, (), (before, after))

/// The same as a self-contained page, or as CSV.
struct WriteComparison {
  using Answer = Written;
  Date before{};
  Date after{};
  PageForm form{};
  Language language{};
  bool operator==(const WriteComparison&) const = default;
};
BOOST_DESCRIBE_STRUCT(WriteComparison, (), (before, after, form, language))

/// What remains of a decision once only these obligations are met?
struct Discharge {
  using Answer = Decision;
  Decision decision;
  std::vector<std::string> met;
  bool operator==(const Discharge&) const = default;
};
BOOST_DESCRIBE_STRUCT(Discharge, (), (decision, met))

struct NoteFindings {
  std::vector<NoteFinding> findings;
  bool operator==(const NoteFindings&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteFindings, (), (findings))

/// What has no place in this free text?
struct CheckNote {
  using Answer = NoteFindings;
  std::string text;
  bool operator==(const CheckNote&) const = default;
};
BOOST_DESCRIBE_STRUCT(CheckNote, (), (text))

/// The rules in force on that day, for Cedar: see exchange/cedar.hpp.
struct ExportCedar {
  using Answer = CedarExport;
  Date day{};
  bool operator==(const ExportCedar&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExportCedar, (), (day))

#define PATIO_QUESTIONS(DO) \
  DO(Decide)                \
  DO(StatusOfHat)           \
  DO(Orient)                \
  DO(Suggest)               \
  DO(ConsentCovers)         \
  DO(HolidaysOf)            \
  DO(MachineOf)             \
  DO(RefusalOf)             \
  DO(CheckCases)            \
  DO(MatrixOf)              \
  DO(WriteMatrix)           \
  DO(ReviewRules)           \
  DO(CompareRules)          \
  DO(WriteComparison)       \
  DO(Discharge)             \
  DO(CheckNote)             \
  DO(ExportCedar)

}  // namespace patio
