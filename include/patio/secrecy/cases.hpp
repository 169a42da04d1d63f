#pragma once
/// \file
/// Cases that a jurist writes to hold the rulebook to what they mean by it: given these facts, on that day, may it pass,
/// and because of which rules.
///
///     {"schema": "patio/cases/1", "cases": [
///       {"id": "mayor-list", "title": {"fr": "Le maire veut la liste", "en": "The mayor wants the list"},
///        "day": "2026-03-10", "given": {"recipient": "mayor", "category": "rights", "purpose": "recruiting_or_mailing"},
///        "may": "deny", "because": ["SEC-082"]}]}
///
///     CaseReport report = check_cases(*french_rulebook(), read_cases(text).value());
///     report.untouched;      // rules that made the answer of no case
///
/// A fact left out is unknown, as in any request.

#include <string>
#include <string_view>
#include <vector>

#include <patio/base/error.hpp>
#include <patio/rules/rulebook.hpp>
#include <patio/secrecy/request.hpp>

namespace patio {

struct SecrecyCase {
  std::string id;
  Text title;
  Date day{};
  AccessRequest given;
  rules::Effect may{};
  /// Ids of rules that must be among those that make the answer.
  std::vector<std::string> because;
  bool operator==(const SecrecyCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(SecrecyCase, (), (id, title, day, given, may, because))

struct CaseResult {
  std::string id;
  Text title;
  bool holds = false;
  rules::Effect expected{};
  rules::Effect answered{};
  /// The rules that made the answer.
  std::vector<std::string> rules;
  /// Expected ones that did not.
  std::vector<std::string> missing;
  bool operator==(const CaseResult&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseResult, (), (id, title, holds, expected, answered, rules, missing))

struct CaseReport {
  std::vector<CaseResult> results;
  /// Rules of the deciding gates, in the order of the rulebook, that made the answer of no case.
  std::vector<std::string> untouched;
  bool operator==(const CaseReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseReport, (), (results, untouched))

/// Every fault of the file, ids used twice included.
[[nodiscard]] Checked<std::vector<SecrecyCase>> read_cases(std::string_view json);

[[nodiscard]] CaseReport check_cases(const rules::Rulebook& book, const std::vector<SecrecyCase>& cases);

}  // namespace patio
