#include <patio/consent/mandate.hpp>

namespace patio {
namespace {

using S = MandateState;
using E = MandateEvent;
using Context = MandateContext;
using Line = MachineWords<S, E, Context>;

bool identity_checked(const Context& c) { return c.identity_checked; }
bool person_adult(const Context& c) { return c.person_adult; }
bool person_unprotected(const Context& c) { return c.person_unprotected; }
bool duration_known(const Context& c) { return c.duration_known; }
bool names_procedure(const Context& c) { return c.names_procedure; }
bool template_known(const Context& c) { return c.template_known; }
bool aidant_eligible(const Context& c) { return c.aidant_eligible; }
bool aidant_habilitated(const Context& c) { return c.aidant_habilitated; }
bool free_of_charge(const Context& c) { return c.free_of_charge; }
bool concluded(const Context& c) { return c.concluded; }
bool asked(const Context& c) { return c.asked; }
bool reachable(const Context& c) { return c.reachable; }
bool paper_seen(const Context& c) { return c.paper_seen; }
bool same_organisation(const Context& c) { return c.same_organisation; }
bool procedure_covered(const Context& c) { return c.procedure_covered; }
bool procedure_on(const Context& c) { return !c.procedure_revoked; }
bool procedure_off(const Context& c) { return c.procedure_revoked; }
bool last_procedure(const Context& c) { return c.last_procedure; }
bool person_informed(const Context& c) { return c.person_informed; }
bool time_is_over(const Context& c) { return c.time_is_over; }
bool renewal_in_time(const Context& c) { return c.renewal_in_time; }

/// Who may be party to it, and what it must say.
Line::Rule settles(Line::Rule rule) {
  return std::move(rule)
      .guard("person_minor", person_adult)
      .guard("person_protected", person_unprotected)
      .guard("unknown_duration", duration_known)
      .guard("no_procedure_named", names_procedure)
      .guard("professional_not_eligible", aidant_eligible)
      .guard("structure_charges_fees", free_of_charge)
      .guard("professional_not_habilitated", aidant_habilitated)
      .guard("template_unknown", template_known);
}

Line::Rule concludes(Line::Rule rule) { return settles(std::move(rule)).guard("remote_answer_missing", concluded); }

/// The paper comes when it comes, even after the end: what was done under the mandate is proved by it.
Line::Rule attest_in(S state) { return Line::go(state, E::attest, state).guard("evidence_missing", paper_seen); }

Line::Rule use_from(S from) {
  return Line::go(from, E::use, from)
      .guard("not_holder_org", same_organisation)
      .guard("procedure_not_covered", procedure_covered)
      .guard("procedure_revoked", procedure_on)
      .guard("professional_not_eligible", aidant_eligible)
      .guard("professional_not_habilitated", aidant_habilitated)
      .then({"record_use"});
}

Line::Rule renew_from(S from, S next) {
  return concludes(Line::go(from, E::renew, next)).then({"open_renewed_mandate", "attest"});
}

/// A mandate in use, whole or in part.
void add_running(std::vector<Line::Rule>& lines, S state) {
  lines.push_back(Line::stay(state, E::sign));
  lines.push_back(attest_in(state));
  lines.push_back(use_from(state));
  lines.push_back(Line::stay(state, E::revoke).when("procedure_revoked", procedure_off));
  lines.push_back(Line::go(state, E::revoke, S::revoked).when("last_procedure", last_procedure).then({"tell_structure"}));
  lines.push_back(Line::go(state, E::revoke, S::partially_revoked)
                      .guard("procedure_not_covered", procedure_covered)
                      .then({"tell_structure"}));
  lines.push_back(Line::go(state, E::revoke_all, S::revoked).then({"tell_structure"}));
  lines.push_back(Line::go(state, E::elapse, S::expired).when("time_is_over", time_is_over));
  lines.push_back(Line::stay(state, E::elapse));
  lines.push_back(renew_from(state, S::superseded));
  lines.push_back(Line::go(state, E::transfer, state)
                      .guard("person_not_informed", person_informed)
                      .guard("professional_not_eligible", aidant_eligible)
                      .guard("professional_not_habilitated", aidant_habilitated)
                      .then({"attest"}));
  lines.push_back(Line::go(state, E::person_ends, S::revoked).then({"tell_structure"}));
}

/// A mandate that is over: what would end it changes nothing.
void add_over(std::vector<Line::Rule>& lines, S state, std::string_view code) {
  for (const E event : {E::revoke, E::revoke_all, E::elapse, E::person_ends}) lines.push_back(Line::stay(state, event));
  for (const E event : {E::sign, E::use, E::transfer}) lines.push_back(Line::refuse(state, event, code));
}

std::vector<Line::Rule> lines() {
  std::vector<Line::Rule> all{
      concludes(Line::go(S::draft, E::sign, S::active).guard("identity_not_checked", identity_checked)).then({"attest"}),
      settles(Line::go(S::draft, E::ask, S::draft).guard("identity_not_checked", identity_checked))
          .guard("contact_unsafe", reachable)
          .then({"ask_person_by_message"}),
      Line::go(S::draft, E::deny, S::abandoned).then({"tell_structure"}),
      Line::refuse(S::draft, E::use, "remote_answer_missing").when("asked", asked),
      Line::refuse(S::draft, E::use, "not_signed"),
      Line::refuse(S::draft, E::revoke, "not_signed"),
      Line::go(S::draft, E::revoke_all, S::abandoned),
      Line::go(S::draft, E::elapse, S::abandoned).when("time_is_over", time_is_over),
      Line::stay(S::draft, E::elapse),
      Line::refuse(S::draft, E::renew, "not_signed"),
      Line::refuse(S::draft, E::transfer, "not_signed"),
      Line::go(S::draft, E::person_ends, S::abandoned),
  };
  add_running(all, S::active);
  add_running(all, S::partially_revoked);
  all.push_back(attest_in(S::expired));
  all.push_back(attest_in(S::revoked));
  add_over(all, S::expired, "expired");
  all.push_back(renew_from(S::expired, S::expired).guard("renewal_too_late", renewal_in_time));
  add_over(all, S::revoked, "revoked");
  // The person had taken it back: it is signed afresh, and the identity is checked again.
  all.push_back(renew_from(S::revoked, S::revoked)
                    .guard("renewal_too_late", renewal_in_time)
                    .guard("identity_not_checked", identity_checked));
  all.push_back(attest_in(S::superseded));
  for (const S closed : {S::superseded, S::abandoned}) {
    add_over(all, closed, "closed");
    all.push_back(Line::refuse(closed, E::renew, "new_draft_needed"));
  }
  return all;
}

}  // namespace

const Machine<MandateState, MandateEvent, MandateContext>& mandate_machine() {
  static const Machine<S, E, Context> machine{"mandate", S::draft, lines()};
  return machine;
}

}  // namespace patio
