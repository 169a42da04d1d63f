#pragma once
/// \file
/// What the commands on consents, objections and mandates share.

#include <patio/desk/consent.hpp>
#include <patio/people/capacity.hpp>

#include "../handle.hpp"

namespace patio {

/// Evidence with when it was seen and by whom.
[[nodiscard]] std::vector<Evidence> stamped(const std::vector<SeenEvidence>& seen, const Moment& moment);

void check_evidence(Checker& checker, const std::vector<SeenEvidence>& seen);

/// Who would decide on what.
struct Giving {
  ActCode act;
  std::optional<RepresentationId> representation_id;
  std::optional<YesNo> person_able;
};

[[nodiscard]] Capacity capacity_of(const Giving& giving, const Dossier& dossier, const Moment& moment);

/// The act that a consent to these categories is.
[[nodiscard]] ActCode act_of_consent(const std::vector<CategoryCode>& categories);

/// The receipt of a consent as it is now: the centre and the recipients under their names of today.
[[nodiscard]] ConsentReceipt receipt_of(const Consent& consent, const Moment& moment);

/// A consent after a step, noted by whoever acts.
[[nodiscard]] Consent noted(const Consent& consent, const Step<ConsentState>& step, ConsentEvent event, ConsentGiver by_whom,
                            const Moment& moment);

/// Something of what a person allows that changed: its rows, and what follows for the referrals that it reaches and for
/// whoever received something.
struct ConsentChange {
  std::vector<Write> writes;
  Effects effects;
  std::vector<ReferralId> stopped;
  std::vector<StopNotice> stops;
};

/// The consent and its receipt.
[[nodiscard]] ConsentChange change_of(const Consent& before, const Consent& after, const Dossier& dossier,
                                      const Moment& moment);

/// The objection that the person makes.
[[nodiscard]] ConsentChange change_of(const Objection& objection, const Dossier& dossier, const Moment& moment);

/// The consents given on a title that has ended: they wait for a new giver, or lapse if they were not proved.
struct SuspendedConsents {
  std::vector<ConsentId> ids;
  ConsentChange change;
};

[[nodiscard]] SuspendedConsents suspend_consents(const RepresentationId& title, const Dossier& dossier,
                                                 const Moment& moment);

}  // namespace patio
