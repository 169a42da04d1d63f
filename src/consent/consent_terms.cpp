#include <patio/consent/consent_terms.hpp>

#include <algorithm>

#include "../base/dated_file.hpp"

namespace patio {
namespace {

struct ConsentTermsFile {
  std::string schema;
  std::vector<ConsentTerms> terms;
};
BOOST_DESCRIBE_STRUCT(ConsentTermsFile, (), (schema, terms))

}  // namespace

const ConsentTerms& consent_terms(Date day) {
  static const auto all = read_dated_file<ConsentTermsFile>(embedded::consent_terms()).terms;
  return in_force_on(all, day);
}

bool oral_suffices(const ConsentTerms& terms, const PurposeCode& purpose, const std::vector<CategoryCode>& categories) {
  return std::any_of(terms.oral_suffices.begin(), terms.oral_suffices.end(), [&](const OralConsent& oral) {
    const auto covered = [&](const CategoryCode& each) {
      return std::find(oral.categories.begin(), oral.categories.end(), each) != oral.categories.end();
    };
    return oral.purpose == purpose &&
           (oral.categories.empty() || std::all_of(categories.begin(), categories.end(), covered));
  });
}

}  // namespace patio
