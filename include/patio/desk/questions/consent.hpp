#pragma once
/// \file
/// What may be asked about consents, receipts and mandates at hand.

#include <patio/consent/cascade.hpp>
#include <patio/consent/mandate.hpp>
#include <patio/consent/objection.hpp>
#include <patio/consent/receipt.hpp>

namespace patio {

struct Covered {
  bool yes = false;
  std::string reason;
  bool operator==(const Covered&) const = default;
};
BOOST_DESCRIBE_STRUCT(Covered, (), (yes, reason))

/// Does this consent cover this sharing?
struct ConsentCovers {
  using Answer = Covered;
  Consent consent;
  OrganisationCode recipient;
  CategoryCode category;
  PurposeCode purpose;
  Date day{};
  bool operator==(const ConsentCovers&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentCovers, (), (consent, recipient, category, purpose, day))

/// Does this objection stand against this sharing?
struct ObjectionOpposes {
  using Answer = Covered;
  Objection objection;
  OrganisationCode recipient;
  std::optional<ProfessionalCode> professional;
  CategoryCode category;
  PurposeCode purpose;
  Date day{};
  bool operator==(const ObjectionOpposes&) const = default;
};
BOOST_DESCRIBE_STRUCT(ObjectionOpposes, (), (objection, recipient, professional, category, purpose, day))

/// What follows from a consent that changed from `before` to `after`?
struct ConsentCascadeOf {
  using Answer = ConsentCascade;
  Consent before;
  Consent after;
  std::vector<RestingReferral> referrals;
  std::vector<PastSharing> disclosures;
  bool operator==(const ConsentCascadeOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentCascadeOf, (), (before, after, referrals, disclosures))

/// What follows from an objection that the person makes on that day?
struct ObjectionCascadeOf {
  using Answer = ConsentCascade;
  Objection objection;
  Date day{};
  std::vector<RestingReferral> referrals;
  std::vector<PastSharing> disclosures;
  bool operator==(const ObjectionCascadeOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(ObjectionCascadeOf, (), (objection, day, referrals, disclosures))

/// The delays and limits of consent on that day.
struct ConsentTermsOf {
  using Answer = ConsentTerms;
  Date day{};
  bool operator==(const ConsentTermsOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentTermsOf, (), (day))

struct ReceiptCheck {
  bool unchanged = false;
  ConsentRecord content;
  bool operator==(const ReceiptCheck&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReceiptCheck, (), (unchanged, content))

/// Is this receipt as it was given, and what does it say?
struct CheckReceipt {
  using Answer = ReceiptCheck;
  ConsentReceipt receipt;
  bool operator==(const CheckReceipt&) const = default;
};
BOOST_DESCRIBE_STRUCT(CheckReceipt, (), (receipt))

/// The rules of mandates on that day.
struct MandateTermsOf {
  using Answer = MandateTerms;
  Date day{};
  bool operator==(const MandateTermsOf&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateTermsOf, (), (day))

struct MandateDates {
  Period period;
  std::optional<Date> reminder_on;
  bool operator==(const MandateDates&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateDates, (), (period, reminder_on))

/// How long would a mandate signed on that day for that duration last?
struct MandateExpiry {
  using Answer = MandateDates;
  Date signed_on{};
  DurationCode duration;
  bool operator==(const MandateExpiry&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateExpiry, (), (signed_on, duration))

struct MandateCoverage {
  bool yes = false;
  /// The code of the refusal.
  std::string reason;
  MandateState state{};
  bool operator==(const MandateCoverage&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateCoverage, (), (yes, reason, state))

/// Does this mandate let this structure do this procedure on that day?
struct MandateCovers {
  using Answer = MandateCoverage;
  Mandate mandate;
  OrganisationCode organisation;
  ProcedureCode procedure;
  Date day{};
  bool operator==(const MandateCovers&) const = default;
};
BOOST_DESCRIBE_STRUCT(MandateCovers, (), (mandate, organisation, procedure, day))

}  // namespace patio
