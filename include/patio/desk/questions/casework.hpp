#pragma once
/// \file
/// What may be asked of casework without a desk: a text, a note and its reader, a group to count, a message, a term.

#include <patio/casework/help_request.hpp>
#include <patio/casework/neutral_text.hpp>
#include <patio/casework/note.hpp>
#include <patio/casework/participants.hpp>

namespace patio {

struct IdentifyingFindings {
  std::vector<IdentifyingFinding> findings;
  bool operator==(const IdentifyingFindings&) const = default;
};
BOOST_DESCRIBE_STRUCT(IdentifyingFindings, (), (findings))

/// What in this text lets somebody be known? `known`: words of their own file.
struct FindIdentifying {
  using Answer = IdentifyingFindings;
  std::string text;
  std::vector<std::string> known;
  bool operator==(const FindIdentifying&) const = default;
};
BOOST_DESCRIBE_STRUCT(FindIdentifying, (), (text, known))

/// May this reader read this note, under the law of `day`?
struct ReadNoteAs {
  using Answer = NoteReading;
  Date day{};
  CaseNote note;
  NoteReader reader;
  bool operator==(const ReadNoteAs&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadNoteAs, (), (day, note, reader))

struct GroupCompleted {
  std::optional<AnonymousGroup> people;
  /// Why it could not be completed.
  std::vector<Issue> issues;
  bool operator==(const GroupCompleted&) const = default;
};
BOOST_DESCRIBE_STRUCT(GroupCompleted, (), (people, issues))

/// The classes of a group of people nobody knows, completed by `not_stated`.
struct CompleteGroup {
  using Answer = GroupCompleted;
  Date day{};
  AnonymousGroup people;
  bool operator==(const CompleteGroup&) const = default;
};
BOOST_DESCRIBE_STRUCT(CompleteGroup, (), (day, people))

struct NeutralWording {
  std::optional<Text> text;
  std::optional<Refusal> refusal;
  bool operator==(const NeutralWording&) const = default;
};
BOOST_DESCRIBE_STRUCT(NeutralWording, (), (text, refusal))

/// A message that tells a day, a time and a place, and nothing else.
struct NeutralTextOf {
  using Answer = NeutralWording;
  Date day{};
  MessageKind kind{};
  MessageFacts facts;
  bool operator==(const NeutralTextOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(NeutralTextOf, (), (day, kind, facts))

struct LastDay {
  Date day{};
  bool operator==(const LastDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(LastDay, (), (day))

/// The last day to appeal against a decision on help that was notified on that day.
struct AppealUntil {
  using Answer = LastDay;
  Date notified_on{};
  bool operator==(const AppealUntil&) const = default;
};
BOOST_DESCRIBE_STRUCT(AppealUntil, (), (notified_on))

}  // namespace patio
