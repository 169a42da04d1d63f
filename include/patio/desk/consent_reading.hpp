#pragma once
/// \file
/// What a person allowed and was told, read back, and the receipts of it.

#include <patio/consent/receipt.hpp>
#include <patio/desk/consent.hpp>

namespace patio {

/// What the registers hold of what a person was told, allowed and opposed.
struct ConsentRegister {
  std::vector<Notice> notices;
  std::vector<Consent> consents;
  std::vector<Objection> objections;
  std::vector<Representation> representations;
  bool operator==(const ConsentRegister&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentRegister, (), (notices, consents, objections, representations))

/// For whoever receives the person, and to show to the person.
struct ReadConsents {
  using Answer = ConsentRegister;
  static constexpr std::string_view purpose = "this_procedure";
  PersonId person_id;
  bool operator==(const ReadConsents&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadConsents, (), (person_id))

/// One receipt: as it was given, what it says, and whether it is still the same.
struct ShownReceipt {
  ConsentReceipt receipt;
  ConsentRecord content;
  bool unchanged = false;
  bool operator==(const ShownReceipt&) const = default;
};
BOOST_DESCRIBE_STRUCT(ShownReceipt, (), (receipt, content, unchanged))

struct ConsentReceipts {
  std::vector<ShownReceipt> receipts;
  bool operator==(const ConsentReceipts&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentReceipts, (), (receipts))

/// Every receipt of a consent, in order of time: each stays true of its moment.
struct ReadReceipt {
  using Answer = ConsentReceipts;
  static constexpr std::string_view purpose = "this_procedure";
  PersonId person_id;
  ConsentId consent_id;
  bool operator==(const ReadReceipt&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadReceipt, (), (person_id, consent_id))

}  // namespace patio
