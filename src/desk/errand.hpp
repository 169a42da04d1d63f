#pragma once
/// \file
/// One command or query under way: who acts, what the rules say of it, and what the log will.

#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/disclose.hpp>

#include "centre.hpp"

namespace patio {

/// What the log keeps of a decision: codes only.
struct LoggedDecision {
  CategoryCode category;
  rules::Effect effect{};
  std::vector<std::string> rules;
};
BOOST_DESCRIBE_STRUCT(LoggedDecision, (), (category, effect, rules))

class Errand {
 public:
  /// Throws Error (`not_found`) if the hat is no longer worn today.
  Errand(CentreState& centre, const ProfessionalCode& professional, const HatCode& hat, std::string action,
         const PurposeCode& purpose);

  [[nodiscard]] Moment moment();
  [[nodiscard]] const rules::RuleSet& rules() const { return *rules_; }

  void note(const CategoryCode& category, const Decision& decision);
  void note_command(const CommandId& id);
  /// Whoever acts has no account here: the log names the link that let them in, and the desk at which they said its token.
  void act_by_link(const ReferralLinkId& link);

  [[nodiscard]] AuditEntry entry(const std::optional<PersonId>& subject, bool refused = false) const;

  /// Asks the rules for every access. The first no is returned; what may be disclosed is recorded.
  [[nodiscard]] std::optional<Decision> first_no(const std::vector<Access>& needed, const Dossier& dossier,
                                                 Clearance& clearance);

 private:
  void add_disclosure(const Access& access, const AccessRequest& request, const Decision& decision, const Dossier& dossier,
                      Clearance& clearance);
  [[nodiscard]] Handover handover_for(const Access& access, const AccessRequest& request, const Dossier& dossier);

  CentreState& centre_;
  std::string action_;
  PurposeCode purpose_;
  Instant now_;
  Date today_;
  std::shared_ptr<const rules::RuleSet> rules_;
  const Professional* professional_;
  const Hat* hat_;
  AuditActor actor_;
  /// At which desk, if it is not the actor's own.
  std::optional<ProfessionalCode> desk_;
  std::optional<CommandId> command_;
  std::vector<LoggedDecision> noted_;
};

/// What was done before under this id: nothing, that very command, or `command_id_reused` if it was another one.
[[nodiscard]] std::optional<Result<DoneCommand>> answer_before(Transaction& transaction, const CommandId& id,
                                                               const std::string& command, const std::string& content);

/// `changed_meanwhile` if the file is not as the caller has seen it; `already_merged` if it went into another one.
[[nodiscard]] std::optional<Refusal> changed_meanwhile(const Dossier& dossier, const RunOptions& options);

/// The link of the referral that the token opens now; nothing if it opens none.
[[nodiscard]] std::optional<ReferralLinkId> opened_link(const std::string& token, const ReferralId& referral,
                                                        const Dossier& dossier, Instant now);

/// What is asked with a token is asked by whoever holds it.
template <class C>
void note_link(Errand& errand, const C& asked, const Dossier& dossier, Instant now) {
  if constexpr (requires { asked.token->size(); asked.referral_id; })
    if (asked.token)
      if (const auto link = opened_link(*asked.token, asked.referral_id, dossier, now)) errand.act_by_link(*link);
}

/// `person_deceased` for what is asked only for the living.
template <class C>
[[nodiscard]] std::optional<Refusal> too_late_for(const C&, const Dossier& dossier) {
  if constexpr (requires { C::for_the_living; })
    if (has_died(dossier.of<Death>())) return refusal("person_deceased");
  return std::nullopt;
}

/// Writes all that a command did: rows with their timers, effects, the answer, the revision of the file.
void carry_out(Transaction& transaction, const std::vector<Write>& writes, const Effects& effects,
               const std::optional<CommandId>& command, const std::optional<PersonId>& subject, const Moment& moment);

void throw_if_any(Issues faults);
void require_id(const CommandId& id);
void require_person(const std::optional<PersonId>& subject, const Dossier& dossier);

}  // namespace patio
