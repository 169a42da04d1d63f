#pragma once
/// \file
/// Orientation: from a need and what is known of a person to who can meet it, with reasons. It proposes; a named
/// professional decides with the person.
///
///     OrientationRequest request{.need = NeedCode{"housing_benefit"}, .facts = facts, .day = today};
///     Orientation answer = orient(default_needs_book(), plan, request);
///     answer.primaries.front().destination;     // "msa"
///     answer.excluded.front().text;             // CAF: "Au régime agricole, c'est la MSA qui verse cette prestation..."
///
/// Each rule is true, false or unknown for these facts. True proposes its destination; false excludes it and says on which
/// fact; unknown keeps it as conditional and asks the cheapest question that would settle it. So one more fact never brings
/// back an excluded destination, and never takes an emergency away. The same request always has the same answer.

#include <map>

#include <patio/orientation/needs_book.hpp>
#include <patio/schedule/centre_plan.hpp>

namespace patio {

struct DestinationRefusal {
  DestinationCode destination;
  Date day{};
  bool operator==(const DestinationRefusal&) const = default;
};
BOOST_DESCRIBE_STRUCT(DestinationRefusal, (), (destination, day))

struct OrientationRequest {
  NeedCode need;
  PersonFacts facts;
  Date day{};
  /// What the deadline is counted from: the day of the sale, of the decision, of the hearing.
  std::optional<Date> event_day;
  /// Since when a fact is known: fact -> day. Only told back.
  std::map<std::string, Date> known_since;
  /// Destinations that the person refused less than 90 days ago, or with the day on which they did: how long a refusal
  /// counts is told by the brakes of the book.
  std::vector<DestinationCode> refused;
  std::vector<DestinationRefusal> refusals;
  /// Where nobody must send this person: the receiver or their guardian is the other party, a decision of the house.
  std::vector<DestinationCode> do_not_route;
  /// Days on which nobody receives: public holidays, closures.
  std::vector<Date> holidays;
  /// As the book knew its rules on that day: later corrections are left out. Absent: as it knows them now.
  std::optional<Date> known_as_of;
  bool operator==(const OrientationRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(OrientationRequest, (), (need, facts, day, event_day, known_since, refused, refusals, do_not_route,
                                               holidays, known_as_of))

/// True if the person refused it lately, or nobody must send them there.
[[nodiscard]] bool is_barred(const NeedsBook& book, const OrientationRequest& request, const DestinationCode& destination);

/// In the order in which candidates of one role are shown. `elsewhere`: no service of this centre.
enum class Openness { open, by_phone, waitlist, elsewhere, full, suspended, not_yet_open };
BOOST_DESCRIBE_ENUM(Openness, open, by_phone, waitlist, elsewhere, full, suspended, not_yet_open)

/// A fact on which an answer rests.
struct FactUsed {
  std::string fact;
  std::string value;
  /// "régime de protection sociale : agricole (MSA)"
  Text text;
  std::optional<Date> known_since;
  bool operator==(const FactUsed&) const = default;
};
BOOST_DESCRIBE_STRUCT(FactUsed, (), (fact, value, text, known_since))

/// What to ask next. `fact` is a field of PersonFacts, or "event_day".
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
  std::vector<Text> reasons;
  /// What to heed: a conflict of interest, a limit.
  std::vector<Text> cautions;
  std::vector<FactUsed> facts_used;
  /// Facts that would settle it, cheapest first, and the question for the first of them.
  std::vector<std::string> missing;
  std::optional<Question> question;
  /// "housing_benefit.msa"
  std::string rule;
  bool operator==(const Candidate&) const = default;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (destination, name, role, conditional, service, openness, phone, next, reasons,
                                      cautions, facts_used, missing, question, rule))

/// A destination that the book names for this need but not for these facts. It says nothing about rights: only the
/// organisation in charge decides on them.
struct Exclusion {
  DestinationCode destination;
  Text name;
  /// The fact that excludes it, "refused" or "do_not_route".
  std::string reason;
  Text text;
  std::vector<FactUsed> facts_used;
  std::string rule;
  bool operator==(const Exclusion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Exclusion, (), (destination, name, reason, text, facts_used, rule))

struct Deadline {
  Date day{};
  Text explanation;
  bool operator==(const Deadline&) const = default;
};
BOOST_DESCRIBE_STRUCT(Deadline, (), (day, explanation))

/// A need that comes first.
struct Precedence {
  NeedCode need;
  Text title;
  Text explanation;
  bool operator==(const Precedence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Precedence, (), (need, title, explanation))

/// A rule that was read, in the version that was in force.
struct RuleRead {
  std::string rule;
  Date since{};
  Date recorded{};
  bool operator==(const RuleRead&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleRead, (), (rule, since, recorded))

struct Orientation {
  NeedCode need;
  Text title;
  bool sensitive = false;
  NeedUrgency urgency{};
  /// Why it is more urgent than usual.
  std::vector<Text> urgency_reasons;
  std::optional<Deadline> deadline;
  std::vector<Candidate> emergencies;
  std::vector<Precedence> comes_after;
  /// At most three of each, open ones first.
  std::vector<Candidate> primaries;
  std::vector<Candidate> secondaries;
  /// Who receives the file in the end: nobody is sent there.
  std::vector<Candidate> recipients;
  /// Candidates that a missing fact keeps open. While no primary is known, only those that could become one.
  std::vector<Candidate> conditional;
  std::vector<Exclusion> excluded;
  /// Cheapest first.
  std::vector<Question> questions;
  std::vector<Text> documents;
  DeskMission mission{};
  /// What must always be said with such an answer.
  Text notice;
  std::vector<RuleRead> rules;
  bool operator==(const Orientation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Orientation, (), (need, title, sensitive, urgency, urgency_reasons, deadline, emergencies, comes_after,
                                        primaries, secondaries, recipients, conditional, excluded, questions, documents,
                                        mission, notice, rules))

/// An old answer asked for again.
struct Replayed {
  /// By the rules that the old answer had read, in the versions that it had read.
  Orientation answer;
  bool same = false;
  /// Rules that the book no longer holds in that version: the answer can't be had again.
  std::vector<RuleRead> lost;
  bool operator==(const Replayed&) const = default;
};
BOOST_DESCRIBE_STRUCT(Replayed, (), (answer, same, lost))

/// The answer of the past to the same request, from a book that may have learnt since: what it recorded later is left out.
/// Throws Error `not_found` if the book no longer has the need of that day.
[[nodiscard]] Replayed replay(const NeedsBook& book, const CentrePlan& plan, const OrientationRequest& request,
                              const Orientation& past);

/// Throws Error `not_found` if the book has no such need on that day.
[[nodiscard]] Orientation orient(const NeedsBook& book, const CentrePlan& plan, const OrientationRequest& request);

}  // namespace patio
