#include "errand.hpp"

#include <algorithm>

#include "access.hpp"

namespace patio {
namespace {

/// What the log keeps of a decision: codes only.
Json note_of(const CategoryCode& category, const Decision& decision) {
  Json rules = Json::array();
  for (const auto& rule : decision.determining) rules.push_back(rule.id);
  return {{"category", category.text()}, {"effect", name_of(decision.effect)}, {"rules", rules}};
}

void add_once(std::vector<std::string>& all, const std::string& more) {
  if (std::find(all.begin(), all.end(), more) == all.end()) all.push_back(more);
}

void count_revision(Transaction& transaction, const PersonId& person) {
  const auto known = transaction.get<FileRevision>(person);
  const FileRevision next{person, known ? known->revision + 1 : 1};
  if (known) transaction.update(next);
  else transaction.insert(next);
}

}  // namespace

Errand::Errand(CentreState& centre, const ProfessionalCode& professional, const HatCode& hat, std::string action,
               const PurposeCode& purpose)
    : centre_(centre), action_(std::move(action)), purpose_(purpose), now_(centre.options.clock()),
      today_(day_in(now_, centre.zone)), rules_(centre.rules_on(today_)), professional_(centre.professional(professional)),
      hat_(professional_ ? worn(*professional_, hat, today_) : nullptr) {
  if (!hat_)
    throw Error(ErrorCode::not_found, {"cette fonction n'est plus exercée aujourd'hui", "that hat is no longer worn today"});
  log_ = {{"hat", hat_->code.text()}, {"rulebook", rules_->version}, {"decisions", Json::array()}};
}

Moment Errand::moment() {
  return {now_,      today_, centre_.zone, centre_.options.plan, centre_.needs(), centre_.holidays_around(today_),
          centre_.options.ids, *professional_, *hat_};
}

void Errand::note(const CategoryCode& category, const Decision& decision) {
  log_["decisions"].push_back(note_of(category, decision));
}

void Errand::note_command(const CommandId& id) { log_["command"] = to_text(id); }

AuditEntry Errand::entry(const std::optional<PersonId>& subject, bool refused) const {
  Json log = log_;
  if (refused) log["refused"] = true;
  return {now_,
          *AuditActor::parse(professional_->code.text()),
          *AuditAction::parse(action_),
          *AuditPurpose::parse(purpose_.text()),
          subject,
          log.dump()};
}

std::optional<Decision> Errand::first_no(const std::vector<Access>& needed, const Dossier& dossier,
                                         const std::optional<PersonId>& person, Clearance& clearance) {
  for (const auto& access : needed) {
    const Moment here = moment();
    const AccessRequest request = request_for(access, purpose_, dossier, here, *rules_);
    Decision decision = decide(*rules_, request);
    note(*CategoryCode::parse(name_of(access.category)), decision);
    if (!flows(decision.effect)) return decision;
    if (access.action == RequestAction::disclose && person) add_disclosure(access, request, decision, *person, clearance);
  }
  return std::nullopt;
}

void Errand::add_disclosure(const Access& access, const AccessRequest& request, const Decision& decision,
                            const PersonId& person, Clearance& clearance) {
  auto& all = clearance.disclosures;
  auto known = std::find_if(all.begin(), all.end(), [&](const Disclosure& each) {
    return each.receiver == access.receiver->organisation && each.consent_id == access.consent_id;
  });
  if (known == all.end()) {
    Disclosure fresh;
    fresh.id = next_id<DisclosureId>(centre_.options.ids);
    fresh.person_id = person;
    fresh.made_at = now_;
    fresh.given_by = professional_->code;
    fresh.given_by_hat = hat_->code;
    fresh.given_by_status = request.actor_status ? name_of(*request.actor_status) : "";
    fresh.receiver = access.receiver->organisation;
    if (!access.receiver->professionals.empty()) fresh.received_by = access.receiver->professionals.front();
    fresh.receiver_status = request.recipient_status ? name_of(*request.recipient_status) : "";
    fresh.purpose = purpose_;
    fresh.effect = name_of(decision.effect);
    fresh.rulebook_version = rules_->version;
    fresh.consent_id = access.consent_id;
    fresh.informed = request.informed == PriorNotice::yes ? Informed::beforehand : Informed::not_told;
    known = all.insert(all.end(), std::move(fresh));
  }
  known->categories.push_back(*CategoryCode::parse(name_of(access.category)));
  for (const auto& rule : decision.determining) add_once(known->rules, rule.id);
  for (const auto& obligation : decision.obligations) add_once(known->obligations, obligation.code);
}

std::optional<Result<DoneCommand>> answer_before(Transaction& transaction, const CommandId& id, const std::string& command,
                                                 const std::string& content) {
  const auto done = transaction.get<DoneCommand>(id);
  if (!done) return std::nullopt;
  if (done->command != command || done->content_hash != content) return Result<DoneCommand>(refusal("command_id_reused"));
  return Result<DoneCommand>(*done);
}

std::optional<Refusal> changed_meanwhile(const Dossier& dossier, const RunOptions& options) {
  if (!options.if_revision || *options.if_revision == dossier.revision()) return std::nullopt;
  return refusal("changed_meanwhile");
}

void carry_out(Transaction& transaction, const std::vector<Write>& writes, const Effects& effects,
               const std::optional<CommandId>& command, const std::optional<PersonId>& subject, const Moment& moment) {
  for (const auto& each : writes) each.apply(transaction, moment);
  for (const auto& each : effects)
    transaction.insert(PendingEffect{next_id<EffectId>(moment.ids), each.kind, subject, each.about, command,
                              each.due_at.value_or(moment.now)});
  if (subject && !writes.empty()) count_revision(transaction, *subject);
}

void throw_if_any(Issues faults) {
  if (!faults.list.empty()) throw InvalidInput(std::move(faults));
}

void require_id(const CommandId& id) {
  if (is_nil(id))
    throw InvalidInput(Issues{{{"/command_id", "missing_id", {"donnez un identifiant à la commande", "give the command an id"}}}});
}

void require_person(const std::optional<PersonId>& subject, const Dossier& dossier) {
  if (subject && !dossier.person)
    throw Error(ErrorCode::not_found, {"aucune personne n'a cet identifiant ici", "nobody has that id here"});
}

}  // namespace patio
