#include <patio/desk.hpp>

#include <algorithm>

#include <patio/base/json.hpp>

#include "centre.hpp"

namespace patio {
namespace {

template <class C>
std::optional<PersonId> person_of(const C& command) {
  if constexpr (requires { command.person_id; }) return command.person_id;
  else return std::nullopt;
}

template <class C>
PurposeCode purpose_of(const C& command) {
  if constexpr (requires { command.purpose.text(); }) return command.purpose;
  else return *PurposeCode::parse(C::purpose);
}

/// What the log keeps of a decision: codes only.
Json note_of(const CategoryCode& category, const Decision& decision) {
  Json rules = Json::array();
  for (const auto& rule : decision.determining) rules.push_back(rule.id);
  return {{"category", category.text()}, {"effect", name_of(decision.effect)}, {"rules", rules}};
}

/// One command or query under way: who acts, and what the log will say of it.
class Errand {
 public:
  Errand(CentreState& centre, const ProfessionalCode& professional, const HatCode& hat, std::string action,
         const PurposeCode& purpose)
      : centre_(centre), action_(std::move(action)), purpose_(purpose), now_(centre.options.clock()),
        today_(day_in(now_, centre.zone)), rules_(centre.rules_on(today_)),
        professional_(find_by_code(centre.options.plan.professionals, professional)),
        hat_(professional_ ? worn(*professional_, hat, today_) : nullptr) {
    if (!hat_)
      throw Error(ErrorCode::not_found, {"cette fonction n'est plus exercée aujourd'hui", "that hat is no longer worn today"});
    log_ = {{"hat", hat_->code.text()}, {"rulebook", rules_->version}, {"decisions", Json::array()}};
  }

  [[nodiscard]] Moment moment() {
    return {now_,      today_, centre_.zone, centre_.options.plan, centre_.needs(), centre_.holidays_around(today_),
            centre_.options.ids, *professional_, *hat_};
  }
  [[nodiscard]] const rules::RuleSet& rules() const { return *rules_; }
  [[nodiscard]] Instant now() const { return now_; }

  void note(const CategoryCode& category, const Decision& decision) {
    log_["decisions"].push_back(note_of(category, decision));
  }
  void note_command(const CommandId& id) { log_["command"] = to_text(id); }

  [[nodiscard]] AuditEntry entry(const std::optional<PersonId>& subject, bool refused = false) const {
    Json log = log_;
    if (refused) log["refused"] = true;
    return {now_,
            *AuditActor::parse(professional_->code.text()),
            *AuditAction::parse(action_),
            *AuditPurpose::parse(purpose_.text()),
            subject,
            log.dump()};
  }

  /// Asks the rules for every access. The first no is returned; what may be disclosed is recorded.
  [[nodiscard]] std::optional<Decision> first_no(const std::vector<Access>& needed, const Dossier& dossier,
                                                 const PersonId& person, Clearance& clearance) {
    for (const auto& access : needed) {
      const Moment here = moment();
      const AccessRequest request = request_for(access, purpose_, dossier, here, *rules_);
      Decision decision = decide(*rules_, request);
      const auto category = *CategoryCode::parse(name_of(access.category));
      note(category, decision);
      if (!flows(decision.effect)) return decision;
      if (access.action == RequestAction::disclose) add_disclosure(access, request, decision, person, clearance);
    }
    return std::nullopt;
  }

 private:
  /// One record for each receiver, with all the categories that go there.
  void add_disclosure(const Access& access, const AccessRequest& request, const Decision& decision,
                      const PersonId& person, Clearance& clearance) {
    const auto union_into = [](std::vector<std::string>& all, const std::string& more) {
      if (std::find(all.begin(), all.end(), more) == all.end()) all.push_back(more);
    };
    if (clearance.disclosures.empty()) {
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
      clearance.disclosures.push_back(fresh);
    }
    Disclosure& disclosure = clearance.disclosures.back();
    disclosure.categories.push_back(*CategoryCode::parse(name_of(access.category)));
    for (const auto& rule : decision.determining) union_into(disclosure.rules, rule.id);
    for (const auto& obligation : decision.obligations) union_into(disclosure.obligations, obligation.code);
  }

