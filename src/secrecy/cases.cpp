#include <patio/secrecy/cases.hpp>

#include <patio/base/json.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <patio/secrecy/decision.hpp>

#include "base/book_file.hpp"

namespace patio {
namespace {

struct CaseFile {
  std::string schema;
  std::vector<SecrecyCase> cases;
};
BOOST_DESCRIBE_STRUCT(CaseFile, (), (schema, cases))

Issues check(const CaseFile& file) {
  Issues faults;
  if (file.schema != "patio/cases/1")
    faults.list.push_back({"/schema", "unknown_schema", {"attendu : patio/cases/1", "expected patio/cases/1"}});
  std::set<std::string> ids;
  for (std::size_t i = 0; i < file.cases.size(); ++i)
    if (!ids.insert(file.cases[i].id).second)
      faults.list.push_back({pointer(pointer("/cases", i), "id"), "duplicate_id",
                             {"un autre cas porte cet identifiant", "another case bears this id"}});
  return faults;
}

CaseResult answer(const SecrecyCase& each, const rules::RuleSet& rules) {
  const Decision decision = decide(rules, each.given, WayWanted::no);
  CaseResult result{each.id, each.title, false, each.may, decision.effect, {}, {}};
  for (const auto& rule : decision.determining) result.rules.push_back(rule.id);
  for (const auto& id : each.because)
    if (std::find(result.rules.begin(), result.rules.end(), id) == result.rules.end()) result.missing.push_back(id);
  result.holds = decision.effect == each.may && result.missing.empty();
  return result;
}

}  // namespace

Checked<std::vector<SecrecyCase>> read_cases(std::string_view json) {
  auto file = read_book_file<CaseFile>(json);
  if (!file) return file.error();
  Issues faults = check(*file);
  if (!faults.list.empty()) return faults;
  return std::move(file->cases);
}

CaseReport check_cases(const rules::Rulebook& book, const std::vector<SecrecyCase>& cases) {
  CaseReport report;
  std::map<Date, std::shared_ptr<const rules::RuleSet>> by_day;
  std::set<std::string> touched;
  for (const auto& each : cases) {
    auto& rules = by_day[each.day];
    if (!rules) rules = book.as_of(each.day);
    report.results.push_back(answer(each, *rules));
    touched.insert(report.results.back().rules.begin(), report.results.back().rules.end());
  }
  for (const auto& rule : book.rules())
    if (rule.gate != rules::Gate::status && touched.insert(rule.id).second) report.untouched.push_back(rule.id);
  return report;
}

}  // namespace patio
