#include <algorithm>

#include <patio/desk/consent.hpp>

#include "../referral_course.hpp"

namespace patio {
namespace {

constexpr auto record = RequestAction::record;
/// Policy of the house: never longer than a year (model: consent).
constexpr int longest_months = 12;

bool oral_suffices(const GiveConsent& command) { return command.for_purpose == PurposeCode{"orientation"}; }

/// Stops what rests on that consent: cancelled if nothing has left yet, frozen if the receiver has it.
void stop_referrals(const Dossier& dossier, const ConsentId& consent, const Moment& moment, Handled<WithdrawConsent>& done) {
  for (const auto& each : dossier.of<Referral>()) {
    ReferralCourse course(each, WriteKind::change, dossier, moment);
    if (!course.lose(consent)) continue;
    done.answer.recalled.push_back(each.id);
    for (auto& row : course.writes()) done.writes.push_back(std::move(row));
    for (auto& effect : course.effects()) done.effects.push_back(std::move(effect));
  }
}

}  // namespace

Issues check(const GiveConsent& command, const Moment& moment) {
  Checker checker;
  checker.known(enum_from<Purpose>(command.for_purpose.text()).has_value(), "/for_purpose");
  for (std::size_t i = 0; i < command.recipients.size(); ++i)
    checker.known(find_by_code(moment.plan.organisations, command.recipients[i]), "/recipients/" + std::to_string(i));
  checker.each_named<DataCategory>(command.categories, "/categories");
  checker.each_named<DataCategory>(command.withheld, "/withheld");
  checker.require(!command.until || *command.until > moment.today, "/until", "in_the_past",
                  {"ce jour est déjà passé", "this day is already over"});
  const auto longest = add_months(moment.today, longest_months, Rounding::down);
  checker.require(!command.until || (longest && *command.until <= *longest), "/until", "too_long",
                  {"un consentement vaut un an au plus ; il se renouvelle", "a consent lasts a year at most; it can be renewed"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const GiveConsent&, const Dossier&, const Moment&) {
  return {{record, DataCategory::attendance, nullptr, {}}};
}

Result<Handled<GiveConsent>> handle(const GiveConsent& command, const Dossier&, const Clearance&, const Moment& moment) {
  ConsentContext context;
  context.giver_may_consent = command.given_by == ConsentGiver::person;
  context.names_recipients = !command.recipients.empty();
  context.names_categories = !command.categories.empty();
  context.has_proof = command.means != ConsentMeans::oral_traced || oral_suffices(command);
  const auto step = consent_machine().step(ConsentState::informed, ConsentEvent::give, context);
  if (!step) return step.error();
  const auto until = command.until ? command.until : add_months(moment.today, longest_months, Rounding::down);
  const Consent consent{next_id<ConsentId>(moment.ids),
                        command.person_id,
                        command.given_by,
                        command.means,
                        command.for_purpose,
                        command.recipients,
                        command.categories,
                        command.withheld,
                        command.text_version,
                        moment.now,
                        moment.professional.code,
                        {moment.today, until},
                        step->state};
  return Handled<GiveConsent>{{consent.id, consent.state}, {added(consent)}, about(to_text(consent.id), step->effects), {}};
}

Issues check(const WithdrawConsent&, const Moment&) { return {}; }

std::vector<Access> accesses(const WithdrawConsent&, const Dossier&, const Moment&) {
  return {{record, DataCategory::attendance, nullptr, {}}};
}

Result<Handled<WithdrawConsent>> handle(const WithdrawConsent& command, const Dossier& dossier, const Clearance&,
                                        const Moment& moment) {
  const Consent* found = find_by_id(dossier.of<Consent>(), command.consent_id);
  if (!found) return refusal("consent_unknown");
  const auto step = consent_machine().step(found->state, ConsentEvent::withdraw, {});
  if (!step) return step.error();
  Handled<WithdrawConsent> done{{found->id, {}}, {}, about(to_text(found->id), step->effects), {}};
  if (step->no_op) return done;
  Consent consent = *found;
  consent.state = step->state;
  done.writes.push_back(changed(consent));
  stop_referrals(dossier, consent.id, moment, done);
  return done;
}

}  // namespace patio
