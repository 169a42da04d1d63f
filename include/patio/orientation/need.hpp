#pragma once
/// \file
/// A need of the rulebook: what somebody may ask for, who can meet it, under which conditions, by when and with which
/// papers. All of it is data; the book that holds it is in needs_book.hpp.
///
/// A condition is a list of cubes over PersonFacts: it holds when one of them holds. Without any cube, `when` always holds
/// and `unless` never does.

#include <optional>
#include <string>
#include <vector>

#include <patio/base/time.hpp>
#include <patio/directory/service.hpp>
#include <patio/directory/territory.hpp>
#include <patio/orientation/destination.hpp>
#include <patio/rules/cube.hpp>
#include <patio/rules/rule.hpp>

namespace patio {

/// Within which time somebody must be received: now, the same day, 3 working days, 10 working days, no haste.
enum class NeedUrgency { u0, u1, u2, u3, u4 };
BOOST_DESCRIBE_ENUM(NeedUrgency, u0, u1, u2, u3, u4)

/// Under which of the four missions of a France Services desk the need is counted when it is met there.
enum class DeskMission { info, equipment, online_procedure, orientation };
BOOST_DESCRIBE_ENUM(DeskMission, info, equipment, online_procedure, orientation)

enum class NeedTheme {
  papers, family, health, disability, ageing, pension, work, money, housing, energy, justice, safety, digital, mail,
  professionals, other
};
BOOST_DESCRIBE_ENUM(NeedTheme, papers, family, health, disability, ageing, pension, work, money, housing, energy, justice,
                    safety, digital, mail, professionals, other)

/// `primary` handles the need, `secondary` helps besides, `recipient` receives the file that another one prepares,
/// `emergency` is shown first whatever else is known.
enum class DestinationRole { primary, secondary, recipient, emergency };
BOOST_DESCRIBE_ENUM(DestinationRole, primary, secondary, recipient, emergency)

/// Since when an entry of the book holds, where it was read, and when somebody must read it again.
struct Provenance {
  Period in_force;
  /// The day on which this version was written down.
  Date recorded{};
  /// A text of law, an official page.
  std::string source;
  rules::Confidence confidence{};
  /// The day by which it must be read again against its source.
  Date review_by{};
  /// Who has read it as a professional of the matter: "unreviewed" until then.
  std::string review;
  /// The `recorded` day of the version that this one puts right, as if that one had never been. Whoever asks what the book
  /// knew before still finds the old one.
  std::optional<Date> corrects;
  bool operator==(const Provenance&) const = default;
};
BOOST_DESCRIBE_STRUCT(Provenance, (), (in_force, recorded, source, confidence, review_by, review, corrects))

/// Something to heed when this holds: a conflict of interest, a limit of what the destination does.
struct CautionRule {
  std::vector<rules::Cube> when;
  Text explanation;
  bool operator==(const CautionRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(CautionRule, (), (when, explanation))

/// One sentence of the book: to whom, when, when not, and why.
struct DestinationRule {
  /// Unique within its need: "msa".
  std::string id;
  DestinationCode destination;
  DestinationRole role{};
  std::vector<rules::Cube> when;
  /// Never for an emergency.
  std::vector<rules::Cube> unless;
  Text explanation;
  /// What to say when it does not hold; the facts that exclude it if absent.
  std::optional<Text> why_not;
  std::vector<CautionRule> cautions;
  /// Where people must live: communes, intercommunalities, départements, régions, sectors of the book. Empty: anywhere.
  std::vector<AreaCode> areas;
  /// How it receives for this need, if otherwise than its service says.
  std::vector<ReceptionMode> modes;
  /// Papers for it alone, besides those of the need.
  std::vector<Text> documents;
  bool operator==(const DestinationRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(DestinationRule, (), (id, destination, role, when, unless, explanation, why_not, cautions, areas, modes,
                                            documents))

/// An emergency that holds whatever the need.
struct SafetyRule {
  DestinationRule rule;
  Provenance provenance;
  bool operator==(const SafetyRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(SafetyRule, (), (rule, provenance))

/// What the deadline is counted from: the day of the sale, of the decision, of the hearing...
enum class DeadlineStart { event_day };
BOOST_DESCRIBE_ENUM(DeadlineStart, event_day)

/// So many months and days after (or, when negative, before) the start.
struct DeadlineRule {
  int months = 0;
  int days = 0;
  DeadlineStart after{};
  Rounding rounding{};
  Text explanation;
  /// Asks for the day when it is not known.
  Text question;
  bool operator==(const DeadlineRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeadlineRule, (), (months, days, after, rounding, explanation, question))

/// The need is more urgent when this holds.
struct UrgencyRule {
  NeedUrgency urgency{};
  std::vector<rules::Cube> when;
  Text explanation;
  bool operator==(const UrgencyRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(UrgencyRule, (), (urgency, when, explanation))

/// Another need that comes first when this holds: violence before a separation.
struct PrecedenceRule {
  NeedCode need;
  std::vector<rules::Cube> when;
  Text explanation;
  bool operator==(const PrecedenceRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(PrecedenceRule, (), (need, when, explanation))

/// A need worth a word with whoever came for this one (veille sociale).
struct SuggestionRule {
  NeedCode need;
  std::vector<rules::Cube> when;
  /// Only if the person spoke of it.
  bool only_if_mentioned = false;
  bool operator==(const SuggestionRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(SuggestionRule, (), (need, when, only_if_mentioned))

/// One dated version of a need. Versions of one code never overlap.
struct Need {
  NeedCode code;
  Text title;
  NeedTheme theme{};
  /// Its very existence is known only to whoever handles it, and it is counted under the stricter threshold.
  bool sensitive = false;
  NeedUrgency urgency{};
  DeskMission mission{};
  /// What public directories call it, the closest first: of the list "themes" of directory.hpp.
  std::vector<std::string> themes;
  std::vector<Text> documents;
  std::optional<DeadlineRule> deadline;
  std::vector<UrgencyRule> urgent_when;
  std::vector<PrecedenceRule> comes_after;
  std::vector<DestinationRule> destinations;
  std::vector<SuggestionRule> suggests;
  Provenance provenance;
  bool operator==(const Need&) const = default;
};
BOOST_DESCRIBE_STRUCT(Need, (), (code, title, theme, sensitive, urgency, mission, themes, documents, deadline,
                                 urgent_when, comes_after, destinations, suggests, provenance))

}  // namespace patio
