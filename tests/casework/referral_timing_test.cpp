#include <patio/casework/referral_timing.hpp>

#include <patio/schedule/holiday.hpp>

#include "properties.hpp"

using namespace patio;
using E = ReferralEvent;
using S = ReferralState;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const Zone paris = *find_zone("Europe/Paris");

Instant at(const char* text) { return *parse_instant(text); }

ReferralTiming timing() {
  ReferralTiming all{referral_limits(default_limits(), 2026_y / 3 / 10), {}, paris};
  for (const auto day : {Weekday::monday, Weekday::tuesday, Weekday::wednesday, Weekday::thursday, Weekday::friday})
    all.calendar.hours.push_back({day, {hours(9)}, {hours(17)}});
  for (const auto& each : public_holidays(2026, HolidayZone::metropole)) all.calendar.closed.push_back(each.day);
  return all;
}

/// In that state since Tuesday 10 March 2026, 9:00 in Paris.
Referral in_state(S state, NeedUrgency urgency = NeedUrgency::u3) {
  Referral referral;
  referral.state = state;
  referral.urgency = urgency;
  referral.since = at("2026-03-10T08:00:00Z");
  if (is_with_receiver(state)) referral.waiting_since = referral.since;
  return referral;
}

using Events = std::vector<E>;

Events due(const Referral& referral, const char* now) { return due_of(referral, at(now), timing()).events; }

/// Takes what is due, as whoever ticks does.
Events tick(Referral& referral, const char* now) {
  const auto events = due(referral, now);
  for (const E event : events) {
    ReferralAct act{event, {}, at(now), {}, {}};
    act.context.side = ReferralSide::time;
    act.context.time_is_over = true;
    referral = take(referral, act).value().referral;
  }
  return events;
}

Events first_due(S state, const char* just_before, const char* then) {
  CHECK(due(in_state(state), just_before).empty());
  return due(in_state(state), then);
}

}  // namespace

TEST_CASE("a referral that nobody opens is escalated, reminded twice, and expires on the thirtieth day") {
  Referral referral = in_state(S::sent);
  CHECK(tick(referral, "2026-03-16T08:05:00Z").empty());
  CHECK(tick(referral, "2026-03-17T08:05:00Z") == Events{E::escalate});
  CHECK(tick(referral, "2026-03-17T08:05:00Z").empty());
  CHECK(tick(referral, "2026-03-20T08:05:00Z") == Events{E::remind});
  CHECK(tick(referral, "2026-03-20T16:00:00Z").empty());
  CHECK(tick(referral, "2026-03-30T07:05:00Z") == Events{E::remind});  // the clocks went forward on the 29th
  CHECK(tick(referral, "2026-04-09T06:59:59Z").empty());
  CHECK(tick(referral, "2026-04-09T07:05:00Z") == Events{E::expire});
  CHECK(referral.state == S::expired);
  CHECK(tick(referral, "2027-04-09T07:05:00Z").empty());
}

TEST_CASE("acknowledgement is due by urgency: within an hour, four hours, two days or five") {
  const auto escalated_at = [](NeedUrgency urgency) { return to_text(*due_of(in_state(S::sent, urgency), at("2026-03-10T08:00:00Z"), timing()).next); };
  CHECK(escalated_at(NeedUrgency::u0).starts_with("2026-03-10T09:00"));
  CHECK(escalated_at(NeedUrgency::u1).starts_with("2026-03-10T12:00"));
  CHECK(escalated_at(NeedUrgency::u2).starts_with("2026-03-12T08:00"));
  CHECK(escalated_at(NeedUrgency::u3).starts_with("2026-03-17T08:00"));
  CHECK(escalated_at(NeedUrgency::u4).starts_with("2026-03-17T08:00"));
}

TEST_CASE("a tick that comes late reminds once, and not again within ten days") {
  Referral referral = in_state(S::sent);
  referral.escalated_at = at("2026-03-17T08:00:00Z");
  CHECK(tick(referral, "2026-04-01T08:00:00Z") == Events{E::remind});
  CHECK(due_of(referral, at("2026-04-01T08:00:00Z"), timing()).next == at("2026-04-09T07:00:00Z"));  // it expires first
}

TEST_CASE("what ends a referral comes alone") {
  CHECK(due(in_state(S::sent), "2026-12-01T08:00:00Z") == Events{E::expire});
}

TEST_CASE("the thirty days run from what the receiver did last") {
  Referral opened = in_state(S::acknowledged);
  opened.waiting_since = at("2026-03-25T09:00:00Z");
  CHECK(due(opened, "2026-04-24T07:59:00Z").empty());
  CHECK(due(opened, "2026-04-24T08:00:00Z") == Events{E::expire});
}

