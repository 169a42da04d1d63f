#pragma once
/// \file
/// What may be asked of the secrecy rules, and about them.

#include <patio/exchange/cedar.hpp>
#include <patio/secrecy/cases.hpp>
#include <patio/secrecy/comparison_page.hpp>
#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/hat_status.hpp>
#include <patio/secrecy/matrix.hpp>
#include <patio/secrecy/note_check.hpp>

namespace patio {

enum class PageForm { html, csv };
BOOST_DESCRIBE_ENUM(PageForm, html, csv)

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
  std::optional<Date> known_as_of;
  HatFacts hat;
  bool operator==(const StatusOfHat&) const = default;
};
BOOST_DESCRIBE_STRUCT(StatusOfHat, (), (day, known_as_of, hat))

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

/// The JSON Schema of a kind of file: of the rules ("rules", "facts", "parameters", "texts", "obligations"), of needs and of a
/// place ("needs", "safety", "destinations", "orientation_facts", "veille", "directory_words", "local_rules"), of a house
/// ("casework", "neutral_texts", "matching"), and "capacity", "cases", "consent_terms", "identifying_words", "limits",
/// "mandate_terms", "note_words", "operators", "referral_reasons", "refusals".
struct RulebookSchema {
  using Answer = Written;
  std::string kind;
  bool operator==(const RulebookSchema&) const = default;
};
BOOST_DESCRIBE_STRUCT(RulebookSchema, (), (kind))

/// The rules in force on that day, for Cedar: see exchange/cedar.hpp.
struct ExportCedar {
  using Answer = CedarExport;
  Date day{};
  bool operator==(const ExportCedar&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExportCedar, (), (day))

}  // namespace patio
