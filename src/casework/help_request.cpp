#include <patio/casework/help_request.hpp>

#include <patio/schedule/holiday.hpp>

namespace patio {
namespace {

using S = HelpState;
using E = HelpEvent;
using Context = HelpContext;
using Line = MachineWords<S, E, Context>;

template <bool Context::* fact>
bool holds(const Context& c) {
  return c.*fact;
}

std::vector<Line::Rule> table() {
  std::vector<Line::Rule> lines{
      Line::go(S::draft, E::submit, S::submitted)
          .guard("reason_required", holds<&Context::kind_listed>)
          .guard("amount_out_of_range", holds<&Context::amount_asked>)
          .then({"acknowledge_receipt"}),
      Line::go(S::draft, E::withdraw, S::withdrawn),

      Line::stay(S::submitted, E::submit),
      Line::go(S::submitted, E::ask_papers, S::incomplete).then({"ask_papers"}),
      Line::go(S::submitted, E::present, S::presented).guard("identifying_content", holds<&Context::nothing_identifies>),

      Line::go(S::incomplete, E::complete, S::submitted),

      Line::go(S::presented, E::adjourn, S::submitted),
      Line::go(S::presented, E::grant, S::granted)
          .guard("too_early", holds<&Context::has_sat>)
          .guard("amount_out_of_range", holds<&Context::amount_in_range>)
          .guard("payment_mode_required", holds<&Context::payment_listed>)
          .then({"notify_decision"}),
      Line::go(S::presented, E::refuse, S::refused)
          .guard("too_early", holds<&Context::has_sat>)
          .guard("reason_required", holds<&Context::reason_listed>)
          .then({"notify_decision"}),

      Line::go(S::granted, E::pay, S::paid).then({"keep_voucher"}),
      Line::stay(S::paid, E::pay),

      Line::go(S::appealed, E::grant, S::granted)
          .guard("too_early", holds<&Context::has_sat>)
          .guard("amount_out_of_range", holds<&Context::amount_in_range>)
          .guard("payment_mode_required", holds<&Context::payment_listed>)
          .then({"notify_decision"}),
      Line::go(S::appealed, E::refuse, S::upheld)
          .guard("too_early", holds<&Context::has_sat>)
          .guard("reason_required", holds<&Context::reason_listed>)
          .then({"notify_decision"}),
  };
  for (const S state : {S::submitted, S::incomplete, S::presented}) {
    lines.push_back(Line::go(state, E::withdraw, S::withdrawn));
    lines.push_back(Line::go(state, E::elapse, S::refused_by_silence)
                        .when("silence_is_over", holds<&Context::silence_is_over>)
                        .then({"alert_silence"}));
    lines.push_back(Line::stay(state, E::elapse));
  }
  for (const S state : {S::granted, S::refused, S::refused_by_silence})
    lines.push_back(Line::go(state, E::appeal, S::appealed).guard("appeal_too_late", holds<&Context::appeal_in_time>));
  return lines;
}

Result<HelpRequest> stepped(HelpRequest request, HelpEvent event, const HelpContext& context) {
  const auto step = help_machine().step(request.state, event, context);
  if (!step) return step.error();
  request.state = step->state;
  return request;
}

std::string age_band(const std::optional<Date>& birth, Date day, int oldest) {
  const auto age = birth ? age_on(*birth, day) : std::nullopt;
  if (!age) return "";
  if (*age >= oldest) return std::to_string(oldest) + '+';
  if (*age < 18) return "0-17";
  if (*age < 25) return "18-24";
  const int from = 25 + (*age - 25) / 10 * 10;
  return std::to_string(from) + '-' + std::to_string(std::min(from + 9, oldest - 1));
}

std::string at_most(int number, int most) { return number >= most ? std::to_string(most) + '+' : std::to_string(number); }

std::int64_t rounded_euros(std::int64_t cents, int step) {
  const std::int64_t unit = 100LL * std::max(step, 1);
  return (cents + (cents < 0 ? -unit / 2 : unit / 2)) / unit * std::max(step, 1);
}

/// Nothing left to underline, doubtful words included: the board has no way to read again with the author.
std::string nameless(std::string text, const std::vector<std::string>& known) {
  for (auto findings = find_identifying(text, known); !findings.empty(); findings = find_identifying(text, known))
    text = without_identifying(text, findings, NoteSeverity::warn);
  return text;
}

}  // namespace

const Machine<HelpState, HelpEvent, HelpContext>& help_machine() {
  static const Machine<S, E, Context> machine{"help_request", S::draft, table()};
  return machine;
}

Result<HelpRequest> submit_help(HelpRequest request, Date today, const CaseworkBook& book) {
  HelpContext context;
  context.kind_listed = find(book, CaseworkList::help_kind, request.kind, today) != nullptr;
  context.amount_asked = request.asked_cents > 0;
  auto submitted = stepped(std::move(request), HelpEvent::submit, context);
  if (submitted && !submitted->submitted_on) submitted->submitted_on = today;
  return submitted;
}

Result<HelpRequest> present_help(HelpRequest request, const std::vector<std::string>& known, Date board_on) {
  const auto findings = find_identifying(request.situation.summary, known);
  HelpContext context;
  context.nothing_identifies = !refuses(findings);
  auto presented = stepped(std::move(request), HelpEvent::present, context);
  if (!presented && presented.error().code == "identifying_content") return identifying_refusal(findings);
  if (presented) presented->board_on = board_on;
  return presented;
}

Result<HelpRequest> decide_help(HelpRequest request, const HelpDecision& decision, Date today, const CaseworkBook& book) {
  const Date presented_for = request.state == S::presented ? request.board_on.value_or(today) : today;
  const Date sat_on = decision.sat_on.value_or(presented_for);
  HelpContext context;
  context.has_sat = sat_on <= today && request.submitted_on <= sat_on;
  context.amount_in_range = decision.allocated_cents > 0 && decision.allocated_cents <= request.asked_cents;
  context.payment_listed = decision.payment_mode && find(book, CaseworkList::payment_mode, *decision.payment_mode, today);
  context.reason_listed = decision.refusal_reason && find(book, CaseworkList::help_refusal, *decision.refusal_reason, today);
  const bool grants = decision.allocated_cents != 0;
  auto decided = stepped(std::move(request), grants ? HelpEvent::grant : HelpEvent::refuse, context);
  if (!decided) return decided;
  decided->decided_on = sat_on;
  decided->allocated_cents = decision.allocated_cents;
  decided->payment_mode = grants ? decision.payment_mode : std::nullopt;
  decided->refusal_reason = grants ? std::nullopt : decision.refusal_reason;
  decided->notified_on.reset();
  return decided;
}

Result<HelpRequest> step_help(HelpRequest request, HelpEvent event) { return stepped(std::move(request), event, {}); }

Result<HelpRequest> appeal_help(HelpRequest request, Date today, const std::vector<Date>& holidays,
                                const CaseworkBook& book) {
  HelpContext context;
  context.appeal_in_time = !request.notified_on || today <= appeal_until(*request.notified_on, holidays, book);
  return stepped(std::move(request), HelpEvent::appeal, context);
}

Result<HelpRequest> elapse_help(HelpRequest request, Date today, const CaseworkBook& book) {
  HelpContext context;
  context.silence_is_over = request.submitted_on && today >= due(book, CaseworkTerm::help_silence, *request.submitted_on);
  return stepped(std::move(request), HelpEvent::elapse, context);
}

Date appeal_until(Date notified_on, const std::vector<Date>& holidays, const CaseworkBook& book) {
  Date last = add_days(due(book, CaseworkTerm::help_appeal, notified_on), 1);
  while (!is_working_day(last, holidays)) last = add_days(last, 1);
  return last;
}

BoardCase board_view(const HelpRequest& request, const Person& person, int number, Date day, const CaseworkBook& book) {
  const int step = value_of(book, CaseworkTerm::board_amount_step, day);
  return {request.id,
          number,
          request.kind,
          request.asked_cents,
          age_band(person.birth_date, day, value_of(book, CaseworkTerm::board_age, day)),
          at_most(request.situation.adults, 3),
          at_most(request.situation.children, value_of(book, CaseworkTerm::board_children, day)),
          rounded_euros(request.situation.resources_cents, step),
          rounded_euros(request.situation.charges_cents, step),
          nameless(request.situation.summary, identity_words(person))};
}

}  // namespace patio
