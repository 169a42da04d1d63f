#include <patio/people/death.hpp>

#include <algorithm>

#include <patio/base/hash.hpp>

namespace patio {

const Death* death_of(const std::vector<Death>& deaths) {
  const auto found = std::find_if(deaths.begin(), deaths.end(), [](const Death& each) { return !each.retracted_at; });
  return found == deaths.end() ? nullptr : &*found;
}

bool has_died(const std::vector<Death>& deaths) { return death_of(deaths) != nullptr; }

Issues check(const Death& death, const Person& person, Date today) {
  Issues issues;
  const auto require = [&](bool holds, const char* path, const char* code, Text message) {
    if (!holds) issues.list.push_back({path, code, std::move(message)});
  };
  require(death.died_on <= today, "/died_on", "in_the_future",
          {"ce jour n'est pas encore arrivé", "this day has not come yet"});
  require(!person.birth_date || death.died_on >= *person.birth_date, "/died_on", "before_birth",
          {"avant la naissance", "before the birth"});
  require(death.document_sha256.empty() || parse_hash(death.document_sha256), "/document_sha256", "not_a_hash",
          {"attendu : SHA-256 du document, 64 chiffres hexadécimaux en minuscules",
           "expected the SHA-256 of the document, 64 lower-case hexadecimal digits"});
  return issues;
}

}  // namespace patio
