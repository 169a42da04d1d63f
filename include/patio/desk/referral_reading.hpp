#pragma once
/// \file
/// Reading referrals: lists that tell nothing of anybody, one referral with its history, and whom to ask next.

#include <patio/casework/next_best.hpp>
#include <patio/desk/referral.hpp>
#include <patio/desk/visit.hpp>

namespace patio {

enum class ReferralBox { inbox, outbox };
BOOST_DESCRIBE_ENUM(ReferralBox, inbox, outbox)

/// A referral in a list: nothing of who it is about, nor of their need.
struct ListedReferral {
  ReferralId referral_id;
  ServiceCode service;
  ReferralKind kind{};
  NeedUrgency urgency{};
  ReferralState state{};
  Instant since;
  /// When time will move it.
  std::optional<Instant> next_due;
  bool operator==(const ListedReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(ListedReferral, (), (referral_id, service, kind, urgency, state, since, next_due))

struct ReferralList {
  std::vector<ListedReferral> referrals;
  bool operator==(const ReferralList&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralList, (), (referrals))

/// What waits for one's own service, or what one's own service sent and has not ended or still needs an answer; urgent
/// ones first, then those that have waited longest.
struct MyReferrals {
  using Answer = ReferralList;
  static constexpr std::string_view purpose = "orientation";
  ReferralBox box{};
  bool operator==(const MyReferrals&) const = default;
};
BOOST_DESCRIBE_STRUCT(MyReferrals, (), (box))

struct ReferralSheet {
  ReferralId referral_id;
  /// From which side it is read.
  ReferralSide side{};
  ReferralState state{};
  ServiceCode service;
  ReferralKind kind{};
  NeedUrgency urgency{};
  ProfessionalCode sent_by;
  OrganisationCode sent_from;
  std::optional<ProfessionalCode> owner;
  std::optional<ReasonCode> reason;
  std::optional<OutcomeCode> outcome;
  std::optional<Instant> next_due;
  /// The steps that this reader may take now.
  std::vector<std::string> allowed_events;
  std::vector<ReferralStep> timeline;
  /// Only for the sender, and for the receiver while they have it.
  std::optional<PersonId> person_id;
  std::optional<NeedCode> need;
  /// What the receiver was given, as far as the rules let it pass today.
  std::vector<Knowledge> categories;
  std::vector<ReferralAttachment> attachments;
  /// Documents that the service asks for and that are not there yet.
  std::vector<DocumentCode> missing;
  bool operator==(const ReferralSheet&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralSheet, (), (referral_id, side, state, service, kind, urgency, sent_by, sent_from, owner, reason,
                                          outcome, next_due, allowed_events, timeline, person_id, need, categories,
                                          attachments, missing))

/// One referral with its history, for its sender or its receiver.
struct ReadReferral {
  using Answer = ReferralSheet;
  static constexpr std::string_view purpose = "orientation";
  ReferralId referral_id;
  std::optional<std::string> token;
  bool operator==(const ReadReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadReferral, (), (referral_id, token))

/// Whom to ask next, for the need of this referral: those not asked yet.
struct ProposeNext {
  using Answer = NextBest;
  static constexpr std::string_view purpose = "orientation";
  ReferralId referral_id;
  bool operator==(const ProposeNext&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposeNext, (), (referral_id))

}  // namespace patio
