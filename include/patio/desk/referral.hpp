#pragma once
/// \file
/// A need handed to the service that can meet it: drafted, grounded, sent. What its sender does once it is on its way
/// is in referral_follow_up.hpp, the receiver's part in referral_answer.hpp, reading in referral_reading.hpp.
///
/// `SendReferral` does it at once. Step by step it is DraftReferral, GroundReferral, SubmitReferral, DispatchReferral.
/// A refusal names the steps that are allowed. Reasons are codes of referral_reason.hpp.

#include <patio/casework/referral.hpp>
#include <patio/desk/command.hpp>

namespace patio {

/// Where it stands after the step.
struct ReferralMoved {
  ReferralId referral_id;
  ReferralState state{};
  bool operator==(const ReferralMoved&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralMoved, (), (referral_id, state))

struct ReferralPassedOn {
  ReferralId referral_id;
  ReferralState state{};
  /// A draft of the sender, without any ground or data.
  ReferralId next_id;
  bool operator==(const ReferralPassedOn&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralPassedOn, (), (referral_id, state, next_id))

struct ReferralSent {
  ReferralId referral_id;
  ReferralState state{};
  /// Written in the same transaction, if anything left with the referral.
  std::optional<DisclosureId> disclosure_id;
  bool operator==(const ReferralSent&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralSent, (), (referral_id, state, disclosure_id))

/// Hands a need to a service with the categories named, if the secrecy rules let them go: drafts, submits and sends.
struct SendReferral {
  using Answer = ReferralSent;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  PersonId person_id;
  NeedId need_id;
  ServiceCode service;
  ReferralKind kind{};
  std::optional<ConsentId> consent_id;
  std::optional<AppointmentId> appointment_id;
  std::vector<CategoryCode> share;
  bool operator==(const SendReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(SendReferral, (), (command_id, person_id, need_id, service, kind, consent_id, appointment_id,
                                         share))

/// The same step by step: first a draft, of which nothing leaves.
struct DraftReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  PersonId person_id;
  NeedId need_id;
  ServiceCode service;
  ReferralKind kind{};
  std::optional<AppointmentId> appointment_id;
  std::vector<CategoryCode> share;
  bool operator==(const DraftReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(DraftReferral, (), (command_id, person_id, need_id, service, kind, appointment_id, share))

/// Says on what ground it may be sent, or go on if it is frozen: a consent, or one that the law gives. Whether the rules
/// agree is asked when it is sent.
struct GroundReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  ReferralGround ground{};
  std::optional<ConsentId> consent_id;
  /// What it shares, in place of what was said before, while nothing has left; empty leaves it as it is.
  std::vector<CategoryCode> share;
  bool operator==(const GroundReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(GroundReferral, (), (command_id, referral_id, ground, consent_id, share))

/// A document that the service asks for is not there: the referral does not leave before it is.
struct NoteMissingDocument {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  DocumentCode document;
  bool operator==(const NoteMissingDocument&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteMissingDocument, (), (command_id, referral_id, document))

/// It is there, or the person brings it themselves, or the service does without it.
struct NoteDocumentBrought {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  DocumentCode document;
  bool operator==(const NoteDocumentBrought&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoteDocumentBrought, (), (command_id, referral_id, document))

/// Adds a document before it leaves, by its hash; one that was missing is so no more. Refused if the person withheld that
/// category.
struct AttachToReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  std::string sha256;
  CategoryCode category;
  std::optional<DocumentCode> document = {};
  bool operator==(const AttachToReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(AttachToReferral, (), (command_id, referral_id, sha256, category, document))

/// The draft is complete: ready if its ground holds, waiting for one if not; mere information is given.
struct SubmitReferral {
  using Answer = ReferralMoved;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  bool operator==(const SubmitReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(SubmitReferral, (), (command_id, referral_id))

/// Sends a referral whose ground holds now, with its disclosure in the same transaction.
struct DispatchReferral {
  using Answer = ReferralSent;
  static constexpr std::string_view purpose = "orientation";
  CommandId command_id;
  ReferralId referral_id;
  bool operator==(const DispatchReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(DispatchReferral, (), (command_id, referral_id))

}  // namespace patio
