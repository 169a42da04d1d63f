#pragma once
/// \file
/// What the commands on mandates share.

#include <patio/desk/mandate.hpp>
#include <patio/desk/mandate_reading.hpp>

#include "../handle.hpp"

namespace patio {

/// What the hat of a professional says of them as an aidant.
[[nodiscard]] AidantFacts aidant_facts(const Hat& hat);

/// A line of the journal about that mandate, by whoever acts.
[[nodiscard]] MandateEntry journal_entry(const Mandate& mandate, MandateEvent event, const Moment& moment);

[[nodiscard]] MandateState state_today(const Mandate& mandate, const Moment& moment);

struct MandateChange {
  std::vector<Write> writes;
  Effects effects;
};

/// The whole mandate ends for that reason; nothing if it was over already.
[[nodiscard]] MandateChange end_mandate(const Mandate& mandate, MandateEvent event, const MandateReason& reason,
                                        const Moment& moment);

/// What the facts of secrecy say of this use: the register of mandates, the titles, the hat of whoever acts.
[[nodiscard]] AccessRequest facts_of_use(const UseMandate& command, const Dossier& dossier, const Moment& moment);

}  // namespace patio
