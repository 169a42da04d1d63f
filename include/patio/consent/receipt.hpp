#pragma once
/// \file
/// The receipt of a consent: a frozen copy of its record, with its hash, that stays true whatever happens to the consent
/// later. Its fields follow the sections of ISO/IEC TS 27560:2023 (header, processing, parties, events) as the public
/// guide of the W3C Data Privacy Vocabularies group presents them.
///
///     ConsentReceipt receipt = make_receipt(id, consent, parties, now, terms);
///     is_unchanged(receipt);                                  // true for ever, or somebody touched it
///     Checked<ConsentRecord> record = record_of(receipt);

#include <patio/consent/consent.hpp>

namespace patio {

using ReceiptId = Id<struct ReceiptTag>;

struct RecordedPii {
  CategoryCode pii_type;
  /// RGPD 9.
  bool special_category = false;
  bool operator==(const RecordedPii&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordedPii, (), (pii_type, special_category))

struct RecordedPurpose {
  PurposeCode purpose;
  /// "consent": it lifts secrecy for this purpose.
  std::string lawful_basis;
  std::vector<RecordedPii> pii_information;
  std::vector<CategoryCode> withheld;
  std::vector<ConsentScope> withheld_from;
  std::vector<OrganisationCode> recipient_third_parties;
  std::string withdrawal_method;
  std::string jurisdiction;
  bool operator==(const RecordedPurpose&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordedPurpose, (), (purpose, lawful_basis, pii_information, withheld, withheld_from, recipient_third_parties,
                                            withdrawal_method, jurisdiction))

struct RecordedProcessing {
  /// Version of the text, and the notice given of it.
  std::string privacy_notice;
  std::optional<NoticeId> notice_id;
  std::vector<RecordedPurpose> purposes;
  bool operator==(const RecordedProcessing&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordedProcessing, (), (privacy_notice, notice_id, purposes))

enum class RecordedRole { controller, recipient };
BOOST_DESCRIBE_ENUM(RecordedRole, controller, recipient)

struct RecordedParty {
  OrganisationCode party_id;
  std::string party_name;
  RecordedRole party_role{};
  bool operator==(const RecordedParty&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordedParty, (), (party_id, party_name, party_role))

struct RecordedEvent {
  Instant event_time;
  std::string event_type;
  std::string event_state;
  /// "person" or "representative".
  std::string entity;
  std::optional<Date> valid_until;
  bool operator==(const RecordedEvent&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordedEvent, (), (event_time, event_type, event_state, entity, valid_until))

struct ConsentRecord {
  std::string schema_version;
  ConsentId record_id;
  PersonId pii_principal_id;
  RecordedProcessing processing;
  std::vector<RecordedParty> party_identification;
  std::vector<RecordedEvent> events;
  std::vector<Evidence> evidence;
  bool operator==(const ConsentRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentRecord, (), (schema_version, record_id, pii_principal_id, processing, party_identification,
                                          events, evidence))

/// One receipt. `content` is the record as canonical JSON, and `content_hash` its SHA-256: nothing else is needed to prove
/// it, and nothing later changes it.
struct ConsentReceipt {
  ReceiptId id;
  PersonId person_id;
  ConsentId consent_id;
  Instant made_at;
  std::string content;
  std::string content_hash;
  bool operator==(const ConsentReceipt&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsentReceipt, (), (id, person_id, consent_id, made_at, content, content_hash))

/// The controller first, then the recipients: names as they are on that day.
[[nodiscard]] ConsentRecord record_of(const Consent& consent, const std::vector<RecordedParty>& parties,
                                      const ConsentTerms& terms);
[[nodiscard]] ConsentReceipt make_receipt(const ReceiptId& id, const Consent& consent,
                                          const std::vector<RecordedParty>& parties, Instant now, const ConsentTerms& terms);

[[nodiscard]] bool is_unchanged(const ConsentReceipt& receipt);
/// What the receipt says; issues if it was never one of ours.
[[nodiscard]] Checked<ConsentRecord> record_of(const ConsentReceipt& receipt);

}  // namespace patio
