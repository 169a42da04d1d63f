#include <patio/directory/operators.hpp>

#include <algorithm>
#include <set>

#include <patio/base/json.hpp>

#include "base/book_file.hpp"
#include "embedded.hpp"

namespace patio {
namespace {

constexpr std::string_view operators_schema = "patio/operators/1";

struct OperatorFile {
  std::string schema;
  std::vector<Operator> operators;
};
BOOST_DESCRIBE_STRUCT(OperatorFile, (), (schema, operators))

Issue fault(std::string path, std::string_view code) {
  if (code == "unknown_schema")
    return {std::move(path), std::string(code), {"schéma attendu : patio/operators/1", "expected the schema patio/operators/1"}};
  if (code == "repeated_name") return {std::move(path), std::string(code), {"ce code figure déjà", "this code stands already"}};
  if (code == "ends_before_it_begins")
    return {std::move(path), std::string(code), {"la fin doit suivre le début", "the end must come after the beginning"}};
  if (code == "missing_source") return {std::move(path), std::string(code), {"indiquez la source", "give the source"}};
  if (code == "no_name") return {std::move(path), std::string(code), {"donner au moins un nom", "give at least one name"}};
  return {std::move(path), std::string(code), {"deux périodes se chevauchent", "two periods overlap"}};
}

/// Periods of one thing: none empty, none overlapping another of the same `key`.
template <class T, class Key>
void check_dates(const std::vector<T>& list, const std::string& path, Key key, std::vector<Issue>& issues) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string where = pointer(path, i);
    if (is_empty(list[i].period)) issues.push_back(fault(where + "/period", "ends_before_it_begins"));
    if (list[i].source.empty()) issues.push_back(fault(where + "/source", "missing_source"));
    for (std::size_t j = 0; j < i; ++j)
      if (key(list[j]) == key(list[i]) && overlaps(list[j].period, list[i].period))
        issues.push_back(fault(where + "/period", "overlapping_periods"));
  }
}

std::vector<Issue> faults_of(const OperatorFile& file) {
  std::vector<Issue> issues;
  if (file.schema != operators_schema) issues.push_back(fault("/schema", "unknown_schema"));
  std::set<OrganisationCode> codes;
  for (std::size_t i = 0; i < file.operators.size(); ++i) {
    const Operator& entry = file.operators[i];
    const std::string path = pointer("/operators", i);
    if (!codes.insert(entry.code).second) issues.push_back(fault(path + "/code", "repeated_name"));
    if (entry.names.empty()) issues.push_back(fault(path + "/names", "no_name"));
    check_dates(entry.names, path + "/names", [](const OperatorName&) { return 0; }, issues);
    check_dates(entry.memberships, path + "/memberships", [](const Membership& each) { return each.programme; }, issues);
  }
  return issues;
}

}  // namespace

Organisation organisation_of(const Operator& entry) {
  Organisation organisation;
  organisation.code = entry.code;
  organisation.kind = OrganisationKind::operator_;
  for (const auto& each : entry.names) organisation.names.push_back({each.name, each.period});
  for (const auto& each : entry.memberships)
    if (each.programme == "france_services") organisation.france_services.push_back(each.period);
  return organisation;
}

std::string name_on(const Operator& entry, Date day) { return name_on(organisation_of(entry), day); }

std::vector<std::string> names_over(const Operator& entry, const Period& period) {
  auto names = entry.names;
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& first, const auto& second) { return first.period.since < second.period.since; });
  std::vector<std::string> borne;
  for (const auto& each : names)
    if (overlaps(each.period, period)) borne.push_back(each.name);
  return borne;
}

const Operator* find_operator(const OperatorBook& book, const OrganisationCode& code) {
  const auto found =
      std::find_if(book.operators.begin(), book.operators.end(), [&](const Operator& each) { return each.code == code; });
  return found == book.operators.end() ? nullptr : &*found;
}

std::vector<OperatorOnDay> operators_on(const OperatorBook& book, std::string_view programme, Date day) {
  std::vector<OperatorOnDay> members;
  for (const auto& entry : book.operators)
    for (const auto& membership : entry.memberships)
      if (membership.programme == programme && contains(membership.period, day))
        members.push_back({entry.code, name_on(entry, day), entry.field, membership.certainty, membership.source});
  return members;
}

Checked<OperatorBook> read_operators(std::string_view json) {
  auto file = read_book_file<OperatorFile>(json);
  if (!file) return file.error();
  if (auto issues = faults_of(*file); !issues.empty()) return Issues{std::move(issues)};
  OperatorBook book{std::move(file->operators)};
  std::sort(book.operators.begin(), book.operators.end(),
            [](const Operator& first, const Operator& second) { return first.code < second.code; });
  return book;
}

const OperatorBook& default_operators() {
  static const OperatorBook book = read_operators(embedded::operators().front().text).value();
  return book;
}

}  // namespace patio
