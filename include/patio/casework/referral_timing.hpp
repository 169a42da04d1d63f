#pragma once
/// \file
/// What time does to a referral: it escalates and reminds while the receiver does not open it, lets it expire without an
/// answer, lapse without a ground, and close when nobody disputes its outcome.
///
///     ReferralDue due = due_of(referral, now, timing);
///     for (ReferralEvent event : due.events) ...   // take() each, with `time_is_over`
///     due.next;                                     // look again then
///
/// Clocks run from the receiver's last act. Acknowledgement is due in working hours or days by urgency, everything else in
/// calendar days at the same time on the wall. Called twice at one moment it says the same; after the events were taken
/// it says none.

#include <array>

#include <patio/casework/referral.hpp>
#include <patio/schedule/working_time.hpp>

namespace patio {

/// The limits that concern referrals, in force on one day.
struct ReferralLimits {
  /// One for each urgency, in order.
  std::array<Limit, 5> acknowledge;
  Limit reminder, expires, ground, info, waitlist_review, frozen, confirmation, link;
  int contact_attempts = 0;
  int contact_days = 0;
  int no_shows = 0;
};

/// Throws Error (`not_found`) if the book has no such limit on that day.
[[nodiscard]] ReferralLimits referral_limits(const LimitBook& book, Date day);

struct ReferralTiming {
  ReferralLimits limits;
  /// Of the receiving place.
  WorkingCalendar calendar;
  Zone zone;
};

struct ReferralDue {
  /// In the order in which they are to be taken. If it ends, only that.
  std::vector<ReferralEvent> events;
  /// When the next event will be due, once these are taken; nothing if none will.
  std::optional<Instant> next;
  bool operator==(const ReferralDue&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralDue, (), (events, next))

[[nodiscard]] ReferralDue due_of(const Referral& referral, Instant now, const ReferralTiming& timing);

/// The attempts suffice to say that the person cannot be reached: so many, on so many days.
[[nodiscard]] bool enough_attempts(const std::vector<ContactAttempt>& attempts, const ReferralLimits& limits, const Zone& zone);

}  // namespace patio
