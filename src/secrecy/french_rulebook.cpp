#include <patio/secrecy/french_rulebook.hpp>

#include <algorithm>
#include <patio/secrecy/request.hpp>

#include "embedded.hpp"

namespace patio {

const rules::Subject& secrecy_subject() {
  static const rules::Subject subject = [] {
    std::vector<std::string> strictest_first;
    for (const auto& [status, name] : enumerators<SecrecyStatus>()) strictest_first.emplace_back(name);
    std::reverse(strictest_first.begin(), strictest_first.end());
    return rules::Subject{rules::vocabulary_of<AccessRequest>(), rules::vocabulary_of<HatFacts>(), strictest_first};
  }();
  return subject;
}

Checked<rules::Rulebook> load_secrecy_rulebook(const std::vector<rules::RulebookFile>& files) {
  return rules::load_rulebook(files, secrecy_subject());
}

std::vector<rules::RulebookFile> french_rulebook_files() {
  std::vector<rules::RulebookFile> files;
  for (const auto& file : embedded::rulebook()) files.push_back({std::string(file.path), std::string(file.text)});
  return files;
}

std::shared_ptr<const rules::Rulebook> french_rulebook() {
  static const auto book = std::make_shared<const rules::Rulebook>(load_secrecy_rulebook(french_rulebook_files()).value());
  return book;
}

}  // namespace patio
