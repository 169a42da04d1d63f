#include <patio/consent/mandate.hpp>

#include <algorithm>

#include <patio/base/hash.hpp>
#include <patio/base/json.hpp>

namespace patio {
namespace {

/// What the attestation is about. Its JSON is what the hash is taken over: a field more, and old hashes fail.
struct Attestation {
  MandateId mandate_id;
  PersonId person_id;
  OrganisationCode organisation;
  ProfessionalCode aidant;
  std::vector<ProcedureCode> procedures;
  Period period;
  std::string template_version;
};
BOOST_DESCRIBE_STRUCT(Attestation, (), (mandate_id, person_id, organisation, aidant, procedures, period, template_version))

const MandateAuthorisation* authorisation(const Mandate& mandate, const ProcedureCode& procedure) {
  const auto& all = mandate.authorisations;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.procedure == procedure; });
  return found == all.end() ? nullptr : &*found;
}

bool is_revoked(const MandateAuthorisation& authorisation) { return authorisation.revoked_at.has_value(); }

bool has_paper(const Mandate& mandate) {
  return std::any_of(mandate.evidence.begin(), mandate.evidence.end(),
                     [](const Evidence& each) { return each.kind == EvidenceKind::signed_paper; });
}

bool is_over(const Period& period, Date day) { return period.until && day >= *period.until; }

}  // namespace

MandateState state_of(const Mandate& mandate, Date day, const MandateTerms& terms) {
  const auto& all = mandate.authorisations;
  if (mandate.superseded_by) return MandateState::superseded;
  if (!mandate.signed_at) {
    const bool given_up = mandate.abandoned_at || day >= add_days(mandate.period.since, terms.draft_days);
    return given_up ? MandateState::abandoned : MandateState::draft;
  }
  if (std::all_of(all.begin(), all.end(), is_revoked)) return MandateState::revoked;
  if (is_over(mandate.period, day)) return MandateState::expired;
  return std::any_of(all.begin(), all.end(), is_revoked) ? MandateState::partially_revoked : MandateState::active;
}

std::optional<RemoteStage> remote_stage(const Mandate& mandate) {
  if (mandate.method == MandateMethod::in_person) return std::nullopt;
  if (!mandate.signed_at) return RemoteStage::asked;
  return has_paper(mandate) ? RemoteStage::attested : RemoteStage::answered;
}

std::optional<Date> paper_asked_on(const Mandate& mandate, Date day, const Zone& zone, const MandateTerms& terms) {
  const RemoteConclusion* remote = remote_of(terms, mandate.method);
  const MandateState state = state_of(mandate, day, terms);
  const bool runs = state == MandateState::active || state == MandateState::partially_revoked;
  if (!remote || remote->paper_days < 1 || !runs || remote_stage(mandate) != RemoteStage::answered) return std::nullopt;
  const Date since = day_in(*mandate.signed_at, zone);
  const int rounds = std::max(0, days_between(since, day)) / remote->paper_days + 1;
  return add_days(since, rounds * remote->paper_days);
}

std::optional<Date> draft_ends_on(const Mandate& mandate, const MandateTerms& terms) {
  if (mandate.signed_at || mandate.abandoned_at || mandate.superseded_by) return std::nullopt;
  return add_days(mandate.period.since, terms.draft_days);
}

Period mandate_period(Date signed_on, const MandateDuration& duration) {
  return {signed_on, add_days(signed_on, duration.days)};
}

std::optional<Date> reminder_on(Date signed_on, const MandateDuration& duration, const MandateTerms& terms) {
  if (duration.days < terms.reminder_from_days) return std::nullopt;
  return add_days(signed_on, duration.days - terms.reminder_days);
}

std::optional<Date> reminder_on(const Mandate& mandate, Date day, const MandateTerms& terms) {
  const MandateState state = state_of(mandate, day, terms);
  const bool runs = state == MandateState::active || state == MandateState::partially_revoked;
  if (!runs || !mandate.period.until) return std::nullopt;
  const int days = days_between(mandate.period.since, *mandate.period.until);
  return reminder_on(mandate.period.since, {mandate.duration, days, {}}, terms);
}

Date end_of(const Mandate& mandate, const Zone& zone) {
  const auto& all = mandate.authorisations;
  const Date over = mandate.period.until.value_or(mandate.period.since);
  if (all.empty() || !std::all_of(all.begin(), all.end(), is_revoked)) return over;
  const auto last = std::max_element(all.begin(), all.end(),
                                     [](const auto& one, const auto& other) { return *one.revoked_at < *other.revoked_at; });
  return std::min(over, day_in(*last->revoked_at, zone));
}

Date evidence_until(const Mandate& mandate, const Zone& zone, const MandateTerms& terms) {
  const Date end = end_of(mandate, zone);
  return add_months(end, 12 * terms.evidence_years, Rounding::up).value_or(end);
}

Coverage covers(const Mandate& mandate, const MandateQuestion& question, const MandateTerms& terms) {
  if (mandate.organisation != question.organisation) return {false, "not_holder_org"};
  switch (state_of(mandate, question.day, terms)) {
    case MandateState::draft: return {false, "not_signed"};
    case MandateState::superseded:
    case MandateState::abandoned: return {false, "closed"};
    case MandateState::revoked: return {false, "revoked"};
    case MandateState::expired: return {false, "expired"};
    default: break;
  }
  if (question.day < mandate.period.since) return {false, "not_signed"};
  const auto* found = authorisation(mandate, question.procedure);
  if (!found) return {false, "procedure_not_covered"};
  if (is_revoked(*found)) return {false, "procedure_revoked"};
  return {true, ""};
}

Mandate revoke(Mandate mandate, const std::optional<ProcedureCode>& procedure, Instant now, const MandateReason& reason) {
  if (!mandate.signed_at && !procedure && !mandate.abandoned_at) mandate.abandoned_at = now;
  for (auto& each : mandate.authorisations) {
    if (each.revoked_at || (procedure && each.procedure != *procedure)) continue;
    each.revoked_at = now;
    each.reason = reason;
  }
  return mandate;
}

std::string attestation_hash(const Mandate& mandate) {
  Attestation attestation{mandate.id, mandate.person_id, mandate.organisation,    mandate.aidant,
                          {},         mandate.period,    mandate.template_version};
  for (const auto& each : mandate.authorisations) attestation.procedures.push_back(each.procedure);
  std::sort(attestation.procedures.begin(), attestation.procedures.end());
  return to_text(sha256(to_json(attestation)));
}

}  // namespace patio