  CentreState& centre_;
  std::string action_;
  PurposeCode purpose_;
  Instant now_;
  Date today_;
  std::shared_ptr<const rules::RuleSet> rules_;
  const Professional* professional_;
  const Hat* hat_;
  Json log_;
};

template <class C>
Dossier load(Reader& reader, const C& command, Instant now) {
  Dossier dossier;
  if (const auto person = person_of(command)) dossier = load_dossier(reader, *person);
  if constexpr (requires { C::reads_diary; }) dossier.diary = load_diary(reader, now);
  return dossier;
}

Activity load_activity(Reader& reader, const CountActivity& query, const Moment& moment) {
  const auto start_of = [&](Date day) { return instant_at({day, {}}, moment.zone).instant; };
  Activity activity;
  activity.encounters = reader.find(where(&Encounter::professional, moment.professional.code)
                                        .at_least(&Encounter::began_at, start_of(query.since))
                                        .below(&Encounter::began_at, start_of(query.until)));
  for (const auto& encounter : activity.encounters)
    activity.requests += reader.count(where(&NeedRecord::encounter_id, encounter.id));
  for (const auto& encounter : activity.encounters)
    if (encounter.person_id)
      activity.referrals += reader.count(
          where(&Referral::person_id, *encounter.person_id).where(&Referral::sent_by, moment.professional.code));
  return activity;
}

template <class C>
void require_person(const C& command, const Dossier& dossier) {
  if (person_of(command) && !dossier.person)
    throw Error(ErrorCode::not_found, {"aucune personne n'a cet identifiant ici", "nobody has that id here"});
}

void throw_if_any(Issues faults) {
  if (!faults.list.empty()) throw InvalidInput(std::move(faults));
}

}  // namespace

Desk::Desk(std::shared_ptr<CentreState> centre, ProfessionalCode professional, HatCode hat)
    : centre_(std::move(centre)), professional_(std::move(professional)), hat_(std::move(hat)) {}

template <class C>
Result<typename C::Answer> Desk::run(const C& command) {
  Errand errand(*centre_, professional_, hat_, snake_name<C>(), purpose_of(command));
  const Moment moment = errand.moment();
  throw_if_any(check(command, moment));
  if (is_nil(command.command_id))
    throw InvalidInput(Issues{{{"/command_id", "missing_id", {"donnez un identifiant à la commande", "give the command an id"}}}});

  Transaction transaction = centre_->store.begin();
  const std::string content = to_text(sha256(to_json(command)));
  if (const auto done = transaction.get<DoneCommand>(command.command_id)) {
    if (done->command != snake_name<C>() || done->content_hash != content) return refusal("command_id_reused");
    return from_json<typename C::Answer>(done->answer).value();
  }
  const Dossier dossier = load(transaction, command, errand.now());
  require_person(command, dossier);

  errand.note_command(command.command_id);
  Clearance clearance;
  const PersonId person = person_of(command).value_or(PersonId{});
  if (const auto no = errand.first_no(accesses(command, dossier, moment), dossier, person, clearance)) {
    transaction.commit(errand.entry(person_of(command), true));
    return secrecy_refusal(*no);
  }
  auto handled = handle(command, dossier, clearance, moment);
  if (!handled) return handled.error();

  const auto subject = handled->subject ? handled->subject : person_of(command);
  for (const auto& each : handled->writes) write(transaction, each);
  for (const auto& kind : handled->effects)
    transaction.insert(Effect{next_id<Id<struct EffectTag>>(centre_->options.ids), kind, command.command_id, subject, errand.now()});
  transaction.insert(DoneCommand{command.command_id, snake_name<C>(), content, to_json(handled->answer)});
  transaction.commit(errand.entry(subject));
  return handled->answer;
}

template <class Q>
Result<typename Q::Answer> Desk::ask(const Q& query) {
  Errand errand(*centre_, professional_, hat_, snake_name<Q>(), purpose_of(query));
  const Moment moment = errand.moment();
  throw_if_any(check(query, moment));

  Transaction transaction = centre_->store.begin();
  const Dossier dossier = load(transaction, query, errand.now());
  Activity activity;
  if constexpr (std::same_as<Q, CountActivity>) activity = load_activity(transaction, query, moment);
  if constexpr (!std::same_as<Q, AskAbout>) require_person(query, dossier);

  Clearance clearance;
  const PersonId person = person_of(query).value_or(PersonId{});
  if (const auto no = errand.first_no(accesses(query, dossier, moment), dossier, person, clearance)) {
    transaction.commit(errand.entry(dossier.person ? person_of(query) : std::nullopt, true));
    return secrecy_refusal(*no);
  }
  auto found = answer(query, Asked{dossier, activity, moment, errand.rules()});
  if constexpr (std::same_as<Q, AskAbout>)
    for (const auto& each : found.categories) errand.note(each.category, each.decision);
  transaction.commit(errand.entry(dossier.person ? person_of(query) : std::nullopt));
  return found;
}

#define PATIO_RUN(Name) template Result<Name::Answer> Desk::run(const Name&);
PATIO_COMMANDS(PATIO_RUN)
#undef PATIO_RUN
#define PATIO_ASK(Name) template Result<Name::Answer> Desk::ask(const Name&);
PATIO_QUERIES(PATIO_ASK)
#undef PATIO_ASK

}  // namespace patio
