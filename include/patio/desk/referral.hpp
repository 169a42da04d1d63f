#pragma once
/// \file
/// A need handed to the service that can meet it.

#include <patio/desk/command.hpp>
#include <patio/casework/referral.hpp>

namespace patio {

struct ReferralSent {
  ReferralId referral_id;
  ReferralState state{};
  /// Written in the same transaction, if anything left with the referral.
  std::optional<Id<struct DisclosureTag>> disclosure_id;
  bool operator==(const ReferralSent&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralSent, (), (referral_id, state, disclosure_id))

/// Hands a need to a service with the categories named, if the secrecy rules let them go.
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

}  // namespace patio
