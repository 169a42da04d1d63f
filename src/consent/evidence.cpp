#include <patio/consent/evidence.hpp>

#include <algorithm>

#include <patio/base/hash.hpp>

namespace patio {

bool proves(const std::vector<Evidence>& evidence) {
  return std::any_of(evidence.begin(), evidence.end(),
                     [](const Evidence& each) { return each.kind != EvidenceKind::file_entry; });
}

Issues check(const std::vector<Evidence>& evidence, const std::string& path) {
  Issues issues;
  for (std::size_t i = 0; i < evidence.size(); ++i)
    if (!parse_hash(evidence[i].sha256))
      issues.list.push_back({path + '/' + std::to_string(i) + "/sha256",
                             "not_a_hash",
                             {"attendu : SHA-256 du document, 64 chiffres hexadécimaux en minuscules",
                              "expected the SHA-256 of the document, 64 lower-case hexadecimal digits"}});
  return issues;
}

}  // namespace patio
