#include <algorithm>

#include <patio/base/machine.hpp>
#include <patio/secrecy/disclose.hpp>

namespace patio {
namespace {

using rules::Effect;

template <class T>
void add_once(std::vector<T>& all, const T& value) {
  if (std::find(all.begin(), all.end(), value) == all.end()) all.push_back(value);
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

/// The mandatory obligations that are not met.
std::string left_to_do(const DisclosedDocument& given, const std::vector<std::string>& met) {
  std::string left;
  for (const auto& asked : given.obligations)
    if (asked.mandatory && std::find(met.begin(), met.end(), asked.code) == met.end())
      left += left.empty() ? asked.code : ", " + asked.code;
  return left;
}

bool is_justified(const HumanApproval& approval) {
  return !approval.justification.empty() && !approval.decided_by.empty() && is_clean_utf8(approval.justification) &&
         !refuses(check_note(approval.justification));
}

std::optional<Refusal> why_not(const DisclosedDocument& given, const Handover& handover, const std::vector<std::string>& met) {
  if (given.fields.empty()) return refusal("nothing_given");
  if (!given.circumstances.purpose) return refusal("purpose_unknown");
  if (const std::string left = left_to_do(given, met); !left.empty()) {
    Refusal no = refusal("obligations_left");
    no.what_would_unblock = {no.what_would_unblock.fr + " : " + left, no.what_would_unblock.en + ": " + left};
    return no;
  }
  if (rests_on_consent(given.circumstances) && !names_consent(handover)) return refusal("consent_not_named");
  if (given.approval && !is_justified(*given.approval)) return refusal("justification_refused");
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

/// In this order the later stands for both.
std::string_view effect_of_both(std::string_view first, std::string_view second) {
  for (const Effect effect : {Effect::human, Effect::transform, Effect::permit})
    if (first == name_of(effect) || second == name_of(effect)) return name_of(effect);
  return name_of(Effect::oblige);
}

}  // namespace

Disclosure begin_record(const Handover& handover, const AccessRequest& circumstances) {
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
  if (circumstances.purpose) record.purpose = *PurposeCode::parse(name_of(*circumstances.purpose));
  record.consent_id = handover.consent_id;
  record.proved = handover.proved;
  record.informed = handover.informed;
  record.informed_at = handover.informed_at;
  record.channel = circumstances.channel;
  record.supersedes = handover.supersedes;
  return record;
}

void rely_on(Disclosure& record, DataCategory category, const Decision& decision) {
  add_once(record.categories, *CategoryCode::parse(name_of(category)));
  for (const auto& rule : decision.determining) add_once(record.rules, rule.id);
  add_bases(record.bases, decision);
  for (const auto& asked : decision.obligations) add_once(record.obligations, asked.code);
  record.effect = effect_of_both(record.effect, name_of(decision.effect));
  record.rulebook_version = decision.version;
}

Result<Disclosure> record_of(const DisclosedDocument& given, const Handover& handover, const std::vector<std::string>& met) {
  if (auto no = why_not(given, handover, met)) return std::move(*no);
  Disclosure record = begin_record(handover, given.circumstances);
  for (const auto& answer : given.answers)
    if (answer.relied_on) rely_on(record, answer.category, answer.decision);
  record.obligations.clear();
  for (const auto& asked : given.obligations) record.obligations.push_back(asked.code);
  if (given.approval) {
    record.decided_by = given.approval->decided_by;
    record.justification = given.approval->justification;
  }
  return record;
}

}  // namespace patio
