#include <algorithm>

#include <patio/desk/help.hpp>

#include "../casework.hpp"

namespace patio {
namespace {

constexpr auto record = RequestAction::record;

bool is_adviser(const Service* service, const ProfessionalCode& professional) {
  return service && std::find(service->professionals.begin(), service->professionals.end(), professional) !=
                        service->professionals.end();
}

bool received_here(const PersonId& person, const Dossier& dossier, const Moment& moment) {
  const auto visits = dossier.find(where(&Encounter::person_id, person));
  return std::any_of(visits.begin(), visits.end(), [&](const Encounter& each) {
    return each.organisation == moment.hat.organisation && each.pole == moment.hat.pole.value_or(PoleCode{});
  });
}

std::vector<Access> to_record(const Dossier&) {
  return {{record, DataCategory::aid_decision, nullptr, {}}, {record, DataCategory::resources, nullptr, {}}};
}

HelpChanged told(const HelpRequest& request, const Moment& moment) {
  HelpChanged answer{request.id, request.state, request.decided_on, {}};
  if (request.notified_on) answer.appeal_until = appeal_until(*request.notified_on, moment.holidays, moment.casework());
  return answer;
}

template <class C>
Result<Handled<C>> stepped(const C& command, const Dossier& dossier, const Moment& moment, HelpEvent event, auto step) {
  const HelpRequest* found = find_by_id(dossier.of<HelpRequest>(), command.help_request_id);
  if (!found) return refusal("help_request_unknown");
  const Result<HelpRequest> next = step(*found);
  if (!next) return next.error();
  std::vector<std::string> effects;
  for (const auto& line : help_machine().table().lines)
    if (line.state == name_of(found->state) && line.event == name_of(event) && line.target == name_of(next->state))
      effects = line.effects;
  return Handled<C>{told(*next, moment), {changed(*next)}, about(to_text(next->id), effects), {}};
}

}  // namespace

Issues check(const AskAdvice& command, const Moment& moment) {
  Checker checker;
  checker.known(find_by_code(moment.plan.services, command.adviser), "/adviser");
  checker.known(find_need(moment.needs, command.theme, moment.today), "/theme");
  checker.require(!command.question.empty(), "/question", "empty_text", {"écrire la question", "write the question"});
  return std::move(checker).issues();
}

/// Facts about nobody go to the jurist. Whoever checks against a person's file must be one who sees that identity; the person
/// is not made the subject of the command, so that neither the log nor an effect links them to the question.
std::vector<Access> accesses(const AskAdvice& command, const Dossier& dossier, const Moment& moment) {
  AccessRequest anonymous;
  anonymous.form = DataForm::anonymised;
  std::vector<Access> needed{
      {RequestAction::disclose, DataCategory::note, find_by_code(moment.plan.services, command.adviser), {}, anonymous}};
  if (!command.check_against) return needed;
  AccessRequest known;
  const bool here = received_here(*command.check_against, dossier, moment);
  known.compartment = here ? Compartment::own_service : Compartment::other_service;
  known.involvement = here ? Involvement::both : Involvement::none;
  needed.push_back({RequestAction::view, DataCategory::identity, nullptr, {}, known});
  return needed;
}

Result<Handled<AskAdvice>> handle(const AskAdvice& command, const Dossier& dossier, const Clearance&, const Moment& moment) {
  TechnicalAdvice draft;
  draft.id = next_id<TechnicalAdviceId>(moment.ids);
  draft.asked_by = moment.professional.code;
  draft.asked_by_hat = moment.hat.code;
  draft.organisation = moment.hat.organisation;
  draft.adviser = command.adviser;
  draft.theme = command.theme;
  draft.question = command.question;
  draft.asked_at = moment.now;
  const auto person = command.check_against ? dossier.get<Person>(*command.check_against) : std::nullopt;
  const auto known = person ? identity_words(*person) : std::vector<std::string>{};
  const auto asked = ask_advice(draft, known);
  if (!asked) return asked.error();
  return Handled<AskAdvice>{{asked->id, asked->state, find_identifying(asked->question, known)},
                            {added(*asked)},
                            about(to_text(asked->id), {"tell_adviser"}),
                            {}};
}

Issues check(const AnswerAdvice& command, const Moment&) {
  Checker checker;
  checker.require(!command.reply.empty(), "/reply", "empty_text", {"écrire la réponse", "write the answer"});
  checker.require(command.minutes >= 0 && command.minutes <= 24 * 60, "/minutes", "out_of_range",
                  {"attendu : de 0 à 1440 minutes", "expected 0 to 1440 minutes"});
  return std::move(checker).issues();
}
/// Nobody is concerned by it.
std::vector<Access> accesses(const AnswerAdvice&, const Dossier&, const Moment&) { return {}; }
Result<Handled<AnswerAdvice>> handle(const AnswerAdvice& command, const Dossier& dossier, const Clearance&,
                                     const Moment& moment) {
  const auto found = dossier.get<TechnicalAdvice>(command.advice_id);
  if (!found || !is_adviser(find_by_code(moment.plan.services, found->adviser), moment.professional.code))
    return refusal("advice_unknown");
  const auto answered = answer_advice(*found, command.reply, moment.professional.code, command.minutes, moment.now);
  if (!answered) return answered.error();
  return Handled<AnswerAdvice>{{found->id, answered->state, find_identifying(command.reply)},
                               {changed(*answered)},
                               about(to_text(found->id), {"tell_asking_professional"}),
                               {}};
}

Issues check(const ReadAdvice&, const Moment&) { return {}; }
std::vector<Access> accesses(const ReadAdvice&, const Dossier&, const Moment&) { return {}; }
Result<AdviceList> answer(const ReadAdvice& query, const Asked& asked) {
  const ProfessionalCode& me = asked.moment.professional.code;
  AdviceList list;
  const auto add = [&](const TechnicalAdvice& advice) {
    if (!query.answered_too && advice.state == AdviceState::answered) return;
    if (!find_by_id(list.advices, advice.id)) list.advices.push_back(advice);
  };
  for (const auto& advice : asked.dossier.find(
           where(&TechnicalAdvice::asked_by, me).where(&TechnicalAdvice::asked_by_hat, asked.moment.hat.code)))
    add(advice);
  for (const auto& service : asked.moment.plan.services)
    if (is_adviser(&service, me))
      for (const auto& advice : asked.dossier.find(where(&TechnicalAdvice::adviser, service.code))) add(advice);
  std::sort(list.advices.begin(), list.advices.end(), [](const auto& a, const auto& b) { return a.asked_at < b.asked_at; });
  list.counted = count(list.advices);
  return list;
}

Issues check(const RequestHelp& command, const Moment& moment) {
  Checker checker;
  checker.known(find(moment.casework(), CaseworkList::help_kind, command.kind, moment.today), "/kind");
  checker.require(command.situation.adults >= 0 && command.situation.children >= 0, "/situation", "out_of_range",
                  {"pas de nombre négatif", "no negative number"});
  return std::move(checker).issues();
}
std::vector<Access> accesses(const RequestHelp&, const Dossier& dossier, const Moment&) { return to_record(dossier); }
Result<Handled<RequestHelp>> handle(const RequestHelp& command, const Dossier&, const Clearance&, const Moment& moment) {
  HelpRequest draft;
  draft.id = next_id<HelpRequestId>(moment.ids);
  draft.person_id = command.person_id;
  draft.kind = command.kind;
  draft.asked_cents = command.asked_cents;
  draft.situation = command.situation;
  draft.examined_by = moment.professional.code;
  const auto submitted = submit_help(draft, moment.today, moment.casework());
  if (!submitted) return submitted.error();
  return Handled<RequestHelp>{
      told(*submitted, moment), {added(*submitted)}, about(to_text(submitted->id), {"acknowledge_receipt"}), {}};
}

Issues check(const PresentHelp& command, const Moment& moment) {
  Checker checker;
  checker.require(command.board_on >= moment.today, "/board_on", "in_the_past",
                  {"ce jour est déjà passé", "this day is already over"});
  return std::move(checker).issues();
}
std::vector<Access> accesses(const PresentHelp&, const Dossier& dossier, const Moment&) { return to_record(dossier); }
Result<Handled<PresentHelp>> handle(const PresentHelp& command, const Dossier& dossier, const Clearance&,
                                    const Moment& moment) {
  return stepped(command, dossier, moment, HelpEvent::present, [&](const HelpRequest& request) {
    return present_help(request, identity_words(*dossier.person), command.board_on);
  });
}

Issues check(const DecideHelp& command, const Moment& moment) {
  Checker checker;
  checker.require(!command.sat_on || *command.sat_on <= moment.today, "/sat_on", "in_the_future",
                  {"ce jour n'est pas encore arrivé", "this day has not come yet"});
  return std::move(checker).issues();
}
std::vector<Access> accesses(const DecideHelp&, const Dossier& dossier, const Moment&) { return to_record(dossier); }
Result<Handled<DecideHelp>> handle(const DecideHelp& command, const Dossier& dossier, const Clearance&,
                                   const Moment& moment) {
  const HelpDecision decision{command.allocated_cents, command.payment_mode, command.refusal_reason, command.sat_on};
  return stepped(command, dossier, moment, command.allocated_cents != 0 ? HelpEvent::grant : HelpEvent::refuse,
                 [&](const HelpRequest& request) {
                   auto decided = decide_help(request, decision, moment.today, moment.casework());
                   if (!decided) return decided;
                   decided->recorded_by = moment.professional.code;
                   decided->recorded_at = moment.now;
                   return decided;
                 });
}

Issues check(const NotifyHelp&, const Moment&) { return {}; }
std::vector<Access> accesses(const NotifyHelp&, const Dossier& dossier, const Moment&) { return to_record(dossier); }
Result<Handled<NotifyHelp>> handle(const NotifyHelp& command, const Dossier& dossier, const Clearance&,
                                   const Moment& moment) {
  const HelpRequest* found = find_by_id(dossier.of<HelpRequest>(), command.help_request_id);
  if (!found) return refusal("help_request_unknown");
  if (!found->decided_on) return refusal("not_ended_yet");
  if (found->notified_on) return refusal("already_done");
  HelpRequest notified = *found;
  notified.notified_on = moment.today;
  return Handled<NotifyHelp>{told(notified, moment), {changed(notified)}, {}, {}};
}

Issues check(const AppealHelp&, const Moment&) { return {}; }
std::vector<Access> accesses(const AppealHelp&, const Dossier& dossier, const Moment&) { return to_record(dossier); }
Result<Handled<AppealHelp>> handle(const AppealHelp& command, const Dossier& dossier, const Clearance&,
                                   const Moment& moment) {
  return stepped(command, dossier, moment, HelpEvent::appeal,
                 [&](const HelpRequest& request) { return appeal_help(request, moment.today, moment.holidays, moment.casework()); });
}

Issues check(const PayHelp&, const Moment&) { return {}; }
std::vector<Access> accesses(const PayHelp&, const Dossier& dossier, const Moment&) { return to_record(dossier); }
Result<Handled<PayHelp>> handle(const PayHelp& command, const Dossier& dossier, const Clearance&, const Moment& moment) {
  return stepped(command, dossier, moment, HelpEvent::pay,
                 [](const HelpRequest& request) { return step_help(request, HelpEvent::pay); });
}

Issues check(const BoardView&, const Moment&) { return {}; }
/// The service gives, the board reads: anonymous facts only.
std::vector<Access> accesses(const BoardView&, const Dossier&, const Moment&) {
  AccessRequest known;
  known.actor = Actor::ccas_agent;
  known.actor_status = SecrecyStatus::miss;
  known.form = DataForm::anonymised;
  return {{RequestAction::view, DataCategory::aid_decision, nullptr, {}, known}};
}
Result<BoardCases> answer(const BoardView& query, const Asked& asked) {
  auto requests =
      asked.dossier.find(where(&HelpRequest::state, HelpState::presented).where(&HelpRequest::board_on, query.board_on));
  // By their random ids: neither names nor the days of the requests give the numbers away.
  std::sort(requests.begin(), requests.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  BoardCases seen;
  for (const auto& request : requests)
    if (const auto person = asked.dossier.get<Person>(request.person_id))
      seen.cases.push_back(
          board_view(request, *person, static_cast<int>(seen.cases.size()) + 1, asked.moment.today, asked.moment.casework()));
  return seen;
}

}  // namespace patio
