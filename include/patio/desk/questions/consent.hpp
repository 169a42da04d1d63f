#pragma once
/// \file
/// What may be asked about a consent at hand.

#include <patio/consent/consent.hpp>

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

}  // namespace patio
