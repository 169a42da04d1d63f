// Any bytes as an identifier of each scheme and as a name: a verdict, a mask that is clean and shows at most three signs of a
// person's number, a name that compares with itself and in both orders alike, a book of weights read back as written.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include <patio/base/json.hpp>
#include <patio/people/duplicate.hpp>
#include <patio/people/identifier.hpp>

namespace {

void must(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

const patio::MatchingRules& rules() { return patio::french_matching().editions.front(); }

void check_scheme(patio::IdentifierScheme scheme, std::string_view written) {
  const auto check = patio::check_identifier(scheme, written);
  must(patio::is_clean_utf8(check.masked), "a mask that is no clean text");
  must(!patio::is_personal(scheme) || check.masked.size() <= 12, "a mask that shows too much");
  must(check.verdict != patio::IdentifierVerdict::malformed || !check.reasons.empty(), "a verdict without a reason");
  must(patio::normal_identifier(patio::normal_identifier(written)) == patio::normal_identifier(written),
       "a normal form that is not its own");
}

void compare_halves(std::string_view bytes) {
  const auto one = patio::fold_name(bytes.substr(0, bytes.size() / 2), rules().names);
  const auto other = patio::fold_name(bytes.substr(bytes.size() / 2), rules().names);
  must(patio::compare_names(one, other) == patio::compare_names(other, one), "a comparison that depends on the order");
  must(one.letters.empty() || patio::compare_names(one, one) == patio::NameLikeness::same, "a name unlike itself");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto& [scheme, name] : patio::enumerators<patio::IdentifierScheme>()) check_scheme(scheme, bytes);
  if (size <= 400) compare_halves(bytes);
  if (const auto book = patio::load_matching(bytes)) must(patio::load_matching(patio::to_json(*book)) == book, "a book unlike itself");
  return 0;
}
