#include <patio/consent/mandate_terms.hpp>

#include <algorithm>

#include "../base/dated_file.hpp"

namespace patio {
namespace {

struct MandateTermsFile {
  std::string schema;
  std::vector<MandateTerms> terms;
};
BOOST_DESCRIBE_STRUCT(MandateTermsFile, (), (schema, terms))

template <class List, class Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

template <class T, class C>
const T* find_in(const std::vector<T>& list, const C& code) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& each) { return each.code == code; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

const MandateTerms& mandate_terms(Date day) {
  static const auto all = read_dated_file<MandateTermsFile>(embedded::mandate_terms()).terms;
  return in_force_on(all, day);
}

const MandateDuration* duration_of(const MandateTerms& terms, const DurationCode& code) {
  return find_in(terms.durations, code);
}

const RemoteConclusion* remote_of(const MandateTerms& terms, MandateMethod method) {
  const auto found = std::find_if(terms.remote.begin(), terms.remote.end(),
                                  [&](const RemoteConclusion& each) { return each.method == method; });
  return found == terms.remote.end() ? nullptr : &*found;
}

bool knows(const MandateTerms& terms, const ProcedureCode& procedure) {
  return find_in(terms.procedures, procedure) != nullptr;
}

std::optional<std::string> bar_to_aidant(const AidantFacts& aidant, const MandateTerms& terms) {
  if (!holds(terms.engagements, aidant.engagement) || aidant.profession.empty() ||
      holds(terms.barred_professions, aidant.profession))
    return "professional_not_eligible";
  if (terms.fees_exclude && aidant.charges_fees == YesNo::yes) return "structure_charges_fees";
  if (aidant.habilitated != YesNo::yes) return "professional_not_habilitated";
  return std::nullopt;
}

}  // namespace patio
