#pragma once
/// \file
/// What the receiver of a referral does: opens it, answers, sees the person, and tells how it ended.
///
/// They act under their own hat; one without an account says the `token` of their link instead, at whatever desk the host
/// runs for them. Answers hold codes: what the receiver may know of the person is read with ReadReferral, and judged anew
/// each time. Reasons and outcomes are codes of referral_reason.hpp.

#include <patio/desk/referral.hpp>

namespace patio {

/// The receiving service has seen it.
struct OpenReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  bool operator==(const OpenReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpenReferral, (), (command_id, referral_id, token))

struct AskReferralInfo {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  std::optional<ReasonCode> reason;
  bool operator==(const AskReferralInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(AskReferralInfo, (), (command_id, referral_id, token, reason))

/// From a waiting list, too: there is a place now.
struct AcceptReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  bool operator==(const AcceptReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(AcceptReferral, (), (command_id, referral_id, token))

struct WaitlistReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  bool operator==(const WaitlistReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaitlistReferral, (), (command_id, referral_id, token))

struct DeclineReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  std::optional<ReasonCode> reason;
  bool operator==(const DeclineReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeclineReferral, (), (command_id, referral_id, token, reason))

/// The receiver says that another service is the right one: the sender finds a draft for it.
struct RerouteReferral {
  using Answer = ReferralPassedOn;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  ServiceCode service;
  bool operator==(const RerouteReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(RerouteReferral, (), (command_id, referral_id, token, service))

/// The receiver has an appointment with the person.
struct ScheduleReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  std::optional<AppointmentId> appointment_id;
  bool operator==(const ScheduleReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScheduleReferral, (), (command_id, referral_id, token, appointment_id))

/// The receiver tried to reach the person, in vain; by contacts that are safe for them, and no others.
struct NoteNoContact {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  ContactChannel channel{};
  bool operator==(const NoteNoContact&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteNoContact, (), (command_id, referral_id, token, channel))

/// The person is received without an appointment, or came to it.
struct MarkReferralSeen {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  bool operator==(const MarkReferralSeen&) const = default;
};
BOOST_DESCRIBE_STRUCT(MarkReferralSeen, (), (command_id, referral_id, token))

struct MarkReferralNoShow {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  bool operator==(const MarkReferralNoShow&) const = default;
};
BOOST_DESCRIBE_STRUCT(MarkReferralNoShow, (), (command_id, referral_id, token))

/// Asks a colleague of the receiving service to take it over. Nothing changes until they do.
struct TransferReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  ProfessionalCode new_owner;
  bool operator==(const TransferReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(TransferReferral, (), (command_id, referral_id, new_owner))

/// Whoever was asked takes it over.
struct TakeOverReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  bool operator==(const TakeOverReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(TakeOverReferral, (), (command_id, referral_id))

/// How it ended for the person: a code of the outcomes (referral_reason.hpp).
struct ReportOutcome {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  std::optional<OutcomeCode> outcome;
  bool operator==(const ReportOutcome&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReportOutcome, (), (command_id, referral_id, token, outcome))

/// What was begun is given up.
struct StopReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<std::string> token;
  std::optional<ReasonCode> reason;
  bool operator==(const StopReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(StopReferral, (), (command_id, referral_id, token, reason))

}  // namespace patio
