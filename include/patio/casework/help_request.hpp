#pragma once
/// \file
/// A request for help that a CCAS may grant or not (aide facultative): asked, examined, put before the board without a name,
/// decided, paid, or appealed against.
///
///     Result<HelpRequest> put = present_help(request, identity_words(person));   // `identifying_content` if it names somebody
///     BoardCase shown = board_view(request, person, 4, today, book);             // what the board reads
///     appeal_until(notified_on, holidays, book);                                 // the last day, or the next working day
///
/// Law: CASF L123-5 (the CCAS's help), L133-5 (secrecy of the board); rule SEC-085: anonymous presentation by default.
/// CRPA L231-4 (silence refuses a request for money), CJA R421-1 and R421-5 (two months, and only once told how to appeal).

#include <patio/base/machine.hpp>
#include <patio/casework/casework_book.hpp>
#include <patio/casework/technical_advice.hpp>

namespace patio {

using HelpRequestId = Id<struct HelpRequestTag>;

enum class HelpState {
  draft, submitted, incomplete, presented, granted, refused, refused_by_silence, appealed, upheld, paid, withdrawn
};
BOOST_DESCRIBE_ENUM(HelpState, draft, submitted, incomplete, presented, granted, refused, refused_by_silence, appealed,
                    upheld, paid, withdrawn)

/// What the board weighs. Sums are per month, in euro cents.
struct HelpSituation {
  int adults = 0;
  int children = 0;
  std::int64_t resources_cents = 0;
  std::int64_t charges_cents = 0;
  /// Why, in a few sentences that name nobody.
  std::string summary;
  bool operator==(const HelpSituation&) const = default;
};
BOOST_DESCRIBE_STRUCT(HelpSituation, (), (adults, children, resources_cents, charges_cents, summary))

struct HelpRequest {
  HelpRequestId id;
  PersonId person_id;
  /// An entry of `help_kind` in the book.
  ReasonCode kind;
  std::int64_t asked_cents = 0;
  HelpSituation situation;
  ProfessionalCode examined_by;
  std::optional<Date> submitted_on;
  /// The sitting of the board.
  std::optional<Date> board_on;
  /// The sitting at which the board decided, and who wrote its decision down.
  std::optional<Date> decided_on;
  std::optional<ProfessionalCode> recorded_by;
  std::optional<Instant> recorded_at;
  std::int64_t allocated_cents = 0;
  std::optional<ReasonCode> payment_mode;
  std::optional<ReasonCode> refusal_reason;
  /// The person was told, with the ways and the time to appeal. Without it no time runs.
  std::optional<Date> notified_on;
  HelpState state{};
  bool operator==(const HelpRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(HelpRequest, (),
                      (id, person_id, kind, asked_cents, situation, examined_by, submitted_on, board_on, decided_on, recorded_by,
                       recorded_at, allocated_cents, payment_mode, refusal_reason, notified_on, state))

enum class HelpEvent {
  submit, ask_papers, complete, present, adjourn, grant, refuse, uphold, appeal, pay, withdraw, elapse
};
BOOST_DESCRIBE_ENUM(HelpEvent, submit, ask_papers, complete, present, adjourn, grant, refuse, uphold, appeal, pay, withdraw,
                    elapse)

struct HelpContext {
  bool kind_listed = false;
  bool amount_asked = false;
  bool nothing_identifies = false;
  /// The board has met.
  bool has_sat = false;
  bool amount_in_range = false;
  bool payment_listed = false;
  bool reason_listed = false;
  bool silence_is_over = false;
  bool appeal_in_time = false;
};

[[nodiscard]] const Machine<HelpState, HelpEvent, HelpContext>& help_machine();

[[nodiscard]] Result<HelpRequest> submit_help(HelpRequest request, Date today, const CaseworkBook& book);

/// To the next sitting. Refused while the summary names somebody.
[[nodiscard]] Result<HelpRequest> present_help(HelpRequest request, const std::vector<std::string>& known, Date board_on);

/// Either a sum with the way it is paid, or a reason.
struct HelpDecision {
  std::int64_t allocated_cents = 0;
  std::optional<ReasonCode> payment_mode;
  std::optional<ReasonCode> refusal_reason;
  /// When the board decided; absent: the sitting for which the request was presented, or today for an appeal.
  std::optional<Date> sat_on = {};
};

/// Between one cent and what was asked; a refusal names its reason. Nothing is decided before the board has met.
[[nodiscard]] Result<HelpRequest> decide_help(HelpRequest request, const HelpDecision& decision, Date today,
                                              const CaseworkBook& book);

/// Any other event: asking for papers, having them, adjourning, withdrawing, paying.
[[nodiscard]] Result<HelpRequest> step_help(HelpRequest request, HelpEvent event);

/// Until the last day of appeal_until(), or as long as the person was not told how to appeal.
[[nodiscard]] Result<HelpRequest> appeal_help(HelpRequest request, Date today, const std::vector<Date>& holidays,
                                              const CaseworkBook& book);

/// Silence refuses when its time is over.
[[nodiscard]] Result<HelpRequest> elapse_help(HelpRequest request, Date today, const CaseworkBook& book);

/// The last day to appeal: neither the day of the notice nor that of the term counts, and a day that is not worked moves it.
[[nodiscard]] Date appeal_until(Date notified_on, const std::vector<Date>& holidays, const CaseworkBook& book);

/// What the board reads: no name, no address, nothing rare enough to point at somebody.
struct BoardCase {
  HelpRequestId help_request_id;
  /// Its number in the sitting.
  int number = 0;
  ReasonCode kind;
  std::int64_t asked_cents = 0;
  /// "35-44", "80+"; empty if not known.
  std::string age;
  /// "1", "2", "3+".
  std::string adults;
  /// "0", "2", "4+".
  std::string children;
  std::int64_t resources_euros = 0;
  std::int64_t charges_euros = 0;
  std::string summary;
  bool operator==(const BoardCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(BoardCase, (),
                      (help_request_id, number, kind, asked_cents, age, adults, children, resources_euros, charges_euros,
                       summary))

[[nodiscard]] BoardCase board_view(const HelpRequest& request, const Person& person, int number, Date day,
                                   const CaseworkBook& book);

}  // namespace patio
