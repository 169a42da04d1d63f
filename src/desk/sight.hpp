#pragma once
/// \file
/// Which rows the acting hat may see, as one condition on them: what every list, count and search of the desk adds to its
/// query, so that none shows or counts what opening the row would refuse.
///
///     const RowFacts facts = facts_of_file(column(&CaseFile::person_id), moment, Unreceived::as_own);
///     dossier.find(all<CaseFile>().also(visible(asked, {RequestAction::view, DataCategory::attendance}, "follow_up", facts)));
///
/// access.cpp draws the same facts for one row, from its dossier; a test holds both against each other on random files.

#include "access.hpp"

namespace patio {

/// A fact that differs from row to row: the condition on which it has a value. Where none holds, it is unknown. No two hold
/// of one row.
struct RowFact {
  std::string fact;
  std::vector<std::pair<std::string, Condition>> values;
};
using RowFacts = std::vector<RowFact>;

/// A person whom no service has received yet: `as_own` lets any service begin their file, as it does when one opens it by
/// its id; `as_others` is for whoever looks for somebody.
enum class Unreceived { as_own, as_others };

/// Age and concealed address of the person in that column. A person whom it names in vain has neither.
[[nodiscard]] RowFacts facts_of_person(const ColumnOf& person, const Moment& moment);

/// The same, whose file it is and whether the hat receives the person.
[[nodiscard]] RowFacts facts_of_file(const ColumnOf& person, const Moment& moment, Unreceived unreceived);

/// Rows of the service of a hat. A row always names its pole: a hat without one has no rows.
template <class T>
[[nodiscard]] Condition of_service(OrganisationCode T::*organisation, PoleCode T::*pole, const Hat& hat) {
  if (!hat.pole) return either({});
  return that(where(organisation, hat.organisation).where(pole, *hat.pole));
}

/// Visits that the service of the hat received.
[[nodiscard]] Condition received_by_service(const Moment& moment);

/// Rows of `encounter`: age and concealed address, whether the service of the hat received this visit, and whether the hat
/// receives the person.
[[nodiscard]] RowFacts facts_of_visits(const Moment& moment);

/// Rows of `case_file`: age and concealed address, whose case it is and whether the hat works on it.
[[nodiscard]] RowFacts facts_of_cases(const Moment& moment);

/// The cases in which the hat stands today.
[[nodiscard]] Condition stands_in_case(const Moment& moment);

/// The rows of which request_for(access) would be answered yes. Facts that `access.known` sets are those of every row.
[[nodiscard]] Condition visible(const Access& access, std::string_view purpose, RowFacts facts, const Moment& moment,
                                const rules::RuleSet& rules);

/// The same for a request of the caller's making, of which the facts of rows are not read.
[[nodiscard]] Condition visible(const AccessRequest& viewer, const RowFacts& facts, const rules::RuleSet& rules);

}  // namespace patio
