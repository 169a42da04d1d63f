#include "access.hpp"

#include <algorithm>

namespace patio {
namespace {

template <DescribedEnum E>
void set_if_known(std::optional<E>& fact, const std::map<std::string, std::string>& facts, const std::string& name) {
  const auto found = facts.find(name);
  if (found != facts.end()) fact = enum_from<E>(found->second);
}

/// What is known whoever asks: nobody acts for the person and no danger, demand or measure has been reported. What a
/// command or a query knows better is set after.
AccessRequest closed_world(const CategoryCode& category, const PurposeCode& purpose) {
  AccessRequest request;
  request.category = enum_from<DataCategory>(category.text());
  request.purpose = enum_from<Purpose>(purpose.text());
  request.form = DataForm::identified;
  request.channel = SharingChannel::direct;
  request.opposition = Opposition::none;
  request.danger = Danger::none;
  request.demand = Demand::none;
  request.coordination = Coordination::several;
  request.child_protection = ChildProtectionPart::none;
  request.measure = ProtectionMeasure::none;
  request.framework = ExchangeFramework::none;
  request.acting_as = ActingAs::own_name;
  request.mandate = MandateFact::none;
  request.confided_alone = YesNo::no;
  return request;
}

void know_person(AccessRequest& request, const Dossier& dossier, const Moment& moment) {
  if (!dossier.person) return;
  const auto flagged = [&](SafetyFlag flag) {
    const auto& flags = dossier.person->safety_flags;
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
  };
  request.concealment = flagged(SafetyFlag::concealed_address) ? Concealment::flagged : Concealment::none;
  const auto age = dossier.person->birth_date ? age_on(*dossier.person->birth_date, moment.today) : std::nullopt;
  if (age) request.age_band = *age < 15 ? LegalAge::under_15 : *age < 18 ? LegalAge::from_15 : LegalAge::adult;
}

void know_actor(AccessRequest& request, const Hat& hat, const rules::RuleSet& rules) {
  const HatFacts facts = hat_facts(hat);
  request.actor = enum_from<Actor>(hat.actor);
  request.actor_status = hat_status(rules, facts).status;
  request.actor_profession = facts.profession;
}

void know_recipient(AccessRequest& request, const Hat& hat, const rules::RuleSet& rules) {
  const HatFacts facts = hat_facts(hat);
  request.recipient = enum_from<Recipient>(hat.recipient);
  request.recipient_status = hat_status(rules, facts).status;
  request.recipient_profession = facts.profession;
}

bool received_by(const Encounter& encounter, const Hat& hat) {
  return encounter.organisation == hat.organisation && encounter.pole == hat.pole.value_or(PoleCode{});
}

/// Whether this service received the person: the file is theirs.
bool of_own_service(const Dossier& dossier, const Moment& moment) {
  if (dossier.of<Encounter>().empty()) return true;
  return std::any_of(dossier.of<Encounter>().begin(), dossier.of<Encounter>().end(),
                     [&](const Encounter& each) { return received_by(each, moment.hat); });
}

bool is_for(const Referral& referral, const Moment& moment) {
  const Service* service = referral.waiting_since ? find_by_code(moment.plan.services, referral.service) : nullptr;
  if (!service || service->organisation != moment.hat.organisation) return false;
  const auto& theirs = service->professionals;
  return std::find(theirs.begin(), theirs.end(), moment.professional.code) != theirs.end();
}

bool has_open_referral(const Dossier& dossier, const Moment& moment) {
  const auto& all = dossier.of<Referral>();
  return std::any_of(all.begin(), all.end(), [&](const Referral& each) {
    return is_open_to_receiver(each.state) && is_for(each, moment);
  });
}

/// Their service had referrals of this person, and has brought them all to an end.
bool has_ended_referrals(const Dossier& dossier, const Moment& moment) {
  const auto& all = dossier.of<Referral>();
  return std::any_of(all.begin(), all.end(), [&](const Referral& each) { return is_for(each, moment); }) &&
         !has_open_referral(dossier, moment);
}

ConsentFact means_of(const Consent& consent) {
  // Said aloud and signed since is as good as written.
  const bool aloud = consent.means == ConsentMeans::oral_traced && !proves(consent.evidence);
  return aloud ? ConsentFact::oral_traced : ConsentFact::written;
}

/// What the register of consents says of this sharing; the most telling of all consents given.
ConsentFact consent_fact(const Dossier& dossier, const ConsentQuestion& question) {
  auto fact = ConsentFact::none;
  for (const auto& consent : dossier.of<Consent>()) {
    const Coverage coverage = covers(consent, question);
    if (coverage.yes) return means_of(consent);
    if (consent.state == ConsentState::withdrawn) fact = ConsentFact::withdrawn;
    else if (consent.state == ConsentState::pending_proof) fact = ConsentFact::pending;
    else if (coverage.reason == "not_in_period" || consent.state == ConsentState::expired) fact = ConsentFact::expired;
    else if (consent.state == ConsentState::active && fact == ConsentFact::none) fact = ConsentFact::out_of_scope;
  }
  return fact;
}

/// The register of objections: one that stands against this sharing is enough.
void know_opposition(AccessRequest& request, const Dossier& dossier, auto stands) {
  const auto& objections = dossier.of<Objection>();
  const bool opposed = std::any_of(objections.begin(), objections.end(), stands);
  request.opposition = opposed ? Opposition::opposed : Opposition::none;
}

ProtectionMeasure measure_of(RepresentationKind kind) {
  switch (kind) {
    case RepresentationKind::guardianship: return ProtectionMeasure::guardianship;
    case RepresentationKind::curatorship:
    case RepresentationKind::reinforced_curatorship:
    case RepresentationKind::habilitation_assistance: return ProtectionMeasure::curatorship;
    case RepresentationKind::special_agency: return ProtectionMeasure::special_agency;
    case RepresentationKind::family_habilitation: return ProtectionMeasure::family_habilitation;
    case RepresentationKind::future_mandate: return ProtectionMeasure::future_mandate;
    case RepresentationKind::benefit_management: return ProtectionMeasure::benefit_management;
    default: return ProtectionMeasure::none;
  }
}

/// A title over property reaches what property is made of; one over the person, the rest; both need to know who it is.
/// A title for listed acts reaches information only if that is one of them.
bool reaches(const Representation& title, DataCategory category) {
  constexpr DataCategory property[] = {DataCategory::resources, DataCategory::rights, DataCategory::aid_decision,
                                       DataCategory::bank, DataCategory::tax, DataCategory::housing};
  const auto& acts = title.acts;
  const bool listed = acts.empty() || std::find(acts.begin(), acts.end(), ActCode{"share_information"}) != acts.end();
  if (!listed) return false;
  if (title.scope == RepresentationScope::both || category == DataCategory::identity) return true;
  const bool is_property = std::find(std::begin(property), std::end(property), category) != std::end(property);
  return is_property == (title.scope == RepresentationScope::property);
}

/// A title gives its holder what the representation needs, and only when they receive as the representative: the same
/// organisation may hold a measure and a budget desk, and the desk learns nothing from the measure.
void know_representation(AccessRequest& request, const Dossier& dossier, const OrganisationCode& receiver, Date today) {
  if (request.recipient != Recipient::representative || !request.category) return;
  request.representation = RepresentationFact::out_of_scope;
  for (const auto& title : dossier.of<Representation>()) {
    if (title.holder_organisation != receiver) continue;
    request.measure = measure_of(title.kind);
    request.representation = !in_force(title, today)       ? RepresentationFact::expired
                             : title.conflict == YesNo::yes ? RepresentationFact::conflict
                             : reaches(title, *request.category) ? RepresentationFact::in_scope
                                                                 : RepresentationFact::out_of_scope;
    if (request.representation == RepresentationFact::in_scope) return;
  }
}

/// What people are told when they come: received, helped with a procedure, oriented.
bool is_declared(std::optional<Purpose> purpose) {
  constexpr Purpose declared[] = {Purpose::reception, Purpose::appointment, Purpose::orientation, Purpose::this_procedure,
                                  Purpose::follow_up};
  return purpose && std::find(std::begin(declared), std::end(declared), *purpose) != std::end(declared);
}

/// What an orientation or an appointment cannot do without. Of anything else only the person can say that it is needed.
bool is_needed(std::optional<Purpose> purpose, std::optional<DataCategory> category) {
  const bool to_receive = purpose == Purpose::orientation || purpose == Purpose::appointment;
  return to_receive && (category == DataCategory::identity || category == DataCategory::attendance ||
                        category == DataCategory::appointment);
}

void know_consent(AccessRequest& request, const Dossier& dossier, const ConsentQuestion& question) {
  request.consent = consent_fact(dossier, question);
  const bool given = request.consent == ConsentFact::oral_traced || request.consent == ConsentFact::written;
  request.informed = given ? PriorNotice::yes : PriorNotice::no;
  request.purpose_match = given || is_declared(request.purpose) ? PurposeMatch::declared : PurposeMatch::other;
  request.necessity =
      given || is_needed(request.purpose, request.category) ? Necessity::strictly_needed : Necessity::beyond;
}

}  // namespace

bool receives_person(const Dossier& dossier, const Moment& moment) {
  if (has_open_referral(dossier, moment)) return true;
  return std::any_of(dossier.of<Appointment>().begin(), dossier.of<Appointment>().end(), [&](const Appointment& each) {
    return takes_place(each) && each.professional == moment.professional.code;
  });
}

HatFacts hat_facts(const Hat& hat) {
  HatFacts facts;
  set_if_known(facts.employer, hat.facts, "employer");
  set_if_known(facts.profession, hat.facts, "profession");
  set_if_known(facts.mission, hat.facts, "mission");
  set_if_known(facts.engagement, hat.facts, "engagement");
  set_if_known(facts.used_by_ccas, hat.facts, "used_by_ccas");
  set_if_known(facts.sworn, hat.facts, "sworn");
  return facts;
}

Receiver receiver_of(const Service& service, const Moment& moment) {
  for (const auto& code : service.professionals) {
    const Professional* professional = find_by_code(moment.plan.professionals, code);
    if (!professional) continue;
    for (const auto& hat : professional->hats)
      if (hat.organisation == service.organisation && contains(hat.period, moment.today)) return {professional, &hat};
  }
  return {};
}

const Hat& holding_hat(const Dossier& dossier, const Moment& moment) {
  for (auto encounter = dossier.of<Encounter>().rbegin(); encounter != dossier.of<Encounter>().rend(); ++encounter) {
    const Professional* professional = find_by_code(moment.plan.professionals, encounter->professional);
    if (!professional) continue;
    for (const auto& hat : professional->hats)
      if (received_by(*encounter, hat) && contains(hat.period, moment.today)) return hat;
  }
  return moment.hat;
}

namespace {

AccessRequest drawn_request(const Access& access, const PurposeCode& purpose, const Dossier& dossier, const Moment& moment,
                            const rules::RuleSet& rules) {
  const auto category = *CategoryCode::parse(name_of(access.category));
  AccessRequest request = closed_world(category, purpose);
  request.action = access.action;
  know_person(request, dossier, moment);
  know_actor(request, moment.hat, rules);
  if (access.action != RequestAction::disclose) {
    know_recipient(request, moment.hat, rules);
    const bool own = of_own_service(dossier, moment);
    request.compartment = own ? Compartment::own_service : Compartment::other_service;
    request.involvement = own || receives_person(dossier, moment) ? Involvement::both : Involvement::none;
    request.purpose_match = PurposeMatch::declared;
    request.necessity = Necessity::strictly_needed;
    request.consent = ConsentFact::none;
    request.informed = PriorNotice::yes;
    return request;
  }
  request.compartment = Compartment::other_service;
  request.involvement = Involvement::recipient;
  if (access.receiver) {
    if (const Hat* hat = receiver_of(*access.receiver, moment).hat) know_recipient(request, *hat, rules);
    const ConsentQuestion question{access.receiver->organisation, category, purpose, moment.today};
    know_consent(request, dossier, question);
    know_opposition(request, dossier,
                    [&](const Objection& each) { return opposes_service(each, question, *access.receiver); });
    know_representation(request, dossier, question.recipient, moment.today);
  }
  return request;
}

}  // namespace

AccessRequest request_for(const Access& access, const PurposeCode& purpose, const Dossier& dossier, const Moment& moment,
                          const rules::RuleSet& rules) {
  AccessRequest request = drawn_request(access, purpose, dossier, moment, rules);
  each_member<AccessRequest>([&](std::string_view, auto fact) {
    if (access.known.*fact) request.*fact = access.known.*fact;
  });
  return request;
}

AccessRequest request_to_know(const CategoryCode& category, const PurposeCode& purpose, const Dossier& dossier,
                              const Moment& moment, const rules::RuleSet& rules) {
  AccessRequest request = closed_world(category, purpose);
  know_person(request, dossier, moment);
  const Hat& holder = holding_hat(dossier, moment);
  know_actor(request, holder, rules);
  know_recipient(request, moment.hat, rules);
  const bool own = of_own_service(dossier, moment) && !dossier.of<Encounter>().empty();
  request.action = own ? RequestAction::view : RequestAction::disclose;
  request.compartment = own ? Compartment::own_service : Compartment::other_service;
  request.involvement = own                                ? Involvement::both
                        : receives_person(dossier, moment) ? Involvement::recipient
                                                           : Involvement::none;
  const ConsentQuestion question{moment.hat.organisation, category, purpose, moment.today};
  know_consent(request, dossier, question);
  if (!own)
    know_opposition(request, dossier,
                    [&](const Objection& each) { return opposes(each, question, moment.professional.code); });
  know_representation(request, dossier, moment.hat.organisation, moment.today);
  // What was agreed for a referral serves it, and ends with it.
  if (request.involvement == Involvement::none && has_ended_referrals(dossier, moment)) request.necessity = Necessity::beyond;
  return request;
}

bool opposes_service(const Objection& objection, const ConsentQuestion& question, const Service& service,
                     const std::optional<ProfessionalCode>& owner) {
  const auto& named = objection.professional;
  const auto& there = service.professionals;
  if (named && owner && *owner != *named) return false;
  if (named && !owner && !there.empty() && std::find(there.begin(), there.end(), *named) == there.end()) return false;
  return opposes(objection, question, named);
}

Refusal secrecy_refusal(const Decision& decision) {
  Refusal no = refusal("secrecy");
  for (const auto& rule : decision.determining)
    for (const auto& text : rule.texts)
      if (std::find(no.law.begin(), no.law.end(), text) == no.law.end()) no.law.push_back(text);
  if (decision.lawful_way) {
    no.what_would_unblock = {};
    for (const auto& change : decision.lawful_way->changes) {
      const auto join = [](std::string& all, const std::string& more) { all += all.empty() ? more : " ; " + more; };
      join(no.what_would_unblock.fr, change.how.fr);
      join(no.what_would_unblock.en, change.how.en);
    }
  } else if (decision.no_way_reason) {
    no.what_would_unblock = *decision.no_way_reason;
  }
  return no;
}

}  // namespace patio
