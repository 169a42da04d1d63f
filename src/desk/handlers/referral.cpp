#include <algorithm>

#include <patio/desk/referral.hpp>

#include "../handle.hpp"

namespace patio {
namespace {

bool sends_data(const SendReferral& command) {
  return command.kind == ReferralKind::accompanied || command.kind == ReferralKind::formal;
}

bool agreement_in_force(const CentrePlan& plan, const OrganisationCode& organisation, Date day) {
  return std::any_of(plan.agreements.begin(), plan.agreements.end(), [&](const Agreement& each) {
    return each.organisation == organisation && contains(each.period, day);
  });
}

}  // namespace

Issues check(const SendReferral& command, const Moment& moment) {
  Checker checker;
  checker.known(find_by_code(moment.plan.services, command.service), "/service");
  checker.each_named<DataCategory>(command.share, "/share");
  checker.require(!sends_data(command) || !command.share.empty(), "/share", "nothing_to_share",
                  {"une orientation accompagnée ou formelle dit ce qu'elle transmet",
                   "an accompanied or formal referral says what it passes on"});
  checker.require(sends_data(command) || command.share.empty(), "/share", "nothing_may_leave",
                  {"une simple information ne transmet rien", "mere information passes nothing on"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const SendReferral& command, const Dossier&, const Moment& moment) {
  std::vector<Access> needed{{RequestAction::record, DataCategory::attendance, nullptr, {}}};
  const Service* service = find_by_code(moment.plan.services, command.service);
  for (const auto& category : command.share)
    needed.push_back({RequestAction::disclose, *enum_from<DataCategory>(category.text()), service, command.consent_id});
  return needed;
}

Result<Handled<SendReferral>> handle(const SendReferral& command, const Dossier& dossier, const Clearance& clearance,
                                     const Moment& moment) {
  const NeedRecord* need = find_by_id(dossier.of<NeedRecord>(), command.need_id);
  if (!need) return refusal("need_unknown");
  if (command.consent_id && !find_by_id(dossier.of<Consent>(), *command.consent_id)) return refusal("consent_unknown");
  if (command.appointment_id && !find_by_id(dossier.of<Appointment>(), *command.appointment_id))
    return refusal("appointment_unknown");
  const Service& service = *find_by_code(moment.plan.services, command.service);

  ReferralContext context;
  context.sends_data = sends_data(command);
  context.ground_holds = !clearance.disclosures.empty();
  context.service_receives = service.status == ServiceStatus::open || service.status == ServiceStatus::waitlist;
  context.agreement_in_force = service.organisation == moment.hat.organisation ||
                               agreement_in_force(moment.plan, service.organisation, moment.today);
  const auto submitted = referral_machine().step(ReferralState::draft, ReferralEvent::submit, context);
  if (!submitted) return submitted.error();

  Referral referral{next_id<ReferralId>(moment.ids), command.person_id, need->id,           moment.professional.code,
                    command.service,                 command.kind,      need->urgency,      command.consent_id,
                    command.appointment_id,          command.share,     submitted->state};
  Handled<SendReferral> done{{referral.id, referral.state, {}}, {}, about(to_text(referral.id), submitted->effects), {}};
  if (context.sends_data) {
    const auto sent = referral_machine().step(submitted->state, ReferralEvent::send, context);
    if (!sent) return sent.error();
    referral.state = sent->state;
    for (const auto& each : about(to_text(referral.id), sent->effects)) done.effects.push_back(each);
    for (const auto& disclosure : clearance.disclosures) {
      done.answer.disclosure_id = disclosure.id;
      done.writes.push_back(added(disclosure));
    }
  }
  done.answer.state = referral.state;
  done.writes.insert(done.writes.begin(), added(referral));

  NeedRecord oriented = *need;
  if (oriented.status == NeedStatus::open) {
    oriented.status = NeedStatus::covered;
    oriented.mission = DeskMission::orientation;
    done.writes.push_back(changed(oriented));
  }
  return done;
}

}  // namespace patio
