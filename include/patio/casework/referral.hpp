#pragma once
/// \file
/// A referral: a need handed to the service that can meet it, with what the person agreed to pass on, and no more.

#include <patio/base/machine.hpp>
#include <patio/casework/appointment.hpp>
#include <patio/consent/consent.hpp>

namespace patio {

using ReferralId = Id<struct ReferralTag>;

/// `info` and `self_contact` send nothing; `accompanied` books for the person; `formal` sends data.
enum class ReferralKind { info, self_contact, accompanied, formal };
BOOST_DESCRIBE_ENUM(ReferralKind, info, self_contact, accompanied, formal)

enum class ReferralState { draft, awaiting_ground, ready, given, sent, acknowledged, recalled, declined, closed };
BOOST_DESCRIBE_ENUM(ReferralState, draft, awaiting_ground, ready, given, sent, acknowledged, recalled, declined, closed)

struct Referral {
  ReferralId id;
  PersonId person_id;
  NeedId need_id;
  ProfessionalCode sent_by;
  ServiceCode service;
  ReferralKind kind{};
  NeedUrgency urgency{};
  std::optional<ConsentId> consent_id;
  std::optional<AppointmentId> appointment_id;
  /// Categories that leave with it: never more than the person agreed to.
  std::vector<CategoryCode> shared;
  ReferralState state{};
  bool operator==(const Referral&) const = default;
};
BOOST_DESCRIBE_STRUCT(Referral, (), (id, person_id, need_id, sent_by, service, kind, urgency, consent_id,
                                     appointment_id, shared, state))

enum class ReferralEvent { submit, ground_ok, ground_lost, send, open, recall, decline, close };
BOOST_DESCRIBE_ENUM(ReferralEvent, submit, ground_ok, ground_lost, send, open, recall, decline, close)

struct ReferralContext {
  bool sends_data = false;
  bool ground_holds = false;
  bool service_receives = false;
  bool agreement_in_force = false;
  bool reason_given = false;
};

/// Part of the whole closed loop: from the draft to the receiver's first answer.
[[nodiscard]] const Machine<ReferralState, ReferralEvent, ReferralContext>& referral_machine();

}  // namespace patio
