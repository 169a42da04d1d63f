#pragma once
/// \file
/// What may be asked about referrals without a desk: the words for reasons and outcomes, and what time does.

#include <patio/casework/referral_reason.hpp>
#include <patio/casework/referral_timing.hpp>

namespace patio {

/// The reasons and outcomes that may be given on one day.
struct ReferralWords {
  std::vector<ReferralReason> reasons;
  std::vector<ReferralOutcome> outcomes;
  bool operator==(const ReferralWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralWords, (), (reasons, outcomes))

/// In which words may a referral be declined, stopped, disputed or ended? Only for one step if it is named.
struct WordsOfReferrals {
  using Answer = ReferralWords;
  Date day{};
  std::optional<ReferralEvent> event;
  bool operator==(const WordsOfReferrals&) const = default;
};
BOOST_DESCRIBE_STRUCT(WordsOfReferrals, (), (day, event))

/// What does time do to this referral now, and when next? With the limits in force that day in that zone.
struct DueOfReferral {
  using Answer = ReferralDue;
  Referral referral;
  Instant now;
  WorkingCalendar calendar;
  /// Of the tz database: "Europe/Paris".
  std::string zone;
  bool operator==(const DueOfReferral&) const = default;
};
BOOST_DESCRIBE_STRUCT(DueOfReferral, (), (referral, now, calendar, zone))

struct LimitEnd {
  Limit span;
  Instant ends_at;
  bool operator==(const LimitEnd&) const = default;
};
BOOST_DESCRIBE_STRUCT(LimitEnd, (), (span, ends_at))

/// When is a limit over that began at `start`? "referral_expires" and the like.
struct EndOfLimit {
  using Answer = LimitEnd;
  std::string name;
  Instant start;
  WorkingCalendar calendar;
  std::string zone;
  bool operator==(const EndOfLimit&) const = default;
};
BOOST_DESCRIBE_STRUCT(EndOfLimit, (), (name, start, calendar, zone))

}  // namespace patio
