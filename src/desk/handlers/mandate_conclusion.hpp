#pragma once
/// \file
/// What concluding a mandate takes, however it is done: signed at the desk, renewed, or answered at a distance. All three
/// say what SignMandate says.

#include <patio/desk/mandate_remote.hpp>

#include "../handle.hpp"

namespace patio {

/// A duration, a procedure or an evidence that nobody knows.
void check_terms(Checker& checker, const SignMandate& wanted, const Moment& moment);

/// What the guards need to know of the aidant under that hat.
void know_aidant(MandateContext& context, MandateKind kind, const Hat& hat, const Moment& moment);

/// What the guards of a conclusion need; a refusal if nobody can say yet who may sign.
[[nodiscard]] Result<MandateContext> context_of(const SignMandate& wanted, const Dossier& dossier, const Moment& moment);

/// Signed now by whoever acts.
[[nodiscard]] Mandate concluded(const SignMandate& wanted, const Moment& moment);

[[nodiscard]] MandateSigned signed_answer(const Mandate& mandate, const Moment& moment);

/// Concluded at a distance, the mandate may still wait for its paper.
void ask_for_paper(Effects& effects, const Mandate& mandate);

}  // namespace patio
