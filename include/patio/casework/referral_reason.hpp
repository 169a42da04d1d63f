#pragma once
/// \file
/// The words in which a referral is declined, stopped or disputed, and in which its outcome is told: dated data, since
/// each centre agrees on its own with its partners. A decision must have its reason, and free text would name people.
///
///     is_reason_for(default_reasons(), ReferralEvent::decline, reason, today);     // true: it may be given for that
///
/// `src/rulebook/france/referral_reasons.json` holds the default ones.

#include <patio/casework/referral.hpp>

namespace patio {

struct ReferralReason {
  ReasonCode code;
  /// For which steps it can be given.
  std::vector<ReferralEvent> events;
  Text text;
  Period in_force;
  Date recorded{};
  std::string source;
  /// "unreviewed" until a professional of the matter has read it.
  std::string review;
  bool operator==(const ReferralReason&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralReason, (), (code, events, text, in_force, recorded, source, review))

struct ReferralOutcome {
  OutcomeCode code;
  /// What became of the need.
  NeedStatus need{};
  Text text;
  Period in_force;
  Date recorded{};
  std::string source;
  std::string review;
  bool operator==(const ReferralOutcome&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReferralOutcome, (), (code, need, text, in_force, recorded, source, review))

struct ReasonBook {
  /// "patio/referral_reasons/1"
  std::string schema;
  std::vector<ReferralReason> reasons;
  std::vector<ReferralOutcome> outcomes;
  bool operator==(const ReasonBook&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReasonBook, (), (schema, reasons, outcomes))

/// Every fault of form, and: a code that holds twice on one day, an empty period, a text that one language lacks.
[[nodiscard]] Checked<ReasonBook> read_reason_book(std::string_view json);

/// The reasons and outcomes of this version of the library.
[[nodiscard]] const ReasonBook& default_reasons();

/// True if that reason may be given for that step on that day.
[[nodiscard]] bool is_reason_for(const ReasonBook& book, ReferralEvent event, const ReasonCode& reason, Date day);

/// The outcome of that code on that day; null if there is none.
[[nodiscard]] const ReferralOutcome* outcome_on(const ReasonBook& book, const OutcomeCode& outcome, Date day);

}  // namespace patio
