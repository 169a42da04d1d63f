#include <patio/people/representation.hpp>

#include <algorithm>

#include <patio/base/hash.hpp>

#include "capacity_table.hpp"

namespace patio {
namespace {

/// The limit for that kind of title, by the law of its first day; null if the law sets none.
const TitleLimit* limit_of(const Representation& title) {
  const auto& limits = capacity_table().limits;
  const auto found = std::find_if(limits.begin(), limits.end(), [&](const TitleLimit& each) {
    return each.kind == title.kind && contains({each.since, each.until}, title.period.since);
  });
  return found == limits.end() ? nullptr : &*found;
}

void check_period(const Representation& title, Issues& issues) {
  const auto add = [&](const char* code, Text message) {
    issues.list.push_back({"/period/until", code, std::move(message)});
  };
  if (is_empty(title.period))
    return add("ends_before_it_begins", {"la fin précède le début", "the end comes before the beginning"});
  const TitleLimit* limit = limit_of(title);
  if (!limit) return;
  if (!title.period.until)
    return add("end_missing", {"une mesure de protection a une fin : la lire dans le jugement",
                               "a protection measure has an end: read it in the judgment"});
  const auto longest = add_months(title.period.since, 12 * limit->longest_years, Rounding::up);
  if (longest && *title.period.until > *longest)
    add("too_long", {"la loi ne permet pas une durée si longue", "the law lets no such measure last so long"});
}

}  // namespace

bool is_protection(RepresentationKind kind) {
  return kind != RepresentationKind::parental_authority && kind != RepresentationKind::minor_guardianship &&
         kind != RepresentationKind::child_welfare && kind != RepresentationKind::benefit_management;
}

bool in_force(const Representation& title, Date day) { return contains(title.period, day); }

Issues check(const Representation& title) {
  Issues issues;
  check_period(title, issues);
  if (!title.document_sha256.empty() && !parse_hash(title.document_sha256))
    issues.list.push_back({"/document_sha256",
                           "not_a_hash",
                           {"attendu : SHA-256 du document, 64 chiffres hexadécimaux en minuscules",
                            "expected the SHA-256 of the document, 64 lower-case hexadecimal digits"}});
  return issues;
}

}  // namespace patio
