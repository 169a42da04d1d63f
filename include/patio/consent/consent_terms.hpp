#pragma once
/// \file
/// The delays and limits of consent: dated, sourced data (`consent.json` of the rulebook), not code.
///
///     const ConsentTerms& terms = consent_terms(today);
///     Date lapses = add_days(given, terms.proof_days);

#include <string>
#include <vector>

#include <patio/base/code.hpp>
#include <patio/base/error.hpp>
#include <patio/base/time.hpp>

namespace patio {

/// "health", "budget"...: a data category of the secrecy rules.
using CategoryCode = Code<struct CategoryTag>;
/// "orientation", "joint_interview"...: a purpose of the secrecy rules.
using PurposeCode = Code<struct PurposeTag>;

/// For that purpose an agreement given aloud and noted suffices, if it covers no other category; empty: any category.
struct OralConsent {
  PurposeCode purpose;
  std::vector<CategoryCode> categories;
  std::vector<std::string> texts;
  bool operator==(const OralConsent&) const = default;
};
BOOST_DESCRIBE_STRUCT(OralConsent, (), (purpose, categories, texts))

/// Delays in days unless the name says otherwise; each runs from the day on which the state began.
struct ConsentTerms {
  Date since{};
  std::optional<Date> until;
  /// After a notice without an answer, the person must be told again.
  int notice_days = 0;
  /// To bring the proof of what was said aloud.
  int proof_days = 0;
  /// For a new representative to confirm.
  int suspension_days = 0;
  /// How long before its end the person is asked whether to renew.
  int expiry_notice_days = 0;
  int longest_months = 0;
  std::vector<OralConsent> oral_suffices;
  /// RGPD 9: they ask for an explicit consent.
  std::vector<CategoryCode> special_categories;
  std::vector<std::string> texts;
  Date recorded{};
  Date review_by{};
  std::string confidence;
  std::string source;
  std::string review;
  bool operator==(const ConsentTerms&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentTerms, (), (since, until, notice_days, proof_days, suspension_days, expiry_notice_days,
                                         longest_months, oral_suffices, special_categories, texts, recorded, review_by,
                                         confidence, source, review))

/// The terms in force on that day; before the first ones, Error (not_found). Read once, shared by threads.
[[nodiscard]] const ConsentTerms& consent_terms(Date day);

[[nodiscard]] bool oral_suffices(const ConsentTerms& terms, const PurposeCode& purpose,
                                 const std::vector<CategoryCode>& categories);

}  // namespace patio
