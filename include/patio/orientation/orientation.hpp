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
///
/// Of each rule the nearest owner's version that holds where the person lives is read (local_rule.hpp). What is left of one role
/// is ranked (candidate.hpp), and the best three are shown.

#include <patio/orientation/candidate.hpp>

namespace patio {

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
  RuleOwner owner{};
  Date since{};
  Date recorded{};
  bool operator==(const RuleRead&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleRead, (), (rule, owner, since, recorded))

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
  /// At most three of each, by rank.
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
  /// Where a département, a commune or the centre has it otherwise than the nation, and why.
  std::vector<RuleOverride> overrides;
  bool operator==(const Orientation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Orientation, (), (need, title, sensitive, urgency, urgency_reasons, deadline, emergencies, comes_after,
                                        primaries, secondaries, recipients, conditional, excluded, questions, documents,
                                        mission, notice, rules, overrides))

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
