#include <algorithm>

#include <patio/secrecy/disclose.hpp>

namespace patio {
namespace {

using rules::Effect;

template <class T>
void add_once(std::vector<T>& all, const T& value) {
  if (std::find(all.begin(), all.end(), value) == all.end()) all.push_back(value);
}

Refusal refused(std::string code, Text message, Text what_would_unblock) {
  return {std::move(code), {}, std::move(message), std::move(what_would_unblock), {}};
}

bool rests_on_consent(const AccessRequest& circumstances) {
  return circumstances.consent == ConsentFact::oral_traced || circumstances.consent == ConsentFact::written ||
         circumstances.consent == ConsentFact::written_by_all;
}

bool names_consent(const Handover& handover) {
  return handover.consent_id || std::any_of(handover.proved.begin(), handover.proved.end(), [](const ProvedCondition& each) {
           return each.kind == ProofKind::consent;
         });
}

std::optional<Refusal> why_not(const DisclosedDocument& given, const Handover& handover, const std::vector<std::string>& met) {
  if (given.fields.empty())
    return refused("nothing_given", {"rien n'est transmis", "nothing is given"},
                   {"ne pas enregistrer de transmission", "record no disclosure"});
  if (!given.circumstances.purpose)
    return refused("purpose_unknown", {"le but n'est pas dit", "the purpose is not told"},
                   {"dire pour quoi c'est transmis", "tell what it is given for"});
  std::string left;
  for (const auto& asked : given.obligations)
    if (asked.mandatory && std::find(met.begin(), met.end(), asked.code) == met.end())
      left += left.empty() ? asked.code : ", " + asked.code;
  if (!left.empty())
    return refused("obligations_left", fill({"à faire d'abord : {}", "to be done first: {}"}, {left}),
                   {"faire ce qui reste, puis transmettre", "do what is left, then give"});
  if (rests_on_consent(given.circumstances) && !names_consent(handover))
    return refused("consent_not_named", {"l'accord n'est pas désigné", "the consent is not named"},
                   {"donner l'identifiant de l'accord enregistré", "give the id of the recorded consent"});
  const bool silent = given.approval && (given.approval->justification.empty() || given.approval->decided_by.empty() ||
                                         !is_clean_utf8(given.approval->justification) ||
                                         refuses(check_note(given.approval->justification)));
  if (silent)
    return refused("justification_refused",
                   {"la décision humaine n'est pas justifiée, ou sa justification contient ce qui ne s'écrit pas",
                    "the human decision is not justified, or its justification holds what is not written"},
                   {"dire qui a décidé et pourquoi, sans rien du contenu", "tell who decided and why, without any content"});
  return std::nullopt;
}

/// The answers of each gate, together.
void add_bases(std::vector<GateAnswer>& bases, const Decision& decision) {
  for (const auto& gate : decision.gates) {
    const auto same = [&](const GateAnswer& each) { return each.gate == gate.gate && each.effect == gate.effect; };
    auto known = std::find_if(bases.begin(), bases.end(), same);
    if (known == bases.end()) known = bases.insert(bases.end(), {gate.gate, gate.effect, {}});
    for (const auto& rule : gate.rules) add_once(known->rules, rule);
  }
}

Effect effect_of(const DisclosedDocument& given) {
  bool human = false, transform = false, oblige = true;
  for (const auto& answer : given.answers) {
    if (!answer.relied_on) continue;
    human = human || answer.decision.effect == Effect::human;
    transform = transform || answer.decision.effect == Effect::transform;
    oblige = oblige && answer.decision.effect == Effect::oblige;
  }
  return human ? Effect::human : transform ? Effect::transform : oblige ? Effect::oblige : Effect::permit;
}

}  // namespace

Result<Disclosure> record_of(const DisclosedDocument& given, const Handover& handover, const std::vector<std::string>& met) {
  if (auto no = why_not(given, handover, met)) return std::move(*no);
  const AccessRequest& circumstances = given.circumstances;
  Disclosure record;
  record.id = handover.id;
  record.person_id = handover.person_id;
  record.made_at = handover.made_at;
  record.given_by = handover.given_by;
  record.given_by_hat = handover.given_by_hat;
  record.given_by_texts = handover.given_by_texts;
  if (circumstances.actor_status) record.given_by_status = name_of(*circumstances.actor_status);
  record.receiver = handover.receiver;
  record.received_by = handover.received_by;
  record.received_by_hat = handover.received_by_hat;
  if (circumstances.recipient_status) record.receiver_status = name_of(*circumstances.recipient_status);
  record.purpose = *PurposeCode::parse(name_of(*circumstances.purpose));
  record.effect = name_of(effect_of(given));
  for (const auto& answer : given.answers) {
    if (!answer.relied_on) continue;
    add_once(record.categories, *CategoryCode::parse(name_of(answer.category)));
    for (const auto& rule : answer.decision.determining) add_once(record.rules, rule.id);
    add_bases(record.bases, answer.decision);
    record.rulebook_version = answer.decision.version;
  }
  for (const auto& asked : given.obligations) record.obligations.push_back(asked.code);
  record.consent_id = handover.consent_id;
  record.proved = handover.proved;
  record.informed = handover.informed;
  record.informed_at = handover.informed_at;
  record.channel = circumstances.channel;
  if (given.approval) {
    record.decided_by = given.approval->decided_by;
    record.justification = given.approval->justification;
  }
  record.supersedes = handover.supersedes;
  return record;
}

}  // namespace patio
