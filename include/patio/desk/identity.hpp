#pragma once
/// \file
/// People looked for by whoever receives them, and records that may be of one person: found, told apart, made one, and taken
/// apart again.
///
///     for (const FoundPerson& each : desk.ask(FindPersons{.name = "lenoir marc"}).value().persons) ...
///     for (const DuplicateCandidate& each : desk.ask(FindDuplicates{.person_id = jean_pierre}).value().candidates) ...
///     desk.run(MarkNotDuplicate{.command_id = id, .person_id = lea, .other_person_id = lucas});
///     desk.run(MergePersons{.command_id = id, .person_id = kept, .other_person_id = other, .proof = MergeProof::said_by_person});
///
/// Nothing is ever merged but by a professional who asks for it. They must be allowed to read both files: else a merge would
/// open to their service what another one keeps.

#include <patio/desk/command.hpp>
#include <patio/people/duplicate_index.hpp>
#include <patio/people/merge.hpp>

namespace patio {

/// Somebody in the answer of a search: enough to tell people of one name apart.
struct FoundPerson {
  PersonId person_id;
  PersonKind kind{};
  std::optional<std::string> usual_name;
  std::optional<std::string> birth_name;
  std::vector<std::string> first_names;
  std::optional<Date> birth_date;
  bool operator==(const FoundPerson&) const = default;
};
BOOST_DESCRIBE_STRUCT(FoundPerson, (), (person_id, kind, usual_name, birth_name, first_names, birth_date))

struct PersonsFound {
  /// By name.
  std::vector<FoundPerson> persons;
  /// How many there are, listed or not. Those that this hat may not know are not counted.
  std::uint64_t total = 0;
  bool operator==(const PersonsFound&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonsFound, (), (persons, total))

/// The people of whom all that is said here is true, and whom this hat may know. Somebody whom no service has received yet is
/// shown to those only who may know the people of other services.
struct FindPersons {
  using Answer = PersonsFound;
  static constexpr std::string_view purpose = "reception";
  /// Beginnings of names, used or born with, and of first names, in any order: "lenoir marc". Capitals, accents and hyphens
  /// make no difference. Two letters at least.
  std::optional<std::string> name;
  std::optional<Date> birth_date;
  /// A telephone number or an e-mail address, however it is written.
  std::optional<std::string> contact;
  /// 1 to 200. Absent: 20.
  std::optional<int> at_most;
  bool operator==(const FindPersons&) const = default;
};
BOOST_DESCRIBE_STRUCT(FindPersons, (), (name, birth_date, contact, at_most))

struct DuplicatesFound {
  std::vector<DuplicateCandidate> candidates;
  bool operator==(const DuplicatesFound&) const = default;
};
BOOST_DESCRIBE_STRUCT(DuplicatesFound, (), (candidates))

/// Other records that may be of this person, the likeliest first; without those that somebody told apart from them, and
/// those that this hat may not know. That others are left out is not told.
struct FindDuplicates {
  using Answer = DuplicatesFound;
  static constexpr std::string_view purpose = "reception";
  PersonId person_id;
  int at_most = 20;
  bool operator==(const FindDuplicates&) const = default;
};
BOOST_DESCRIBE_STRUCT(FindDuplicates, (), (person_id, at_most))

struct MarkedApart {
  Id<struct NotDuplicateTag> not_duplicate_id;
  bool operator==(const MarkedApart&) const = default;
};
BOOST_DESCRIBE_STRUCT(MarkedApart, (), (not_duplicate_id))

/// These are two people: remembered, and not proposed again.
struct MarkNotDuplicate {
  using Answer = MarkedApart;
  static constexpr std::string_view purpose = "reception";
  CommandId command_id;
  PersonId person_id;
  PersonId other_person_id;
  bool operator==(const MarkNotDuplicate&) const = default;
};
BOOST_DESCRIBE_STRUCT(MarkNotDuplicate, (), (command_id, person_id, other_person_id))

/// How it is known that both records are of one person. Papers are needed where the records do not look alike, seem of one
/// household, or have been told apart before.
enum class MergeProof { said_by_person, papers_seen };
BOOST_DESCRIBE_ENUM(MergeProof, said_by_person, papers_seen)

struct PersonsMerged {
  MergeId merge_id;
  /// What the other record added to the one that is kept: "birth_date", "contacts".
  std::vector<std::string> filled;
  /// The last day on which it can be undone.
  Date undo_last_day{};
  bool operator==(const PersonsMerged&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonsMerged, (), (merge_id, filled, undo_last_day))

/// Keeps the record of `person_id`: what it says wins, its gaps are filled, and all that the other file holds comes to it.
/// The other record stays, locked, and says where it went.
struct MergePersons {
  using Answer = PersonsMerged;
  static constexpr std::string_view purpose = "this_procedure";
  CommandId command_id;
  PersonId person_id;
  PersonId other_person_id;
  MergeProof proof{};
  bool operator==(const MergePersons&) const = default;
};
BOOST_DESCRIBE_STRUCT(MergePersons, (), (command_id, person_id, other_person_id, proof))

struct PersonMergeUndone {
  PersonId person_id;
  PersonId other_person_id;
  bool operator==(const PersonMergeUndone&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonMergeUndone, (), (person_id, other_person_id))

/// Both records again, with what each file held before; what came since stays with the one that was kept.
struct UndoPersonMerge {
  using Answer = PersonMergeUndone;
  static constexpr std::string_view purpose = "this_procedure";
  CommandId command_id;
  PersonId person_id;
  MergeId merge_id;
  bool operator==(const UndoPersonMerge&) const = default;
};
BOOST_DESCRIBE_STRUCT(UndoPersonMerge, (), (command_id, person_id, merge_id))

}  // namespace patio
