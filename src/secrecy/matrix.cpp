#include <patio/secrecy/matrix.hpp>

#include <patio/secrecy/decision.hpp>

namespace patio {
namespace {

AccessRequest nothing_unusual() {
  AccessRequest facts;
  facts.action = RequestAction::disclose;
  facts.purpose = Purpose::follow_up;
  facts.purpose_match = PurposeMatch::declared;
  facts.form = DataForm::identified;
  facts.necessity = Necessity::strictly_needed;
  facts.channel = SharingChannel::direct;
  facts.compartment = Compartment::other_service;
  facts.consent = ConsentFact::none;
  facts.opposition = Opposition::none;
  facts.informed = PriorNotice::yes;
  facts.involvement = Involvement::recipient;
  facts.coordination = Coordination::several;
  facts.child_protection = ChildProtectionPart::none;
  facts.danger = Danger::none;
  facts.demand = Demand::none;
  facts.holder_position = HolderPosition::no_objection;
  facts.measure = ProtectionMeasure::none;
  facts.age_band = LegalAge::adult;
  facts.confided_alone = YesNo::no;
  facts.concealment = Concealment::none;
  facts.framework = ExchangeFramework::none;
  facts.identity_checked = YesNo::yes;
  facts.acting_as = ActingAs::own_name;
  facts.mandate = MandateFact::none;
  return facts;
}

template <DescribedEnum E>
std::vector<E> every() {
  std::vector<E> values;
  for (const auto& each : enumerators<E>()) values.push_back(each.value);
  return values;
}

/// Gates that would have let it pass tell nothing about a no.
std::vector<std::string> telling_rules(const rules::RuleSet& rules, const rules::Verdict& verdict) {
  std::vector<std::string> ids;
  for (const auto place : verdict.determining) {
    const auto& rule = rules.rules[place];
    const auto gate_effect = verdict.gates[static_cast<std::size_t>(rule.gate)];
    if (rules::flows(verdict.effect) || !rules::flows(gate_effect)) ids.push_back(rule.id);
  }
  return ids;
}

}  // namespace

MatrixRequest usual_matrix() {
  return {{{Actor::ccas_reception, SecrecyStatus::miss, Profession::administrative},
           {Actor::ccas_social_service, SecrecyStatus::prof, Profession::social_worker},
           {Actor::france_services_agent, SecrecyStatus::pub, Profession::france_services_adviser},
           {Actor::digital_adviser, SecrecyStatus::pub, Profession::digital_mediator},
           {Actor::public_writer, SecrecyStatus::conf, Profession::public_writer},
           {Actor::budget_counsellor, SecrecyStatus::conf, Profession::family_economist},
           {Actor::department_service, SecrecyStatus::prof, Profession::social_worker},
           {Actor::conciliator, SecrecyStatus::miss, Profession::conciliator}},
          every<Recipient>(),
          every<DataCategory>(),
          nothing_unusual()};
}

Matrix secrecy_matrix(const rules::RuleSet& rules, const MatrixRequest& request) {
  Matrix matrix{request, {}, rules.version};
  matrix.cells.reserve(request.actors.size() * request.recipients.size() * request.categories.size());
  AccessRequest facts = request.circumstances;
  for (const auto& actor : request.actors)
    for (const Recipient recipient : request.recipients)
      for (const DataCategory category : request.categories) {
        facts.actor = actor.actor;
        facts.actor_status = actor.status;
        facts.actor_profession = actor.profession;
        facts.recipient = recipient;
        facts.category = category;
        const rules::Verdict answer = verdict(rules, facts);
        matrix.cells.push_back({actor.actor, recipient, category, answer.effect, telling_rules(rules, answer)});
      }
  return matrix;
}

std::string matrix_csv(const Matrix& matrix) {
  std::string csv = "actor,recipient,category,effect,rules\r\n";
  for (const auto& cell : matrix.cells) {
    for (const auto name : {name_of(cell.actor), name_of(cell.recipient), name_of(cell.category), name_of(cell.effect)})
      (csv += name) += ',';
    for (const auto& id : cell.rules) (csv += id) += &id == &cell.rules.back() ? "" : " ";
    csv += "\r\n";
  }
  return csv;
}

}  // namespace patio
