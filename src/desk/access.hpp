#pragma once
/// \file
/// From what the desk knows to the facts of a secrecy request. The engine leaves what is not given unknown; here the world
/// is closed: opposition, consent and involvement are drawn from their registers.

#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/hat_status.hpp>

#include "handle.hpp"

namespace patio {

/// The facts of a hat, as its codes name them; a code that the rulebook does not know is unknown.
[[nodiscard]] HatFacts hat_facts(const Hat& hat);

/// Who receives at a service.
struct Receiver {
  const Professional* professional = nullptr;
  const Hat* hat = nullptr;
};

/// The first professional of the service who wears a hat of its organisation today, if there is one.
[[nodiscard]] Receiver receiver_of(const Service& service, const Moment& moment);

/// The hat under which this person was last received, worn today, or else the given one.
[[nodiscard]] const Hat& holding_hat(const Dossier& dossier, const Moment& moment);

/// True if the hat receives this person: an open referral waits for a service of theirs, or there is an appointment.
[[nodiscard]] bool receives_person(const Dossier& dossier, const Moment& moment);

/// The actor records or views something in a file, or discloses it to the receiver of the access.
[[nodiscard]] AccessRequest request_for(const Access& access, const PurposeCode& purpose, const Dossier& dossier,
                                        const Moment& moment, const rules::RuleSet& rules);

/// The actor asks what another service holds.
[[nodiscard]] AccessRequest request_to_know(const CategoryCode& category, const PurposeCode& purpose,
                                            const Dossier& dossier, const Moment& moment, const rules::RuleSet& rules);

/// Whether the objection stands against what goes to that service, or to whoever has taken it over there. One against a
/// professional reaches a service only if they may receive there.
[[nodiscard]] bool opposes_service(const Objection& objection, const ConsentQuestion& question, const Service& service,
                                   const std::optional<ProfessionalCode>& owner = {});

/// Why the rules do not let it pass, as a refusal that names the law and the lawful way.
[[nodiscard]] Refusal secrecy_refusal(const Decision& decision);

}  // namespace patio
