#pragma once
/// \file
/// The book of needs: every need with its destinations, the safety rules that stand before all of them, the local rules that
/// stand in for some of its own, the names of the destinations and the sheets of the facts.
///
///     const NeedsBook& france = default_needs_book();
///     const Need* need = find_need(france, NeedCode{"carte_grise"}, today);
///
/// A town that has its own reads it from files, each a JSON object with a `schema`:
///
///     {"schema": "patio/needs/1", "needs": [{
///        "code": "housing_benefit", "title": {"fr": "...", "en": "..."}, "theme": "housing", "sensitive": false,
///        "urgency": "u3", "mission": "online_procedure", "documents": [{"fr": "le bail", "en": "the lease"}],
///        "destinations": [{"id": "msa", "destination": "msa", "role": "primary",
///                          "when": [{"scheme": "agricultural"}], "explanation": {"fr": "...", "en": "..."}}],
///        "suggests": [{"need": "energy_arrears", "when": [{"housing": {"not": ["street", "hotel"]}}]}],
///        "since": "2026-01-01", "recorded": "2026-03-01", "source": "...", "confidence": "high",
///        "review_by": "2027-03-01", "review": "unreviewed"}]}
///
/// A cube names facts of PersonFacts: one value, a list of values, or {"not": [values]}. Optional keys of a need:
/// `deadline` {months, days, after, rounding, explanation, question}, `urgent_when` [{urgency, when, explanation}],
/// `comes_after` [{need, when, explanation}], `suggests`, `until`, `corrects`; of a rule: `when`, `unless`, `why_not`, `cautions`
/// [{when, explanation}], `areas`, `modes`, `documents`. The other schemas are "patio/safety/1" (`safety`: emergencies whatever
/// the need), "patio/destinations/1" (`destinations`), "patio/orientation_facts/1" (`facts`), "patio/veille/1" (`brakes`),
/// "patio/directory_words/1" (`words`: what audiences and networks of public directories stand for) and
/// "patio/local_rules/1" (`rules`, `sectors`: local_rule.hpp).
///
/// A book is immutable once loaded: threads share it freely.

#include <span>
#include <string_view>

#include <patio/base/error.hpp>
#include <patio/directory/sector.hpp>
#include <patio/orientation/directory_words.hpp>
#include <patio/orientation/fact_sheet.hpp>
#include <patio/orientation/facts.hpp>
#include <patio/orientation/local_rule.hpp>

namespace patio {

/// What holds suggestions back, from one day on: a rule of the house, for a centre to set.
struct VeilleBrakes {
  int most_per_visit = 0;
  /// So many days from a refusal on, the need is not suggested again.
  int refusal_days = 0;
  /// After so many days a signal is erased; all that stays of a refusal, for as long as it is respected, is its need and day.
  int signal_days = 0;
  Provenance provenance;
  bool operator==(const VeilleBrakes&) const = default;
};
BOOST_DESCRIBE_STRUCT(VeilleBrakes, (), (most_per_visit, refusal_days, signal_days, provenance))

struct NeedsBook {
  /// Sorted by code, then by day of entry into force.
  std::vector<Need> needs;
  /// Emergencies, whatever the need, in the order of the files.
  std::vector<SafetyRule> safety;
  std::vector<Destination> destinations;
  /// In the order of PersonFacts.
  std::vector<FactSheet> facts;
  DirectoryWords words;
  /// What holds suggestions back, in the order of their days.
  std::vector<VeilleBrakes> veille;
  /// Sorted by need.
  std::vector<LocalRule> local_rules;
  /// What local rules name as areas.
  std::vector<Sector> sectors;
  bool operator==(const NeedsBook&) const = default;
};
BOOST_DESCRIBE_STRUCT(NeedsBook, (), (needs, safety, destinations, facts, words, veille, local_rules, sectors))

/// One file of a book. Its name leads the path of each issue: "needs/family.json#/needs/2/title".
struct BookFile {
  std::string_view name;
  std::string_view text;
};

/// Reads and checks all files together. Issues, besides those of form:
///  - in conditions: `unknown_fact`, `unknown_value`, `impossible_condition`, `sensitive_condition` (of a suggestion);
///  - in references: `unknown_need`, `unknown_destination`, `unknown_theme`, `unknown_word`, `suggests_itself`, `cyclic_precedence`;
///  - in lists: `duplicate_code` (versions of a need that overlap, destinations, sheets), `duplicate_id`, `missing_fact`;
///  - in rules: `emergency_with_exception`, `emergency_not_a_number`, `no_way_out` (every destination of the need has a
///    condition, and the book has no unconditional need `unknown` to fall back to), `idle_deadline`, `idle_condition`;
///  - in local rules: `national_owner`, `missing_area`, `replaces_nothing`, `already_there`, `emergency_overridden`,
///    `missing_key`, `idle_key`, `unknown_area`, `foreign_area`;
///  - in sectors: `not_a_sector`, `empty_sector`, `empty_stretch`;
///  - elsewhere: `unknown_schema`, `empty_text`, `empty_period`, `second_words`, `out_of_range` (of a brake).
[[nodiscard]] Checked<NeedsBook> load_needs_book(std::span<const BookFile> files);

/// The same book with the rules of a place over its own: files of "patio/local_rules/1", and of any other schema. Local rules
/// that it had stay. Issues as above, of the new files alone.
[[nodiscard]] Checked<NeedsBook> with_local_rules(const NeedsBook& book, std::span<const BookFile> files);

/// The book for France that is compiled into the library.
[[nodiscard]] const NeedsBook& default_needs_book();

/// The facts that conditions may name: those of PersonFacts.
[[nodiscard]] const rules::Vocabulary& orientation_vocabulary();

/// The need to which everything unknown falls back.
[[nodiscard]] const NeedCode& fallback_need();

/// Only what is in force on that day.
[[nodiscard]] NeedsBook as_of(const NeedsBook& book, Date day);

/// The brakes in force on that day; without any, two a visit, 90 days and 30 days.
[[nodiscard]] VeilleBrakes brakes_on(const NeedsBook& book, Date day);

/// The version in force on that day, as the book knew it on `known_as_of` (as it knows it now, if absent); null if there is
/// none.
[[nodiscard]] const Need* find_need(const NeedsBook& book, const NeedCode& code, Date day,
                                    std::optional<Date> known_as_of = std::nullopt);
/// The emergencies in force on that day, as the book knew them then.
[[nodiscard]] std::vector<const SafetyRule*> safety_on(const NeedsBook& book, Date day,
                                                       std::optional<Date> known_as_of = std::nullopt);
[[nodiscard]] const Destination* find_destination(const NeedsBook& book, const DestinationCode& code);

/// Needs in force on that day that must be read again against their source within so many days.
[[nodiscard]] std::vector<NeedCode> due_for_review(const NeedsBook& book, Date day, int within_days);

}  // namespace patio
