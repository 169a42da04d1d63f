#include <patio/consent/consent.hpp>

#include <algorithm>

namespace patio {
namespace {

template <class List, class Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

using S = ConsentState;
using E = ConsentEvent;
using Context = ConsentContext;
using Line = MachineWords<S, E, Context>;

bool may_consent(const Context& c) { return c.giver_may_consent; }
bool names_recipients(const Context& c) { return c.names_recipients; }
bool names_categories(const Context& c) { return c.names_categories; }
bool has_proof(const Context& c) { return c.has_proof; }
bool scope_left(const Context& c) { return c.scope_left; }
bool time_is_over(const Context& c) { return c.time_is_over; }
bool reason_given(const Context& c) { return c.reason_given; }

Line::Rule give_from(S from, S next) {
  return Line::go(from, E::give, next)
      .guard("giver_may_not_consent", may_consent)
      .guard("no_recipient_named", names_recipients)
      .guard("no_category_named", names_categories);
}

Line::Rule void_from(S from) {
  return Line::go(from, E::void_, S::void_).guard("reason_required", reason_given).then({"flag_disclosures"});
}

/// A closed consent stays as it is, whatever is said of it; a new one must be opened.
std::vector<Line::Rule> lines(std::vector<Line::Rule> open) {
  for (const S closed : {S::refused, S::withdrawn, S::expired, S::lapsed, S::superseded, S::void_}) {
    open.push_back(Line::refuse(closed, E::give, "closed"));
    for (const E event : {E::withdraw, E::withdraw_part, E::elapse, E::representative_ends})
      open.push_back(Line::stay(closed, event));
    open.push_back(closed == S::void_ ? Line::stay(closed, E::void_) : void_from(closed));
  }
  return open;
}

}  // namespace

Coverage covers(const Consent& consent, const ConsentQuestion& question) {
  if (consent.state != ConsentState::active) return {false, "not_active"};
  if (!contains(consent.period, question.day)) return {false, "not_in_period"};
  if (consent.purpose != question.purpose) return {false, "other_purpose"};
  if (!holds(consent.recipients, question.recipient)) return {false, "other_recipient"};
  if (holds(consent.withheld, question.category)) return {false, "withheld"};
  if (!holds(consent.categories, question.category)) return {false, "other_category"};
  return {true, ""};
}

const Machine<ConsentState, ConsentEvent, ConsentContext>& consent_machine() {
  static const Machine<S, E, Context> machine{
      "consent",
      S::informed,
      lines({
          Line::stay(S::informed, E::inform),
          give_from(S::informed, S::active).when("has_proof", has_proof).then({"set_expiry"}),
          give_from(S::informed, S::pending_proof).then({"ask_for_proof"}),
          Line::go(S::informed, E::refuse, S::refused).then({"block_purpose"}),
          Line::go(S::informed, E::withdraw, S::refused).then({"block_purpose"}),
          Line::go(S::informed, E::elapse, S::lapsed).when("time_is_over", time_is_over),
          Line::stay(S::informed, E::elapse),
          void_from(S::informed),

          Line::stay(S::pending_proof, E::inform),
          Line::go(S::pending_proof, E::confirm_proof, S::active)
              .guard("proof_pending", has_proof)
              .then({"set_expiry"}),
          Line::go(S::pending_proof, E::refuse, S::refused).then({"block_purpose"}),
          Line::go(S::pending_proof, E::withdraw, S::withdrawn).then({"cancel_unsent_referrals", "tell_receivers"}),
          Line::go(S::pending_proof, E::elapse, S::lapsed)
              .when("time_is_over", time_is_over)
              .then({"stop_sharing", "flag_disclosures"}),
          Line::stay(S::pending_proof, E::elapse),
          Line::go(S::pending_proof, E::representative_ends, S::lapsed).then({"stop_sharing", "flag_disclosures"}),
          void_from(S::pending_proof),

          Line::stay(S::active, E::inform),
          give_from(S::active, S::superseded).then({"open_renewed_consent"}),
          Line::stay(S::active, E::confirm_proof),
          Line::go(S::active, E::refuse, S::withdrawn).then({"cancel_unsent_referrals", "tell_receivers"}),
          Line::go(S::active, E::withdraw, S::withdrawn).then({"cancel_unsent_referrals", "tell_receivers"}),
          Line::go(S::active, E::withdraw_part, S::active)
              .when("scope_left", scope_left)
              .then({"narrow_scope", "cancel_unsent_referrals", "tell_receivers"}),
          Line::go(S::active, E::withdraw_part, S::withdrawn).then({"cancel_unsent_referrals", "tell_receivers"}),
          Line::go(S::active, E::elapse, S::expired)
              .when("time_is_over", time_is_over)
              .then({"look_for_other_ground"}),
          Line::stay(S::active, E::elapse),
          Line::go(S::active, E::representative_ends, S::suspended).then({"stop_sharing"}),
          Line::go(S::active, E::supersede, S::superseded),
          void_from(S::active),

          Line::stay(S::suspended, E::inform),
          give_from(S::suspended, S::active).then({"set_expiry"}),
          Line::go(S::suspended, E::refuse, S::refused).then({"block_purpose"}),
          Line::go(S::suspended, E::withdraw, S::withdrawn).then({"cancel_unsent_referrals", "tell_receivers"}),
          Line::go(S::suspended, E::elapse, S::expired).when("time_is_over", time_is_over),
          Line::stay(S::suspended, E::elapse),
          Line::stay(S::suspended, E::representative_ends),
          void_from(S::suspended),
      })};
  return machine;
}

}  // namespace patio
