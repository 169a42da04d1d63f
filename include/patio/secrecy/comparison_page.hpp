#pragma once
/// \file
/// Two states of the rulebook side by side, for people: two versions, or one at two dates. Which entries came, went or
/// changed, and who gains or loses by it, each with a case that shows it.
///
///     const auto comparison = rules::compare_rules(*before, *after);
///     write("difference.html", comparison_page(comparison, *before, *after, Language::fr));

#include <string>

#include <patio/base/text.hpp>
#include <patio/rules/review.hpp>

namespace patio {

/// An entry that differs: `since` and `until` have no part in it.
enum class EntryChange { added, removed, changed };
BOOST_DESCRIBE_ENUM(EntryChange, added, removed, changed)

struct ChangedEntry {
  std::string rule;
  EntryChange change{};
  /// Fields that differ, for a changed entry.
  std::vector<std::string> fields;
  bool operator==(const ChangedEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(ChangedEntry, (), (rule, change, fields))

/// By id, in the order of the later set, then what is gone.
[[nodiscard]] std::vector<ChangedEntry> changed_entries(const rules::RuleSet& before, const rules::RuleSet& after);

[[nodiscard]] std::string comparison_page(const rules::RulebookComparison& comparison, const rules::RuleSet& before,
                                          const rules::RuleSet& after, Language language);

/// One row a region: what happens, gate, before, after, example, rules before and after, the rule that changes. RFC 4180.
[[nodiscard]] std::string comparison_csv(const rules::RulebookComparison& comparison);

}  // namespace patio
