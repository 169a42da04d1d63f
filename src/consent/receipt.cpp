#include <patio/consent/receipt.hpp>

#include <algorithm>

#include <patio/base/hash.hpp>
#include <patio/base/json.hpp>

namespace patio {
namespace {

constexpr auto schema = "ISO/IEC TS 27560:2023 patio/1";

RecordedPurpose purpose_of(const Consent& consent, const ConsentTerms& terms) {
  RecordedPurpose purpose{consent.purpose,         "consent", {}, consent.withheld, consent.withheld_from, consent.recipients,
                          "any_time_by_any_means", "FR"};
  const auto& special = terms.special_categories;
  for (const auto& category : consent.categories)
    purpose.pii_information.push_back({category, std::find(special.begin(), special.end(), category) != special.end()});
  return purpose;
}

}  // namespace

ConsentRecord record_of(const Consent& consent, const std::vector<RecordedParty>& parties, const ConsentTerms& terms) {
  ConsentRecord record{
      schema,  consent.id, consent.person_id, {consent.text_version, consent.notice_id, {purpose_of(consent, terms)}},
      parties, {},         consent.evidence};
  for (const auto& entry : consent.history)
    record.events.push_back({entry.at, std::string(name_of(entry.event)), std::string(name_of(entry.state)),
                             std::string(name_of(entry.by_whom)), consent.period.until});
  return record;
}

ConsentReceipt make_receipt(const ReceiptId& id, const Consent& consent, const std::vector<RecordedParty>& parties,
                            Instant now, const ConsentTerms& terms) {
  const std::string content = to_json(record_of(consent, parties, terms));
  return {id, consent.person_id, consent.id, now, content, to_text(sha256(content))};
}

bool is_unchanged(const ConsentReceipt& receipt) { return to_text(sha256(receipt.content)) == receipt.content_hash; }

Checked<ConsentRecord> record_of(const ConsentReceipt& receipt) { return from_json<ConsentRecord>(receipt.content); }

}  // namespace patio
