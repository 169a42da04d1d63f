#include <patio/consent/consent.hpp>

#include <algorithm>

namespace patio {
namespace {

template <class List, class Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// That recipient may still receive some category.
bool has_scope(const Consent& consent, const OrganisationCode& recipient) {
  return std::any_of(consent.categories.begin(), consent.categories.end(),
                     [&](const auto& each) { return !withholds(consent, recipient, each); });
}

}  // namespace

Coverage covers(const Consent& consent, const ConsentQuestion& question) {
  if (consent.state != ConsentState::active) return {false, "not_active"};
  if (!contains(consent.period, question.day)) return {false, "not_in_period"};
  if (consent.purpose != question.purpose) return {false, "other_purpose"};
  if (!holds(consent.recipients, question.recipient)) return {false, "other_recipient"};
  if (withholds(consent, question.recipient, question.category)) return {false, "withheld"};
  if (!holds(consent.categories, question.category)) return {false, "other_category"};
  return {true, ""};
}

bool withholds(const Consent& consent, const OrganisationCode& recipient, const CategoryCode& category) {
  return holds(consent.withheld, category) || holds(consent.withheld_from, ConsentScope{recipient, category});
}

Consent narrow(Consent consent, const WithdrawnPart& part) {
  std::erase_if(consent.recipients, [&](const auto& each) { return holds(part.recipients, each); });
  for (const auto& category : part.categories) {
    if (std::erase(consent.categories, category) > 0 && !holds(consent.withheld, category))
      consent.withheld.push_back(category);
  }
  for (const auto& scope : part.scopes)
    if (holds(consent.categories, scope.category) && !withholds(consent, scope.recipient, scope.category))
      consent.withheld_from.push_back(scope);
  const auto keeps_nothing = [&](const OrganisationCode& recipient) {
    return std::any_of(part.scopes.begin(), part.scopes.end(), [&](const auto& each) { return each.recipient == recipient; }) &&
           !has_scope(consent, recipient);
  };
  std::erase_if(consent.recipients, keeps_nothing);
  std::erase_if(consent.withheld_from, [&](const ConsentScope& each) {
    return !holds(consent.recipients, each.recipient) || holds(consent.withheld, each.category);
  });
  return consent;
}

bool has_scope(const Consent& consent) {
  return std::any_of(consent.recipients.begin(), consent.recipients.end(),
                     [&](const auto& each) { return has_scope(consent, each); });
}

std::optional<Date> state_ends_on(const Consent& consent, const ConsentTerms& terms) {
  switch (consent.state) {
    case ConsentState::informed: return add_days(consent.state_since, terms.notice_days);
    case ConsentState::pending_proof: return add_days(consent.state_since, terms.proof_days);
    case ConsentState::active: return consent.period.until;
    // A suspended consent ends with its period at the latest.
    case ConsentState::suspended: {
      const Date over = add_days(consent.state_since, terms.suspension_days);
      return consent.period.until && *consent.period.until < over ? *consent.period.until : over;
    }
    default: return std::nullopt;
  }
}

std::optional<Date> renewal_notice_on(const Consent& consent, const ConsentTerms& terms) {
  if (consent.state != ConsentState::active || !consent.period.until) return std::nullopt;
  return add_days(*consent.period.until, -terms.expiry_notice_days);
}

Consent stepped(Consent consent, const Step<ConsentState>& step, ConsentEntry entry, Date today) {
  if (step.no_op) return consent;
  if (consent.state != step.state) consent.state_since = today;
  consent.state = step.state;
  entry.state = step.state;
  consent.history.push_back(std::move(entry));
  return consent;
}

}  // namespace patio
