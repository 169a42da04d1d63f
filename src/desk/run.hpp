#pragma once
/// \file
/// The one way through the desk: load, decide, handle, write with the audit leaf in one transaction.

#include <patio/base/json.hpp>

#include "errand.hpp"

namespace patio {

template <class C>
[[nodiscard]] PurposeCode purpose_of(const C& asked) {
  if constexpr (requires { asked.purpose.text(); }) return asked.purpose;
  else return *PurposeCode::parse(C::purpose);
}

/// The answer as it is kept for whoever says the command again: without what is said once (`forget_secret`).
template <class Answer>
[[nodiscard]] std::string kept(Answer answer) {
  if constexpr (requires { forget_secret(answer); }) forget_secret(answer);
  return to_json(answer);
}

template <class C>
Result<typename C::Answer> Desk::run(const C& command, const RunOptions& options) {
  Errand errand(*centre_, professional_, hat_, snake_name<C>(), purpose_of(command));
  const Moment moment = errand.moment();
  throw_if_any(check(command, moment));
  require_id(command.command_id);

  Transaction transaction = centre_->store.begin();
  const std::string content = to_text(sha256(to_json(command)));
  if (const auto before = answer_before(transaction, command.command_id, snake_name<C>(), content)) {
    if (!*before) return before->error();
    return from_json<typename C::Answer>(before->value().answer).value();
  }
  const auto person = subject_of(command, Dossier(transaction, std::nullopt));
  const Dossier dossier(transaction, person);
  require_person(person, dossier);
  if (auto stale = changed_meanwhile(dossier, options)) return std::move(*stale);

  errand.note_command(command.command_id);
  note_link(errand, command, dossier, moment.now);
  Clearance clearance;
  if (const auto no = errand.first_no(accesses(command, dossier, moment), dossier, clearance)) {
    transaction.commit(errand.entry(person, true));
    return secrecy_refusal(*no);
  }
  if (auto no = too_late_for(command, dossier)) return std::move(*no);
  auto handled = handle(command, dossier, clearance, moment);
  if (!handled) return handled.error();

  const auto subject = handled->subject ? handled->subject : person;
  carry_out(transaction, handled->writes, handled->effects, command.command_id, subject, moment);
  transaction.insert(DoneCommand{command.command_id, snake_name<C>(), content, kept(handled->answer)});
  transaction.commit(errand.entry(subject));
  return handled->answer;
}

/// A query that judges what it shows piece by piece tells with its answer what it decided.
template <class Answer>
void note_decisions(Errand& errand, const Answer& answer) {
  if constexpr (requires { answer.categories.front().decision; })
    for (const auto& each : answer.categories) errand.note(each.category, each.decision);
}

template <class Q>
Result<typename Q::Answer> Desk::ask(const Q& query) {
  Errand errand(*centre_, professional_, hat_, snake_name<Q>(), purpose_of(query));
  const Moment moment = errand.moment();
  throw_if_any(check(query, moment));

  Transaction transaction = centre_->store.begin();
  const auto person = subject_of(query, Dossier(transaction, std::nullopt));
  const Dossier dossier(transaction, person);
  constexpr bool hides_who_is_known = requires { Q::hides_who_is_known; };
  if (!hides_who_is_known) require_person(person, dossier);
  const auto subject = dossier.person ? person : std::nullopt;

  note_link(errand, query, dossier, moment.now);
  Clearance clearance;
  if (const auto no = errand.first_no(accesses(query, dossier, moment), dossier, clearance)) {
    transaction.commit(errand.entry(subject, true));
    return secrecy_refusal(*no);
  }
  if (auto no = too_late_for(query, dossier)) return std::move(*no);
  Result<typename Q::Answer> found = answer(query, Asked{dossier, moment, errand.rules()});
  if (!found) return found;
  note_decisions(errand, *found);
  transaction.commit(errand.entry(subject));
  return found;
}

}  // namespace patio
