#include <patio/desk/questions.hpp>

#include "../question.hpp"

namespace patio {

Covered reply(const ConsentCovers& question, const Books&) {
  const Coverage coverage =
      covers(question.consent, {question.recipient, question.category, question.purpose, question.day});
  return {coverage.yes, coverage.reason};
}

Covered reply(const ObjectionOpposes& question, const Books&) {
  const bool yes = opposes(question.objection, {question.recipient, question.category, question.purpose, question.day},
                           question.professional);
  return {yes, yes ? "" : "not_opposed"};
}

ConsentCascade reply(const ConsentCascadeOf& question, const Books&) {
  return cascade(question.before, question.after, question.referrals, question.disclosures);
}

ConsentCascade reply(const ObjectionCascadeOf& question, const Books&) {
  return cascade(question.objection, question.day, question.referrals, question.disclosures);
}

ConsentTerms reply(const ConsentTermsOf& question, const Books&) { return consent_terms(question.day); }

ReceiptCheck reply(const CheckReceipt& question, const Books&) {
  return {is_unchanged(question.receipt), record_of(question.receipt).value()};
}

MandateTerms reply(const MandateTermsOf& question, const Books&) { return mandate_terms(question.day); }

MandateDates reply(const MandateExpiry& question, const Books&) {
  const MandateTerms& terms = mandate_terms(question.signed_on);
  const MandateDuration* duration = duration_of(terms, question.duration);
  if (!duration) throw Error(ErrorCode::not_found, {"aucune durée de ce nom", "there is no duration of that name"});
  return {mandate_period(question.signed_on, *duration), reminder_on(question.signed_on, *duration, terms)};
}

MandateCoverage reply(const MandateCovers& question, const Books&) {
  const MandateTerms& terms = mandate_terms(question.day);
  const Coverage coverage = covers(question.mandate, {question.organisation, question.procedure, question.day}, terms);
  return {coverage.yes, coverage.reason, state_of(question.mandate, question.day, terms)};
}

}  // namespace patio

PATIO_QUESTION_ROOM(consent, PATIO_CONSENT_QUESTIONS)
