#pragma once
/// \file
/// Who may meet a need, with the rank that it has among the others and everything that the desk tells the person about it.

#include <patio/orientation/local_rule.hpp>
#include <patio/orientation/orientation_request.hpp>
#include <patio/orientation/rank.hpp>
#include <patio/schedule/centre_plan.hpp>

namespace patio {

/// A fact on which an answer rests: a field of PersonFacts, or `residence` with the area that it lies in.
struct FactUsed {
  std::string fact;
  std::string value;
  /// "régime de protection sociale : agricole (MSA)"
  Text text;
  std::optional<Date> known_since;
  bool operator==(const FactUsed&) const = default;
};
BOOST_DESCRIBE_STRUCT(FactUsed, (), (fact, value, text, known_since))

/// What to ask next. `fact` is a field of PersonFacts, "event_day", or "residence" (the commune, then the address).
struct Question {
  std::string fact;
  Text text;
  bool operator==(const Question&) const = default;
};
BOOST_DESCRIBE_STRUCT(Question, (), (fact, text))

/// The next time at which somebody receives for a service.
struct NextPermanence {
  PermanenceCode permanence;
  Date day{};
  ClockTime opens;
  bool operator==(const NextPermanence&) const = default;
};
BOOST_DESCRIBE_STRUCT(NextPermanence, (), (permanence, day, opens))

struct Deadline {
  Date day{};
  Text explanation;
  bool operator==(const Deadline&) const = default;
};
BOOST_DESCRIBE_STRUCT(Deadline, (), (day, explanation))

/// Why a candidate stands where it does. Fields in the order in which they weigh: the first that differs decides, then the
/// kilometres, then the order of the book, in which a jurist put them.
struct CandidateRank {
  /// `full`, `suspended` and `not_yet_open` last.
  Openness openness{};
  /// Whether somebody receives within the time that the urgency leaves: without a permanence a desk is there when a site of the
  /// plan is open, and of a partner who said no days, or of who is elsewhere, nothing is known.
  Fit in_time{};
  /// The day on which they receive first, if it is in time: the earlier one comes first. Absent for a desk whose plan tells no
  /// opening hours.
  std::optional<Date> first_day;
  Distance distance{};
  Fit language{};
  Fit step_free{};
  /// Whether the service, or who receives for it, knows the person already.
  Fit known_to{};
  std::optional<double> km;
  bool operator==(const CandidateRank&) const = default;
};
BOOST_DESCRIBE_STRUCT(CandidateRank, (), (openness, in_time, first_day, distance, language, step_free, known_to, km))

/// True if `first` stands before `second`.
[[nodiscard]] bool ranks_before(const CandidateRank& first, const CandidateRank& second, Travel travel);

struct Candidate {
  DestinationCode destination;
  Text name;
  DestinationRole role{};
  /// True if facts are missing to be sure.
  bool conditional = false;
  /// The centre's service for it, if it has one.
  std::optional<ServiceCode> service;
  Openness openness{};
  /// To dial, for a number.
  std::optional<std::string> phone;
  /// Within the next 60 days.
  std::optional<NextPermanence> next;
  CandidateRank rank;
  std::vector<Text> reasons;
  /// What to heed: a conflict of interest, a limit.
  std::vector<Text> cautions;
  std::vector<FactUsed> facts_used;
  /// Facts that would settle it, cheapest first, and the question for the first of them.
  std::vector<std::string> missing;
  std::optional<Question> question;
  /// How people are received for this need. Empty: not said.
  std::vector<ReceptionMode> modes;
  /// What to bring there: the papers of the need, then those of the rule.
  std::vector<Text> documents;
  /// By when it must be done, if that is known.
  std::optional<Deadline> deadline;
  /// What the desk can do itself on the way there.
  std::vector<Text> desk_can;
  /// "housing_benefit.msa", and whose rule it is.
  std::string rule;
  RuleOwner owner{};
  bool operator==(const Candidate&) const = default;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (destination, name, role, conditional, service, openness, phone, next, rank, reasons,
                                      cautions, facts_used, missing, question, modes, documents, deadline, desk_can, rule,
                                      owner))

/// A destination that the book names for this need but not for these facts. It says nothing about rights: only the
/// organisation in charge decides on them.
struct Exclusion {
  DestinationCode destination;
  Text name;
  /// The fact that excludes it, "residence", "refused", "do_not_route", or "withdrawn": the house, the commune or the département
  /// says that it is not to be proposed.
  std::string reason;
  Text text;
  std::vector<FactUsed> facts_used;
  std::string rule;
  RuleOwner owner{};
  bool operator==(const Exclusion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Exclusion, (), (destination, name, reason, text, facts_used, rule, owner))

}  // namespace patio