TEST_CASE("each wait has its own end") {
  CHECK(first_due(S::awaiting_ground, "2026-03-25T07:59:59Z", "2026-03-25T08:00:00Z") == Events{E::lapse});
  CHECK(first_due(S::info_requested, "2026-03-20T07:59:59Z", "2026-03-20T08:00:00Z") == Events{E::expire});
  CHECK(first_due(S::waitlisted, "2026-04-09T06:59:59Z", "2026-04-09T07:00:00Z") == Events{E::review});
  CHECK(first_due(S::completed, "2026-04-09T06:59:59Z", "2026-04-09T07:00:00Z") == Events{E::close_unanswered});
  CHECK(first_due(S::frozen, "2026-04-09T06:59:59Z", "2026-04-09T07:00:00Z") == Events{E::lapse});
}

TEST_CASE("somebody on a waiting list is looked at again every thirty days") {
  Referral waiting = in_state(S::waitlisted);
  CHECK(tick(waiting, "2026-04-09T07:00:00Z") == Events{E::review});
  CHECK(tick(waiting, "2026-05-09T06:59:00Z").empty());
  CHECK(tick(waiting, "2026-05-09T07:00:00Z") == Events{E::review});
}

TEST_CASE("time does nothing to a draft, to what is under way, and to what has ended") {
  for (const auto& state : enumerators<S>()) {
    if (is_final(state.value) || state.value == S::draft || state.value == S::ready || state.value == S::accepted ||
        state.value == S::scheduled || state.value == S::in_progress) {
      CHECK(due_of(in_state(state.value), at("2036-03-10T08:00:00Z"), timing()) == ReferralDue{});
    }
  }
}

TEST_CASE("three attempts on two days suffice to say that somebody cannot be reached") {
  const auto limits = timing().limits;
  const auto tried = [](std::initializer_list<const char*> times) {
    std::vector<ContactAttempt> attempts;
    for (const char* time : times) attempts.push_back({at(time), ContactChannel::phone});
    return attempts;
  };
  CHECK_FALSE(enough_attempts(tried({"2026-03-10T08:00:00Z", "2026-03-11T08:00:00Z"}), limits, paris));
  CHECK_FALSE(enough_attempts(tried({"2026-03-10T08:00:00Z", "2026-03-10T09:00:00Z", "2026-03-10T10:00:00Z"}), limits, paris));
  CHECK(enough_attempts(tried({"2026-03-10T08:00:00Z", "2026-03-10T09:00:00Z", "2026-03-11T08:00:00Z"}), limits, paris));
  // 23:30 and 00:30 in Paris are two days.
  CHECK(enough_attempts(tried({"2026-03-10T22:00:00Z", "2026-03-10T22:30:00Z", "2026-03-10T23:30:00Z"}), limits, paris));
}

TEST_CASE("a book without the limits of referrals cannot be asked") {
  CHECK_THROWS_AS(referral_limits(LimitBook{}, 2026_y / 3 / 10), Error);
  CHECK_THROWS_AS(referral_limits(default_limits(), 1999_y / 3 / 10), Error);
}

TEST_CASE("once what is due was taken nothing is due at that moment, and nothing before what was said to be next") {
  prop("for any state, urgency and delay", [] {
    static const ReferralTiming all = timing();
    Referral referral = in_state(static_cast<S>(*rc::gen::inRange(0, static_cast<int>(enumerators<S>().size()))),
                                 static_cast<NeedUrgency>(*rc::gen::inRange(0, 5)));
    if (referral.state == S::frozen) referral.state_before = S::sent;
    Instant now = referral.since;
    for (int ticks = 0; ticks < 8; ++ticks) {
      now += minutes(*rc::gen::inRange(0, 20 * 24 * 60));
      const auto due = due_of(referral, now, all);
      for (const E event : due.events) {
        ReferralAct act{event, {}, now, {}, {}};
        act.context.side = ReferralSide::time;
        act.context.time_is_over = true;
        referral = take(referral, act).value().referral;
      }
      RC_ASSERT(due_of(referral, now, all) == (ReferralDue{{}, due.next}));
      if (!due.next) continue;
      RC_ASSERT(*due.next > now);
      RC_ASSERT(due_of(referral, *due.next - std::chrono::microseconds(1), all).events.empty());
      RC_ASSERT(!due_of(referral, *due.next, all).events.empty());
    }
  });
}
