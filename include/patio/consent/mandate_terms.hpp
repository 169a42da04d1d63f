#pragma once
/// \file
/// The rules of the mandates of Aidants Connect as dated, sourced data (`aidants_connect.json` of the rulebook): durations,
/// the ten families of procedures, who may be an aidant, delays.
///
///     const MandateTerms& terms = mandate_terms(today);
///     const MandateDuration* half_year = duration_of(terms, DurationCode{"semester"});      // 182 days

#include <optional>
#include <string>
#include <vector>

#include <patio/base/code.hpp>
#include <patio/base/error.hpp>
#include <patio/base/time.hpp>
#include <patio/base/yes_no.hpp>
#include <patio/people/person.hpp>

namespace patio {

/// "social", "argent"...: a family of procedures.
using ProcedureCode = Code<struct ProcedureTag>;
/// "day", "month", "semester", "year"
using DurationCode = Code<struct DurationTag>;

struct MandateDuration {
  DurationCode code;
  int days = 0;
  Text label;
  bool operator==(const MandateDuration&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateDuration, (), (code, days, label))

struct MandateProcedure {
  ProcedureCode code;
  Text label;
  bool operator==(const MandateProcedure&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateProcedure, (), (code, label))

/// At a distance, by paper to be signed as soon as may be, or by a positive answer to a message.
enum class MandateMethod { in_person, remote_paper, remote_message };
BOOST_DESCRIBE_ENUM(MandateMethod, in_person, remote_paper, remote_message)

/// How a mandate is concluded at a distance by that method.
struct RemoteConclusion {
  MandateMethod method{};
  /// Nothing is done in the person's name before they have answered yes; else the mandate runs while its paper travels.
  bool waits_for_answer = false;
  /// The person must have a contact of one of these that is safe; none: it does not matter.
  std::vector<ContactChannel> channels;
  /// The signed paper is asked for again each time so many days have passed without it.
  int paper_days = 0;
  bool operator==(const RemoteConclusion&) const = default;
};
BOOST_DESCRIBE_STRUCT(RemoteConclusion, (), (method, waits_for_answer, channels, paper_days))

struct MandateTerms {
  Date since{};
  std::optional<Date> until;
  std::vector<MandateDuration> durations;
  std::vector<MandateProcedure> procedures;
  /// A mandate of at least `reminder_from_days` is spoken of again so many days before its end.
  int reminder_days = 0;
  int reminder_from_days = 0;
  /// After its end a mandate may still be renewed for so many days, the last one not included.
  int renewal_days = 0;
  /// A draft that nobody signs is abandoned.
  int draft_days = 0;
  /// For how long what proves a mandate is kept after its end.
  int evidence_years = 0;
  /// The ways to conclude one at a distance: a method that is not listed is only good in person.
  std::vector<RemoteConclusion> remote;
  /// Codes of hat facts (hat_facts.json): who may be an aidant, and which professions may not.
  std::vector<std::string> engagements;
  std::vector<std::string> barred_professions;
  /// A structure that charges fees is excluded.
  bool fees_exclude = false;
  std::vector<std::string> texts;
  Date recorded{};
  Date review_by{};
  std::string confidence;
  std::string source;
  std::string review;
  bool operator==(const MandateTerms&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateTerms, (), (since, until, durations, procedures, reminder_days, reminder_from_days, renewal_days,
                                         draft_days, evidence_years, remote, engagements, barred_professions, fees_exclude, texts,
                                         recorded, review_by, confidence, source, review))

/// The terms in force on that day; before the first ones, Error (not_found). Read once, shared by threads.
[[nodiscard]] const MandateTerms& mandate_terms(Date day);

/// Null if there is no such duration.
[[nodiscard]] const MandateDuration* duration_of(const MandateTerms& terms, const DurationCode& code);
/// Null if it is not concluded so at a distance.
[[nodiscard]] const RemoteConclusion* remote_of(const MandateTerms& terms, MandateMethod method);
[[nodiscard]] bool knows(const MandateTerms& terms, const ProcedureCode& procedure);

/// What decides whether somebody may be an aidant. What is not known bars.
struct AidantFacts {
  std::string engagement;
  std::string profession;
  /// Trained and habilitated.
  std::optional<YesNo> habilitated;
  std::optional<YesNo> charges_fees;
  bool operator==(const AidantFacts&) const = default;
};
BOOST_DESCRIBE_STRUCT(AidantFacts, (), (engagement, profession, habilitated, charges_fees))

/// The code of the refusal that bars the aidant: `professional_not_eligible`, `professional_not_habilitated`,
/// `structure_charges_fees`; nothing if none does.
[[nodiscard]] std::optional<std::string> bar_to_aidant(const AidantFacts& aidant, const MandateTerms& terms);

}  // namespace patio
