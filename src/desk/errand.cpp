#include "errand.hpp"

#include <algorithm>

#include "access.hpp"

namespace patio {

/// What stands beside the leaf of an errand.
struct ErrandLog {
  HatCode hat;
  std::string rulebook;
  std::vector<LoggedDecision> decisions;
  std::optional<CommandId> command;
  std::optional<ProfessionalCode> desk;
  /// Said only if it is so.
  std::optional<bool> refused;
};
BOOST_DESCRIBE_STRUCT(ErrandLog, (), (hat, rulebook, decisions, command, desk, refused))

namespace {

/// When the person received the notice on which their consent to this stands.
std::optional<Instant> told_at(const Access& access, const PurposeCode& purpose, const Dossier& dossier, Date today) {
  const ConsentQuestion question{access.receiver->organisation, *CategoryCode::parse(name_of(access.category)), purpose, today};
  for (const auto& consent : dossier.of<Consent>()) {
    if (access.consent_id ? consent.id != *access.consent_id : !covers(consent, question).yes) continue;
    const Notice* notice = consent.notice_id ? find_by_id(dossier.of<Notice>(), *consent.notice_id) : nullptr;
    if (notice) return notice->given_at;
  }
  return std::nullopt;
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
      hat_(professional_ ? worn(*professional_, hat, today_) : nullptr),
      actor_(*AuditActor::parse(professional.text())) {
  if (!hat_)
    throw Error(ErrorCode::not_found, {"cette fonction n'est plus exercée aujourd'hui", "that hat is no longer worn today"});
}

Moment Errand::moment() {
  const CentreOptions& options = centre_.options;
  return {now_,          today_, centre_.zone, options.plan, centre_.needs(), options.house, centre_.holidays_around(today_),
          options.ids, *professional_, *hat_, options.match_secret};
}

void Errand::note(const CategoryCode& category, const Decision& decision) {
  auto& noted = noted_.emplace_back(LoggedDecision{category, decision.effect, {}});
  for (const auto& rule : decision.determining) noted.rules.push_back(rule.id);
}

void Errand::note_command(const CommandId& id) { command_ = id; }

void Errand::act_by_link(const ReferralLinkId& link) {
  actor_ = *AuditActor::parse(pseudonym_of(link).text());
  desk_ = professional_->code;
}

AuditEntry Errand::entry(const std::optional<PersonId>& subject, bool refused) const {
  ErrandLog log{hat_->code, rules_->version, noted_, command_, desk_, {}};
  if (refused) log.refused = true;
  return {now_,
          actor_,
          *AuditAction::parse(action_),
          *AuditPurpose::parse(purpose_.text()),
          subject,
          to_json(log)};
}

std::optional<Decision> Errand::first_no(const std::vector<Access>& needed, const Dossier& dossier,
                                         Clearance& clearance) {
  for (const auto& access : needed) {
    const Moment here = moment();
    const AccessRequest request =
        request_for(access, purpose_, access.about ? dossier.about(*access.about) : dossier, here, *rules_);
    Decision decision = decide(*rules_, request);
    note(*CategoryCode::parse(name_of(access.category)), decision);
    if (!flows(decision.effect)) return decision;
    if (access.action == RequestAction::disclose && dossier.person)
      add_disclosure(access, request, decision, dossier, clearance);
  }
  return std::nullopt;
}

void Errand::add_disclosure(const Access& access, const AccessRequest& request, const Decision& decision,
                            const Dossier& dossier, Clearance& clearance) {
  auto& all = clearance.disclosures;
  auto known = std::find_if(all.begin(), all.end(), [&](const Disclosure& each) {
    return each.receiver == access.receiver->organisation && each.consent_id == access.consent_id;
  });
  if (known == all.end()) {
    known = all.insert(all.end(), begin_record(handover_for(access, request, dossier), request));
    known->purpose = purpose_;
  }
  rely_on(*known, access.category, decision);
}

Handover Errand::handover_for(const Access& access, const AccessRequest& request, const Dossier& dossier) {
  Handover handover;
  handover.id = next_id<DisclosureId>(centre_.options.ids);
  handover.person_id = dossier.person->id;
  handover.made_at = now_;
  handover.given_by = professional_->code;
  handover.given_by_hat = hat_->code;
  for (const auto& text : hat_status(*rules_, hat_facts(*hat_)).texts) handover.given_by_texts.push_back(text.ref);
  handover.receiver = access.receiver->organisation;
  const Receiver receiver = receiver_of(*access.receiver, moment());
  if (receiver.professional) handover.received_by = receiver.professional->code;
  if (receiver.hat) handover.received_by_hat = receiver.hat->code;
  handover.consent_id = access.consent_id;
  if (access.consent_id)
    handover.proved.push_back({ProofKind::consent, *Code<ProofTag>::parse(to_text(*access.consent_id)), now_});
  if (request.opposition == Opposition::none)
    handover.proved.push_back({ProofKind::no_opposition, *Code<ProofTag>::parse("objections"), now_});
  handover.informed = request.informed == PriorNotice::yes ? Informed::beforehand : Informed::not_told;
  if (handover.informed == Informed::beforehand) handover.informed_at = told_at(access, purpose_, dossier, today_);
  return handover;
}

std::optional<Result<DoneCommand>> answer_before(Transaction& transaction, const CommandId& id, const std::string& command,
                                                 const std::string& content) {
  const auto done = transaction.get<DoneCommand>(id);
  if (!done) return std::nullopt;
  if (done->command != command || done->content_hash != content) return Result<DoneCommand>(refusal("command_id_reused"));
  return Result<DoneCommand>(*done);
}

std::optional<Refusal> changed_meanwhile(const Dossier& dossier, const RunOptions& options) {
  if (dossier.person && dossier.person->merged_into) return refusal("already_merged");
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
