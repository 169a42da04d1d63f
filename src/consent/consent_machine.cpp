#include <patio/consent/consent.hpp>

namespace patio {
namespace {

using S = ConsentState;
using E = ConsentEvent;
using Context = ConsentContext;
using Line = MachineWords<S, E, Context>;

bool informed(const Context& c) { return c.informed; }
bool may_consent(const Context& c) { return c.giver_may_consent; }
bool names_recipients(const Context& c) { return c.names_recipients; }
bool names_categories(const Context& c) { return c.names_categories; }
bool not_too_broad(const Context& c) { return !c.too_broad; }
bool has_proof(const Context& c) { return c.has_proof; }
bool oral_or_proven(const Context& c) { return c.oral || c.has_proof; }
bool by_representative(const Context& c) { return c.by_representative; }
bool scope_left(const Context& c) { return c.scope_left; }
bool time_is_over(const Context& c) { return c.time_is_over; }
bool reason_given(const Context& c) { return c.reason_given; }

Line::Rule give_from(S from, S next) {
  return Line::go(from, E::give, next)
      .guard("not_informed", informed)
      .guard("giver_may_not_consent", may_consent)
      .guard("no_recipient_named", names_recipients)
      .guard("no_category_named", names_categories)
      .guard("consent_too_broad", not_too_broad)
      .guard("evidence_missing", oral_or_proven);
}

/// Whatever takes the ground away: nothing more leaves, and those who received are told to stop.
Line::Rule lose(S from, E event, S next) {
  return Line::go(from, event, next).then({"cancel_unsent_referrals", "tell_receivers"});
}

Line::Rule void_from(S from) {
  return Line::go(from, E::void_, S::void_).guard("reason_required", reason_given).then({"flag_disclosures"});
}

/// What the person allowed ends with them; secrecy does not.
Line::Rule end_with_person(S from) { return Line::go(from, E::person_dies, S::expired).then({"stop_sharing"}); }

/// A closed consent stays as it is, whatever is said of it; a new one must be opened.
std::vector<Line::Rule> lines(std::vector<Line::Rule> open) {
  for (const S closed : {S::refused, S::withdrawn, S::expired, S::lapsed, S::superseded, S::void_}) {
    open.push_back(Line::refuse(closed, E::give, "closed"));
    for (const E event : {E::withdraw, E::withdraw_part, E::elapse, E::representative_ends, E::person_dies})
      open.push_back(Line::stay(closed, event));
    open.push_back(closed == S::void_ ? Line::stay(closed, E::void_) : void_from(closed));
  }
  return open;
}

}  // namespace

const Machine<ConsentState, ConsentEvent, ConsentContext>& consent_machine() {
  static const Machine<S, E, Context> machine{
      "consent", S::informed,
      lines({
          Line::stay(S::informed, E::inform),
          give_from(S::informed, S::active).when("has_proof", has_proof).then({"set_expiry", "give_receipt"}),
          give_from(S::informed, S::pending_proof).then({"ask_for_proof", "give_receipt"}),
          Line::go(S::informed, E::refuse, S::refused).then({"block_purpose"}),
          Line::go(S::informed, E::withdraw, S::refused).then({"block_purpose"}),
          Line::go(S::informed, E::elapse, S::lapsed).when("time_is_over", time_is_over),
          Line::stay(S::informed, E::elapse),
          end_with_person(S::informed),
          void_from(S::informed),

          Line::stay(S::pending_proof, E::inform),
          Line::refuse(S::pending_proof, E::give, "proof_pending"),
          Line::go(S::pending_proof, E::confirm_proof, S::active)
              .guard("proof_pending", has_proof)
              .then({"set_expiry", "give_receipt"}),
          Line::go(S::pending_proof, E::refuse, S::refused).then({"block_purpose"}),
          lose(S::pending_proof, E::withdraw, S::withdrawn),
          Line::go(S::pending_proof, E::elapse, S::lapsed)
              .when("time_is_over", time_is_over)
              .then({"stop_sharing", "flag_disclosures"}),
          Line::stay(S::pending_proof, E::elapse),
          Line::go(S::pending_proof, E::representative_ends, S::lapsed)
              .when("by_representative", by_representative)
              .then({"stop_sharing", "flag_disclosures"}),
          Line::stay(S::pending_proof, E::representative_ends),
          end_with_person(S::pending_proof),
          void_from(S::pending_proof),

          Line::stay(S::active, E::inform),
          give_from(S::active, S::superseded).then({"open_renewed_consent", "give_receipt"}),
          Line::stay(S::active, E::confirm_proof),
          lose(S::active, E::refuse, S::withdrawn),
          lose(S::active, E::withdraw, S::withdrawn),
          Line::go(S::active, E::withdraw_part, S::active)
              .when("scope_left", scope_left)
              .then({"narrow_scope", "cancel_unsent_referrals", "tell_receivers"}),
          lose(S::active, E::withdraw_part, S::withdrawn),
          Line::go(S::active, E::elapse, S::expired).when("time_is_over", time_is_over).then({"look_for_other_ground"}),
          Line::stay(S::active, E::elapse),
          Line::go(S::active, E::representative_ends, S::suspended)
              .when("by_representative", by_representative)
              .then({"stop_sharing"}),
          Line::stay(S::active, E::representative_ends),
          Line::go(S::active, E::supersede, S::superseded),
          end_with_person(S::active),
          void_from(S::active),

          Line::stay(S::suspended, E::inform),
          give_from(S::suspended, S::active).then({"set_expiry", "give_receipt"}),
          Line::refuse(S::suspended, E::withdraw_part, "suspended"),
          Line::go(S::suspended, E::refuse, S::refused).then({"block_purpose"}),
          lose(S::suspended, E::withdraw, S::withdrawn),
          Line::go(S::suspended, E::elapse, S::expired).when("time_is_over", time_is_over),
          Line::stay(S::suspended, E::elapse),
          Line::stay(S::suspended, E::representative_ends),
          end_with_person(S::suspended),
          void_from(S::suspended),
      })};
  return machine;
}

}  // namespace patio
