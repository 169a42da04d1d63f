#include <patio/casework/referral_timing.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace patio {
namespace {

using E = ReferralEvent;
using S = ReferralState;

Limit needed(const LimitBook& book, const std::string& name, Date day) {
  const auto limit = limit_on(book, "referral_" + name, day);
  if (!limit)
    throw Error(ErrorCode::not_found, {"une limite des orientations manque ce jour-là", "a limit of referrals is missing on that day"});
  return *limit;
}

/// Collects what is due and when the next thing will be.
class Agenda {
 public:
  Agenda(Instant now, const ReferralTiming& timing) : now_(now), timing_(timing) {}

  /// An event that comes once, or ends it.
  bool at(Instant start, const Limit& limit, E event) {
    const Instant end = end_of(limit, start);
    if (end <= now_) {
      due_.events.push_back(event);
      return true;
    }
    later(end);
    return false;
  }

  /// An event that comes again each time the limit has passed since the last one.
  void each(Instant start, const std::optional<Instant>& last, const Limit& limit, E event) {
    if (at(std::max(start, last.value_or(start)), limit, event)) later(end_of(limit, now_));
  }

  void ends_with(E event) { due_ = {{event}, std::nullopt}; }
  [[nodiscard]] ReferralDue due() && { return std::move(due_); }

 private:
  [[nodiscard]] Instant end_of(const Limit& limit, Instant start) const {
    return patio::end_of(limit, start, timing_.calendar, timing_.zone);
  }
  void later(Instant instant) { due_.next = due_.next ? std::min(*due_.next, instant) : instant; }

  Instant now_;
  const ReferralTiming& timing_;
  ReferralDue due_;
};

}  // namespace

ReferralLimits referral_limits(const LimitBook& book, Date day) {
  const auto limit = [&](const std::string& name) { return needed(book, name, day); };
  ReferralLimits limits;
  for (std::size_t urgency = 0; urgency < limits.acknowledge.size(); ++urgency)
    limits.acknowledge[urgency] = limit("acknowledge_u" + std::to_string(urgency));
  limits.reminder = limit("reminder");
  limits.expires = limit("expires");
  limits.ground = limit("ground");
  limits.info = limit("info");
  limits.waitlist_review = limit("waitlist_review");
  limits.frozen = limit("frozen");
  limits.confirmation = limit("confirmation");
  limits.link = limit("link");
  limits.contact_attempts = limit("contact_attempts").amount;
  limits.contact_days = limit("contact_days").amount;
  limits.no_shows = limit("no_shows").amount;
  return limits;
}

ReferralDue due_of(const Referral& referral, Instant now, const ReferralTiming& timing) {
  Agenda agenda(now, timing);
  const ReferralLimits& limits = timing.limits;
  const Instant waiting = referral.waiting_since.value_or(referral.since);
  const auto ends = [&](Instant start, const Limit& limit, E event) {
    const bool over = agenda.at(start, limit, event);
    if (over) agenda.ends_with(event);
    return over;
  };
  switch (referral.state) {
    case S::awaiting_ground: ends(referral.since, limits.ground, E::lapse); break;
    case S::frozen: ends(referral.since, limits.frozen, E::lapse); break;
    case S::completed: ends(referral.since, limits.confirmation, E::close_unanswered); break;
    case S::info_requested: ends(referral.since, limits.info, E::expire); break;
    case S::acknowledged: ends(waiting, limits.expires, E::expire); break;
    case S::waitlisted: agenda.each(referral.since, referral.reviewed_at, limits.waitlist_review, E::review); break;
    case S::sent:
      if (ends(waiting, limits.expires, E::expire)) break;
      if (!referral.escalated_at || *referral.escalated_at < waiting)
        agenda.at(waiting, limits.acknowledge[static_cast<std::size_t>(referral.urgency)], E::escalate);
      agenda.each(waiting, referral.reminded_at, limits.reminder, E::remind);
      break;
    default: break;
  }
  return std::move(agenda).due();
}

bool enough_attempts(const std::vector<ContactAttempt>& attempts, const ReferralLimits& limits, const Zone& zone) {
  std::set<Date> days;
  for (const auto& each : attempts) days.insert(day_in(each.made_at, zone));
  return static_cast<int>(attempts.size()) >= limits.contact_attempts && static_cast<int>(days.size()) >= limits.contact_days;
}

}  // namespace patio
