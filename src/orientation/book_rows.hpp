#pragma once
/// \file
/// The files of a needs book as a jurist writes them: from these rows come the reader and the schemas of editors.

#include <patio/base/json_tree.hpp>
#include <patio/orientation/needs_book.hpp>

namespace patio {

struct CautionRow {
  std::vector<AnyJson> when;
  Text explanation;
};
BOOST_DESCRIBE_STRUCT(CautionRow, (), (when, explanation))

struct RuleRow {
  std::string id;
  DestinationCode destination;
  DestinationRole role{};
  std::vector<AnyJson> when;
  std::vector<AnyJson> unless;
  Text explanation;
  std::optional<Text> why_not;
  std::vector<CautionRow> cautions;
  std::vector<AreaCode> areas;
  std::vector<ReceptionMode> modes;
  std::vector<Text> documents;
};
BOOST_DESCRIBE_STRUCT(RuleRow, (), (id, destination, role, when, unless, explanation, why_not, cautions, areas, modes, documents))

/// A rule that withdraws another has none of what a rule says.
struct LocalRow {
  NeedCode need;
  RuleOwner owner{};
  LocalEffect effect{};
  Text reason;
  std::string id;
  std::optional<DestinationCode> destination;
  std::optional<DestinationRole> role;
  std::vector<AnyJson> when;
  std::vector<AnyJson> unless;
  std::optional<Text> explanation;
  std::optional<Text> why_not;
  std::vector<CautionRow> cautions;
  std::vector<AreaCode> areas;
  std::vector<ReceptionMode> modes;
  std::vector<Text> documents;
  Date since{};
  std::optional<Date> until;
  Date recorded{};
  std::string source;
  rules::Confidence confidence{};
  Date review_by{};
  std::string review;
  std::optional<Date> corrects;
};
BOOST_DESCRIBE_STRUCT(LocalRow, (), (need, owner, effect, reason, id, destination, role, when, unless, explanation, why_not,
                                     cautions, areas, modes, documents, since, until, recorded, source, confidence, review_by,
                                     review, corrects))

struct DeadlineRow {
  std::optional<int> months;
  std::optional<int> days;
  DeadlineStart after{};
  Rounding rounding{};
  Text explanation;
  Text question;
};
BOOST_DESCRIBE_STRUCT(DeadlineRow, (), (months, days, after, rounding, explanation, question))

struct UrgencyRow {
  NeedUrgency urgency{};
  std::vector<AnyJson> when;
  Text explanation;
};
BOOST_DESCRIBE_STRUCT(UrgencyRow, (), (urgency, when, explanation))

struct PrecedenceRow {
  NeedCode need;
  std::vector<AnyJson> when;
  Text explanation;
};
BOOST_DESCRIBE_STRUCT(PrecedenceRow, (), (need, when, explanation))

struct SuggestionRow {
  NeedCode need;
  std::vector<AnyJson> when;
  std::optional<bool> only_if_mentioned;
};
BOOST_DESCRIBE_STRUCT(SuggestionRow, (), (need, when, only_if_mentioned))

struct NeedRow {
  NeedCode code;
  Text title;
  NeedTheme theme{};
  bool sensitive = false;
  NeedUrgency urgency{};
  DeskMission mission{};
  std::vector<std::string> themes;
  std::vector<Text> documents;
  std::optional<DeadlineRow> deadline;
  std::vector<UrgencyRow> urgent_when;
  std::vector<PrecedenceRow> comes_after;
  std::vector<RuleRow> destinations;
  std::vector<SuggestionRow> suggests;
  Date since{};
  std::optional<Date> until;
  Date recorded{};
  std::string source;
  rules::Confidence confidence{};
  Date review_by{};
  std::string review;
  std::optional<Date> corrects;
};
BOOST_DESCRIBE_STRUCT(NeedRow, (), (code, title, theme, sensitive, urgency, mission, themes, documents, deadline,
                                    urgent_when, comes_after, destinations, suggests, since, until, recorded, source, confidence,
                                    review_by, review, corrects))

struct SafetyRow {
  std::string id;
  DestinationCode destination;
  std::vector<AnyJson> when;
  Text explanation;
  Date since{};
  std::optional<Date> until;
  Date recorded{};
  std::string source;
  rules::Confidence confidence{};
  Date review_by{};
  std::string review;
  std::optional<Date> corrects;
};
BOOST_DESCRIBE_STRUCT(SafetyRow, (), (id, destination, when, explanation, since, until, recorded, source, confidence,
                                      review_by, review, corrects))

struct BrakesRow {
  int most_per_visit = 0;
  int refusal_days = 0;
  int signal_days = 0;
  Date since{};
  std::optional<Date> until;
  Date recorded{};
  std::string source;
  rules::Confidence confidence{};
  Date review_by{};
  std::string review;
  std::optional<Date> corrects;
};
BOOST_DESCRIBE_STRUCT(BrakesRow, (), (most_per_visit, refusal_days, signal_days, since, until, recorded, source, confidence,
                                      review_by, review, corrects))

struct AudienceRow {
  std::string code;
  std::optional<std::vector<AnyJson>> when;
};
BOOST_DESCRIBE_STRUCT(AudienceRow, (), (code, when))

struct WordsRow {
  std::vector<AudienceRow> audiences;
  std::vector<NetworkRule> networks;
  std::string source;
  Date recorded{};
  Date review_by{};
  std::string review;
};
BOOST_DESCRIBE_STRUCT(WordsRow, (), (audiences, networks, source, recorded, review_by, review))

struct NeedsFile {
  std::string schema;
  std::vector<NeedRow> needs;
};
BOOST_DESCRIBE_STRUCT(NeedsFile, (), (schema, needs))

struct SafetyFile {
  std::string schema;
  std::vector<SafetyRow> safety;
};
BOOST_DESCRIBE_STRUCT(SafetyFile, (), (schema, safety))

struct LocalFile {
  std::string schema;
  std::vector<LocalRow> rules;
  std::vector<Sector> sectors;
};
BOOST_DESCRIBE_STRUCT(LocalFile, (), (schema, rules, sectors))

struct DestinationsFile {
  std::string schema;
  std::vector<Destination> destinations;
};
BOOST_DESCRIBE_STRUCT(DestinationsFile, (), (schema, destinations))

struct FactsFile {
  std::string schema;
  std::vector<FactSheet> facts;
};
BOOST_DESCRIBE_STRUCT(FactsFile, (), (schema, facts))

struct VeilleFile {
  std::string schema;
  std::vector<BrakesRow> brakes;
};
BOOST_DESCRIBE_STRUCT(VeilleFile, (), (schema, brakes))

struct WordsFile {
  std::string schema;
  WordsRow words;
};
BOOST_DESCRIBE_STRUCT(WordsFile, (), (schema, words))

}  // namespace patio
