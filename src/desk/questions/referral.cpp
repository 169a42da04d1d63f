#include <patio/desk/questions.hpp>

#include <algorithm>

#include "../question.hpp"

namespace patio {
namespace {

Zone zone_named(const std::string& name) {
  if (const auto zone = find_zone(name)) return *zone;
  throw InvalidInput(Issues{{{"/zone", "unknown_reference", {"ce fuseau n'existe pas", "there is no such zone"}}}});
}

}  // namespace

ReferralWords reply(const WordsOfReferrals& question, const Books&) {
  ReferralWords words;
  for (const auto& each : default_reasons().reasons) {
    const auto& events = each.events;
    const bool fits = !question.event || std::find(events.begin(), events.end(), *question.event) != events.end();
    if (fits && contains(each.in_force, question.day)) words.reasons.push_back(each);
  }
  if (question.event && *question.event != ReferralEvent::report) return words;
  for (const auto& each : default_reasons().outcomes)
    if (contains(each.in_force, question.day)) words.outcomes.push_back(each);
  return words;
}

ReferralDue reply(const DueOfReferral& question, const Books&) {
  const Zone zone = zone_named(question.zone);
  return due_of(question.referral, question.now,
                {referral_limits(default_limits(), day_in(question.now, zone)), question.calendar, zone});
}

LimitEnd reply(const EndOfLimit& question, const Books&) {
  const Zone zone = zone_named(question.zone);
  const auto limit = limit_on(default_limits(), question.name, day_in(question.start, zone));
  if (!limit) throw Error(ErrorCode::not_found, {"aucune limite de ce nom ce jour-là", "there is no limit of that name on that day"});
  return {*limit, end_of(*limit, question.start, question.calendar, zone)};
}

}  // namespace patio

PATIO_QUESTION_ROOM(referral, PATIO_REFERRAL_QUESTIONS)
