#pragma once
/// \file
/// What protects people, who is received in a group, and who is received at home.

#include <patio/casework/appointment.hpp>
#include <patio/casework/home_visit.hpp>
#include <patio/casework/neutral_text.hpp>
#include <patio/casework/participants.hpp>
#include <patio/casework/safety.hpp>
#include <patio/desk/command.hpp>

namespace patio {

struct SafetyMarked {
  SafetyMarkId mark_id;
  /// All that hold now.
  std::vector<SafetyFlag> flags;
  bool operator==(const SafetyMarked&) const = default;
};
BOOST_DESCRIBE_STRUCT(SafetyMarked, (), (mark_id, flags))

/// Something that whoever contacts or orients the person must respect.
struct FlagSafety {
  using Answer = SafetyMarked;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  SafetyFlag flag{};
  std::optional<Date> until;
  bool operator==(const FlagSafety&) const = default;
};
BOOST_DESCRIBE_STRUCT(FlagSafety, (), (command_id, person_id, flag, until))

/// It holds no longer, from today on; that it held stays.
struct LiftSafety {
  using Answer = SafetyMarked;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  SafetyMarkId mark_id;
  bool operator==(const LiftSafety&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiftSafety, (), (command_id, person_id, mark_id))

struct AdverseNoted {
  AdversePartyId adverse_id;
  bool operator==(const AdverseNoted&) const = default;
};
BOOST_DESCRIBE_STRUCT(AdverseNoted, (), (adverse_id))

/// Two people received here are opposed: who follows one does not follow the other.
struct NoteAdverseParty {
  using Answer = AdverseNoted;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  PersonId other_id;
  bool operator==(const NoteAdverseParty&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteAdverseParty, (), (command_id, person_id, other_id))

struct ConflictDeclared {
  ConflictId conflict_id;
  bool operator==(const ConflictDeclared&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConflictDeclared, (), (conflict_id))

/// The professional says that they should not follow this person.
struct DeclareConflict {
  using Answer = ConflictDeclared;
  static constexpr std::string_view purpose = "follow_up";
  CommandId command_id;
  PersonId person_id;
  ReasonCode kind;
  std::optional<Date> until;
  bool operator==(const DeclareConflict&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeclareConflict, (), (command_id, person_id, kind, until))

/// Somebody in charge weighed it: they may follow all the same. Never who declared it.
struct LiftConflict {
  using Answer = ConflictDeclared;
  static constexpr std::string_view purpose = "manager_decision";
  CommandId command_id;
  PersonId person_id;
  ConflictId conflict_id;
  bool operator==(const LiftConflict&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiftConflict, (), (command_id, person_id, conflict_id))

struct ConflictsFound {
  std::vector<ReasonCode> kinds;
  bool operator==(const ConflictsFound&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConflictsFound, (), (kinds))

/// Why the professional should not follow this person, without saying who is on the other side.
struct FindConflicts {
  using Answer = ConflictsFound;
  static constexpr std::string_view purpose = "follow_up";
  PersonId person_id;
  bool operator==(const FindConflicts&) const = default;
};
BOOST_DESCRIBE_STRUCT(FindConflicts, (), (person_id))

struct MessageWritten {
  Outgoing message;
  bool operator==(const MessageWritten&) const = default;
};
BOOST_DESCRIBE_STRUCT(MessageWritten, (), (message))

/// What may be sent about an appointment, and where: neutral words, to safe contacts only.
struct WriteMessage {
  using Answer = MessageWritten;
  static constexpr std::string_view purpose = "appointment";
  static constexpr bool for_the_living = true;
  PersonId person_id;
  AppointmentId appointment_id;
  MessageKind kind{};
  bool operator==(const WriteMessage&) const = default;
};
BOOST_DESCRIBE_STRUCT(WriteMessage, (), (person_id, appointment_id, kind))

struct SessionRecorded {
  CollectiveSessionId session_id;
  ParticipantCount counted;
  /// Each class completed by `not_stated`.
  AnonymousGroup others;
  bool operator==(const SessionRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(SessionRecorded, (), (session_id, counted, others))

/// A workshop or another collective session: people who are known, and the others, who are counted.
struct RecordCollectiveSession {
  using Answer = SessionRecorded;
  static constexpr std::string_view purpose = "statistics";
  CommandId command_id;
  SiteCode site;
  NeedCode theme;
  int minutes = 0;
  std::vector<PersonId> known;
  AnonymousGroup others;
  bool operator==(const RecordCollectiveSession&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordCollectiveSession, (), (command_id, site, theme, minutes, known, others))

struct HomeVisitChanged {
  HomeVisitId home_visit_id;
  HomeVisitState state{};
  /// `site:home`: it is counted as home.
  SiteCode site;
  int minutes = 0;
  bool operator==(const HomeVisitChanged&) const = default;
};
BOOST_DESCRIBE_STRUCT(HomeVisitChanged, (), (home_visit_id, state, site, minutes))

/// A session at the person's home, for a reason of the list. It waits for the direction's approval.
struct PlanHomeVisit {
  using Answer = HomeVisitChanged;
  static constexpr std::string_view purpose = "appointment";
  static constexpr bool for_the_living = true;
  CommandId command_id;
  PersonId person_id;
  Instant starts_at;
  std::optional<ReasonCode> reason;
  std::vector<AssetCode> equipment;
  bool operator==(const PlanHomeVisit&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanHomeVisit, (), (command_id, person_id, starts_at, reason, equipment))

/// The direction approves: it is booked, with its equipment.
struct ApproveHomeVisit {
  using Answer = HomeVisitChanged;
  static constexpr std::string_view purpose = "appointment";
  CommandId command_id;
  PersonId person_id;
  HomeVisitId home_visit_id;
  bool operator==(const ApproveHomeVisit&) const = default;
};
BOOST_DESCRIBE_STRUCT(ApproveHomeVisit, (), (command_id, person_id, home_visit_id))

/// It took place: the equipment is back.
struct FinishHomeVisit {
  using Answer = HomeVisitChanged;
  static constexpr std::string_view purpose = "appointment";
  CommandId command_id;
  PersonId person_id;
  HomeVisitId home_visit_id;
  bool operator==(const FinishHomeVisit&) const = default;
};
BOOST_DESCRIBE_STRUCT(FinishHomeVisit, (), (command_id, person_id, home_visit_id))

}  // namespace patio
