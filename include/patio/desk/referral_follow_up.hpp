#pragma once
/// \file
/// What the sender of a referral does once it is on its way: takes it back, answers, tries elsewhere, closes the loop.

#include <patio/casework/referral_link.hpp>
#include <patio/desk/referral.hpp>

namespace patio {

/// Takes it back before it is accepted.
struct RecallReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  bool operator==(const RecallReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecallReferral, (), (command_id, referral_id))

/// The outcome is right: the loop is closed.
struct ConfirmOutcome {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  bool operator==(const ConfirmOutcome&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConfirmOutcome, (), (command_id, referral_id))

/// The outcome is not right: the receiver has it again.
struct DisputeOutcome {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<ReasonCode> reason;
  bool operator==(const DisputeOutcome&) const = default;
};
BOOST_DESCRIBE_STRUCT(DisputeOutcome, (), (command_id, referral_id, reason))

/// It was made in error: it ends, and stays in the log.
struct VoidReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<ReasonCode> reason;
  bool operator==(const VoidReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoidReferral, (), (command_id, referral_id, reason))

/// The person leaves the waiting list.
struct LeaveWaitlist {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::optional<ReasonCode> reason;
  bool operator==(const LeaveWaitlist&) const = default;
};
BOOST_DESCRIBE_STRUCT(LeaveWaitlist, (), (command_id, referral_id, reason))

/// Answers what the receiver asked, with more categories if the rules let them go.
struct AnswerReferralInfo {
  using Answer = ReferralSent;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::vector<CategoryCode> share;
  bool operator==(const AnswerReferralInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(AnswerReferralInfo, (), (command_id, referral_id, share))

/// After a no, or none: a new draft for another service.
struct RetryReferral {
  using Answer = ReferralPassedOn;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  ServiceCode service;
  bool operator==(const RetryReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(RetryReferral, (), (command_id, referral_id, service))

struct ReferralTokenIssued {
  ReferralLinkId link_id;
  Instant expires_at;
  /// Given once: saying the command again does not tell it. It is kept nowhere.
  std::optional<std::string> token;
  bool operator==(const ReferralTokenIssued&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralTokenIssued, (), (link_id, expires_at, token))

/// A link for a receiver without an account, in place of any earlier one.
struct IssueReferralToken {
  using Answer = ReferralTokenIssued;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  bool operator==(const IssueReferralToken&) const = default;
};
BOOST_DESCRIBE_STRUCT(IssueReferralToken, (), (command_id, referral_id))

}  // namespace patio
