#pragma once
/// \file
/// Two records of one person made one, by somebody who looked, and taken apart again within the days of the rulebook.
///
///     Result<PersonMerge> done = merge(kept, other, {.id = id, .merged_by = pro, .now = now, .today = today}, rules);
///     merged(kept, other);                          // the person as they are from now on
///     Result<Unmerged> undone = undo(*done, kept_now, today);
///
/// The record that is kept wins wherever both say something; what it does not say is filled from the other. A safety that
/// either knows is kept: if one of them says that a phone is unsafe, it is unsafe.
///
/// The other record stays, locked, and names where it went (`merged_into`). Its visits, needs and the like change hands:
/// whoever moves them writes them into `moved`, so that an undo brings back exactly those.

#include <patio/people/matching.hpp>
#include <patio/people/person.hpp>
#include <patio/people/professional.hpp>

namespace patio {

using MergeId = Id<struct MergeTag>;

/// A record that changed hands: "encounter" and its id.
struct MovedRecord {
  Code<struct RecordKindTag> kind;
  Id<struct RecordTag> record_id;
  bool operator==(const MovedRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(MovedRecord, (), (kind, record_id))

/// One merge, kept with all that its undoing needs for as long as it can be undone; then only that it was. It is about both
/// people: erase it with either.
struct PersonMerge {
  MergeId id;
  /// Who is kept.
  PersonId person_id;
  PersonId other_person_id;
  ProfessionalCode merged_by;
  Instant merged_at;
  /// The last day on which it can be undone.
  Date undo_last_day{};
  /// Both as they were.
  Person person_before;
  Person other_before;
  std::vector<MovedRecord> moved;
  std::optional<Instant> undone_at;
  /// When what was kept for the undoing went.
  std::optional<Instant> forgotten_at;
  bool operator==(const PersonMerge&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonMerge, (), (id, person_id, other_person_id, merged_by, merged_at, undo_last_day, person_before,
                                        other_before, moved, undone_at, forgotten_at))

/// The first day on which nobody can undo it any more; nothing once it is forgotten.
[[nodiscard]] std::optional<Date> forgotten_on(const PersonMerge& merge);

/// That there was a merge, by whom and when, without what either record said before.
[[nodiscard]] PersonMerge forget(PersonMerge merge, Instant now);

struct MergeContext {
  MergeId id;
  ProfessionalCode merged_by;
  Instant now;
  Date today{};
};

/// The kept person after the merge.
[[nodiscard]] Person merged(const Person& kept, const Person& other);

/// Names of the fields that the other record fills or adds to: "birth_date", "contacts".
[[nodiscard]] std::vector<std::string> filled_fields(const Person& kept, const Person& other);

/// Refused for one record twice (`merge_with_itself`), for a record that was merged before (`already_merged`), and for an
/// anonymous one, which is only counted (`anonymous_not_merged`).
[[nodiscard]] Result<PersonMerge> merge(const Person& kept, const Person& other, const MergeContext& context,
                                        const MatchingRules& rules);

struct Unmerged {
  Person person;
  Person other;
  bool operator==(const Unmerged&) const = default;
};
BOOST_DESCRIBE_STRUCT(Unmerged, (), (person, other))

/// Both again. What was changed on the kept record since the merge stays changed. Refused once undone (`already_done`) and
/// after the last day (`undo_too_late`).
[[nodiscard]] Result<Unmerged> undo(const PersonMerge& merge, const Person& now, Date today);

}  // namespace patio
