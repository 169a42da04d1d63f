#pragma once
/// \file
/// The rulebook of secrecy: the French one is compiled in, a host may load its own.
///
///     std::shared_ptr<const rules::Rulebook> book = french_rulebook();
///     Checked<rules::Rulebook> ours = load_secrecy_rulebook(files);
///
/// To change a rule, change its file in src/rulebook/france, or load other files.

#include <memory>

#include <patio/rules/rulebook.hpp>

namespace patio {

/// AccessRequest for the gates that decide, HatFacts and SecrecyStatus for the gate `status`.
[[nodiscard]] const rules::Subject& secrecy_subject();

/// Every fault of every file, or the rulebook.
[[nodiscard]] Checked<rules::Rulebook> load_secrecy_rulebook(const std::vector<rules::RulebookFile>& files);

/// The files of the French rulebook of this version, to read or to start from.
[[nodiscard]] std::vector<rules::RulebookFile> french_rulebook_files();

/// Read once; the same for all callers.
[[nodiscard]] std::shared_ptr<const rules::Rulebook> french_rulebook();

}  // namespace patio
