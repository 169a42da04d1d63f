#pragma once
/// \file
/// Questions to a jurist about a situation, and help that a board grants without knowing to whom.

#include <patio/casework/help_request.hpp>
#include <patio/casework/technical_advice.hpp>
#include <patio/desk/command.hpp>

namespace patio {

struct AdviceAsked {
  TechnicalAdviceId advice_id;
  AdviceState state{};
  /// What may identify and was left to the professional's judgement.
  std::vector<IdentifyingFinding> to_read_again;
  bool operator==(const AdviceAsked&) const = default;
};
BOOST_DESCRIBE_STRUCT(AdviceAsked, (), (advice_id, state, to_read_again))

/// Puts a question to a jurist about a situation. Refused as long as it names somebody, with the kind and place of each
/// passage.
struct AskAdvice {
  using Answer = AdviceAsked;
  static constexpr std::string_view purpose = "technical_advice";
  CommandId command_id;
  ServiceCode adviser;
  NeedCode theme;
  std::string question;
  /// Whose name, dates and addresses the question must not hold. Serves to check, and is not kept with it.
  std::optional<PersonId> check_against;
  bool operator==(const AskAdvice&) const = default;
};
BOOST_DESCRIBE_STRUCT(AskAdvice, (), (command_id, adviser, theme, question, check_against))

/// The jurist answers, once, and names nobody either.
struct AnswerAdvice {
  using Answer = AdviceAsked;
  static constexpr std::string_view purpose = "technical_advice";
  CommandId command_id;
  TechnicalAdviceId advice_id;
  std::string reply;
  int minutes = 0;
  bool operator==(const AnswerAdvice&) const = default;
};
BOOST_DESCRIBE_STRUCT(AnswerAdvice, (), (command_id, advice_id, reply, minutes))

struct AdviceList {
  std::vector<TechnicalAdvice> advices;
  AdviceCount counted;
  bool operator==(const AdviceList&) const = default;
};
BOOST_DESCRIBE_STRUCT(AdviceList, (), (advices, counted))

/// Questions that the professional asked, or that were put to their service.
struct ReadAdvice {
  using Answer = AdviceList;
  static constexpr std::string_view purpose = "technical_advice";
  bool answered_too = false;
  bool operator==(const ReadAdvice&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadAdvice, (), (answered_too))

struct HelpChanged {
  HelpRequestId help_request_id;
  HelpState state{};
  /// The sitting at which the board decided.
  std::optional<Date> decided_on;
  /// Once the person was told of a decision.
  std::optional<Date> appeal_until;
  bool operator==(const HelpChanged&) const = default;
};
BOOST_DESCRIBE_STRUCT(HelpChanged, (), (help_request_id, state, decided_on, appeal_until))

/// Asks for help that the CCAS may grant or not.
struct RequestHelp {
  using Answer = HelpChanged;
  static constexpr std::string_view purpose = "decide_aid";
  CommandId command_id;
  PersonId person_id;
  ReasonCode kind;
  std::int64_t asked_cents = 0;
  HelpSituation situation;
  bool operator==(const RequestHelp&) const = default;
};
BOOST_DESCRIBE_STRUCT(RequestHelp, (), (command_id, person_id, kind, asked_cents, situation))

/// Puts the request before a sitting of the board. Refused while its summary names somebody.
struct PresentHelp {
  using Answer = HelpChanged;
  static constexpr std::string_view purpose = "decide_aid";
  CommandId command_id;
  PersonId person_id;
  HelpRequestId help_request_id;
  Date board_on{};
  bool operator==(const PresentHelp&) const = default;
};
BOOST_DESCRIBE_STRUCT(PresentHelp, (), (command_id, person_id, help_request_id, board_on))

/// Writes down what the board decided at its sitting: a sum and how it is paid, or a reason. The decision is the board's;
/// whoever writes it down is named beside it.
struct DecideHelp {
  using Answer = HelpChanged;
  static constexpr std::string_view purpose = "decide_aid";
  CommandId command_id;
  PersonId person_id;
  HelpRequestId help_request_id;
  std::int64_t allocated_cents = 0;
  std::optional<ReasonCode> payment_mode;
  std::optional<ReasonCode> refusal_reason;
  /// Absent: the sitting for which it was presented, or today for an appeal.
  std::optional<Date> sat_on;
  bool operator==(const DecideHelp&) const = default;
};
BOOST_DESCRIBE_STRUCT(DecideHelp, (),
                      (command_id, person_id, help_request_id, allocated_cents, payment_mode, refusal_reason, sat_on))

/// The person was told today, with the ways and the time to appeal.
struct NotifyHelp {
  using Answer = HelpChanged;
  static constexpr std::string_view purpose = "decide_aid";
  CommandId command_id;
  PersonId person_id;
  HelpRequestId help_request_id;
  bool operator==(const NotifyHelp&) const = default;
};
BOOST_DESCRIBE_STRUCT(NotifyHelp, (), (command_id, person_id, help_request_id))

/// The person appeals.
struct AppealHelp {
  using Answer = HelpChanged;
  static constexpr std::string_view purpose = "decide_aid";
  CommandId command_id;
  PersonId person_id;
  HelpRequestId help_request_id;
  bool operator==(const AppealHelp&) const = default;
};
BOOST_DESCRIBE_STRUCT(AppealHelp, (), (command_id, person_id, help_request_id))

/// What was granted was paid.
struct PayHelp {
  using Answer = HelpChanged;
  static constexpr std::string_view purpose = "decide_aid";
  CommandId command_id;
  PersonId person_id;
  HelpRequestId help_request_id;
  bool operator==(const PayHelp&) const = default;
};
BOOST_DESCRIBE_STRUCT(PayHelp, (), (command_id, person_id, help_request_id))

struct BoardCases {
  std::vector<BoardCase> cases;
  bool operator==(const BoardCases&) const = default;
};
BOOST_DESCRIBE_STRUCT(BoardCases, (), (cases))

/// What the board reads at a sitting: no name, no address, rare traits in bands.
struct BoardView {
  using Answer = BoardCases;
  static constexpr std::string_view purpose = "decide_aid";
  Date board_on{};
  bool operator==(const BoardView&) const = default;
};
BOOST_DESCRIBE_STRUCT(BoardView, (), (board_on))

}  // namespace patio
